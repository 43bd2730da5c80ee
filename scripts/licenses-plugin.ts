import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { afterBuild } from "./after-build.js";

/** Where the notices of all that is built in lie, beside the page. */
export const LICENSES = "licenses.txt";

/** A package of which a part is in the built files. */
export interface BuiltIn {
  readonly name: string;
  readonly version: string;
  /** as its package.json names it */
  readonly license: string;
  /** its licence and notice files, one after the other */
  readonly text: string;
}

/** Gathers the packages of which modules get into chunks; given to each build of a whole. */
export class Licenses {
  private readonly folders = new Set<string>();

  /** Put into a build, notes what is built in. */
  collector(): Plugin {
    return {
      name: "leaklens-licenses-collect",
      generateBundle: (_options, bundle) => {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          for (const id of chunk.moduleIds) this.note(id);
        }
      },
    };
  }

  /** Put into the build that writes the files: the notices of all builds, when they are done. */
  writer(before: () => Promise<void> = async () => {}): Plugin {
    return afterBuild("leaklens-licenses", "pre", async (config) => {
      await before();
      const out = resolve(config.root, config.build.outDir, LICENSES);
      writeFileSync(out, licensesText(config.root, this.packages()));
    });
  }

  /** Sorted by name. @throws where a package has no licence that can be passed on */
  packages(): BuiltIn[] {
    return [...this.folders].map(builtIn).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private note(id: string): void {
    const path = id.replaceAll("\\", "/").replace(/^\0/, "").replace(/\?.*$/, "");
    const at = path.lastIndexOf("/node_modules/");
    if (at < 0) return;
    const root = path.slice(0, at + "/node_modules/".length);
    const parts = path.slice(root.length).split("/");
    this.folders.add(root + parts.slice(0, parts[0]!.startsWith("@") ? 2 : 1).join("/"));
  }
}

function builtIn(folder: string): BuiltIn {
  const facts = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name: string };
  };
  if (!facts.license) throw new Error(`${facts.name} has no licence`);
  const files = readdirSync(folder)
    .filter((name) => /^((un)?licen[cs]e|copying|notice)/i.test(name))
    .sort();
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8").trim());
  const author = typeof facts.author === "string" ? facts.author : facts.author?.name;
  return {
    name: facts.name,
    version: facts.version,
    license: facts.license,
    text: texts.join("\n\n") || withoutFile(facts.name, facts.license, author),
  };
}

/**
 * What is passed on of a package that ships without the text of its licence: the text of that
 * licence, which is the project's own too.
 * @throws where it is another one
 */
function withoutFile(name: string, license: string, author: string | undefined): string {
  if (license !== "MIT") throw new Error(`${name} (${license}) has no licence file`);
  const own = readFileSync(new URL("../LICENSE", import.meta.url), "utf8");
  const terms = own.slice(own.indexOf("Permission is hereby"));
  return `MIT License\n\nCopyright (c) ${author ?? `the authors of ${name}`}\n\n${terms}`.trim();
}

/** The project's own licence, then each text once, with the packages it is of. */
export function licensesText(root: string, packages: readonly BuiltIn[]): string {
  const byText = new Map<string, BuiltIn[]>();
  for (const one of packages) {
    byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  }
  const parts = [...byText].map(([text, of]) => {
    const names = of.map((p) => `${p.name} ${p.version} (${p.license})`);
    return `${names.join("\n")}\n\n${text}`;
  });
  const own = join(root, "LICENSE");
  const ours = existsSync(own) ? readFileSync(own, "utf8").trim() : "";
  const line = `\n\n${"-".repeat(80)}\n\n`;
  return `${[`Leaklens\n\n${ours}`, ...parts].join(line)}\n`;
}
