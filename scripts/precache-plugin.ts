import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { build, type Plugin } from "vite";
import { afterBuild } from "./after-build.js";

/** Files that are not for the page; what only the terminal says is built beside it all the same. */
const LEFT_OUT = /(^|\/)(serviceworker\.js|\.[^/]*|[^/]*\.map|of-terminal-[^/]*\.js)$/;

/**
 * Builds src/pwa/service-worker.ts beside the page once the page is written, with the list of all
 * files of the build and a hash of each, so that a worker differs whenever a file does.
 */
export function precachePlugin(): Plugin {
  return afterBuild("leaklens-precache", "post", async (config) => {
    const out = resolve(config.root, config.build.outDir);
    await buildServiceWorker(config.root, { outDir: out }, precacheList(out));
  });
}

/**
 * Builds the service worker.
 * @param output where to; `write: false` builds it for what the plugins see alone
 */
export async function buildServiceWorker(
  root: string,
  output: { outDir?: string; write?: false },
  files: ReturnType<typeof precacheList>,
  plugins: Plugin[] = [],
): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    plugins,
    define: {
      "self.__WB_MANIFEST": JSON.stringify(files),
      "process.env.NODE_ENV": JSON.stringify("production"),
    },
    build: {
      ...output,
      emptyOutDir: false,
      target: "es2023",
      rolldownOptions: {
        input: resolve(root, "src/pwa/service-worker.ts"),
        output: { format: "iife", entryFileNames: "serviceworker.js" },
      },
    },
  });
}

/** Every file below a folder with its revision; none where its name already has a hash. */
export function precacheList(folder: string): { url: string; revision: string | null }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: relative(folder, path).split(sep).join("/") }))
    .filter(({ url }) => !LEFT_OUT.test(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({
      url,
      revision: /^assets\/.*-[\w-]{8}\.\w+$/.test(url)
        ? null
        : createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16),
    }));
}
