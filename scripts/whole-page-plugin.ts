import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { afterBuild } from "./after-build.js";
import { messagesPlugin } from "./messages-plugin.js";

/** Where the page in one script stands in the build. */
const WHOLE = "whole";

/**
 * Builds the page once more beside itself, as one script, one style sheet and one worker: what a
 * self-contained page carries, with a manifest that names them. The page that is served loads most of its scripts when they are
 * needed, which a file on disk cannot.
 */
export function wholePagePlugin(): Plugin {
  return afterBuild("leaklens-whole-page", "post", async (config) => {
    const file = (name: string) => `${WHOLE}/${name}`;
    await build({
      configFile: false,
      root: config.root,
      base: "./",
      logLevel: "warn",
      publicDir: false,
      plugins: [messagesPlugin(), react()],
      worker: {
        format: "es",
        plugins: () => [messagesPlugin(), ...withoutMore()],
        rolldownOptions: {
          output: { codeSplitting: false, entryFileNames: file("worker.js") },
        },
      },
      build: {
        outDir: resolve(config.root, config.build.outDir),
        emptyOutDir: false,
        target: "es2023",
        manifest: file("manifest.json"),
        cssCodeSplit: false,
        modulePreload: false,
        chunkSizeWarningLimit: 2000,
        rolldownOptions: {
          input: resolve(config.root, "src/main.tsx"),
          output: {
            codeSplitting: false,
            entryFileNames: file("page.js"),
            assetFileNames: file("page[extname]"),
          },
        },
      },
    });
  });
}

/** Modules of the worker that a page in one script does without, and what stands in for them. */
const WITHOUT: Readonly<Record<string, string>> = {
  // A page that carries its files opens them at once: nothing is there to warm itself with.
  "/src/worker/warm-up-profiles.ts": "export const WARM_UP_PROFILES = [];",
  // Another worker would need an address of its own.
  "/src/worker/unpacking/start.ts": "export const startUnpacking = () => undefined;",
};

function withoutMore(): Plugin[] {
  return Object.entries(WITHOUT).map(([path, instead]) => ({
    name: `leaklens-without${path}`,
    load: (id) => (id.endsWith(path) ? instead : undefined),
  }));
}
