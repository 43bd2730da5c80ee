import { linkOf } from "../../link/create-link.js";
import { type EncodedLink, SAFE_CHARS } from "../../link/encode.js";
import { LINK_LIMITS } from "../../link/link-content.js";
import { LinkError } from "../../link/link-error.js";
import { viewToFragment } from "../../view/url.js";
import type { Command, Io } from "../command.js";
import { UsageError } from "../exit-code.js";
import { type Flags, PROFILE_HELP } from "../input/flags.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";

/** Variable that gives the page's address where --app does not. */
const APP_VARIABLE = "LEAKLENS_APP";

export const link: Command = {
  name: "link",
  takes: "FILE [--base FILE]",
  summary: "prints a self-contained link (--max CHARS, --app URL)",
  help: `Prints a link that carries the call tree itself: who opens it needs no file, and
what stands behind # is sent to no server. What is too small for its length is
summed up, totals stay exact. Truncated stacks are joined unless --no-assemble
is given.

  --base FILE       compare with this profile
  --max CHARS       longest length of the whole link, --app included (${SAFE_CHARS})
  --app URL         address of the page that the link opens in; else that of the
                    variable ${APP_VARIABLE}; without both the link begins with #
                    and is put behind the address of any such page
${PROFILE_HELP}

--json prints {"link", "chars", "nodes", "threshold", "restShare"}: every path of at
least the share threshold is in the link, restShare of the bytes is summed up.`,
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
    throw new UsageError(`--max ${max}: ${error.message}; ${error.hint}`);
  }
  const text = `${app}#${found.text}`;
  const { kept, threshold, restShare } = found;
  if (flags.has("json")) {
    const facts = { link: text, chars: text.length, nodes: kept, threshold, restShare };
    io.out(`${JSON.stringify(facts)}\n`);
    return;
  }
  io.out(`${text}\n`);
  io.err(`${text.length} characters: ${fidelity(found)}`);
  if (app === "") {
    io.err(`put it behind the address of the page; --app URL or ${APP_VARIABLE} does that`);
  }
}

function fidelity({ kept, threshold, restShare }: EncodedLink): string {
  return restShare > 0
    ? `every path of at least ${percent(threshold)}, ${kept} nodes; ${percent(restShare)} of the bytes summed up`
    : `every path, ${kept} nodes; nothing left out`;
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
    throw new UsageError(`${from} ${text} is no address: it begins with https://`);
  }
  if (!["https:", "http:", "file:"].includes(url.protocol)) {
    throw new UsageError(`${from} ${text} is no address of a page: it begins with https://`);
  }
  url.hash = "";
  return url.href;
}
