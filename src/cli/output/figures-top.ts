import { buildCallTree } from "../../calltree/call-tree.js";
import { buildFrameTable } from "../../calltree/frame-table.js";
import { sortFrames } from "../../calltree/functions/function-table.js";
import { finish } from "../../lib/steps.js";
import type { Profile } from "../../profile/profile.js";
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
    throw new UsageError("a printed table has no stacks that could be filtered");
  }
  if (normalize) throw new UsageError("a printed table cannot be normalized");
  if ([...files, ...bases].some((p) => !p.figures)) {
    throw new UsageError(
      "a printed table can be summed or compared with printed tables alone; `leaklens kinds` compares it with a profile",
    );
  }
  const lead = files[0]!;
  const type = chosenType(lead, question.sample);
  const names: string[] = [];
  const index = new Map<string, number>();
  const flat: number[] = [];
  const cum: number[] = [];
  const inline: number[] = [];
  let total = 0;
  const add = (profile: Profile, sign: number) => {
    const figures = profile.figures!;
    const { name: nameOf } = profile.functions;
    for (let r = 0; r < figures.count; r++) {
      const name = profile.strings.get(nameOf[figures.function[r]!]!);
      let f = index.get(name);
      if (f === undefined) {
        f = names.length;
        index.set(name, f);
        names.push(name);
        flat.push(0);
        cum.push(0);
        inline.push(figures.inline[r]!);
      }
      flat[f]! += sign * figures.flat[r]!;
      cum[f]! += sign * figures.cum[r]!;
    }
  };
  for (const profile of files) add(profile, 1);
  for (const profile of bases) add(profile, -1);
  for (const p of diffBase ? bases : [...files, ...bases]) total += p.figures!.total;
  const table = tableOfFigures(names, flat, cum, inline, options);
  const from = lead.sampleTypes[type]!.unit;
  const unit = tableUnit(table, total, from, options.unit);
  const sides: Sides = { profiles: files, totals: [total], lead };
  const lines = () => topLines(table, names, total, from, unit, options);
  const tree = finish(buildCallTree(files, buildFrameTable(files, "exact")));
  return { sides, type, tree, names, table, total, unit, lines };
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
  const above = cutoff > 0 ? all.filter((f) => Math.abs(cum[f]!) >= cutoff) : all;
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
