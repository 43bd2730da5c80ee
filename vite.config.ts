import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { Licenses } from "./scripts/licenses-plugin.js";
import { buildServiceWorker, precachePlugin } from "./scripts/precache-plugin.js";

const licenses = new Licenses();
/** The service worker is built last, when its list of files has the notices in it. */
const ofServiceWorker = () =>
  buildServiceWorker(import.meta.dirname, { write: false }, [], [licenses.collector()]);

/**
 * The page and its worker: static files that work from any path of any host. One script each, so
 * that a self-contained page can carry them.
 */
export default defineConfig({
  base: "./",
  plugins: [react(), licenses.collector(), licenses.writer(ofServiceWorker), precachePlugin()],
  worker: { format: "es", plugins: () => [licenses.collector()] },
  build: {
    target: "es2023",
    outDir: "dist",
    // Tells a self-contained page which parts it is made of.
    manifest: "build-manifest.json",
    chunkSizeWarningLimit: 1200,
    sourcemap: false,
    modulePreload: false,
  },
});
