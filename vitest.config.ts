import { defineConfig } from "vitest/config";
import { messagesPlugin } from "./scripts/messages-plugin.js";

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [messagesPlugin()],
        test: {
          name: "engine",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**"],
          environment: "node",
          setupFiles: ["tests/knowledge.ts", "tests/released-memory.ts"],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [messagesPlugin()],
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // What the page says is waited for: it may say it a moment later than it was asked.
          expect: { poll: { timeout: 15_000, interval: 50 } },
          fileParallelism: false,
          // A real browser on a loaded machine may miss a deadline once: the report says "retry".
          retry: 1,
        },
      },
    ],
  },
});
