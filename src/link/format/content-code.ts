import type { SampleType } from "../../profile/profile.js";
import type { BitCoder } from "../coding/bit-coder.js";
import { codeBelow, codePlain, MAX_NUMBER, NumberModel } from "../coding/contexts.js";
import type { TextModel } from "../coding/text-model.js";
import type { Dictionary } from "../dictionary.js";
import { LINK_LIMITS, type LinkContent, type LinkFile } from "../link-content.js";
import { codeCarried } from "./answers-code.js";
import { codeTree } from "./tree-code.js";

/** What is coded: a link's content but what is computed from it. */
export type Coded = Omit<LinkContent, "restShare" | "id">;

const HEAP_TYPES: readonly SampleType[] = [
  { type: "alloc_objects", unit: "count" },
  { type: "alloc_space", unit: "bytes" },
  { type: "inuse_objects", unit: "count" },
  { type: "inuse_space", unit: "bytes" },
  { type: "space", unit: "bytes" },
];
const USUAL_PERIOD = 524_288;
const MAX_NOTES = 16;
/** Thresholds are told in millionths. */
export const THRESHOLD_PARTS = 1e6;

/**
 * Codes the content of a link: types, files, the view, the answers, the tree. See
 * docs/permalinks.md.
 * @param content undefined to decode; its tree in the order that `ordered` gives
 * @throws LinkError where what is read is beyond LINK_LIMITS
 */
export function codeLink(
  coder: BitCoder,
  known: Dictionary,
  texts: TextModel,
  content: Coded | undefined,
): Coded {
  const types = codeList(coder, LINK_LIMITS.types, content?.types, 1, (type) =>
    codeType(coder, texts, type),
  );
  const hasPeriod = coder.code(content?.periodType ? 1 : 0, 60_000);
  const periodType = hasPeriod ? codeType(coder, texts, content?.periodType) : undefined;
  const threshold = codeThreshold(coder, content?.threshold ?? 0);
  const numbers = new NumberModel(2);
  let before: LinkFile | undefined;
  const files = codeList(coder, LINK_LIMITS.files, content?.files, 1, (file) => {
    before = codeFile(coder, texts, numbers, file, before);
    return before;
  });
  const view = texts.code(coder, content?.view ?? "");
  const notes = codeList(coder, MAX_NOTES, content?.notes, 0, (note) =>
    texts.code(coder, note ?? ""),
  );
  const shape = { files: files.length, types: types.length };
  const tree = codeTree(coder, shape, known, texts, content?.tree);
  const carried = codeCarried(coder, texts, tree, content?.carried);
  return { files, types, periodType, tree, threshold, notes, view, carried };
}

/** A list of `least` to `most` entries. */
function codeList<T>(
  coder: BitCoder,
  most: number,
  list: readonly T[] | undefined,
  least: number,
  code: (entry: T | undefined) => T,
): T[] {
  const length = least + codeBelow(coder, most - least + 1, (list?.length ?? least) - least);
  return Array.from({ length }, (_, i) => code(list?.[i]));
}

function codeType(coder: BitCoder, texts: TextModel, type: SampleType | undefined): SampleType {
  const at = HEAP_TYPES.findIndex((t) => t.type === type?.type && t.unit === type.unit);
  const found = codeBelow(coder, HEAP_TYPES.length + 1, at < 0 ? HEAP_TYPES.length : at);
  const usual = HEAP_TYPES[found];
  if (usual) return usual;
  return { type: texts.code(coder, type?.type ?? ""), unit: texts.code(coder, type?.unit ?? "") };
}

function codeThreshold(coder: BitCoder, threshold: number): number {
  return codePlain(coder, 20, Math.round(threshold * THRESHOLD_PARTS)) / THRESHOLD_PARTS;
}

/** Times are milliseconds, after the first one as the difference to the file before. */
function codeFile(
  coder: BitCoder,
  texts: TextModel,
  numbers: NumberModel,
  file: LinkFile | undefined,
  before: LinkFile | undefined,
): LinkFile {
  const name = texts.code(coder, file?.name ?? "");
  const from = before?.time ?? 0;
  const step = (file?.time ?? 0) - from;
  const back = before ? coder.code(step < 0 ? 1 : 0, 8192) : 0;
  const size = numbers.code(coder, Math.abs(step), MAX_NUMBER, 0);
  const time = from + (back ? -size : size);
  const usual = before?.period ?? USUAL_PERIOD;
  const isUsual = coder.code(file?.period === usual ? 1 : 0, 60_000);
  const period = isUsual ? usual : numbers.code(coder, file?.period ?? 0, MAX_NUMBER, 1);
  return { name, time, period };
}
