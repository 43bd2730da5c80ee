#!/usr/bin/env node
// A plugin of kubectl: `kubectl leaklens record ...` runs this with what follows the name. Flags of
// kubectl stand behind the command, as with all plugins: --context, --namespace, --kubeconfig.
import { existsSync } from "node:fs";

const built = new URL("../build/cli/leaklens.js", import.meta.url);
if (existsSync(built)) {
  const { start } = await import(built.href);
  await start(true);
} else {
  process.stderr.write("leaklens: it is not built yet: run npm run build first\n");
  process.exitCode = 1;
}
