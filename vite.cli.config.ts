import { defineConfig } from "vite";

/** The command line: one file for Node, dependencies included, beside the built page. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/cli/start.ts",
    target: "node20",
    outDir: "build/cli",
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: "leaklens.js", codeSplitting: false } },
  },
});
