// Prints what is said of all recordings of tests/fixtures, for docs/kubernetes.md:
//
//   npm run confusion
//
// One table of role, stage that is expected, stage that is told and verdict, one of the bytes of
// which nothing is known, and one of all advice. What is expected stands in the expect.json of incidents and modern;
// of the older recordings it stands here, after tests/fixtures/README.md.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));
const fixtures = `${root}tests/fixtures/`;
const load = async (path) => (await runnerImport(`${root}${path}`)).module;
const { main } = await load("src/cli/main.ts");
const { ADVICE_RULES } = await load("src/kubernetes/rules/advice-rules.ts");

const OLDER = {
  storm: {
    folder: "configmap-list-storm",
    files: ["00-baseline", "03-storm"],
    stage: "json-response",
  },
  "storm-quiet": {
    folder: "configmap-list-storm",
    files: ["00-baseline", "03-storm", "06-quiet-gc"],
    stage: "json-response",
  },
  "audit-backlog": { folder: "audit-backlog", files: ["00-baseline", "02-audit"], stage: "audit" },
  "leaking-operator": {
    folder: "leaking-operator",
    files: ["00", "01", "02", "03", "04", "05"],
    stage: "application",
  },
  "full-depth": { folder: "full-depth", files: ["02"] },
};
const OLDER_ROLE = { "leaking-operator": "client" };

/** Sentences of src/engine/answers/finding/finding-verdict.ts. */
const VERDICTS = [
  [/a leak, as far as they go/, "leak"],
  [/kept by design/, "cache or window"],
  [/stay in a pool/, "pooled"],
  [/follows the requests|lives as long as the requests/, "traffic"],
  [/waits until somebody/, "backlog"],
];

async function asked(args) {
  let out = "";
  let err = "";
  const status = await main([...args, "--json"], {
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += `${line}\n`;
    },
    stdin: async () => new Uint8Array(0),
    env: {},
    colour: false,
    signal: new AbortController().signal,
  });
  if (status !== 0) throw new Error(`leaklens ${args.join(" ")}: ${err}`);
  return JSON.parse(out);
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;
const shareOf = (value, answer) => Math.abs(value ?? 0) / (Math.abs(answer.total) || 1);

/** The files of each expectation: [name, expectation, paths]. */
function* recordings() {
  const read = (folder) => JSON.parse(readFileSync(`${fixtures}${folder}/expect.json`, "utf8"));
  const incidents = readdirSync(`${fixtures}incidents`).sort();
  for (const [name, want] of Object.entries(read("incidents"))) {
    const own = incidents.filter((f) => f.replace(/(-\d)?\.pb\.gz$/, "") === name);
    const files = want.files?.map((f) => `${f}.pb.gz`) ?? own;
    yield [name, want, files.map((f) => `${fixtures}incidents/${f}`)];
  }
  for (const [name, want] of Object.entries(read("modern"))) {
    yield [name, want, want.files.map((f) => `${fixtures}modern/${f}.pb.gz`)];
  }
  for (const [name, { folder, files, ...want }] of Object.entries(OLDER)) {
    const role = OLDER_ROLE[name] ?? "apiserver";
    yield [name, { role, ...want }, files.map((f) => `${fixtures}${folder}/${f}.pb.gz`)];
  }
}

async function confusion() {
  const rows = new Map();
  for (const [name, want, files] of recordings()) {
    const base = want.compare ? ["--base", files[0]] : [];
    const sample = want.sample ? ["--sample", want.sample] : [];
    const kinds = await asked(["kinds", files.at(-1), ...base, ...sample]);
    const finding =
      files.length > 1 ? (await asked(["suspects", ...files])).finding : kinds.finding;
    const [told, value] = Object.entries(kinds.stages).sort(
      (a, b) => Math.abs(b[1]) - Math.abs(a[1]),
    )[0] ?? ["none", 0];
    const expected = want.stages ?? (want.stage ? [want.stage] : []);
    const verdict = VERDICTS.find(([said]) => said.test(finding))?.[1] ?? "none said";
    const role =
      want.role && want.role !== kinds.program.role
        ? `${kinds.program.role} for ${want.role}`
        : kinds.program.role;
    const key = [role, expected.join(", ") || "any", told, verdict].join(" | ");
    const row = rows.get(key) ?? [];
    row.push(`${name} ${percent(shareOf(value, kinds))}`);
    rows.set(key, row);
  }
  const lines = [...rows].sort().map(([key, names]) => `| ${key} | ${names.join(", ")} |`);
  return [
    "| role | stage expected | largest stage told | verdict | recordings, with that stage's share |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
  ];
}

async function unknowns() {
  const lines = [];
  for (const folder of readdirSync(`${fixtures}modern`, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === "texts") continue;
    const cells = [];
    for (const file of readdirSync(`${fixtures}modern/${folder.name}`).sort()) {
      // A file of who holds the memory has frames of another sort.
      if (!file.endsWith(".pb.gz") || file.includes("held-by")) continue;
      const answer = await asked(["kinds", `${fixtures}modern/${folder.name}/${file}`]);
      const share = shareOf(answer.unknown, answer);
      const text = `${file.replace(".pb.gz", "")} ${percent(share)}`;
      cells.push(share > 0.05 ? `**${text}**` : text);
    }
    lines.push(`| ${folder.name} | ${cells.join(", ")} |`);
  }
  return ["| recording | unknown bytes of each file |", "| --- | --- |", ...lines];
}

function advice() {
  const lines = ADVICE_RULES.map(({ id, roles, from, until, since, source }) => {
    const at = source.lastIndexOf(" http");
    const link = at < 0 ? source : `[${source.slice(0, at)}](${source.slice(at + 1)})`;
    const releases = [from && `from ${from}`, until && `before ${until}`].filter(Boolean);
    return `| ${id} | ${roles?.join(", ") ?? "any"} | ${releases.join(", ")} | ${since} | ${link} |`;
  });
  return [
    "| advice | role | told of releases | since | source |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
  ];
}

const tables = [await confusion(), await unknowns(), advice()];
process.stdout.write(`${tables.map((lines) => lines.join("\n")).join("\n\n")}\n`);
