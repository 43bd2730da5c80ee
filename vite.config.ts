import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precachePlugin } from "./scripts/precache-plugin.js";

/**
 * The page and its worker: static files that work from any path of any host. One script each, so
 * that a self-contained page can carry them.
 */
export default defineConfig({
  base: "./",
  plugins: [react(), precachePlugin()],
  worker: { format: "es" },
  build: {
    target: "es2023",
    outDir: "dist",
    chunkSizeWarningLimit: 1200,
    sourcemap: false,
    modulePreload: false,
  },
});
