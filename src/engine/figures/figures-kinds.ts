import { buildFrameTable } from "../../calltree/frame-table.js";
import {
  attribute,
  KIND_OTHER,
  OTHER_CATEGORIES,
} from "../../kubernetes/attribution/attribution.js";
import { attributeTable, type TableKind } from "../../kubernetes/attribution/table-attribution.js";
import { finish } from "../../lib/steps.js";
import { featuresOf } from "../../profile/features.js";
import { ProfileBuilder } from "../../profile/profile-builder.js";
import type { KindRow, KindsAnswer } from "../answers.js";
import { kindKey } from "../kind-key.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { sidesOf } from "../sides.js";
import { type FunctionSide, figureSides } from "./figure-sides.js";

/** What the figures of one side say of kinds. */
export interface SideKinds {
  readonly kinds: readonly TableKind[];
  /** known to be no API object, by category */
  readonly other: Readonly<Record<string, number>>;
  readonly unknown: number;
  readonly total: number;
  readonly stages: Readonly<Record<string, number>>;
  stageOf(kind: TableKind): string;
}

/**
 * Kinds by what functions hold. A kind has at least the figure said: a table does not tell what
 * lies below other functions. Kinds, other and unknown add up to the total.
 */
export function figuresKinds(prepared: Prepared, question: Question): KindsAnswer {
  const { after, before, type } = figureSides(prepared, question);
  const { names } = prepared.set.frames;
  const isHeap = isHeapShown(prepared, question);
  const serves = mayServe(prepared, question);
  const now = sideKinds(names, after, isHeap, serves);
  const then = before && sideKinds(names, before, isHeap, serves);
  const rows = new Map<string, MutableRow>();
  const stages: Record<string, number> = {};
  const categories: Record<string, number> = {};
  for (const [side, sign] of [
    [now, 1],
    [then, -1],
  ] as const) {
    if (!side) continue;
    for (const kind of side.kinds) addKind(rows, kind, side.stageOf(kind), sign);
    addAll(stages, side.stages, sign);
    addAll(categories, side.other, sign);
  }
  const other = Object.values(categories).reduce((sum, v) => sum + v, 0);
  return {
    kinds: [...rows.values()].sort(
      (a, b) => Math.abs(b.total) - Math.abs(a.total) || (a.key < b.key ? -1 : 1),
    ),
    other,
    otherCategories: categories,
    unknown: now.unknown - (then?.unknown ?? 0),
    total: now.total - (then?.total ?? 0),
    of: after.total,
    stages,
    unit: type.unit,
    isDifference: before !== undefined || after.isDifference,
    connections: "",
  };
}

type MutableRow = {
  -readonly [K in keyof KindRow]: KindRow[K] extends Readonly<Record<string, number>>
    ? Record<string, number>
    : KindRow[K];
};

function addKind(
  rows: Map<string, MutableRow>,
  { kind, evidence, value }: TableKind,
  stage: string,
  sign: number,
): void {
  const key = kindKey(kind);
  let row = rows.get(key);
  if (!row) {
    row = {
      key,
      kind: kind.kind,
      group: kind.group,
      total: 0,
      before: 0,
      named: 0,
      shaped: 0,
      coGrowth: 0,
      meanObjectBytes: null,
      stages: {},
    };
    rows.set(key, row);
  }
  row.total += sign * value;
  if (sign < 0) row.before += value;
  row[evidence] += sign * value;
  row.stages[stage] = (row.stages[stage] ?? 0) + sign * value;
}

function addAll(
  into: Record<string, number>,
  from: Readonly<Record<string, number>>,
  sign: number,
) {
  for (const [key, value] of Object.entries(from)) into[key] = (into[key] ?? 0) + sign * value;
}

/**
 * @param isHeap a table of goroutines or of processor time has no kinds of objects
 * @param serves what the JSON encoder writes may be answers to requests
 */
export function sideKinds(
  names: readonly string[],
  side: FunctionSide,
  isHeap: boolean,
  serves: boolean,
): SideKinds {
  const present = names.flatMap((name, f) =>
    side.flat[f] !== 0 || side.cum[f] !== 0 ? [{ name, flat: side.flat[f], cum: side.cum[f] }] : [],
  );
  // What a difference adds up to is what its rows say; its total is the base's.
  const total = side.isDifference ? present.reduce((sum, r) => sum + r.flat, 0) : side.total;
  const found = isHeap ? attributeTable(present, total) : { kinds: [], unknown: total };
  const other = isHeap ? otherOf(present, found.unknown) : {};
  const unknown = Object.values(other).reduce((left, v) => left - v, found.unknown);
  const stageOf = stagesOf(present, serves);
  const stages: Record<string, number> = {};
  for (const kind of found.kinds) addAll(stages, { [stageOf(kind)]: kind.value }, 1);
  const rest = total - found.kinds.reduce((sum, k) => sum + k.value, 0);
  if (rest !== 0) addAll(stages, { other: rest }, 1);
  return { kinds: found.kinds, other, unknown, total, stages, stageOf };
}

interface NamedFigures {
  readonly name: string;
  readonly flat: number;
  readonly cum: number;
}

/** What functions allocated themselves that are known to be about no API object. */
function otherOf(rows: readonly NamedFigures[], room: number): Record<string, number> {
  const builder = new ProfileBuilder([{ type: "flat", unit: "" }]);
  for (const row of rows) builder.sample([builder.frame(row.name)], [1]);
  const alone = builder.done();
  const { kind, category } = finish(attribute([alone], buildFrameTable([alone], "exact")));
  const out: Record<string, number> = {};
  let left = room;
  rows.forEach(({ flat }, r) => {
    if (kind[0][r] !== KIND_OTHER || flat === 0) return;
    const value = flat > 0 ? Math.min(flat, Math.max(0, left)) : flat;
    if (value === 0) return;
    const name = OTHER_CATEGORIES[category[0][r]];
    out[name] = (out[name] ?? 0) + value;
    left -= value;
  });
  return out;
}

const FROM_ETCD = /\/etcd3\.\(\*store\)\.|\/etcd3\.(?:decode|appendListItem|decodeListItem)/;

/** The stage that a kind's function and the functions beside it speak for. */
function stagesOf(rows: readonly NamedFigures[], serves: boolean): (kind: TableKind) => string {
  const fromEtcd = Math.max(0, ...rows.filter((r) => FROM_ETCD.test(r.name)).map((r) => r.cum));
  return ({ evidence, function: name, value }) => {
    if (evidence === "shaped") return serves ? "json-response" : "other";
    if (/\.DeepCopy(?:Into|Object)?$/.test(name)) return "deep-copy";
    if (/\.(?:autoConvert|Convert)_/.test(name)) return "conversion";
    if (/\.Unmarshal\w*$/.test(name) && fromEtcd >= 0.9 * value) return "storage-decode";
    return "other";
  };
}

/** Whether the program may answer requests for objects: it is an apiserver, or nobody knows. */
export function mayServe(prepared: Prepared, question: Question): boolean {
  const { role } = prepared.set.program(question.shown);
  return role === "apiserver" || role === "other";
}

/** Whether what is shown is a heap, so that bytes are memory. */
function isHeapShown(prepared: Prepared, question: Question): boolean {
  const shown = prepared.set.profiles[sidesOf(question).shown[0]];
  return featuresOf(shown).subject === "heap";
}
