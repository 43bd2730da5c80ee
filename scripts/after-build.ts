import type { Plugin, ResolvedConfig } from "vite";

/**
 * A plugin that does something once all files of a build are written.
 * @param order against what other plugins do then
 */
export function afterBuild(
  name: string,
  order: "pre" | "post",
  run: (config: ResolvedConfig) => Promise<void>,
): Plugin {
  let config: ResolvedConfig;
  let written = false;
  return {
    name,
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      written = true;
    },
    closeBundle: {
      order,
      sequential: true,
      async handler() {
        // A build that failed is closed too.
        if (written) await run(config);
      },
    },
  };
}
