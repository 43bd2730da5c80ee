import { INPUT_WORDS } from "../words/terminal/input-words.js";
import type { Io } from "./command.js";
import { LOCAL_LIMITS } from "./input/read-file.js";
import { readAll } from "./input/read-limited.js";
import { pluginArgs } from "./kubectl-plugin.js";
import { main } from "./main.js";
import { usesColour } from "./output/colour.js";
import { KUBECTL_LEAKLENS, LEAKLENS } from "./program-name.js";

export { serveFolders } from "./server/static-server.js";

/**
 * Runs `leaklens` with this process's arguments, streams and signals, and ends it.
 * @param asPlugin it was started as a plugin of kubectl
 */
export async function start(asPlugin = false): Promise<void> {
  const program = asPlugin ? KUBECTL_LEAKLENS : LEAKLENS;
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  process.once("SIGTERM", () => interrupted.abort());
  // A reader that goes away (`| head`) is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  const io: Io = {
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`leaklens: ${line}\n`),
    stdin: () => readStdin(interrupted.signal),
    env: process.env,
    colour: usesColour(process.stdout.isTTY === true, process.env),
    signal: interrupted.signal,
  };
  const given = process.argv.slice(2);
  process.exitCode = await main(asPlugin ? pluginArgs(given) : given, io, program);
}

/** All of standard input, up to the limit. */
async function readStdin(signal: AbortSignal): Promise<Uint8Array> {
  return await readAll(INPUT_WORDS.stdin, process.stdin, LOCAL_LIMITS, signal, () =>
    process.stdin.destroy(),
  );
}
