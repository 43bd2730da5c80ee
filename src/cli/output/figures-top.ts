import { buildCallTree } from "../../calltree/call-tree.js";
import { buildFrameTable } from "../../calltree/frame-table.js";
import { sortFrames } from "../../calltree/functions/function-table.js";
import { itemAt, must } from "../../lib/must.js";
import { finish } from "../../lib/steps.js";
import type { Profile } from "../../profile/profile.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { UsageError } from "../exit-code.js";
import { chosenType, type Sides } from "../input/sides.js";
import type { TopAnswer, TopQuestion } from "./top-answer.js";
import { type TopOptions, type TopTable, tableUnit, topLines } from "./top-table.js";

/** Whether what is asked for is, or is compared with, a table that was printed. */
export function isOfTables({ files, bases }: Pick<TopQuestion, "files" | "bases">): boolean {
  return [...files, ...bases].some((p) => p.figures !== undefined);
}

/**
 * The table again of figures that were printed without stacks.
 * @throws UsageError where filters or a profile with stacks are asked for beside it
 */
export function figuresTop(question: TopQuestion): TopAnswer {
  const { files, bases, transforms, options, diffBase, normalize } = question;
  if (transforms.length > 0) {
    throw new UsageError(INPUT_WORDS.tables.noStacks);
  }
  if (normalize) throw new UsageError(INPUT_WORDS.tables.notNormalized);
  if ([...files, ...bases].some((p) => !p.figures)) {
    throw new UsageError(INPUT_WORDS.tables.alone);
  }
  const lead = itemAt(files, 0);
  const type = chosenType(lead, question.sample);
  const rows = new Map<string, { flat: number; cum: number; inline: number }>();
  let total = 0;
  const add = (profile: Profile, sign: number) => {
    const figures = figuresOf(profile);
    const { name: nameOf } = profile.functions;
    for (let r = 0; r < figures.count; r++) {
      const name = profile.strings.get(itemAt(nameOf, itemAt(figures.function, r)));
      const row = rows.get(name) ?? { flat: 0, cum: 0, inline: itemAt(figures.inline, r) };
      rows.set(name, row);
      row.flat += sign * itemAt(figures.flat, r);
      row.cum += sign * itemAt(figures.cum, r);
    }
  };
  for (const profile of files) add(profile, 1);
  for (const profile of bases) add(profile, -1);
  for (const p of diffBase ? bases : [...files, ...bases]) total += figuresOf(p).total;
  const names = [...rows.keys()];
  const all = [...rows.values()];
  const table = tableOfFigures(
    names,
    all.map((row) => row.flat),
    all.map((row) => row.cum),
    all.map((row) => row.inline),
    options,
  );
  const from = itemAt(lead.sampleTypes, type).unit;
  const unit = tableUnit(table, total, from, options.unit);
  const sides: Sides = { profiles: files, totals: [total], lead };
  const lines = () => topLines(table, names, total, from, unit, options);
  const tree = finish(buildCallTree(files, buildFrameTable(files, "exact")));
  return { sides, type, tree, names, table, total, unit, lines };
}

function figuresOf(profile: Profile) {
  return must(profile.figures, "the figures of a printed table");
}

function tableOfFigures(
  names: readonly string[],
  flat: readonly number[],
  cum: readonly number[],
  inline: readonly number[],
  options: TopOptions,
): TopTable {
  const sums = { flat: Float64Array.from(flat), cum: Float64Array.from(cum) };
  const all = names.flatMap((_, f) => (flat[f] !== 0 || cum[f] !== 0 ? [f] : []));
  const whole = Math.abs(flat.reduce((sum, v) => sum + v, 0));
  const cutoff = Math.trunc(whole * options.nodeFraction);
  const above = cutoff > 0 ? all.filter((f) => Math.abs(itemAt(cum, f)) >= cutoff) : all;
  const order = options.cumSort
    ? sortFrames(Int32Array.from(above), names, sums.cum, sums.flat)
    : sortFrames(Int32Array.from(above), names, sums.flat, sums.cum);
  return {
    frames: options.nodeCount > 0 ? order.slice(0, options.nodeCount) : order,
    sums,
    inline: Uint8Array.from(inline),
    dropped: all.length - above.length,
    outOf: above.length,
  };
}
