import { itemAt } from "../../lib/must.js";
import { COMMANDS_WORDS } from "../../words/terminal/commands-words.js";
import { HELP_WORDS } from "../../words/terminal/help-words.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Command, Io } from "../command.js";
import { UsageError } from "../exit-code.js";
import { helpText, profileFlags } from "../help-text.js";
import { type Flags, PROFILE_OPTIONS } from "../input/flags.js";
import { openFiles } from "../input/input.js";
import { headerLines } from "../output/file-header.js";
import { topAnswer } from "../output/top-answer.js";
import { TOP_DEFAULTS } from "../output/top-table.js";

const { of: say } = HELP_WORDS;

export const top: Command = {
  name: "top",
  takes: "FILE... [--base FILE]",
  summary: () => say("top.summary"),
  help: () =>
    helpText(
      say("top.about"),
      [
        ["--base FILE", say("top.base")],
        ["--diff-base FILE", say("top.diff-base")],
        ["--normalize", say("top.normalize")],
        ["-n, --nodecount N", say("top.nodecount")],
        ["--nodefraction F", say("top.nodefraction")],
        ["--edgefraction F", say("top.edgefraction")],
        ["--cum", say("top.cum")],
        ["--unit UNIT", say("top.unit")],
        ...profileFlags(),
      ],
      say("top.after"),
    ),
  options: {
    ...PROFILE_OPTIONS,
    base: { type: "string", multiple: true },
    "diff-base": { type: "string", multiple: true },
    normalize: { type: "boolean" },
    nodecount: { type: "string", short: "n" },
    nodefraction: { type: "string" },
    edgefraction: { type: "string" },
    cum: { type: "boolean" },
    unit: { type: "string" },
  },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  if (flags.files.length === 0) throw new UsageError(INPUT_WORDS.takesFile("top"));
  const base = flags.texts("base");
  const diffBase = flags.texts("diff-base");
  if (base.length > 0 && diffBase.length > 0) {
    throw new UsageError(COMMANDS_WORDS.top.bothBases);
  }
  const normalize = flags.has("normalize");
  if (normalize && base.length + diffBase.length === 0) {
    throw new UsageError(COMMANDS_WORDS.top.normalize);
  }
  const json = flags.has("json");
  const nodeFraction = flags.number("nodefraction", 0, false);
  const options = {
    nodeCount: flags.number("nodecount", 0, true) ?? TOP_DEFAULTS.nodeCount,
    edgeFraction: flags.number("edgefraction", 0, false) ?? TOP_DEFAULTS.edgeFraction,
    cumSort: flags.has("cum"),
    unit: flags.text("unit") || TOP_DEFAULTS.unit,
  };
  const assemble = flags.assemble(false);
  const transforms = flags.transforms();
  const files = await openFiles(flags.files, io, "last");
  const bases = await openFiles([...base, ...diffBase], io, "last");
  // A printed table was cut when it was printed.
  const whole = json || files.some((f) => f.profile.figures);
  const answer = topAnswer({
    files: files.map((f) => f.profile),
    bases: bases.map((f) => f.profile),
    diffBase: diffBase.length > 0,
    normalize,
    sample: flags.text("sample"),
    transforms,
    assemble,
    options: {
      ...options,
      nodeFraction: nodeFraction ?? (whole ? 0 : TOP_DEFAULTS.nodeFraction),
    },
  });
  const { sides, type, table, total } = answer;
  if (table.frames.length === 0 && flags.activeFilters().length > 0) {
    io.err(INPUT_WORDS.filteredAll);
  }
  if (json) {
    const { names } = answer;
    const functions = Array.from(table.frames, (f) => ({
      name: itemAt(names, f),
      flat: itemAt(table.sums.flat, f),
      cum: itemAt(table.sums.cum, f),
    }));
    const { type: sampleType, unit } = itemAt(sides.lead.sampleTypes, type);
    io.out(`${JSON.stringify({ sampleType, unit, total, functions })}\n`);
    return;
  }
  const header = headerLines(sides, type, answer.unit, flags.activeFilters());
  io.out(`${[...header, ...answer.lines()].join("\n")}\n`);
}
