import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { Licenses } from "./scripts/licenses-plugin.js";
import { messagesPlugin } from "./scripts/messages-plugin.js";
import { buildServiceWorker, precachePlugin } from "./scripts/precache-plugin.js";
import { wholePagePlugin } from "./scripts/whole-page-plugin.js";

const licenses = new Licenses();
/** The service worker is built last, when its list of files has the notices in it. */
const ofServiceWorker = () =>
  buildServiceWorker(import.meta.dirname, { write: false }, [], [licenses.collector()]);

/** Modules that the start page has from the first moment on, and parts that come later use too. */
const STARTS_WITH = new RegExp(
  [
    "/node_modules/react/",
    "/src/(?:view/|stores/store-address|lib/must|profile/size-limits)",
    "/src/words/(?:language|catalogue|(?:en/)?(?:session|view|page/(?:start|controls|app))[-.])",
    "/src/ui/(?:controls/shortcut-table|app/(?:theme-choice|session-context))",
    "/src/session/(?:fetch-profile|file-store)",
  ].join("|"),
);

/**
 * The page and its worker: static files that work from any path of any host. What the start page
 * does not need is loaded when a file is opened.
 */
export default defineConfig({
  base: "./",
  plugins: [
    messagesPlugin(),
    react(),
    licenses.collector(),
    wholePagePlugin(),
    licenses.writer(ofServiceWorker),
    precachePlugin(),
  ],
  // What the worker and the late parts need is found before the first file is opened, not by it.
  optimizeDeps: { entries: ["index.html", "src/worker/worker.ts", "src/ui/**/*.tsx"] },
  worker: { format: "es", plugins: () => [messagesPlugin(), licenses.collector()] },
  build: {
    target: "es2023",
    outDir: "dist",
    chunkSizeWarningLimit: 1200,
    sourcemap: false,
    // What both the start page and a part that comes later need is one script, not one a module.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "start", test: STARTS_WITH }] } },
    },
    // What the page begins with is asked for at once; parts that come later load as they are needed.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, parts, { hostType }) => (hostType === "html" ? parts : []),
    },
  },
});
