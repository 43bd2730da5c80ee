// Makes the golden files of tests/golden/expected anew by `go tool pprof`, the oracle of every
// figure. Needs Go (made with 1.19: sudo apt-get install golang-go).
// Each table is stored with the command that made it, run from tests/fixtures.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const fixtures = new URL("../tests/fixtures/", import.meta.url);
const expected = new URL("../tests/golden/expected/", import.meta.url);
const TYPES = ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space"];
const ALL = ["-unit=B", "-nodefraction=0", "-edgefraction=0", "-nodecount=1000000"];

const recordings = (folder, ending) =>
  readdirSync(new URL(folder, fixtures))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
const storm = recordings("configmap-list-storm", ".pb.gz");
const audit = recordings("audit-backlog", ".pb.gz");
const masters = recordings("five-masters", ".heap.pb.gz");
const operator = recordings("leaking-operator", ".pb.gz");

function pprof(args) {
  const { status, stdout, stderr } = spawnSync("go", ["tool", "pprof", ...args], {
    cwd: fixtures,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: "UTC", PPROF_BINARY_PATH: "/nonexistent" },
  });
  if (status !== 0) throw new Error(`go tool pprof ${args.join(" ")}: ${stderr}`);
  return stdout;
}

const quoted = (arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg}'`);
const commandOf = (args) => ["go", "tool", "pprof", ...args].map(quoted).join(" ");

/** From the line "Showing nodes" on: what does not depend on when and where it is made. */
const body = (text) => text.slice(text.indexOf("Showing nodes"));

/** Flags of one case: the sample type, base, filters. */
function flagsOf({ type, base, diffBase, normalize, focus, ignore, hide, show }) {
  const out = [`-sample_index=${type}`];
  if (base) out.push(`-base=${base}`);
  if (diffBase) out.push(`-diff_base=${diffBase}`);
  if (normalize) out.push("-normalize");
  for (const [name, value] of Object.entries({ focus, ignore, hide, show })) {
    if (value) out.push(`-${name}=${value}`);
  }
  return out;
}

/**
 * All functions of some cases as columns: name (index into names), flat, cum, inline mark (0, 1
 * inline, 2 partial-inline), in pprof's order, and a hash of the whole text to the byte.
 */
function tables(file, cases) {
  const names = [];
  const index = new Map();
  const made = cases.map((one) => {
    const args = ["-top", ...ALL, ...flagsOf(one), ...one.files];
    const text = body(pprof(args));
    const name = [];
    const flat = [];
    const cum = [];
    const inline = [];
    const [showing, ...lines] = text.trimEnd().split("\n");
    for (const line of lines.slice(lines.findIndex((l) => l.includes("flat%")) + 1)) {
      const row =
        /^ *(-?\d+)B? +\S+% +\S+% +(-?\d+)B? +\S+% {2}(.*?)( \((?:partial-)?inline\))?$/.exec(line);
      if (!row) throw new Error(`not understood: ${line}`);
      if (!index.has(row[3])) {
        index.set(row[3], names.length);
        names.push(row[3]);
      }
      name.push(index.get(row[3]));
      flat.push(Number(row[1]));
      cum.push(Number(row[2]));
      inline.push(row[4] === undefined ? 0 : row[4] === " (inline)" ? 1 : 2);
    }
    const sha256 = createHash("sha256").update(text).digest("hex");
    return { command: commandOf(args), ...one, showing, sha256, name, flat, cum, inline };
  });
  store(file, { names, tables: made });
}

function store(file, value) {
  const text = JSON.stringify(value);
  const bytes = gzipSync(text, { level: 9 });
  writeFileSync(new URL(`${file}.json.gz`, expected), bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

const ofTypes = (one) => TYPES.map((type) => ({ ...one, type }));
mkdirSync(expected, { recursive: true });

tables(
  "figures",
  [...storm, ...audit, ...masters, ...operator].flatMap((file) => ofTypes({ files: [file] })),
);

const pairs = [
  [storm[1], storm[3]],
  [storm[0], storm[6]],
  [operator[0], operator[5]],
  [storm[0], storm[1]],
  [storm[1], storm[2]],
  [storm[2], storm[4]],
  [storm[3], storm[6]],
  [storm[6], storm[3]],
  [storm[5], storm[5]],
  [audit[0], audit[1]],
  [audit[0], audit[2]],
  [audit[3], audit[1]],
  [masters[0], masters[2]],
  [masters[2], masters[0]],
  [masters[3], masters[4]],
  [operator[0], operator[1]],
  [operator[2], operator[3]],
  [operator[5], operator[0]],
  [storm[3], masters[2]],
  [audit[2], storm[6]],
  [storm[3], operator[5]],
];
tables(
  "diffs",
  pairs.flatMap(([base, file]) => [
    ...ofTypes({ files: [file], diffBase: base }),
    ...ofTypes({ files: [file], base }),
  ]),
);

tables("sums", [
  ...ofTypes({ files: storm.slice(0, 3) }),
  ...ofTypes({ files: masters }),
  ...ofTypes({ files: [operator[5], storm[3]] }),
  ...ofTypes({ files: [storm[3], storm[3]] }),
  ...ofTypes({ files: [masters[2], masters[3]], base: masters[0] }),
  ...ofTypes({ files: [storm[3]], diffBase: storm[1], normalize: true }),
  ...ofTypes({ files: [operator[0]], base: operator[5], normalize: true }),
]);

const narrowed = [
  { focus: "ConfigMap" },
  { focus: "json\\.", ignore: "Unmarshal" },
  { ignore: "growSlice|readFrameHeader" },
  { hide: "^net/http|/vendor/golang.org/" },
  { show: "ConfigMap|json" },
  { show: "nothing like this" },
  { hide: "/usr/local/bin/" },
  { hide: "bytes", show: "encoding|bytes" },
  { focus: "\\.go$" },
  { focus: "serve", ignore: "audit", hide: "goroutine|reflect", show: "k8s|json|http" },
];
tables(
  "filters",
  narrowed.flatMap((filter) =>
    [storm[3], audit[2], operator[5]].map((file) => ({
      files: [file],
      type: "inuse_space",
      ...filter,
    })),
  ),
);
tables("filtereddiffs", [
  { files: [storm[3]], diffBase: storm[1], type: "inuse_space", focus: "ConfigMap" },
  { files: [storm[3]], base: storm[1], type: "alloc_space", hide: "reflect|encoding" },
  { files: [operator[5]], diffBase: operator[0], type: "inuse_objects", ignore: "render" },
]);

/** The blocks of -peek: callers, the function, callees. */
const peeked = [
  [storm[3], "encoding/json\\.\\(\\*encodeState\\)\\.marshal$"],
  [storm[3], "v1\\.\\(\\*ConfigMap\\)\\.Unmarshal$"],
  [storm[3], "^reflect\\."],
  [storm[3], "bytes\\.\\(\\*Buffer\\)"],
  [audit[2], "runtime\\.\\(\\*Unknown\\)\\.DeepCopyInto$"],
  [operator[5], "main\\."],
  [operator[5], "encoding/json"],
].flatMap(([file, pattern]) =>
  ["inuse_space", "alloc_objects"].map((type) => ({ files: [file], type, pattern })),
);
const peekedDiffs = [
  { files: [storm[3]], diffBase: storm[1], type: "inuse_space", pattern: "encoding/json" },
  { files: [operator[5]], diffBase: operator[0], type: "alloc_space", pattern: "main\\." },
];
store(
  "peek",
  [...peeked, ...peekedDiffs].map((one) => {
    const args = [`-peek=${one.pattern}`, "-unit=B", ...flagsOf(one), ...one.files];
    const blocks = body(pprof(args))
      .split(/^-+\+-+\n/m)
      .slice(2)
      .filter((block) => block.trim() !== "")
      .map((block) => {
        const callers = [];
        const callees = [];
        let self;
        for (const line of block.trimEnd().split("\n")) {
          const own = /^ *(-?\d+)B? +\S+% +\S+% +(-?\d+)B? +\S+% +\| (.*)$/.exec(line);
          const edge = /^ *(-?\d+)B? +\S+% \| {3}(.*?)( \(inline\))?$/.exec(line);
          if (own) self = { name: own[3], flat: Number(own[1]), cum: Number(own[2]) };
          else if (edge) {
            (self ? callees : callers).push([edge[2], Number(edge[1]), edge[3] ? 1 : 0]);
          } else throw new Error(`not understood: ${line}`);
        }
        return { ...self, callers, callees };
      });
    return { command: commandOf(args), ...one, blocks };
  }),
);

/** Printed tables: arguments of pprof and of leaklens, and the text. */
const printed = [
  [[], [storm[3]]],
  [["-cum"], [storm[3]]],
  [["-nodecount=10"], [storm[3]]],
  [["-nodecount=7", "-cum"], [audit[2]]],
  [["-nodefraction=0.05"], [masters[2]]],
  [["-nodefraction=0"], [operator[5]]],
  [["-unit=kB"], [operator[0]]],
  [["-unit=GB", "-nodecount=20"], [storm[4]]],
  [["-sample_index=alloc_space"], [storm[6]]],
  [["-sample_index=alloc_objects", "-nodecount=15"], [audit[3]]],
  [["-sample_index=inuse_objects"], [operator[3]]],
  [["-sample_index=1", "-unit=MB"], [operator[4]]],
  [[`-diff_base=${storm[1]}`], [storm[3]]],
  [[`-base=${storm[1]}`], [storm[3]]],
  [[`-diff_base=${storm[3]}`, "-cum"], [storm[6]]],
  [[`-diff_base=${operator[0]}`, "-normalize"], [operator[5]]],
  [[`-base=${masters[0]}`, "-nodecount=12"], [masters[2]]],
  [["-edgefraction=0.1"], [storm[3]]],
  [["-focus=ConfigMap"], [storm[3]]],
  [["-ignore=ConfigMap", "-cum", "-nodecount=25"], [storm[3]]],
  [["-hide=^net/http|reflect", "-show=k8s|json|http"], [storm[3]]],
  [["-focus=nothing like this"], [storm[3]]],
  [["-nodecount=10"], masters],
  [
    ["-nodecount=30", "-cum"],
    [storm[2], storm[3], storm[4]],
  ],
  [[`-diff_base=${storm[3]}`], [operator[5]]],
  [[`-base=${storm[5]}`], [storm[5]]],
];
const ours = (arg) =>
  arg
    .replace(/^-sample_index/, "--sample")
    .replace(/^-diff_base/, "--diff-base")
    .replace(/^-(?=\w)/, "--");
store(
  "top",
  printed.map(([flags, files]) => {
    const args = ["-top", ...flags, ...files];
    return {
      command: commandOf(args),
      args: ["top", ...flags.map(ours), ...files],
      text: pprof(args),
    };
  }),
);
