import { HashIndex, hashWith, spreadHash } from "../../lib/hash-index.js";
import { ownNumbers, type SampleTable } from "../profile.js";

/** Labels `offsets[k] .. offsets[k + 1]` of the columns are list `k`. */
export type LabelColumns = Pick<
  SampleTable,
  "labelOffsets" | "labelKey" | "labelText" | "labelNumber" | "labelUnit"
>;

/** Lists are put together where no more than one in so many is another one. */
const WORTH = 4;

/**
 * The lists of labels of samples, each once: heap profiles have one for each size of objects, not
 * for each sample. Where many differ they are left as they are.
 */
export function sharedLabels(columns: LabelColumns): LabelColumns & { labelsOf: Int32Array } {
  const count = columns.labelOffsets.length - 1;
  const labelsOf = new Int32Array(count);
  const most = Math.floor(count / WORTH);
  const first: number[] = [];
  const index = new HashIndex();
  for (let s = 0; s < count; s++) {
    let list = index.first(hashOf(columns, s));
    while (list >= 0 && !isSame(columns, s, first[list])) list = index.next();
    if (list < 0) {
      if (first.length >= most) return { ...columns, labelsOf: ownNumbers(count) };
      list = index.add();
      first.push(s);
    }
    labelsOf[s] = list;
  }
  return { labelsOf, ...picked(columns, first) };
}

function hashOf(columns: LabelColumns, list: number): number {
  const { labelOffsets, labelKey, labelText, labelNumber, labelUnit } = columns;
  const end = labelOffsets[list + 1];
  let hash = 0;
  for (let i = labelOffsets[list]; i < end; i++) {
    hash = hashWith(hashWith(hash, labelKey[i]), labelText[i]);
    hash = hashWith(hashWith(hash, labelNumber[i]), labelNumber[i] / 2 ** 32);
    hash = hashWith(hash, labelUnit[i]);
  }
  return spreadHash(hash);
}

function isSame(columns: LabelColumns, a: number, b: number): boolean {
  const { labelOffsets, labelKey, labelText, labelNumber, labelUnit } = columns;
  const end = labelOffsets[a + 1];
  let k = labelOffsets[b];
  if (end - labelOffsets[a] !== labelOffsets[b + 1] - k) return false;
  for (let i = labelOffsets[a]; i < end; i++, k++) {
    if (labelKey[i] !== labelKey[k] || labelText[i] !== labelText[k]) return false;
    if (labelNumber[i] !== labelNumber[k] || labelUnit[i] !== labelUnit[k]) return false;
  }
  return true;
}

/** The columns of some lists alone. */
function picked(columns: LabelColumns, lists: readonly number[]): LabelColumns {
  const { labelOffsets, labelKey, labelText, labelNumber, labelUnit } = columns;
  const offsets = new Uint32Array(lists.length + 1);
  const from: number[] = [];
  for (let k = 0; k < lists.length; k++) {
    for (let i = labelOffsets[lists[k]]; i < labelOffsets[lists[k] + 1]; i++) from.push(i);
    offsets[k + 1] = from.length;
  }
  return {
    labelOffsets: offsets,
    labelKey: Uint32Array.from(from, (i) => labelKey[i]),
    labelText: Uint32Array.from(from, (i) => labelText[i]),
    labelNumber: Float64Array.from(from, (i) => labelNumber[i]),
    labelUnit: Uint32Array.from(from, (i) => labelUnit[i]),
  };
}
