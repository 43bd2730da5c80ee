import { linkOf } from "../../link/create-link.js";
import { type EncodedLink, SAFE_CHARS } from "../../link/encode.js";
import { LINK_LIMITS } from "../../link/link-content.js";
import { LinkError } from "../../link/link-error.js";
import { viewToFragment } from "../../view/url.js";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { UsageError } from "../exit-code.js";
import { helpText, profileFlags } from "../help-text.js";
import type { Flags } from "../input/flags.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";

/** Variable that gives the page's address where --app does not. */
const APP_VARIABLE = "LEAKLENS_APP";
/** What --json prints. */
const FIELDS = '{"link", "chars", "nodes", "threshold", "restShare"}';

const { of: say } = HELP_WORDS;
const WORDS = COMMANDS_WORDS.link;

export const link: Command = {
  name: "link",
  takes: "FILE [--base FILE]",
  summary: () => say("link.summary"),
  help: () =>
    helpText(
      say("link.about"),
      [
        ["--base FILE", say("link.base")],
        ["--max CHARS", say("link.max", { chars: String(SAFE_CHARS) })],
        ["--app URL", say("link.app", { variable: APP_VARIABLE })],
        ...profileFlags(),
      ],
      say("link.after", { fields: FIELDS }),
    ),
  options: { ...ONE_FILE_OPTIONS, max: { type: "string" }, app: { type: "string" } },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  const max = flags.number("max", 1, true) ?? SAFE_CHARS;
  const app = appAddress(flags, io);
  const room = Math.min(max - app.length - 1, LINK_LIMITS.characters);
  const session = await openOne("link", flags, io, true);
  const ask = {
    maxChars: room,
    names: session.files.map((file) => file.short),
    view: viewToFragment(session.view),
  };
  let found: EncodedLink;
  try {
    found = await session.run(linkOf(session.engine, session.question, ask));
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    throw new UsageError(WORDS.max(max, error.message, error.hint));
  }
  const text = `${app}#${found.text}`;
  const { kept, threshold, restShare } = found;
  if (flags.has("json")) {
    const facts = { link: text, chars: text.length, nodes: kept, threshold, restShare };
    io.out(`${JSON.stringify(facts)}\n`);
    return;
  }
  io.out(`${text}\n`);
  io.err(fidelity(text.length, found));
  if (app === "") {
    io.err(WORDS.noApp(APP_VARIABLE));
  }
}

function fidelity(chars: number, { kept, threshold, restShare }: EncodedLink): string {
  return restShare > 0
    ? WORDS.part(chars, kept, percent(threshold), percent(restShare))
    : WORDS.whole(chars, kept);
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}

/**
 * The page's address without a fragment; "" where none is given.
 * @throws UsageError
 */
function appAddress(flags: Flags, io: Io): string {
  const given = flags.text("app");
  const text = (given ?? io.env[APP_VARIABLE] ?? "").trim();
  if (text === "") return "";
  const from = given === undefined ? APP_VARIABLE : "--app";
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(WORDS.noAddress(from, text));
  }
  if (!["https:", "http:", "file:"].includes(url.protocol)) {
    throw new UsageError(WORDS.noPage(from, text));
  }
  url.hash = "";
  return url.href;
}
