import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { SERVER_WORDS } from "../../words/terminal/server-words.js";
import { InputError } from "../exit-code.js";

/** The files of a built page: the part of the address behind the first slash, and the path. */
export type PageFiles = ReadonlyMap<string, string>;

/** Lists the files of a folder once. Only these are ever served, so no address leads out of it. */
export async function filesBelow(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), path);
  }
  return files;
}

/**
 * The files of the built page; "" is its index.html.
 * @throws InputError where there is no built page
 */
export async function pageFiles(folder: string): Promise<PageFiles> {
  const files = await filesBelow(folder).catch(() => new Map<string, string>());
  const index = files.get("index.html");
  if (!index) throw new InputError(SERVER_WORDS.noPage);
  files.set("", index);
  return files;
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

/** The content type by the name's ending; bytes of no type for profiles and the rest. */
export function contentType(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return TYPES[ending] ?? "application/octet-stream";
}
