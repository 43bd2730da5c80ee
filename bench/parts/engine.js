// The way from a file's bytes to the figures of a view, step by step, in Node.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { Profile } from "pprof-format";
import { alternate, least, median, ratio, timed } from "../alternate.js";
import { readNames, readVarints, sumNodes, walkStacks } from "../bounds.js";
import { builtEngine } from "../built.js";
import { large, small } from "../files.js";
import { milliseconds, times } from "../printed.js";

/** Each step: its name, and the names of what it is compared with. */
const STEPS = [
  ["unpack", "zlib.gunzipSync"],
  ["decode", "a pass over the varints", "pprof-format"],
  ["frame table", "each name as text"],
  ["join", "a walk over the stacks"],
  ["attribute", "a walk over the stacks"],
  ["tree", "a walk over the stacks"],
  ["picture", "sums over the nodes"],
  ["file to picture", "gunzip and varints", "gunzip and pprof-format"],
  ["set"],
  ["table", "sums over the nodes"],
  ["kinds"],
  ["finding"],
  ["suspects", "sums over the nodes"],
  ["file to table", "go tool pprof -top"],
];
const PICTURE = ["unpack", "decode", "frame table", "join", "attribute", "tree", "picture"];
/** pprof-format takes part in so many rounds only, pprof in one: they are slow. */
const ROUNDS_OF_PPROF_FORMAT = 3;

export async function engine({ samples, rounds, tell }) {
  const made = await builtEngine();
  const groups = [];
  for (const [path, count] of [
    [small, rounds * 3],
    [large(samples), rounds],
  ]) {
    groups.push(await ofFile(made, path, count, tell));
  }
  return groups;
}

async function ofFile(made, path, rounds, tell) {
  const packed = new Uint8Array(readFileSync(path));
  const plain = new Uint8Array(gunzipSync(packed));
  const facts = {};
  const bare = await ground(made, plain);
  const took = await alternate(
    {
      ours: () => ours(made, packed, facts),
      other: (round) => others(bare, path, packed, plain, round),
    },
    rounds,
    (what) => tell(`engine, ${basename(path)}: ${what}`),
    path !== small,
  );
  const rows = STEPS.filter(([name]) => took[`ours.${name}`]).map(([name, ...against]) => {
    const own = took[`ours.${name}`];
    return {
      name,
      first: milliseconds(own[0]),
      median: milliseconds(median(own)),
      least: milliseconds(least(own)),
      compared: against
        .filter((other) => took[`other.${other}`])
        .map((other) => ({
          name: other,
          value: milliseconds(median(took[`other.${other}`])),
          ratio: times(ratio(own, took[`other.${other}`])),
        })),
    };
  });
  const { nodes, count, locations } = facts;
  const title = `engine: ${count.toLocaleString("en")} samples of ${(locations / count).toFixed(0)} locations, ${nodes.toLocaleString("en")} nodes, ${(plain.length / 1e6).toFixed(1)} MB unpacked (Node ${process.versions.node}, ${rounds} rounds)`;
  return { title, rows };
}

/** One whole way through a new engine; milliseconds of each step. */
async function ours(made, packed, facts) {
  const { Engine, finish, unpack, decodePprof, questionOf, DEFAULT_VIEW } = made;
  const took = {};
  const step = async (name, work) => {
    const { ms, result } = await timed(work);
    took[name] = ms;
    return result;
  };
  const plain = await step("unpack", () => unpack(packed));
  const profile = await step("decode", () => decodePprof(plain));
  await made.loadKnowledge([profile]);
  const engine = new Engine();
  engine.library.add("0", "file", profile);
  const file = { hash: "0", name: "file", size: packed.length, url: "" };
  const question = questionOf({ ...DEFAULT_VIEW, files: [file] });
  const set = await step("frame table", () => engine.set(question));
  await step("join", () => finish(set.joins()));
  await step("attribute", () => finish(set.attribution(true)));
  const prepared = await step("tree", () => finish(engine.prepare(question)));
  for (const name of ["picture", "set", "table", "kinds", "finding", "suspects"]) {
    await step(name, () => finish(engine.ask(name, question, undefined)));
  }
  took["file to picture"] = PICTURE.reduce((sum, name) => sum + took[name], 0);
  took["file to table"] = took["file to picture"] - took.picture + took.table;
  facts.nodes = prepared.tree.nodeCount;
  facts.count = profile.samples.count;
  const { stackOf, stackOffsets } = profile.samples;
  facts.locations = stackOf.reduce((n, k) => n + stackOffsets[k + 1] - stackOffsets[k], 0);
  return took;
}

/** What the comparisons work on: made once, since making it is not what they measure. */
async function ground({ Engine, finish, decodePprof, questionOf, DEFAULT_VIEW, ...made }, plain) {
  const engine = new Engine();
  const profile = decodePprof(plain);
  await made.loadKnowledge([profile]);
  engine.library.add("0", "file", profile);
  const files = [{ hash: "0", name: "file", size: 0, url: "" }];
  const question = questionOf({ ...DEFAULT_VIEW, files, joined: false });
  const { tree } = finish(engine.prepare(question));
  const self = made.nodeSelf(tree, 0, made.valuesOf(profile, profile.sampleTypes.length - 1));
  return { profile, tree, self, frames: engine.set(question).frames };
}

async function others({ profile, tree, self, frames }, path, packed, plain, round) {
  const took = {};
  const step = async (name, work) => {
    took[name] = (await timed(work)).ms;
  };
  await step("zlib.gunzipSync", () => gunzipSync(packed));
  await step("a pass over the varints", () => readVarints(plain));
  await step("each name as text", () => readNames(profile));
  await step("a walk over the stacks", () => walkStacks(profile, frames));
  await step("sums over the nodes", () => sumNodes(tree, self));
  took["gunzip and varints"] = took["zlib.gunzipSync"] + took["a pass over the varints"];
  if (round < ROUNDS_OF_PPROF_FORMAT) {
    await step("pprof-format", () => Profile.decode(plain));
    took["gunzip and pprof-format"] = took["zlib.gunzipSync"] + took["pprof-format"];
  }
  if (round === 0) {
    const { ms, result } = await timed(() => goTop(path));
    if (result) took["go tool pprof -top"] = ms;
  }
  return took;
}

let hasGo = true;

/** The whole program, from its start to the printed table. False where there is no Go. */
function goTop(path) {
  if (!hasGo) return false;
  const { status } = spawnSync("go", ["tool", "pprof", "-top", path], { stdio: "ignore" });
  hasGo = status === 0;
  return hasGo;
}
