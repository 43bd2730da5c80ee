import { defineConfig } from "vite";
import { Licenses } from "./scripts/licenses-plugin.js";
import { messagesPlugin } from "./scripts/messages-plugin.js";

const licenses = new Licenses();

/** The command line: one file for Node, dependencies included, beside the built page. */
export default defineConfig({
  publicDir: false,
  plugins: [messagesPlugin(), licenses.collector(), licenses.writer()],
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/cli/start.ts",
    target: "node20",
    outDir: "build/cli",
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        entryFileNames: "leaklens.js",
        codeSplitting: true,
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
});
