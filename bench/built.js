// What is measured is built from the sources as they are.
import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { messagesPlugin } from "../scripts/messages-plugin.js";
import { SCRATCH } from "./files.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Where the built page lies. */
export const DIST = join(ROOT, "dist");
const OF_PAGE = ["src", "public", "scripts", "index.html", "vite.config.ts", "package-lock.json"];

/** The engine as one module for Node. */
export const builtEngine = () => built("bench/engine.entry.ts");
/** The server of folders as one module for Node. */
export const builtServer = () => built("src/cli/server/static-server.ts");

async function built(entry) {
  const outDir = join(SCRATCH, `${basename(entry, ".ts")}-${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    plugins: [messagesPlugin()],
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: entry,
      target: "node20",
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: "built.mjs", codeSplitting: false } },
    },
  });
  const made = await import(pathToFileURL(join(outDir, "built.mjs")).href);
  rmSync(outDir, { recursive: true });
  return made;
}

/** Builds the page unless the built one is newer than all that it is made of. */
export async function ensurePage() {
  const made = newest(join(DIST, "index.html"));
  if (made > 0 && OF_PAGE.every((part) => newest(join(ROOT, part)) <= made)) return;
  console.error("building the page");
  await build({ root: ROOT, logLevel: "error" });
}

/** When a file, or the youngest file of a folder, was written; 0 where there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
