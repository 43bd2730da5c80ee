import type { Io } from "../../src/cli/command.js";
import { main } from "../../src/cli/main.js";

/** What a call of leaklens leaves behind. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs leaklens in this process. */
export async function run(
  args: readonly string[],
  stdin: Uint8Array = new Uint8Array(0),
  signal: AbortSignal = new AbortController().signal,
  env: Io["env"] = {},
): Promise<Ran> {
  let out = "";
  let err = "";
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += `leaklens: ${line}\n`;
    },
    stdin: async () => stdin,
    env,
    colour: false,
    signal,
  };
  const status = await main(args, io);
  return { status, out, err };
}
