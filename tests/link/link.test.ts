import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeTotals } from "../../src/calltree/call-tree.js";
import { findingAnswer } from "../../src/engine/answers/finding/finding.js";
import { kindsAnswer } from "../../src/engine/answers/kinds/kinds.js";
import { Engine } from "../../src/engine/engine.js";
import { crc32 } from "../../src/lib/crc32.js";
import { finish } from "../../src/lib/steps.js";
import { fromBase64Url, toBase64Url } from "../../src/link/coding/base64url.js";
import { dictionary } from "../../src/link/dictionary.js";
import { encodeLink } from "../../src/link/encode.js";
import { ordered } from "../../src/link/format/node-order.js";
import { decodeLink, writeLink } from "../../src/link/link.js";
import { LINK_LIMITS, type LinkInput, type LinkTree } from "../../src/link/link-content.js";
import { LinkError } from "../../src/link/link-error.js";
import { profileOfLink } from "../../src/link/link-profile.js";
import { Pruner } from "../../src/link/prune-tree.js";
import { fragmentToView } from "../../src/view/url.js";
import { PLAIN_QUESTION } from "../question.js";
import { mutated, seeded } from "../view/mutated.js";
import { inputOf, MASTERS, OPERATOR, openedRecordings, STORM } from "./links.js";

const known = dictionary(1);
const name = fc.oneof(
  fc.constantFrom(...known.names.slice(1, 400)),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map((s) => s.replaceAll("\n", "")),
  fc.constantFrom("main.main", "main.(*cache).add", "example.com/x/v2.Do[go.shape.int]"),
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  fc.nat(1000),
  fc.nat(),
  fc.integer({ min: -1000, max: Number.MAX_SAFE_INTEGER }),
);

/** Trees of up to 60 nodes with any names and values. */
const input: fc.Arbitrary<LinkInput> = fc
  .record({
    files: fc.array(
      fc.record({
        name: fc.string({ unit: "grapheme", maxLength: 20 }).map((s) => s.replaceAll("\n", "")),
        time: fc.integer({ min: 0, max: 4e12 }),
        period: fc.constantFrom(524288, 0, 1, 4096),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    types: fc.uniqueArray(fc.constantFrom("inuse_space", "inuse_objects", "alloc_space", "böse"), {
      minLength: 1,
      maxLength: 3,
    }),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 40 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
    notes: fc.array(
      fc.string({ maxLength: 30 }).map((s) => s.replaceAll("\n", "")),
      {
        maxLength: 3,
      },
    ),
  })
  .chain(({ files, types, names, links, notes }) => {
    const parent = Int32Array.from([-1, ...links.map(([p], i) => p % (i + 1))]);
    const frame = Int32Array.from([-1, ...links.map(([, f]) => f % names.length)]);
    const columns = files.length * types.length;
    return fc
      .array(fc.array(value, { minLength: parent.length, maxLength: parent.length }), {
        minLength: columns,
        maxLength: columns,
      })
      .map((values) => {
        const self = values.map((v) => Float64Array.from(v));
        return {
          files,
          types: types.map((type) => ({ type, unit: type.endsWith("s") ? "count" : "bytes" })),
          periodType: { type: "space", unit: "bytes" },
          tree: { names, parent, frame, self, rest: self.map((s) => new Float64Array(s.length)) },
          measure: self.map((s, c) =>
            c % types.length === 0 ? s.reduce((sum, v) => sum + Math.abs(v), 0) : 0,
          ),
          notes,
          view: "v=1&tab=table&search=x",
          carried: {},
        };
      });
  });

/** Stack by stack what each column has at and below it; a "/" never occurs twice in a path. */
function totalsByPath(tree: LinkTree): Map<string, number[]> {
  const totals = tree.self.map((self, c) =>
    nodeTotals(
      tree,
      self.map((v, n) => v + tree.rest[c]![n]!),
    ),
  );
  const paths: string[] = [""];
  const out = new Map<string, number[]>();
  for (let n = 0; n < tree.parent.length; n++) {
    if (n > 0) paths[n] = `${paths[tree.parent[n]!]}\n${tree.names[tree.frame[n]!]}`;
    const before = out.get(paths[n]!);
    out.set(
      paths[n]!,
      totals.map((t, c) => t[n]! + (before?.[c] ?? 0)),
    );
  }
  return out;
}

describe("a self-contained link", () => {
  test("opens as exactly what it was made of, for any tree, names and values", () => {
    fc.assert(
      fc.property(input, (of) => {
        const text = writeLink({ ...of, threshold: 0 });
        const { restShare, id, ...content } = decodeLink(text);
        const { measure, ...given } = of;
        expect(content).toEqual({ ...given, threshold: 0, tree: ordered(of.tree, known) });
        expect(restShare).toBe(0);
        expect(id).toMatch(/^[0-9a-f]{64}$/);
        expect(measure.length).toBe(content.tree.self.length);
      }),
      { numRuns: 60 },
    );
  });

  test("keeps the total of every node that stays, whatever is cut", () => {
    fc.assert(
      fc.property(input, fc.double({ min: 0, max: 0.5, noNaN: true }), (of, share) => {
        // Sums of positive safe numbers below 2^53 alone are exact in any order.
        const self = of.tree.self.map((c) => c.map((v) => Math.abs(v) % 1e9));
        const tree = { ...of.tree, self };
        const whole = totalsByPath(tree);
        const measure = self.map((c) => c.reduce((sum, v) => sum + v, 0));
        const pruned = new Pruner({ tree, measure }).prune(share);
        const read = decodeLink(writeLink({ ...of, tree: pruned, threshold: 0.25 })).tree;
        const paths = totalsByPath(read);
        // Equal siblings are one path; only paths of one node can be compared.
        const single = paths.size === read.parent.length && whole.size === tree.parent.length;
        if (single) for (const [path, totals] of paths) expect(totals).toEqual(whole.get(path));
        expect(paths.get("")).toEqual(whole.get(""));
      }),
      { numRuns: 60 },
    );
  });

  const sets: [string, string[], object][] = [
    ["a storm, before and in its midst", [STORM[1]!, STORM[3]!], { shown: 1, base: 0 }],
    ["a storm's seven snapshots", STORM, { shown: 3, base: 1 }],
    ["five masters", MASTERS, { shown: 2 }],
    ["an operator, first and last", [OPERATOR[0]!, OPERATOR[5]!], { shown: 1, base: 0 }],
    ["one snapshot", [STORM[3]!], { tab: "table" }],
    ["one snapshot, leaf first", [STORM[3]!], { inverted: true }],
  ];

  test.each(sets)("of %s has room in 2,000 characters, as promised", async (_, files, view) => {
    const of = inputOf(await openedRecordings(files, view));
    const link = encodeLink(of);
    expect(link.text.length).toBe(link.chars);
    expect(link.chars).toBeLessThanOrEqual(2000);
    const content = decodeLink(link.text);
    expect(content.tree.parent.length - 1).toBe(link.kept);
    expect(content.threshold).toBe(link.threshold);
    expect(content.restShare).toBe(link.restShare);
    const whole = totalsByPath(of.tree);
    const types = content.types.length;
    const paths = totalsByPath(content.tree);
    for (const [path, totals] of paths) {
      const wanted = whole.get(path)!;
      const kept = wanted.filter((__, c) => c % of.types.length < types);
      expect(totals).toEqual(kept);
    }
    // Nothing that the threshold promises is missing.
    for (const [path, totals] of whole) {
      const share = Math.max(...totals.map((t, c) => (of.measure[c] ? t / of.measure[c]! : 0)));
      if (share >= link.threshold && share > 0) expect(paths.has(path)).toBe(true);
    }
  });

  test.each([300, 500, 900, 4000])("never exceeds %i characters", async (most) => {
    const of = inputOf(await openedRecordings([STORM[1]!, STORM[3]!], { shown: 1, base: 0 }));
    expect(encodeLink(of, most).text.length).toBeLessThanOrEqual(most);
  });

  test("that has no room for anything says so", async () => {
    const of = inputOf(await openedRecordings([OPERATOR[0]!]));
    expect(() => encodeLink(of, 40)).toThrow(LinkError);
  });

  test("of names and stacks beyond all bounds holds what can be opened again", () => {
    const deep = 6000;
    const parent = Int32Array.from({ length: deep }, (_, i) => i - 1);
    const frame = Int32Array.from({ length: deep }, (_, i) => (i === 0 ? -1 : i % 3));
    const self = [Float64Array.from({ length: deep }, (_, i) => (i === 100 ? 1e6 : i))];
    const link = encodeLink(
      {
        files: [{ name: "deep", time: 0, period: 0 }],
        types: [{ type: "inuse_space", unit: "bytes" }],
        periodType: undefined,
        tree: {
          names: ["a", "b".repeat(5000), "c"],
          parent,
          frame,
          self,
          rest: [new Float64Array(deep)],
        },
        measure: [self[0]!.reduce((sum, v) => sum + v, 0)],
        notes: [],
        view: "",
        carried: {},
      },
      100_000,
    );
    expect(link.kept).toBeGreaterThan(2000);
    expect(decodeLink(link.text).tree.parent.length).toBe(link.kept + 1);
  });

  test("of the storm keeps every node of half a per cent in 2,000 characters", async () => {
    const of = inputOf(await openedRecordings([STORM[1]!, STORM[3]!], { shown: 1, base: 0 }));
    expect(encodeLink(of).threshold).toBeLessThanOrEqual(0.005);
  });
});

/** Asks of an opened link what the page asks. Times, values and names in it may be anything. */
function answerAll(profiles: ReturnType<typeof profileOfLink>["profiles"]): void {
  const engine = new Engine();
  const files = profiles.map(({ name, profile }, i) => {
    engine.library.add(`h${i}`, name, profile);
    return `h${i}`;
  });
  for (const base of [PLAIN_QUESTION.base, 0]) {
    const question = { ...PLAIN_QUESTION, files, shown: files.length - 1, base };
    for (const ask of ["set", "finding", "kinds", "suspects"] as const) {
      finish(engine.ask(ask, question, undefined));
    }
    const markdown = finish(engine.ask("report", question, { link: "" }));
    expect(markdown).not.toMatch(/\bNaN\b|Infinity|undefined|Invalid/);
  }
}

describe("text of a link that is not to be trusted", () => {
  test("is opened or told about, 10,000 times", async () => {
    const of = inputOf(await openedRecordings([OPERATOR[0]!, OPERATOR[5]!], { shown: 1, base: 0 }));
    const seeds = [500, 300, 250].map((most) => encodeLink(of, most).text.slice("v=1&d=".length));
    const next = mutated(seeds, 5, "ABCabc0189-_=&%.<é");
    let told = 0;
    for (let i = 0; i < 10_000; i++) {
      try {
        decodeLink(next());
      } catch (error) {
        if (!(error instanceof LinkError)) throw error;
        told++;
      }
    }
    expect(told).toBeGreaterThan(9000);
  });

  test("with a checksum that fits is opened within bounds or told about, 2,000 times, with all its answers", async () => {
    const of = await openedRecordings([OPERATOR[0]!, OPERATOR[5]!], { shown: 1, base: 0 });
    const answers = {
      finding: finish(findingAnswer(of.prepared, of.question)),
      kinds: kindsAnswer(of.prepared, of.question),
    };
    const seeds = [2000, 500, 300].map((most) => encodeLink(inputOf(of, answers), most).text);
    const random = seeded(3);
    let read = 0;
    for (let i = 0; i < 2000; i++) {
      const bytes = fromBase64Url(seeds[i % seeds.length]!.slice("v=1&d=".length));
      // Little changed, or nothing but noise, or nothing but one byte again and again.
      const changes = i % 10 === 0 ? bytes.length : 1 + Math.floor(random() * 8);
      for (let c = 0; c < changes; c++) {
        bytes[6 + Math.floor(random() * (bytes.length - 6))] = Math.floor(random() * 256);
      }
      if (i % 10 === 5) bytes.fill(Math.floor(random() * 256), 6);
      new DataView(bytes.buffer).setUint32(2, crc32(bytes.subarray(6)));
      try {
        const content = decodeLink(toBase64Url(bytes));
        read++;
        const nodes = content.tree.parent.length;
        expect(nodes).toBeLessThanOrEqual(LINK_LIMITS.nodes);
        expect(nodes * content.tree.self.length).toBeLessThanOrEqual(LINK_LIMITS.values);
        const { view, profiles } = profileOfLink(content);
        expect(profiles.length).toBe(content.files.length);
        fragmentToView(view);
        if (i % 20 === 0) answerAll(profiles);
      } catch (error) {
        if (!(error instanceof LinkError)) throw error;
      }
    }
    expect(read).toBeGreaterThan(0);
  }, 120_000);

  test.each([
    ["", "no data"],
    ["A", "missing"],
    ["AQ", "no data"],
    ["<script>alert(1)</script>", "does not belong"],
    ["CQEAAAAAAAA", "form 9"],
    ["AQEAAAAAAAA", "checksum"],
    ["A".repeat(1_000_001), "longer than"],
  ])("%# is told in a sentence", (text, part) => {
    expect(() => decodeLink(text)).toThrow(part);
    expect(() => decodeLink(text)).toThrow(LinkError);
  });

  test("may have what chats put around it", async () => {
    const { text } = encodeLink(inputOf(await openedRecordings([OPERATOR[0]!])));
    const { id } = decodeLink(text);
    expect(decodeLink(text.slice("v=1&d=".length)).id).toBe(id);
    expect(decodeLink(`#${text}).`).id).toBe(id);
    expect(decodeLink(`${text}\n`).id).toBe(id);
  });
});
