import { catalogue, type Values } from "../catalogue.js";
import formats from "../en/formats.json" with { type: "json" };

const { say, words } = catalogue("formats", formats);

type After<Prefix extends string, Key> = Key extends `${Prefix}.${infer Name}` ? Name : never;
type Key = keyof typeof formats;

/** What a file is that is no profile, and what to try with it. */
export type FileKind = After<"kind", Key>;
export type FileKindHint = After<"kindHint", Key>;
/** What a reader tells of a profile. */
export type NoteKey = After<"note", Key>;

/** Why a file of some format cannot be read, and what its reader tells of it. */
export const FORMATS_WORDS = words({
  kind: (kind: FileKind) => say(`kind.${kind}`),
  kindHint: (hint: FileKindHint) => say(`kindHint.${hint}`),
  note: (key: NoteKey, values: Values) => say(`note.${key}`, values),

  flamebearer: {
    values: (where: string, count: number, step: number) =>
      say("flamebearer.values", { where, count: `${count}`, step: `${step}` }),
    bar: (where: string) => say("flamebearer.bar", { where }),
  },
  folded: {
    noStack: "folded.noStack",
    noStackHint: "folded.noStack.hint",
    values: (n: number, before: number) => say("folded.values", { n, before: `${before}` }),
    valuesHint: "folded.values.hint",
  },
  heapText: { rate: "heapText.rate", figure: "heapText.figure" },
  dhatVersion: (version: number, known: number) =>
    say("dhat.version", { version: `${version}`, known: `${known}` }),
  dump: {
    noRecord: "dump.noRecord",
    noRecordHint: "dump.noRecord.hint",
    noObjects: "dump.noObjects",
    noAddress: (text: string) => say("dump.noAddress", { text }),
  },
  jemalloc: { noRecord: "jemalloc.noRecord", noRecordHint: "jemalloc.noRecord.hint" },
  massif: {
    many: (most: number) => say("massif.many", { most: `${most}` }),
    none: "massif.none",
    noneHint: "massif.none.hint",
    line: "massif.line",
    callers: "massif.callers",
  },
  perf: {
    line: "perf.line",
    lineHint: "perf.line.hint",
    kinds: (most: number) => say("perf.kinds", { most: `${most}` }),
  },
  otlp: {
    many: (most: number) => say("otlp.many", { most: `${most}` }),
    none: "otlp.none",
    firstString: "otlp.firstString",
    entry: (where: string, index: number, count: number) =>
      say("otlp.entry", { where, index: `${index}`, count: `${count}` }),
    version: (lacks: "dictionary" | "stacks") => say("otlp.version", { lacks }),
    versionHint: "otlp.version.hint",
  },
  parca: {
    broken: (end: "cut" | "damaged" | "limit", most: number) =>
      say("parca.broken", { end, most: `${most}` }),
    noBase64: "parca.noBase64",
  },
  printed: {
    list: "printed.list",
    listHint: "printed.list.hint",
    table: "printed.table",
    tableHint: "printed.table.hint",
    traces: "printed.traces",
    tracesHint: "printed.traces.hint",
    tree: "printed.tree",
    treeHint: "printed.tree.hint",
    broken: "printed.broken",
    brokenHint: "printed.broken.hint",
  },
  speedscope: {
    none: "speedscope.none",
    many: (count: number, most: number) =>
      say("speedscope.many", { count: `${count}`, most: `${most}` }),
    type: (where: string, type: string) => say("speedscope.type", { where, type }),
    weights: (where: string, samples: number, weights: number) =>
      say("speedscope.weights", { where, samples: `${samples}`, weights: `${weights}` }),
    earlier: (where: string) => say("speedscope.earlier", { where }),
    frames: (where: string, most: number) => say("speedscope.frames", { where, most: `${most}` }),
    close: (where: string) => say("speedscope.close", { where }),
  },
  v8: {
    idTwice: (where: string, id: number) => say("v8.idTwice", { where, id: `${id}` }),
    noNode: (where: string) => say("v8.noNode", { where }),
    deep: (most: number) => say("v8.deep", { most: `${most}` }),
  },
});
