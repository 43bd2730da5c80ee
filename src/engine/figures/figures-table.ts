import { sortFrames } from "../../calltree/functions/function-table.js";
import type { FunctionTable } from "../answers.js";
import { samplingOfSides } from "../comparison.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { figureSides } from "./figure-sides.js";

/** The functions of a printed table, in pprof's order, as they were printed. */
export function figuresTable(prepared: Prepared, question: Question): FunctionTable {
  const { after, before, type } = figureSides(prepared, question);
  const { names } = prepared.set.frames;
  const flat = after.flat.map((v, f) => v - (before?.flat[f] ?? 0));
  const cum = after.cum.map((v, f) => v - (before?.cum[f] ?? 0));
  const present = names.flatMap((_, f) =>
    [after.flat[f], after.cum[f], before?.flat[f], before?.cum[f]].some((v) => v) ? [f] : [],
  );
  const frame = sortFrames(Int32Array.from(present), names, flat, cum);
  const pick = (of: ArrayLike<number>) => Float64Array.from(frame, (f) => of[f]);
  const none = new Float64Array(0);
  const isDelta = !before && after.isDifference;
  const zeros = () => new Float64Array(frame.length);
  // How far sampling was off cannot be told: a table has no counts of objects.
  const unknown = () => new Float32Array(frame.length);
  return {
    frame,
    flat: pick(after.flat),
    cum: pick(after.cum),
    baseFlat: before ? pick(before.flat) : isDelta ? zeros() : none,
    baseCum: before ? pick(before.cum) : isDelta ? zeros() : none,
    flatError: unknown(),
    cumError: unknown(),
    sideErrors:
      before || isDelta
        ? { flat: unknown(), cum: unknown(), baseFlat: unknown(), baseCum: unknown() }
        : undefined,
    flatObjects: none,
    cumObjects: none,
    survival: new Float32Array(0),
    pathLow: new Uint32Array(frame.length),
    pathHigh: new Uint32Array(frame.length),
    inline: Uint8Array.from(frame, (f) => after.inline[f]),
    isDelta,
    sampling: samplingOfSides(prepared.set, question, type),
    of: after.total,
    unit: type.unit,
    namesId: prepared.namesId,
  };
}
