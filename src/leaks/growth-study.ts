import { STAGES } from "../kubernetes/vocabulary.js";
import type { Steps } from "../lib/steps.js";
import type { FrameNaming } from "./frame-roles.js";
import {
  type Entries,
  entriesOf,
  gather,
  type KindInStage,
  type SampleColumns,
} from "./holdings.js";
import { type Course, NATURE } from "./suspect-class.js";
import {
  explain,
  type Group,
  groupHoldings,
  type Holdings,
  type TreeShape,
} from "./suspect-paths.js";

/** What is studied: some profiles over one tree, and which of them are compared. */
export interface StudyInput {
  readonly tree: TreeShape;
  readonly naming: FrameNaming;
  /** one a profile; undefined for one that has no such sample type */
  readonly profiles: readonly (SampleColumns | undefined)[];
  /** variance of each sample's value, one a profile */
  readonly variances: readonly (Float64Array | undefined)[];
  /** what each sample had ever allocated, one a profile; undefined where survival is not known */
  readonly allocated: readonly (Float64Array | undefined)[] | undefined;
  /** profiles summed into what is shown */
  readonly shown: readonly number[];
  /** the profile that is compared with; undefined for one moment alone */
  readonly base: number | undefined;
  /** what is shown is a change: there is a base, or the profile is a difference itself */
  readonly isGrowth: boolean;
  /** the base's values are multiplied by this */
  readonly scale: number;
  /** all profiles of the process that is shown, in time; what is shown where that is not known */
  readonly life: readonly number[];
  /** milliseconds of each profile of the life */
  readonly times: readonly (number | undefined)[];
  /** what is compared is of one process */
  readonly oneLife: boolean;
  /** mean bytes between two sampled allocations; 0 where objects are counted */
  readonly rate: number;
}

/** What holds less of all memory is not looked at for being held. */
const SMALLEST_HELD = 0.01;

/** The groups worth a look, and what is known of each; arrays by group have one entry a group. */
export interface Study {
  /** first those that explain the growth, then those that hold a hundredth of the memory */
  readonly groups: readonly Group[];
  /** how many of the groups explain the growth */
  readonly explaining: number;
  /** growth of all that grew significantly, and the share of it that is explained; see explain */
  readonly significant: number;
  readonly explained: number;
  readonly keys: readonly KindInStage[];
  /** for each profile, the group of each of its samples, -1 for none */
  readonly groupOfSample: readonly Int32Array[];
  /** for each profile, live bytes by group */
  readonly held: readonly Float64Array[];
  /** bytes of what is shown */
  readonly total: number;
  readonly courses: readonly Course[];
  /** whether trends are over milliseconds, not over the count of snapshots */
  readonly timed: boolean;
}

/**
 * Gathers holdings into groups and finds out how each went from the base to what is shown.
 * @param most no more groups than so many are to explain the growth
 */
export function* study(input: StudyInput, most: number): Steps<Study> {
  const { tree, naming, profiles, shown, base, life } = input;
  const entries = entriesOf(profiles);
  yield 0.2;
  const live = profiles.map((p) => p?.values);
  const holdings = holdingsOf(input, entries);
  const bits = entries.keys.map((key, k) => (k === entries.rest ? 0 : stageBit(key.stage)));
  const grouping = yield* groupHoldings(tree, holdings, bits, naming, input.rate);
  const total = holdings.after.reduce((sum, v) => sum + Math.abs(v), 0);
  const growth = explain(input.isGrowth ? grouping.groups : [], most);
  const listed = new Set(growth.picked);
  grouping.groups.forEach(({ after }, g) => {
    if (after > 0 && after >= total * SMALLEST_HELD) listed.add(g);
  });
  const place = new Int32Array(grouping.groups.length).fill(-1);
  const groups = [...listed].map((g, i) => {
    place[g] = i;
    return grouping.groups[g];
  });
  const groupOfSample = entries.ofSample.map((of) =>
    of.map((entry) => (entry < 0 ? -1 : place[grouping.groupOf[entry]])),
  );
  const byGroup = (p: number, column: Float64Array | undefined): Float64Array =>
    column ? gather(groupOfSample[p], column, groups.length) : new Float64Array(groups.length);
  const held = profiles.map((_, p) => byGroup(p, live[p]));
  const buffers = buffersOf(input, groupOfSample, groups.length);
  const allocated =
    input.allocated && base !== undefined
      ? difference(
          byGroup(shown[0], input.allocated[shown[0]]),
          byGroup(base, input.allocated[base]),
        )
      : undefined;
  const { allocated: ever } = input;
  const everBy = ever && life.map((p) => byGroup(p, ever[p]));
  const load = life.map((p) => loadOf(input, p));
  const received = life.map((p) => receivedOf(input, p));
  const known = input.times.filter((t) => t !== undefined);
  const timed = known.length === input.times.length;
  const at = timed ? known : input.times.map((_, i) => i);
  return {
    groups,
    explaining: growth.picked.length,
    significant: growth.significant,
    explained: growth.explained,
    keys: entries.keys,
    groupOfSample,
    held,
    total,
    courses: groups.map((group, g) => {
      const series = life.map((p) => held[p][g]);
      const ever = series.reduce((sum, v) => sum + v, 0);
      const { before, after, z } = group;
      return {
        nature: NATURE[STAGES[entries.keys[group.key].stage]],
        before,
        after,
        z,
        survival: survivalOf(group.growth, allocated?.[g]),
        oneLife: input.oneLife,
        series,
        times: at,
        load,
        received,
        buffers: ever > 0 ? buffers[g] / ever : 0,
        allocated: everBy?.map((bytes) => bytes[g]),
      };
    }),
    timed,
  };
}

/** What each entry held in the base, and holds in what is shown, with the variance of the change. */
function holdingsOf(input: StudyInput, entries: Entries): Holdings {
  const { profiles, variances, shown, base, scale } = input;
  const { count } = entries;
  const sumOver = (
    of: readonly number[],
    columns: readonly (Float64Array | undefined)[],
    by: number,
  ): Float64Array => {
    const out = new Float64Array(count);
    for (const p of of) {
      const column = columns[p];
      if (column) gather(entries.ofSample[p], column, count, by, out);
    }
    return out;
  };
  const sides = base === undefined ? [] : [base];
  const live = profiles.map((p) => p?.values);
  const variance = sumOver(shown, variances, 1);
  sumOver(sides, variances, scale * scale).forEach((v, i) => {
    variance[i] += v;
  });
  return {
    count,
    node: entries.node,
    key: entries.key,
    before: sumOver(sides, live, scale),
    after: sumOver(shown, live, 1),
    variance,
  };
}

/** What of each group is buffers that may be kept in a pool, over the life of the process. */
function buffersOf(
  input: StudyInput,
  groupOfSample: readonly Int32Array[],
  groups: number,
): Float64Array {
  const buffers = new Float64Array(groups);
  for (const p of input.life) {
    const profile = input.profiles[p];
    for (let s = 0; profile && s < profile.values.length; s++) {
      const g = groupOfSample[p][s];
      if (g >= 0 && isBuffer(input, profile, s)) buffers[g] += profile.values[s];
    }
  }
  return buffers;
}

/** For each stage whether it is a request's, or what was received. */
const IS_REQUEST = STAGES.map((stage) => NATURE[stage] === "request");
const IS_RECEIVED = STAGES.map((stage) => stage === "informer" || NATURE[stage] === "received");

/** Bit of a stage that Kubernetes' own frames tell; 0 for those of which only own code tells. */
function stageBit(stage: number): number {
  const name = STAGES[stage];
  return name === "application" || name === "other" ? 0 : 1 << stage;
}

/**
 * Whether a sample is a buffer that may be kept in a pool. What a request writes into is; elsewhere
 * a buffer is its owner's, as a cache of answers is, unless who fills it takes it from a pool.
 */
function isBuffer(
  { tree, naming }: StudyInput,
  { node: nodes, stage }: SampleColumns,
  s: number,
): boolean {
  let node = nodes[s];
  if (!(node > 0) || naming.buffer[tree.frame[node]] !== 1) return false;
  if (IS_REQUEST[stage[s]]) return true;
  while (node > 0 && naming.buffer[tree.frame[node]] === 1) node = tree.parent[node];
  return node > 0 && naming.pooling[tree.frame[node]] === 1;
}

/** What requests hold in one profile, buffers aside. */
function loadOf(input: StudyInput, p: number): number {
  const profile = input.profiles[p];
  let load = 0;
  for (let s = 0; profile && s < profile.values.length; s++) {
    if (!IS_REQUEST[profile.stage[s]] || profile.node[s] < 0) continue;
    if (!isBuffer(input, profile, s)) load += profile.values[s];
  }
  return load;
}

/** What watches decoded and informers hold in one profile. */
function receivedOf({ profiles }: StudyInput, p: number): number {
  const profile = profiles[p];
  let received = 0;
  for (let s = 0; profile && s < profile.values.length; s++) {
    if (profile.node[s] >= 0 && IS_RECEIVED[profile.stage[s]]) received += profile.values[s];
  }
  return received;
}

function difference(after: Float64Array, before: Float64Array): Float64Array {
  return after.map((v, i) => v - before[i]);
}

/** Live growth over what was allocated, 0 to 1; undefined where nothing was. */
function survivalOf(growth: number, allocated: number | undefined): number | undefined {
  if (allocated === undefined || !(allocated > 0)) return undefined;
  return Math.min(1, Math.max(0, growth / allocated));
}
