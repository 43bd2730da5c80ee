import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page and its worker: static files that work from any path of any host. */
export default defineConfig({
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: { target: "es2023", outDir: "dist", chunkSizeWarningLimit: 900, sourcemap: false },
});
