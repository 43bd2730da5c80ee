#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../build/cli/leaklens.js", import.meta.url);
if (existsSync(built)) {
  const { start } = await import(built.href);
  await start();
} else {
  process.stderr.write("leaklens: it is not built yet: run npm run build first\n");
  process.exitCode = 1;
}
