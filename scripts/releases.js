// Makes the tables that tell releases by function names, in src/kubernetes/program: go-release-table.ts
// of Go itself, release-table.ts of all others, which is loaded when a profile has code of one.
//
//   node scripts/releases.js FOLDER
//
// FOLDER holds one NAME.txt.gz a Go module: a line `# MODULE: ...`, a line `# releases: v1.2.3 ...`
// (the last patch of each minor release, oldest first), then a line a function or method that not
// all of them have: a 0 or 1 a release, and its name behind the module's path. Go's own functions
// come from the lists of its API, which every Go installation has (`go env GOROOT`/api).
//
// Of these facts the table keeps what can reach a profile of a program in use, names as hashes of
// 30 bits. What it says is tried on the recordings in tests/kubernetes/program.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { runnerImport } from "vite";

const root = new URL("../", import.meta.url);
const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write("usage: node scripts/releases.js FOLDER\n");
  process.exit(2);
}
const load = async (path) => (await runnerImport(new URL(path, root).pathname)).module;
const { nameHash, HASH_LETTERS, letters } = await load("src/kubernetes/program/name-hash.ts");

/** Packages of tests, examples and generators, and generated code that few programs run. */
const LEFT_OUT = [
  /\/(?:applyconfigurations?|examples?|sample|test\w*|\w*testing|testutils?|fakes?|hack|mocks?|e2e)[/.]/,
  /k8s\.io\/client-go\/kubernetes\/typed\/(?!(?:core|apps|batch|coordination|discovery|rbac|networking|storage)\/v1\.)/,
  /k8s\.io\/client-go\/informers\/(?!factory|(?:core|apps|batch|coordination|discovery|rbac|networking|storage)\/v1\.)/,
  /k8s\.io\/client-go\/(?:listers|third_party|pkg\/apis)\//,
  /\/pkg\/client\/(?:clientset|informers|listers|clientset_generated)\//,
  /\/apis?\/(?:.*\/)?validation\.|k8s\.io\/kubernetes\/pkg\/apis?\/|\/pkg\/kubelet\/apis\/|\/pkg\/scheduler\/apis\//,
  /k8s\.io\/kubernetes\/pkg\/(?:volume|registry\/resource|credentialprovider|windows)\//,
  /k8s\.io\/kubernetes\/pkg\/(?:scheduler\/framework\/plugins|kubelet\/cm|generated\/openapi)[/.]/,
  /k8s\.io\/apiserver\/pkg\/apis\//,
];
/** Generated methods that allocate nothing that stays, and names that are not one function's. */
const IDLE =
  /(?:^|\.)(?:OpenAPIModelName|SwaggerDoc|XXX_\w+|ProtoMessage|Descriptor|GoString|String|APILifecycle\w+|ProtoReflect|Reset|Convert_\w+|autoConvert_\w+|SetDefaults_\w+|init|main|_)$/;

/** Packages of Go's own that no profile of a service shows. */
const GO_LEFT_OUT =
  /^(?:syscall|go|debug|testing|image|text|html|embed|plugin|expvar|index)(?:\/|$)/;
/** The oldest release of Go that is told apart. */
const OLDEST_GO = 16;

/** @returns {{module: string, releases: {major: number, minor: number}[], masks: Map<string, string>}} */
function readFacts(file) {
  const [head, listed, ...lines] = gunzipSync(readFileSync(file)).toString().split("\n");
  const module = /^# (\S+):/.exec(head)[1];
  const releases = listed
    .replace("# releases: ", "")
    .split(" ")
    .map((version) => {
      const [, major, minor] = /^v(\d+)\.(\d+)/.exec(version);
      return { major: Number(major), minor: Number(minor) };
    });
  const masks = new Map();
  for (const line of lines) {
    const at = line.indexOf(" ");
    if (at < 0) continue;
    const rest = line.slice(at + 1);
    const name = `${module}${rest.startsWith(".") ? "" : "/"}${rest}`;
    const func = name.slice(name.indexOf(".", name.lastIndexOf("/")) + 1);
    if (LEFT_OUT.some((left) => left.test(name)) || IDLE.test(func)) continue;
    masks.set(name, line.slice(0, at));
  }
  return { module, releases, masks };
}

/**
 * Bits for each minor release from the oldest to the newest of the table. A release that no source
 * was read of may have what either neighbour has, an older one than were read may have anything.
 */
function filled(mask, minors, from, to) {
  const has = new Map(minors.map((minor, i) => [minor, mask[i] === "1"]));
  let bits = 0;
  for (let minor = from; minor <= to; minor++) {
    const before = minors.filter((m) => m <= minor).at(-1);
    const after = minors.find((m) => m >= minor) ?? before;
    const may = before === undefined || has.get(before) || has.get(after);
    if (may) bits |= 1 << (minor - from);
  }
  return bits;
}

function section(module, from, to, bitsOf) {
  const groups = new Map();
  const all = 2 ** (to - from + 1) - 1;
  for (const [name, bits] of bitsOf) {
    if (bits === all || bits === 0) continue;
    if (!groups.has(bits)) groups.set(bits, new Set());
    groups.get(bits).add(letters(nameHash(name)));
  }
  const lines = [...groups]
    .sort((a, b) => a[0] - b[0])
    .map(([bits, hashes]) => `${bits.toString(36)} ${[...hashes].sort().join("")}`);
  const count = lines.reduce((n, line) => n + line.split(" ")[1].length / HASH_LETTERS, 0);
  process.stdout.write(`${module}: ${count} functions, ${groups.size} masks\n`);
  return [`# ${module} ${from} ${to}`, ...lines];
}

/** Functions and methods by the release of Go that added them to its API. */
function goFacts() {
  const api = `${execFileSync("go", ["env", "GOROOT"]).toString().trim()}/api`;
  const minors = readdirSync(api)
    .map((file) => Number(/^go1\.(\d+)\.txt$/.exec(file)?.[1] ?? 0))
    .filter((minor) => minor > OLDEST_GO)
    .sort((a, b) => a - b);
  const newest = minors.at(-1);
  const bits = new Map();
  for (const minor of minors) {
    for (const line of readFileSync(`${api}/go1.${minor}.txt`, "utf8").split("\n")) {
      const found = /^pkg ([\w/]+), (?:func (\w+)|method \((\*?)(\w+)(?:\[[^\]]*\])?\) (\w+))/.exec(
        line,
      );
      if (!found || GO_LEFT_OUT.test(found[1])) continue;
      const [, path, func, star, type, method] = found;
      const name = func ?? (star ? `(*${type}).${method}` : `${type}.${method}`);
      if (IDLE.test(name)) continue;
      let mask = 0;
      for (let m = minor; m <= newest; m++) mask |= 1 << (m - OLDEST_GO);
      bits.set(`${path}.${name}`, mask);
    }
  }
  return section("go", OLDEST_GO, newest, bits);
}

const modules = readdirSync(folder)
  .filter((file) => file.endsWith(".txt.gz"))
  .sort()
  .map((file) => readFacts(`${folder}/${file}`));
const isKubernetes = ({ module }) => module.startsWith("k8s.io/");
const minorsOf = (some) => some.flatMap(({ releases }) => releases.map((r) => r.minor));
const kubernetes = minorsOf(modules.filter(isKubernetes));
const sections = modules.flatMap((facts) => {
  const minors = facts.releases.map((r) => r.minor);
  const span = isKubernetes(facts) ? kubernetes : minors;
  const [from, to] = [Math.min(...span), Math.max(...span)];
  const bits = [...facts.masks].map(([name, mask]) => [name, filled(mask, minors, from, to)]);
  return section(facts.module, from, to, bits);
});

function write(file, name, what, lines) {
  const text = lines.join("\n");
  writeFileSync(
    new URL(`src/kubernetes/program/${file}`, root),
    `/**
 * Which minor releases of ${what} have which functions. A line \`# MODULE OLDEST NEWEST\`, then a
 * line a set of releases: a bit each in base 36, the oldest lowest, and the hashes of the functions
 * that these releases have and the others have not. Made by scripts/releases.js.
 */
export const ${name} = \`${text}\`;
`,
  );
  process.stdout.write(`${file}: ${text.length} characters\n`);
}
write("release-table.ts", "RELEASE_TABLE", "Kubernetes' modules and etcd", sections);
write("go-release-table.ts", "GO_RELEASE_TABLE", "Go", goFacts());
