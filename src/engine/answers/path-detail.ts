import { ownWidths } from "../../calltree/layout/layout.js";
import { findPath, pathText } from "../../calltree/path-hash.js";
import { adviceFor } from "../../kubernetes/advice/advice.js";
import {
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  STAGES,
} from "../../kubernetes/attribution/attribution.js";
import { objectBytes } from "../../kubernetes/object-size.js";
import { trendOf } from "../../lib/trend.js";
import { changeError } from "../../profile/sampling/sampling-error.js";
import { type Comparison, comparisonOf } from "../comparison.js";
import type { SampleTypeOfSet } from "../file-set.js";
import { hasStages } from "../has-stages.js";
import { kindKey, OTHER_KEY, UNKNOWN_KEY } from "../kind-key.js";
import type { Detail } from "../path-answers.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { functionPaths } from "./function-paths.js";
import { joinedMarks, movesFrames } from "./joined-nodes.js";
import { situationOf } from "./situation-of.js";
import { survivalOfNodes } from "./survival.js";

/** All about one path of the graph; null where the tree has no such path. */
export function detail(prepared: Prepared, question: Question, path: string): Detail | null {
  const { set, tree, paths, attribution } = prepared;
  const node = findPath(paths, path);
  if (node < 0) return null;
  const compared = comparisonOf(prepared, question);
  const { type, shown, self, baseSelf, sampling } = compared;
  const inside = subtree(tree.parent, node);
  const cum = sumInside(self, inside);
  const { variance } = compared;
  const cumVariance = sumInside(variance, inside);
  const baseCum = baseSelf ? sumInside(baseSelf, inside) : 0;
  const baseVariance = compared.baseVariance ? sumInside(compared.baseVariance, inside) : 0;
  const deltaError = baseSelf ? Math.sqrt(cumVariance + baseVariance) : 0;
  const objectsType = set.companion(type, "objects");
  const spaceType = set.companion(type, "space");
  const objects = objectsType ? sumInside(prepared.self(shown, objectsType), inside) : -1;
  const space = spaceType ? sumInside(prepared.self(shown, spaceType), inside) : 0;
  const survival = survivalOfNodes(prepared, question, type);
  const held = heldBy(compared, inside);
  const series = set.profiles.map((_, p) =>
    type.index[p] < 0 ? 0 : sumInside(prepared.self([p], type), inside),
  );
  const frame = tree.frame[node];
  const found = set.class(question.set);
  const trend =
    found.kind === "series" && found.restarts.length === 0
      ? trendOf(
          timesOf(found.order.map((p) => set.entries[p].facts.time)),
          found.order.map((p) => series[p]),
        )
      : undefined;
  const meanObject = objectBytes(set.profiles, attribution, set.frames, {
    profiles: shown,
    kind: held.kindIndex,
    inside: (p, s) => {
      const at = tree.sampleNode[p][s];
      return at >= 0 && inside[at] === 1;
    },
  });
  const staged = hasStages(set, shown);
  const share = held.all > 0 ? held.best / held.all : 0;
  return {
    path,
    name: node === 0 ? "all" : tree.frames.names[frame],
    file: node === 0 ? "" : tree.frames.files[frame],
    stack: stackOf(
      prepared,
      node,
      joinedMarks(prepared, question, shown, type),
      surenessIn(prepared, question, shown, type, inside),
    ),
    ...(node === 0 ? {} : { ofFunction: functionPaths(compared, frame) }),
    flat: self[node],
    cum,
    flatError: Math.sqrt(variance[node]),
    cumError: Math.sqrt(cumVariance),
    baseFlat: baseSelf?.[node] ?? 0,
    baseCum,
    baseError: Math.sqrt(baseVariance),
    objectsError: objectsType
      ? Math.sqrt(sumInside(prepared.variance(shown, objectsType), inside))
      : 0,
    deltaError,
    ...changeError(cum - baseCum, deltaError, Math.abs(cum) + Math.abs(baseCum), sampling),
    sampling,
    isDifference: compared.isDifference,
    isDelta: compared.isDelta,
    of: compared.of,
    unit: type.unit,
    objects,
    meanBytes: objects > 0 && spaceType ? space / objects : null,
    allocated: survival.allocated ? survival.allocated[node] : null,
    survival:
      survival.ofNode && !Number.isNaN(survival.ofNode[node]) ? survival.ofNode[node] : null,
    survivalRefused: survival.refused,
    kind: held.kind,
    kindShare: share,
    evidence: held.evidence,
    stages: staged ? held.stages : [],
    objectBytes: meanObject,
    series,
    trend: trend ? { slope: trend.slope, low: trend.low, high: trend.high } : null,
    advice: !staged
      ? []
      : adviceFor(
          situationOf({
            program: set.program(question.shown),
            stages: held.stages,
            kind: held.kind,
            evidence: held.evidence[0]?.name ?? "unknown",
            share: cum / (compared.of || 1),
            growth: cum - baseCum,
            set: found.kind,
            objectBytes: meanObject,
          }),
        ),
    joinedShare: joinedShare(prepared, shown, type, inside),
  };
}

/** Milliseconds, or positions where some file carries no time. */
function timesOf(times: readonly (number | undefined)[]): number[] {
  return times.every((t) => t !== undefined) ? (times as number[]) : times.map((_, i) => i);
}

function subtree(parent: Int32Array, node: number): Uint8Array {
  const inside = new Uint8Array(parent.length);
  inside[node] = 1;
  for (let n = node + 1; n < inside.length; n++) if (inside[parent[n]]) inside[n] = 1;
  return inside;
}

function sumInside(values: Float64Array, inside: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < inside.length; n++) if (inside[n]) sum += values[n];
  return sum;
}

/**
 * Which kind, evidence and stages hold the samples of a subtree, by what the graph's widths stand
 * for: of a frame that holds nothing any more those of the base, as its colour says.
 */
function heldBy(
  { prepared, shown, base, baseIsMedian, type, mode, scale }: Comparison,
  inside: Uint8Array,
) {
  const { tree, set, attribution } = prepared;
  const kinds = new Map<number, { after: number; before: number }>();
  const evidence = new Float64Array(EVIDENCE.length);
  const stages = new Float64Array(STAGES.length);
  const each = (
    profiles: readonly number[],
    visit: (p: number, s: number, value: number) => void,
  ) => {
    for (const p of profiles) {
      const values = set.values(p, type);
      const nodes = tree.sampleNode[p];
      for (let s = 0; s < nodes.length; s++) {
        const at = nodes[s];
        if (at >= 0 && inside[at]) visit(p, s, values[s]);
      }
    }
  };
  const add = (side: "after" | "before", factor: number) => (p: number, s: number, v: number) => {
    const k = attribution.kind[p][s];
    const sums = kinds.get(k) ?? { after: 0, before: 0 };
    sums[side] += v * factor;
    kinds.set(k, sums);
  };
  each(shown, add("after", 1));
  if (!baseIsMedian) each(base, add("before", scale));
  let kindIndex = KIND_UNKNOWN;
  let best = 0;
  let all = 0;
  let now = 0;
  for (const [k, { after, before }] of kinds) {
    const width = ownWidths(
      Float64Array.of(after),
      base.length > 0 ? Float64Array.of(before) : undefined,
      mode,
    )[0];
    all += width;
    if (width <= best) continue;
    best = width;
    kindIndex = k;
    now = after;
  }
  each(now === 0 && !baseIsMedian ? base : shown, (p, s, value) => {
    if (attribution.kind[p][s] !== kindIndex) return;
    evidence[attribution.evidence[p][s]] += value;
    stages[attribution.stage[p][s]] += value;
  });
  const named = (names: readonly string[], values: Float64Array) =>
    names
      .map((name, i) => ({ name, value: values[i] }))
      .filter((entry) => entry.value !== 0)
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return {
    kindIndex,
    kind:
      kindIndex === KIND_OTHER
        ? OTHER_KEY
        : kindIndex === KIND_UNKNOWN
          ? UNKNOWN_KEY
          : kindKey(attribution.kinds[kindIndex]),
    best,
    all,
    evidence: kindIndex >= 0 ? named(EVIDENCE, evidence) : [],
    stages: named(STAGES, stages),
  };
}

const MAX_STACK = 400;

function stackOf(
  prepared: Prepared,
  node: number,
  marks: Uint8Array,
  sureOf: (depth: number) => number,
): Detail["stack"] {
  const { tree, paths } = prepared;
  const out: { name: string; path: string; joined: boolean; sure: number }[] = [];
  for (let n = node; n > 0 && out.length < MAX_STACK; n = tree.parent[n]) {
    const joined = marks[n] === 1;
    out.push({
      name: tree.frames.names[tree.frame[n]],
      path: pathText(paths.low[n], paths.high[n]),
      joined,
      sure: joined ? sureOf(tree.depth[n]) : 1,
    });
  }
  return out.reverse();
}

/**
 * How sure joining is of the frame at a depth (1 is the root's child) of the stack in a subtree that
 * holds most; 1 where transforms moved the frames, so that they cannot be told apart.
 */
function surenessIn(
  prepared: Prepared,
  question: Question,
  profiles: readonly number[],
  type: SampleTypeOfSet,
  inside: Uint8Array,
): (depth: number) => number {
  const { joined, tree, set } = prepared;
  if (!joined || movesFrames(question)) return () => 1;
  let most = -1;
  let sureness = new Float32Array(0);
  for (const p of profiles) {
    const { offsets } = joined.added[p];
    const nodes = tree.sampleNode[p];
    const values = set.values(p, type);
    for (let s = 0; s < nodes.length; s++) {
      const value = Math.abs(values[s]);
      if (nodes[s] < 0 || !inside[nodes[s]] || value <= most) continue;
      if (offsets[s + 1] === offsets[s]) continue;
      most = value;
      sureness = joined.sureness[p].subarray(offsets[s], offsets[s + 1]) as typeof sureness;
    }
  }
  // The last one added is nearest the root.
  return (depth) => sureness[sureness.length - depth] ?? 1;
}

/** Share of a subtree's bytes on stacks that joining made longer. */
function joinedShare(
  prepared: Prepared,
  profiles: readonly number[],
  type: SampleTypeOfSet,
  inside: Uint8Array,
): number {
  const { joined, tree, set } = prepared;
  if (!joined) return 0;
  let held = 0;
  let all = 0;
  for (const p of profiles) {
    const { offsets } = joined.added[p];
    const nodes = tree.sampleNode[p];
    const values = set.values(p, type);
    for (let s = 0; s < nodes.length; s++) {
      const at = nodes[s];
      if (at < 0 || !inside[at]) continue;
      const value = Math.abs(values[s]);
      all += value;
      if (offsets[s + 1] > offsets[s]) held += value;
    }
  }
  return all > 0 ? held / all : 0;
}
