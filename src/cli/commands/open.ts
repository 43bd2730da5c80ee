import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Command, Io } from "../command.js";
import { Interrupted, UsageError } from "../exit-code.js";
import { helpText } from "../help-text.js";
import { COMMON_OPTIONS, type Flags } from "../input/flags.js";
import { readInput } from "../input/input.js";
import { withRecordings } from "../record/recorded-files.js";
import { pageFiles } from "../server/page-files.js";
import { servePage } from "../server/server.js";

const { of: say } = HELP_WORDS;

export const open: Command = {
  name: "open",
  takes: "FILE...",
  summary: () => say("open.summary"),
  help: () =>
    helpText(say("open.about"), [
      ["--port PORT", say("open.port")],
      ["--no-browser", say("open.no-browser")],
    ]),
  options: {
    ...COMMON_OPTIONS,
    port: { type: "string" },
    "no-browser": { type: "boolean" },
  },
  run,
};

/** From src/cli/commands and from build/cli alike the page lies in dist beside them. */
export function distFolder(): string {
  const built = import.meta.url.endsWith("/commands/open.ts") ? "../../../dist/" : "../../dist/";
  return fileURLToPath(new URL(built, import.meta.url));
}

async function run(flags: Flags, io: Io): Promise<void> {
  const port = flags.number("port", 0, true) ?? 0;
  if (port > 65_535) throw new UsageError(INPUT_WORDS.flags.port("port", String(port)));
  const page = await pageFiles(distFolder());
  const inputs = [];
  for (const file of await withRecordings(flags.files, "all", io)) {
    inputs.push(await readInput(file, io));
  }
  const server = await servePage(page, inputs, port);
  io.out(`${server.address}\n`);
  if (!flags.has("no-browser")) openBrowser(server.address, io);
  await new Promise<void>((resolve) => {
    if (io.signal.aborted) resolve();
    else io.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
  throw new Interrupted();
}

/** Starts the person's browser, and says where none could be. */
export function openBrowser(address: string, io: Io): void {
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [address]]
      : process.platform === "win32"
        ? ["rundll32", ["url.dll,FileProtocolHandler", address]]
        : ["xdg-open", [address]];
  const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
  child.on("error", () => io.err(COMMANDS_WORDS.noBrowser));
  child.unref();
}
