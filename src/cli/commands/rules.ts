import { explainAttribution } from "../../kubernetes/attribution/explanation.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { itemAt } from "../../lib/must.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import type { Command, Io } from "../command.js";
import { helpText, profileFlags } from "../help-text.js";
import type { Flags } from "../input/flags.js";
import { ONE_FILE_OPTIONS, openOne } from "../input/opened-files.js";
import { plain } from "../output/text-table.js";

const MOST = 40;
const FRAMES = 12;

const { of: say } = HELP_WORDS;

export const rules: Command = {
  name: "rules",
  takes: "FILE",
  summary: () => say("rules.summary"),
  help: () => helpText(say("rules.about"), [["--json", say("rules.json")], ...profileFlags()]),
  options: ONE_FILE_OPTIONS,
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  const session = await openOne("rules", flags, io, true);
  const { question, engine } = session;
  const prepared = await session.run(engine.upright(question));
  const { set, attribution, joined } = prepared;
  const p = question.shown;
  const type = set.sampleType(question.sampleType, p);
  const groups = explainAttribution(
    itemAt(set.profiles, p),
    set.values(p, type),
    set.frames,
    p,
    attribution,
    set.program(p).role,
    joined?.added[p],
  );
  if (flags.has("json")) {
    io.out(`${JSON.stringify(groups)}\n`);
    return;
  }
  const total = groups.reduce((sum, g) => sum + Math.abs(g.value), 0) || 1;
  for (const g of groups.slice(0, MOST)) {
    const said = [g.kind, g.evidence, g.stage, g.category].filter(Boolean).join(" · ");
    io.out(`${shareText(g.value / total)} ${amountText(g.value, type.unit)}  ${said}\n`);
    const by = [g.activity, g.handling, g.other].filter(Boolean).map(plain);
    for (const line of by) io.out(`    ${line}\n`);
    io.out(`    ${g.stack.slice(0, FRAMES).map(shortOf).map(plain).join(" < ")}\n`);
  }
}

function shortOf(name: string): string {
  const bracket = name.indexOf("[");
  return name.slice(name.lastIndexOf("/", bracket < 0 ? undefined : bracket) + 1);
}
