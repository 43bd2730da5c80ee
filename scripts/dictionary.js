// Makes the dictionary of frame names and calls that self-contained links refer to.
//
//   node scripts/dictionary.js 1 [folder...]    writes src/link/dictionary-1.ts from recordings
//                                               (folders of tests/fixtures)
//
// A dictionary that was ever given away is never written again: links name its number, and are
// read by it for ever. Make a new one beside it, and write links with that.
import { readdirSync, writeFileSync } from "node:fs";
import { runnerImport } from "vite";

const root = new URL("../", import.meta.url);
const [number, ...wanted] = process.argv.slice(2);
if (!/^[1-9][0-9]*$/.test(number ?? "")) {
  process.stderr.write("usage: node scripts/dictionary.js NUMBER [FOLDER...]\n");
  process.exit(2);
}
const load = async (path) => (await runnerImport(new URL(path, root).pathname)).module;
const { recording } = await load("tests/recordings.ts");
const { buildFrameTable } = await load("src/calltree/frame-table.ts");
const { buildCallTree, nodeSelf, nodeTotals } = await load("src/calltree/call-tree.ts");
const { canonicalName } = await load("src/profile/function-name.ts");
const { valuesOf } = await load("src/profile/profile.ts");
const { finish } = await load("src/lib/steps.ts");

const fixtures = new URL("tests/fixtures/", root);
const RECORDED = "audit-backlog configmap-list-storm five-masters full-depth leaking-operator";
const folders = wanted.length > 0 ? wanted : RECORDED.split(" ");
const files = folders.flatMap((f) =>
  readdirSync(new URL(`${f}/`, fixtures))
    .filter((name) => name.endsWith(".pb.gz"))
    .map((name) => `${f}/${name}`),
);

// Programs of our own are not public, and what a link knows must not depend on them.
const isPublic = (name) => !/^main\.|^leaklens|\$|`|\\|[\t\n]/.test(name);

/** For each name the names it calls, with the largest share of a recording that goes there. */
const calls = new Map([["", new Map()]]);
const folderOf = new Map();
for (const file of files) {
  const profile = await recording(file);
  const frames = buildFrameTable([profile]);
  const tree = finish(buildCallTree([profile], frames));
  const names = frames.names.map(canonicalName);
  const shares = profile.sampleTypes.map((_, t) => {
    const totals = nodeTotals(tree, nodeSelf(tree, 0, valuesOf(profile, t)));
    return totals.map((v) => v / (totals[0] || 1));
  });
  for (let node = 1; node < tree.nodeCount; node++) {
    const name = names[tree.frame[node]];
    const parent = tree.parent[node];
    const caller = parent === 0 ? "" : names[tree.frame[parent]];
    if (!isPublic(name)) continue;
    if (!calls.has(name)) calls.set(name, new Map());
    if (!calls.has(caller)) continue;
    const share = Math.max(...shares.map((s) => s[node]));
    const callees = calls.get(caller);
    callees.set(name, Math.max(callees.get(name) ?? 0, share));
    const key = `${caller}\t${name}`;
    folderOf.set(key, (folderOf.get(key) ?? new Set()).add(file.split("/")[0]));
  }
}

// A call that several programs make comes first, then the one that holds more.
const ranked = (caller) =>
  [...calls.get(caller)]
    .map(([name, share]) => ({ name, rank: folderOf.get(`${caller}\t${name}`).size + share * 8 }))
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1))
    .map((c) => c.name)
    .slice(0, 64);

const order = new Map();
const stack = [""];
while (stack.length > 0) {
  const name = stack.pop();
  if (order.has(name)) continue;
  order.set(name, order.size);
  stack.push(...ranked(name).reverse());
}
for (const name of [...calls.keys()].sort()) if (!order.has(name)) order.set(name, order.size);

const lines = [...order.keys()].map((name) =>
  [name, ...ranked(name).map((callee) => order.get(callee).toString(36))].join("\t"),
);
writeFileSync(
  new URL(`src/link/dictionary${number}.ts`, root),
  `/**
 * Frame names of Go and Kubernetes, one a line, and which of them each calls (line numbers in
 * base 36, the likeliest first). Line 0 stands for the root. Made by scripts/dictionary.js; read
 * by links for ever, so never changed.
 */
export const DICTIONARY_${number} = \`${lines.join("\n")}\`;
`,
);
process.stdout.write(`${order.size} names, ${lines.join("\n").length} characters\n`);
