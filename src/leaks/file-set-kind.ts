import { lastOf } from "../lib/must.js";
import { isDeltaProfile } from "../profile/delta-profile.js";
import { canonicalName } from "../profile/function-name.js";
import type { Profile } from "../profile/profile.js";
import { recordedTime } from "../profile/recorded-time.js";
import { LEAKS_WORDS, type OrderKey } from "../words/leaks-words.js";
import { allocatedByStack, fallenShare } from "./allocation-counters.js";

/** What several files are to each other. */
export interface SetClass {
  readonly kind: "single" | "series" | "fleet" | "unrelated";
  /** why, in a sentence or two for the person; in the language that is spoken when it is read */
  readonly why: string;
  /** the files (indices) in time */
  readonly order: readonly number[];
  /** the files (indices, in time) that are the first after the process had restarted */
  readonly restarts: readonly number[];
}

const WORDS = LEAKS_WORDS.set;

/** Files of one moment: a person, or a loop over hosts, takes so long for a fleet. */
const ONE_MOMENT_SECONDS = 120;
/** Counters never fall in one process; this share of bytes allows for the rounding of formats. */
const FALLEN_SHARE = 0.002;
/** Two builds of one program share at least half of their functions, other programs a tenth. */
const FEW_SHARED = 0.2;
/** A young process has few functions, but nearly all of them are among those of an older one. */
const MOST_CONTAINED = 0.75;

/**
 * Says whether files are snapshots of one process (a series), of several that do the same (a
 * fleet) or have nothing to do with each other. What was allocated is counted from the start of
 * a process and never falls, on no path: that tells one process from another better than times.
 * @param names the files' names, which order those without a time
 * @param choice what the person says they are; order and restarts are found all the same
 */
export function classifySet(
  profiles: readonly Profile[],
  names: readonly string[],
  choice: "series" | "fleet" | "unrelated" | undefined,
): SetClass {
  if (profiles.length <= 1) {
    const order = profiles.map((_, i) => i);
    return setClass({ kind: "single", order, restarts: [] }, () => WORDS.one);
  }
  const course = courseOf(profiles, names);
  const found = judge(profiles, names, course);
  if (choice === undefined || choice === found.kind) return found;
  const { kind, order } = found;
  const restarts = choice === "series" ? course.falls.map((i) => course.order[i]) : found.restarts;
  return setClass({ kind: choice, order, restarts }, () => WORDS.chosen(kind, found.why));
}

/** A class that is kept says why in whatever language is spoken when that is asked. */
function setClass(found: Omit<SetClass, "why">, say: () => string): SetClass {
  return {
    ...found,
    get why() {
      return say();
    },
  };
}

/** Files in time, and where in that order allocation counters fall. */
interface Course {
  readonly order: readonly number[];
  /** how it was found; "" for by the files' own times */
  readonly how: OrderKey | "";
  /** positions in order whose counters are below those of the position before */
  readonly falls: readonly number[];
  /** whether the files have counters of what was allocated */
  readonly counted: boolean;
}

function courseOf(profiles: readonly Profile[], names: readonly string[]): Course {
  const allocated = profiles.map(allocatedByStack).filter((a) => a !== undefined);
  const counted = allocated.length === profiles.length && allocated.every((a) => a.total > 0);
  const fallsOf = (order: readonly number[]): number[] =>
    counted
      ? order
          .map((_, i) => i)
          .slice(1)
          .filter((i) => fallenShare(allocated[order[i - 1]], allocated[order[i]]) > FALLEN_SHARE)
      : [];
  const { order, how } = orderOf(profiles, names);
  const falls = fallsOf(order);
  if (how === "" || falls.length === 0 || !counted) return { order, how, falls, counted };
  // Names may tell nothing, but the counters themselves are a clock while one process runs.
  const grown = profiles
    .map((_, i) => i)
    .sort((a, b) => allocated[a].total - allocated[b].total || a - b);
  if (keepsTimes(profiles, grown) && fallsOf(grown).length === 0) {
    return { order: grown, how: "byAllocated", falls: [], counted };
  }
  return { order, how, falls, counted };
}

const collator = new Intl.Collator("en", { numeric: true });

function orderOf(
  profiles: readonly Profile[],
  names: readonly string[],
): { order: number[]; how: OrderKey | "" } {
  const order = profiles.map((_, i) => i);
  const byName = (a: number, b: number) =>
    collator.compare(names[a] ?? "", names[b] ?? "") || a - b;
  const byTime = (a: number, b: number) => {
    const x = recordedTime(profiles[a]);
    const y = recordedTime(profiles[b]);
    return x < y ? -1 : x > y ? 1 : byName(a, b);
  };
  const untimed = order.filter((i) => recordedTime(profiles[i]) === 0n);
  if (untimed.length === 0) return { order: order.sort(byTime), how: "" };
  order.sort(byName);
  const how = untimed.length === order.length ? "byNameNone" : "byNameSome";
  if (keepsTimes(profiles, order)) return { order, how };
  const timed = order.filter((i) => recordedTime(profiles[i]) !== 0n).sort(byTime);
  return {
    order: [...timed, ...untimed.sort(byName)],
    how: "byTime",
  };
}

/** Whether the times that there are rise in this order. */
function keepsTimes(profiles: readonly Profile[], order: readonly number[]): boolean {
  let last = 0n;
  for (const i of order) {
    const time = recordedTime(profiles[i]);
    if (time === 0n) continue;
    if (time < last) return false;
    last = time;
  }
  return true;
}

function judge(profiles: readonly Profile[], names: readonly string[], course: Course): SetClass {
  const { order, how, falls, counted } = course;
  const answer = (
    kind: SetClass["kind"],
    say: () => string,
    restarts: readonly number[] = [],
  ): SetClass =>
    setClass({ kind, order, restarts }, () => (how ? WORDS.ordered(say(), how) : say()));
  const odd = oddSampleTypes(profiles, names) ?? differenceAmong(profiles, names);
  if (odd) return answer("unrelated", odd);
  if (counted && falls.length === 0) return answer("series", () => WORDS.series);
  const strange = strangeFunctions(profiles, names);
  if (strange) return answer("unrelated", strange);
  const span = secondsBetween(profiles, order[0], lastOf(order));
  if (!counted) {
    return span !== undefined && span <= ONE_MOMENT_SECONDS
      ? answer("fleet", () => WORDS.fleetUncounted(span))
      : answer("series", () => WORDS.seriesUncounted);
  }
  const apart = falls.every((i) => {
    const gap = secondsBetween(profiles, order[i - 1], order[i]);
    return gap === undefined ? order.length > 2 : gap >= clearGap(profiles, order);
  });
  // Of a series most neighbours are of one life; of two files only the time between can tell.
  const lives = order.length === 2 || falls.length * 2 < order.length;
  if (apart && lives) {
    const restarts = falls.map((i) => order[i]);
    const say = () => WORDS.restarted(restarts.map((p) => fileName(names, p)));
    return answer("series", say, restarts);
  }
  return answer("fleet", () => WORDS.fleet(span));
}

const fileName = (names: readonly string[], p: number): string => names[p] || WORDS.file(p + 1);

/** Seconds that separate two lives of one process rather than two hosts asked in turn. */
function clearGap(profiles: readonly Profile[], order: readonly number[]): number {
  if (order.length === 2) return ONE_MOMENT_SECONDS;
  const gaps = order
    .slice(1)
    .map((i, n) => secondsBetween(profiles, order[n], i))
    .filter((gap) => gap !== undefined)
    .sort((a, b) => a - b);
  return Math.max(1, (gaps[gaps.length >> 1] ?? 0) / 4);
}

function secondsBetween(profiles: readonly Profile[], a: number, b: number): number | undefined {
  const from = recordedTime(profiles[a]);
  const to = recordedTime(profiles[b]);
  if (from === 0n || to === 0n) return undefined;
  return Number(to - from) / 1e9;
}

function oddSampleTypes(
  profiles: readonly Profile[],
  names: readonly string[],
): (() => string) | undefined {
  const first = new Set(profiles[0].sampleTypes.map((t) => t.type));
  for (let p = 1; p < profiles.length; p++) {
    const types = profiles[p].sampleTypes.map((t) => t.type);
    if (types.some((t) => first.has(t))) continue;
    return () => WORDS.oddTypes(fileName(names, p), types, names[0] || WORDS.firstFile, [...first]);
  }
  return undefined;
}

/** A file that is a change is no moment among others. */
function differenceAmong(
  profiles: readonly Profile[],
  names: readonly string[],
): (() => string) | undefined {
  const p = profiles.findIndex(isDeltaProfile);
  return p < 0 ? undefined : () => WORDS.difference(fileName(names, p));
}

/** The first file that has few functions in common with the one that has most. */
function strangeFunctions(
  profiles: readonly Profile[],
  names: readonly string[],
): (() => string) | undefined {
  const sets = profiles.map(functionNames);
  let lead = 0;
  for (let p = 1; p < sets.length; p++) if (sets[p].size > sets[lead].size) lead = p;
  const most = sets[lead];
  for (let p = 0; p < sets.length; p++) {
    const set = sets[p];
    if (p === lead || set.size === 0) continue;
    let shared = 0;
    for (const name of set) if (most.has(name)) shared++;
    const ofBoth = shared / (most.size + set.size - shared);
    if (ofBoth >= FEW_SHARED || shared / set.size >= MOST_CONTAINED) continue;
    const all = most.size + set.size - shared;
    return () => WORDS.strange(fileName(names, p), fileName(names, lead), shared, all);
  }
  return undefined;
}

function functionNames(profile: Profile): Set<string> {
  const { functions, strings } = profile;
  const out = new Set<string>();
  for (let f = 0; f < functions.count; f++) {
    const name = strings.get(functions.name[f]);
    if (name) out.add(canonicalName(name));
  }
  return out;
}
