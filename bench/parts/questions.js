// Another question about a large file whose graph is there: until its graph can be painted, in Node.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { collect, least, median, ratio, spent } from "../alternate.js";
import { sumSamples } from "../bounds.js";
import { builtEngine } from "../built.js";
import { large } from "../files.js";
import { milliseconds, times } from "../printed.js";

/** Rounds before those that count: code is compiled by then. */
const WARM = 3;
const BOUND = "its values summed over the whole tree";
const AIM = 100;
const AIM_INVERTED = 200;

export async function questions({ samples, rounds, tell }) {
  const made = await builtEngine();
  const profile = made.decodePprof(new Uint8Array(gunzipSync(readFileSync(large(samples)))));
  await made.loadKnowledge([profile]);
  const asked = questionsAbout(made, profile);
  const took = asked.map(() => ({ wall: [], processor: [] }));
  const bare = { wall: [], processor: [] };
  let nodes = 0;
  for (let round = -WARM; round < rounds; round++) {
    tell(`questions: round ${round + 1} of ${rounds}`);
    const { engine, question, tree } = opened(made, profile);
    nodes = tree.nodeCount;
    const note = (list, work) => {
      collect();
      const time = spent(work);
      if (round < 0) return;
      list.wall.push(time.wall);
      list.processor.push(time.processor);
    };
    note(bare, () => sumSamples(tree, made.valuesOf(profile, 0)));
    for (let i = 0; i < asked.length; i++) {
      const at = (i + round + WARM) % asked.length;
      const { change, ask = "glance", extra = { zoom: "" } } = asked[at];
      note(took[at], () => made.finish(engine.ask(ask, { ...question, ...change }, extra)));
    }
  }
  const rows = asked.flatMap(({ name, aim = AIM }, at) => [
    row(name, took[at].wall, bare.wall, aim),
    row("  processor time", took[at].processor, bare.processor, aim),
  ]);
  const title = `another question about ${samples.toLocaleString("en")} samples, ${nodes.toLocaleString("en")} nodes, until its graph can be painted (Node ${process.versions.node}, warm, ${rounds} rounds)`;
  return [{ title, rows }];
}

function row(name, own, bare, aim) {
  return {
    name,
    median: milliseconds(median(own)),
    least: milliseconds(least(own)),
    compared: [{ name: BOUND, value: milliseconds(median(bare)), ratio: times(ratio(own, bare)) }],
    aim: `< ${aim} ms`,
  };
}

/** A new engine that has the file, and its graph. */
function opened({ Engine, finish, questionOf, DEFAULT_VIEW }, profile) {
  const engine = new Engine();
  engine.library.add("0", "file", profile);
  const files = [{ hash: "0", name: "file", size: 0, url: "" }];
  const question = questionOf({ ...DEFAULT_VIEW, files });
  finish(engine.ask("picture", question, undefined));
  const { tree } = finish(engine.prepare(question));
  return { engine, question, tree };
}

/** The questions: each by a name, what it changes, and its aim where that is another one. */
function questionsAbout(made, profile) {
  const { engine, question, tree } = opened(made, profile);
  const share = sharesOfFunctions(tree);
  const often = functionOf(tree, share, 0.43);
  const seldom = functionOf(tree, share, 0.1);
  const kind = largestKind(made, engine, question);
  const { sampleTypes } = profile;
  const step = (name, transform) => ({ name, change: { transforms: [transform] } });
  return [
    { name: `sample type ${sampleTypes[0].type}`, change: { sampleType: sampleTypes[0].type } },
    { name: "inverted", change: { inverted: true }, aim: AIM_INVERTED },
    { name: "search runtime", change: {}, ask: "search", extra: { pattern: "runtime" } },
    step(`focus, ${often.told}`, { do: "focus", pattern: often.pattern }),
    {
      name: "the same, inverted",
      change: { inverted: true, transforms: [{ do: "focus", pattern: often.pattern }] },
      aim: AIM_INVERTED,
    },
    step(`ignore, ${seldom.told}`, { do: "ignore", pattern: seldom.pattern }),
    step("collapse the package runtime", { do: "collapse", pattern: "runtime" }),
    step("hide functions of runtime", { do: "hide", pattern: "^runtime\\." }),
    step("show functions of k8s.io", { do: "show", pattern: "k8s\\.io" }),
    step(`show from, ${often.told}`, { do: "show-from", pattern: often.pattern }),
    step("merge recursion", { do: "merge-recursion" }),
    step("no inlined functions", { do: "no-inlines" }),
    step("a frame a file", { do: "granularity", pattern: "files" }),
    step("only objects of 1 kB and more", { do: "tagfocus", pattern: "bytes=1kb:" }),
    step("without objects of 1 kB and more", { do: "tagignore", pattern: "bytes=1kb:" }),
    step(`without ${kind}`, { do: "drop-kind", pattern: kind }),
  ];
}

/** For each frame the share of samples that have it. */
function sharesOfFunctions({ frames, frame, parent, sampleNode: [nodes], nodeCount }) {
  const ending = new Uint32Array(nodeCount);
  for (let s = 0; s < nodes.length; s++) ending[nodes[s]]++;
  const having = new Float64Array(frames.names.length);
  const last = new Int32Array(having.length);
  for (let end = 1; end < nodeCount; end++) {
    if (ending[end] === 0) continue;
    for (let n = end; n > 0; n = parent[n]) {
      if (last[frame[n]] === end) continue;
      last[frame[n]] = end;
      having[frame[n]] += ending[end];
    }
  }
  return having.map((count) => count / nodes.length);
}

/** A function that about so large a share of the samples have, as a pattern. */
function functionOf({ frames }, shares, wanted) {
  let best = 0;
  for (let f = 1; f < shares.length; f++) {
    if (Math.abs(shares[f] - wanted) < Math.abs(shares[best] - wanted)) best = f;
  }
  const pattern = frames.names[best].replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return { pattern, told: `${(shares[best] * 100).toFixed(0)}% of the samples` };
}

/** The key of the kind of most bytes. */
function largestKind({ finish }, engine, question) {
  return finish(engine.ask("kinds", question, undefined)).kinds[0].key;
}
