import { sha256 } from "@noble/hashes/sha2.js";
import { PUBLISH_WORDS } from "../words/publish-words.js";
import {
  EMBEDDED_ID,
  type Embedded,
  embedded,
  LICENSES_ID,
  SCRIPT_ID,
  toBase64,
} from "./embedded-files.js";

import { MANIFEST, type PageParts, partsOf } from "./page-manifest.js";

/** The texts that the app is made of. */
export interface PageAssets {
  /** the page's one module, without imports */
  readonly script: string;
  readonly styles: readonly string[];
  /** the worker's one script: without imports, exports, `import.meta` and `await` outside functions */
  readonly worker: string;
  /** the icon, an SVG document; "" for none */
  readonly icon: string;
  /** the licences of all that is built in, as text */
  readonly licenses: string;
}

/** A profile to be carried. */
export interface CarriedFile {
  readonly name: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

const WORDS = PUBLISH_WORDS.page;

/** Why no self-contained page can be made. */
export class SelfContainedError extends Error {}

/**
 * One .html file with the app and the profiles inside. It opens from disk and asks no network for
 * anything: its policy allows no address at all, and only the very scripts that are in it.
 *
 * @param view the view's fragment, without "#"
 * @throws SelfContainedError where the app's scripts import others
 */
export function selfContainedPage(
  assets: PageAssets,
  files: readonly CarriedFile[],
  view: string,
): string {
  refuseImports(assets.script, WORDS.script);
  refuseImports(assets.worker, WORDS.worker);
  if (/\bimport\.meta\b|(?:^|[;}])\s*export\s*[{*]/.test(assets.worker)) {
    throw new SelfContainedError(WORDS.moduleOnly);
  }
  const script = inlineScript(assets.script);
  const carried: Embedded = {
    version: 1,
    view,
    files: files.map(({ name, hash, bytes }) => ({ name, hash, data: toBase64(bytes) })),
    worker: assets.worker,
  };
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}'`,
    "style-src 'unsafe-inline'",
    "img-src blob: data:",
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const icon = assets.icon
    ? `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${toBase64(encode(assets.icon))}" />`
    : "";
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    '<meta name="referrer" content="no-referrer" />',
    `<title>${titleOf(files)}</title>`,
    icon,
    ...assets.styles.map((style) => `<style>${inlineStyle(style)}</style>`),
    "</head>",
    "<body>",
    '<div id="root"></div>',
    `<noscript>${WORDS.noScript}</noscript>`,
    `<pre id="${LICENSES_ID}" hidden>${escaped(assets.licenses)}</pre>`,
    `<script type="application/json" id="${EMBEDDED_ID}">${inlineJson(carried)}</script>`,
    `<script type="module" id="${SCRIPT_ID}">${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Where the notices of what is built in lie, beside the page. */
export const LICENSES = "licenses.txt";

/**
 * The app's texts as the build leaves them for this, found by the manifest that it writes.
 * @param read gives the text of a file by its path beside index.html
 * @throws SelfContainedError where the manifest names no script or no worker
 */
export async function pageAssets(read: (path: string) => Promise<string>): Promise<PageAssets> {
  const parts = partsRead(await read(MANIFEST));
  return {
    script: await read(parts.script),
    styles: await Promise.all(parts.styles.map(read)),
    worker: await read(parts.worker),
    icon: await read("icon.svg").catch(() => ""),
    licenses: await read(LICENSES),
  };
}

/** The parts of the page; a server may answer with another file where it has no manifest. */
function partsRead(manifest: string): PageParts {
  try {
    return partsOf(manifest);
  } catch {
    throw new SelfContainedError(`${MANIFEST}: ${WORDS.noFile}`);
  }
}

/** The texts of the page that is open: fetched from its own origin, or of its own elements. */
export async function ownAssets(): Promise<PageAssets> {
  const own = embedded();
  if (own) {
    const text = (selector: string): string[] =>
      Array.from(document.querySelectorAll(selector), (e) => e.textContent ?? "");
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? "";
    return {
      script: text(`#${SCRIPT_ID}`)[0] ?? "",
      styles: text("head > style"),
      worker: own.worker,
      icon: icon.startsWith("data:image/svg+xml;base64,") ? atob(icon.slice(26)) : "",
      licenses: text(`#${LICENSES_ID}`)[0] ?? "",
    };
  }
  return await pageAssets(async (path) => {
    if (path === "") throw new SelfContainedError(WORDS.noFile);
    // What a browser says of an answer that does not come tells nobody anything.
    const response = await fetch(new URL(path, document.baseURI)).catch(() => undefined);
    if (!response) {
      throw new SelfContainedError(WORDS.noAnswer(path));
    }
    if (!response.ok) throw new SelfContainedError(WORDS.unreadable(path, response.status));
    return await response.text();
  });
}

/**
 * A script as it can stand between script tags: what would end it, or what begins a comment, is
 * written with an escape that means the same inside of strings, templates and regular expressions.
 */
export function inlineScript(script: string): string {
  return script
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\u0000", "\\x00")
    .replace(/<(?=\/script|!--)/gi, "\\x3c");
}

/** A value as JSON that holds no "<", so that nothing in it can be taken for a tag. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function inlineStyle(style: string): string {
  return style.replace(/<(?=\/style|!--)/gi, "\\3c ");
}

/** Modules cannot be loaded from beside a file on disk: the scripts must be whole. */
function refuseImports(script: string, what: string): void {
  const found = /\b(?:from|import)\s*\(?\s*["'`](\.{0,2}\/[^"'`]{0,200})["'`]/.exec(script);
  if (found) {
    throw new SelfContainedError(WORDS.imports(what, found[1]));
  }
}

function titleOf(files: readonly CarriedFile[]): string {
  const names = files.map((f) => f.name.slice(0, 100)).slice(0, 3);
  return escaped(WORDS.title(names, files.length - names.length));
}

/** Text as it can stand in an element. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
}

function hashOf(script: string): string {
  return toBase64(sha256(encode(script)));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
