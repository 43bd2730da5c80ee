import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { about } from "../../go-names.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import {
  beginsObject,
  type JsonObject,
  jsonObject,
  listOf,
  numberOf,
  objectOf,
  optionalList,
} from "../json-content.js";
import { isV8Root, MAX_V8_DEPTH, tooDeep, v8Frame } from "./v8-frames.js";

/** .cpuprofile of Chrome and `node --cpu-prof`. */
export const nodeCpu: Importer = {
  id: "cpuprofile",
  recognises: (content) =>
    beginsObject(content) && /"nodes"\s*:\s*\[\s*\{[^{}]*"callFrame"/.test(content.head),
  read: readCpu,
};

function* readCpu(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "thing.cpuprofile");
  const nodes = listOf(file.nodes, "nodes").map((n, i) => objectOf(n, `nodes[${i}]`));
  const indexOfId = new Map<number, number>();
  nodes.forEach((node, i) => {
    const id = numberOf(node.id, `nodes[${i}].id`);
    if (indexOfId.has(id)) throw new ProfileError(FORMATS_WORDS.v8.idTwice(`nodes[${i}]`, id));
    indexOfId.set(id, i);
  });
  const parent = parentsOf(nodes, indexOfId);
  const { hits, micros } = tallied(file, nodes, indexOfId);
  const builder = new ProfileBuilder([
    { type: "samples", unit: "count" },
    { type: "time", unit: "microseconds" },
  ]);
  const places = nodes.map((node, i) =>
    isV8Root(node, `nodes[${i}]`) ? -1 : v8Frame(node, builder, `nodes[${i}]`),
  );
  for (let i = 0; i < nodes.length; i++) {
    if (hits[i] === 0 && micros[i] === 0) continue;
    const stack: number[] = [];
    for (let n = i, depth = 0; n >= 0; n = parent[n]) {
      if (++depth > MAX_V8_DEPTH) throw tooDeep();
      if (places[n] >= 0) stack.push(places[n]);
    }
    builder.sample(stack, [hits[i], micros[i]]);
    if ((i & 0xfff) === 0xfff) yield i / nodes.length;
  }
  const start = numberOf(file.startTime ?? 0, "startTime");
  const end = numberOf(file.endTime ?? 0, "endTime");
  // The clock is one of the machine: it tells how long, not when.
  const durationNanos = BigInt(Math.max(0, Math.round(end - start))) * 1000n;
  return [{ name: "", profile: about(builder.done({ durationNanos }), "cpu") }];
}

/** Index of each node's parent, -1 for none; by `children`, or `parent` as traces have it. */
function parentsOf(
  nodes: readonly JsonObject[],
  indexOfId: ReadonlyMap<number, number>,
): Int32Array {
  const parent = new Int32Array(nodes.length).fill(-1);
  const indexAt = (id: unknown, where: string): number => {
    const index = indexOfId.get(numberOf(id, where));
    if (index === undefined) throw new ProfileError(FORMATS_WORDS.v8.noNode(where));
    return index;
  };
  nodes.forEach((node, i) => {
    if (node.parent !== undefined) parent[i] = indexAt(node.parent, `nodes[${i}].parent`);
    optionalList(node.children, `nodes[${i}].children`).forEach((id, c) => {
      parent[indexAt(id, `nodes[${i}].children[${c}]`)] = i;
    });
  });
  return parent;
}

/**
 * Samples and microseconds of each node. A sample lasts until the next one; without a list of
 * samples a node has its hitCount and no time.
 */
function tallied(
  file: JsonObject,
  nodes: readonly JsonObject[],
  indexOfId: ReadonlyMap<number, number>,
): { hits: Float64Array; micros: Float64Array } {
  const hits = new Float64Array(nodes.length);
  const micros = new Float64Array(nodes.length);
  const samples = optionalList(file.samples, "samples");
  const deltas = optionalList(file.timeDeltas, "timeDeltas");
  if (samples.length === 0) {
    nodes.forEach((node, i) => {
      hits[i] = numberOf(node.hitCount, `nodes[${i}].hitCount`, 0);
    });
    return { hits, micros };
  }
  const start = numberOf(file.startTime ?? 0, "startTime");
  const end = numberOf(file.endTime ?? 0, "endTime");
  let now = start;
  samples.forEach((id, s) => {
    const i = indexOfId.get(numberOf(id, `samples[${s}]`));
    if (i === undefined) throw new ProfileError(FORMATS_WORDS.v8.noNode(`samples[${s}]`));
    now += numberOf(deltas[s] ?? 0, `timeDeltas[${s}]`);
    const lasts =
      s + 1 < samples.length
        ? numberOf(deltas[s + 1] ?? 0, `timeDeltas[${s + 1}]`)
        : Math.max(0, end - now);
    hits[i]++;
    micros[i] += Math.max(0, lasts);
  });
  return { hits, micros };
}
