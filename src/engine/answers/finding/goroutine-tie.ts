import { KIND_OTHER, KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { frameName } from "../../../kubernetes/frames/frame-pattern.js";
import { amountText, kindPlural } from "../../../kubernetes/words.js";
import { goroutineGroups } from "../../../leaks/goroutines/goroutine-groups.js";
import { featuresOf } from "../../../profile/features.js";
import { shortName } from "../../../profile/function-name.js";
import {
  type Profile,
  sampleTypeIndex,
  stackOfSample,
  valuesOf,
} from "../../../profile/profile.js";
import { GOROUTINE_WORDS } from "../../../words/finding-words.js";
import { LEAKS_WORDS } from "../../../words/leaks-words.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import type { ComparedGroup } from "./goroutine-finding.js";

/** A group is looked for in a heap from so many goroutines on. */
const MANY = 100;
const SHARE = 0.2;
/** Objects of one place in the program, one a goroutine: their numbers are that near. */
const NEAR = 0.25;

/**
 * What the largest group of goroutines has to do with a heap profile that is open beside it: what
 * the same code of the program (the type whose method they are in, or the package) allocated.
 * Sentences; none where no heap of the same program is open, or nothing there is of that code.
 */
export function tieTexts(
  prepared: Prepared,
  question: Question,
  groups: readonly ComparedGroup[],
): string[] {
  const total = groups.reduce((sum, g) => sum + g.now, 0);
  const group = standing(groups, total);
  const { profiles } = prepared.set;
  if (!group || !profiles[question.shown]) return [];
  const heaps = profiles.flatMap((p, i) =>
    isHeap(p) && isSameProgram(prepared, question.shown, i) ? [i] : [],
  );
  const tied = heaps
    .flatMap((heap) => {
      const found = allocatedBy(prepared, heap, ownerOf(group.group.name));
      return found ? [{ heap, ...found }] : [];
    })
    .sort((a, b) => b.bytes - a.bytes)[0];
  const code = tied ? codeText(tied, group.now, prepared.set.entries[tied.heap].name) : "";
  return [code, stacksText(prepared, heaps, total)].filter((text) => text !== "");
}

/**
 * The same told of a heap that is shown, with a goroutine profile of the same program beside it:
 * goroutines keep what they were started with.
 */
export function heapTieTexts(prepared: Prepared, question: Question): string[] {
  const { set } = prepared;
  const { shown } = question;
  if (!set.profiles[shown] || !isHeap(set.profiles[shown])) return [];
  const beside = set.profiles.findIndex(
    (p, i) => featuresOf(p).subject === "goroutines" && isSameProgram(prepared, shown, i),
  );
  if (beside < 0) return [];
  const counts = set.profiles.map((p, i) => (i === beside ? valuesOf(p, 0) : undefined));
  const groups = goroutineGroups(set.profiles, counts).map((group) => ({
    group,
    now: group.counts[beside],
    before: 0,
  }));
  const total = groups.reduce((sum, g) => sum + g.now, 0);
  const group = standing(groups, total);
  if (!group) return [];
  const { name, wait } = group.group;
  const found = allocatedBy(prepared, shown, ownerOf(name));
  const said = GOROUTINE_WORDS.tie.beside(
    set.entries[beside].name,
    group.now,
    shortName(name),
    LEAKS_WORDS.wait(wait),
  );
  return found ? [said, codeText(found, group.now, set.entries[shown].name)] : [said];
}

function isHeap(profile: Profile): boolean {
  return sampleTypeIndex(profile, "inuse_space") >= 0 && featuresOf(profile).subject === "heap";
}

/** The group of the program's own that is worth looking for in a heap. */
function standing(groups: readonly ComparedGroup[], total: number): ComparedGroup | undefined {
  return groups.find((g) => g.group.isOwn && g.now >= MANY && g.now >= SHARE * total);
}

function codeText(
  { bytes, objects, kind, fn }: Allocated,
  goroutines: number,
  name: string,
): string {
  const what = kind === undefined ? GOROUTINE_WORDS.tie.memory : kindPlural(kind);
  if (bytes === 0) {
    return GOROUTINE_WORDS.tie.notLive(name, what, shortName(fn));
  }
  const oneEach = Math.abs(objects / goroutines - 1) <= NEAR;
  return GOROUTINE_WORDS.tie.holds(
    name,
    amountText(bytes, "bytes"),
    what,
    shortName(fn),
    oneEach ? Math.round(objects) : undefined,
  );
}

/** Stacks are in no heap profile; a text of the heap has what the runtime counts of them. */
function stacksText({ set }: Prepared, heaps: readonly number[], goroutines: number): string {
  const stacks = heaps.map((p) => set.profiles[p].memStats?.stackInuse ?? 0).find((b) => b > 0);
  if (stacks === undefined || goroutines < MANY) return "";
  return GOROUTINE_WORDS.tie.stacks(
    amountText(stacks, "bytes"),
    amountText(stacks / goroutines, "bytes"),
  );
}

/** The type that a method is of, else the package: goroutines and what starts them share it. */
function ownerOf(name: string): string {
  const { package: path, func } = frameName(name);
  const receiver = /^\(\*?[^()]*\)\./.exec(func)?.[0];
  return receiver === undefined ? `${path}.` : `${path}.${receiver}`;
}

/** Builds tell programs apart, else their names: texts name no mapped file. */
function isSameProgram({ set }: Prepared, a: number, b: number): boolean {
  const [x, y] = [a, b].map((p) => set.profiles[p].mappings[0]?.buildId ?? "");
  if (x && y) return x === y;
  const name = set.program(a).name;
  return name !== "" && name === set.program(b).name;
}

interface Allocated {
  readonly bytes: number;
  /** of the place in the program that has most */
  readonly objects: number;
  readonly kind: string | undefined;
  /** the function of the owner that most is below */
  readonly fn: string;
}

/** What is live of what code of `owner` allocated, itself or in what it called. */
function allocatedBy(prepared: Prepared, heap: number, owner: string): Allocated | undefined {
  const { set, attribution } = prepared;
  const profile = set.profiles[heap];
  const { samples, locations, functions, strings } = profile;
  const bytesOf = valuesOf(profile, sampleTypeIndex(profile, "inuse_space"));
  const at = sampleTypeIndex(profile, "inuse_objects");
  const objectsOf = at < 0 ? undefined : valuesOf(profile, at);
  const nameOf = Array.from({ length: functions.count }, (_, f) => {
    const { package: path, func } = frameName(strings.get(functions.name[f]));
    return `${path}.${func}`;
  });
  const isOwner = nameOf.map((name) => name.startsWith(owner));
  const byFunction = new Map<number, number>();
  const byKind = new Map<number, number>();
  const byPlace = new Map<string, { bytes: number; objects: number }>();
  let bytes = 0;
  for (let s = 0; s < samples.count; s++) {
    const value = bytesOf[s];
    if (value < 0) continue;
    let fn = -1;
    let leaf = -1;
    for (const location of stackOfSample(samples, s)) {
      if (fn >= 0) break;
      for (let l = locations.lineOffsets[location]; l < locations.lineOffsets[location + 1]; l++) {
        const f = locations.lineFunction[l];
        if (leaf < 0) leaf = f;
        if (isOwner[f]) fn = f;
      }
    }
    if (fn < 0) continue;
    bytes += value;
    add(byFunction, fn, value);
    // What is not live yet counts as one: it says which kind the code makes.
    add(byKind, attribution.kind[heap][s], value || 1);
    const place = `${fn} ${leaf} ${s}`;
    byPlace.set(place, { bytes: value, objects: objectsOf?.[s] ?? 0 });
  }
  const fn = largest(byFunction);
  if (fn === undefined) return undefined;
  const kind = largest(byKind);
  const places = [...byPlace.values()].sort((a, b) => b.bytes - a.bytes);
  return {
    bytes,
    objects: places[0]?.objects ?? 0,
    kind:
      kind === undefined || kind === KIND_OTHER || kind === KIND_UNKNOWN
        ? undefined
        : attribution.kinds[kind].kind,
    fn: nameOf[fn],
  };
}

function add(sums: Map<number, number>, key: number, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function largest(sums: ReadonlyMap<number, number>): number | undefined {
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}
