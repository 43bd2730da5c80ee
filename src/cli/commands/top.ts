import { itemAt } from "../../lib/must.js";
import type { Command, Io } from "../command.js";
import { UsageError } from "../exit-code.js";
import { type Flags, PROFILE_HELP, PROFILE_OPTIONS } from "../input/flags.js";
import { openFiles } from "../input/input.js";
import { headerLines } from "../output/file-header.js";
import { topAnswer } from "../output/top-answer.js";
import { TOP_DEFAULTS } from "../output/top-table.js";

export const top: Command = {
  name: "top",
  takes: "FILE... [--base FILE]",
  summary: "the table of `go tool pprof -top`",
  help: `The functions that hold most, line for line as \`go tool pprof -top\` prints them.
Several FILEs are summed.

  --base FILE       take this profile away; percentages are of both together
  --diff-base FILE  take this profile away; percentages are of its total
  --normalize       scale the profile to the base's total first
  -n, --nodecount N
                    at most N functions
  --nodefraction F  leave functions out that hold less than this share (0.005)
  --edgefraction F  calls of less than this share decide no inline mark (0.001)
  --cum             in the order of cum instead of flat
  --unit UNIT       B, kB, MB, GB, TB, PB; one that suits the table unless given
${PROFILE_HELP}

With --json every function is printed unless --nodecount or --nodefraction is given.`,
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
  if (flags.files.length === 0) throw new UsageError("top takes a FILE; see leaklens top --help");
  const base = flags.texts("base");
  const diffBase = flags.texts("diff-base");
  if (base.length > 0 && diffBase.length > 0) {
    throw new UsageError("--base and --diff-base exclude each other");
  }
  const normalize = flags.has("normalize");
  if (normalize && base.length + diffBase.length === 0) {
    throw new UsageError("--normalize needs --base or --diff-base");
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
    io.err("the filters leave no sample");
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
