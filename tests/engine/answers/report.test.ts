import { describe, expect, it } from "vitest";
import { type ReportParts, reportMarkdown } from "../../../src/engine/answers/report.js";
import type {
  FindingAnswer,
  KindsAnswer,
  SetAnswer,
  SuspectCard,
  SuspectsAnswer,
} from "../../../src/engine/answers.js";
import { Engine } from "../../../src/engine/engine.js";
import type { KnownIssueMatch } from "../../../src/engine/known-issue-match.js";
import { BASE_MEDIAN, type Question } from "../../../src/engine/question.js";
import { UNKNOWN_PROGRAM } from "../../../src/kubernetes/program/unknown-program.js";
import { finish } from "../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../question.js";
import { RECORDINGS, recording } from "../../recordings.js";

const of = (folder: string) => RECORDINGS.filter((path) => path.startsWith(`${folder}/`));

async function report(paths: readonly string[], over: Partial<Question>): Promise<string> {
  const engine = new Engine();
  for (const [i, path] of paths.entries()) {
    engine.library.add(`h${i}`, path.slice(path.indexOf("/") + 1), await recording(path));
  }
  const question = { ...PLAIN_QUESTION, files: paths.map((_, i) => `h${i}`), ...over };
  return finish(engine.ask("report", question, { link: "https://example.org/#v=1" }));
}

/** The lines below a heading. */
function section(markdown: string, heading: string): string {
  const from = markdown.indexOf(`\n## ${heading}\n`);
  expect(from, heading).toBeGreaterThan(0);
  const to = markdown.indexOf("\n## ", from + 1);
  return markdown.slice(from, to < 0 ? undefined : to);
}

describe("the report of the LIST storm", () => {
  it("has everything that a ticket needs", async () => {
    const markdown = await report(of("configmap-list-storm"), { base: 1, shown: 3 });
    expect(markdown).toMatch(/^# Go heap: `03-storm\.pb\.gz` compared with `01-created\.pb\.gz`\n/);
    const figures = section(markdown, "Figures");
    expect(figures).toMatch(/03-storm\.pb\.gz +█+.* 1\.85 GiB +2026-11-23 19:33:36 +<- shown/);
    expect(figures).toMatch(/01-created\.pb\.gz +█.* 207 MiB +2026-11-23 19:33:11 +<- base/);
    expect(section(markdown, "What changed, by kind and stage")).toMatch(
      /\| `ConfigMap` \| \+1\.65 GiB/,
    );
    const suspects = section(markdown, "Suspects");
    expect(suspects).toContain("### 1. `handlers.transformResponseObject`: +897 MiB ± ");
    expect(suspects).toContain("`bytes.growSlice`");
    expect(suspects).toContain("JSON answer, **pooled: buffers kept after the load**");
    expect(section(markdown, "What to do")).toContain("1.33");
    expect(section(markdown, "What is not the cause")).toContain("Connections");
    const measured = section(markdown, "How it was measured");
    expect(measured).toContain("`inuse_space`");
    expect(measured).toContain("512 KiB");
    expect(measured).toMatch(/stacks that the recorder had cut were joined .*%/);
    expect(measured).toContain("<https://example.org/#v=1>");
  });

  it("draws the largest file as the longest bar", async () => {
    const markdown = await report(of("configmap-list-storm"), { base: 1, shown: 3 });
    const bars = [...markdown.matchAll(/^(0\d)-\S+ +(█*)/gm)].map((m) => [m[1], m[2]!.length]);
    expect(bars).toHaveLength(7);
    expect(bars[4]).toEqual(["04", 40]);
    expect(bars[1]![1]).toBe(3);
  });

  it("names the buffers that stay after the load", async () => {
    const markdown = await report(of("configmap-list-storm"), { base: 3, shown: 6 });
    const suspects = section(markdown, "Suspects");
    expect(suspects).toContain("JSON answer, **pooled: buffers kept after the load**");
    expect(suspects).toContain("898 MiB → 912 MiB");
  });

  it("says so where stacks are not joined", async () => {
    const markdown = await report(of("configmap-list-storm"), { base: 1, shown: 3, joined: false });
    expect(markdown).toContain("Stacks are as recorded");
  });
});

it("the report of the operator names what leaks and how fast", async () => {
  const markdown = await report(of("leaking-operator"), { base: 0, shown: 5 });
  const suspects = section(markdown, "Suspects");
  expect(suspects).toContain("### 1. `main.(*releaseHistory).render`: +121 MiB ± 8.61 MiB, 52.1%");
  expect(suspects).toContain("48.7 MiB → 169 MiB");
  expect(suspects).toContain("+236 MiB a minute");
});

it("the report of five masters is of what the third holds beside the median", async () => {
  const markdown = await report(of("five-masters"), { base: BASE_MEDIAN, shown: 2 });
  expect(markdown).toMatch(/^# Go heap: `master-3\.heap\.pb\.gz` beside the median of 5\n/);
  const held = section(markdown, "What holds the memory");
  expect(held).toMatch(
    /### 1\. `etcd3\.\S+`: 479 MiB \(95% interval 45\d MiB to 51\d MiB\), 37\.3% of the/,
  );
  expect(held).toMatch(/storage decode.*\n- 0 B → 479 MiB/);
  expect(section(markdown, "Figures")).toMatch(/master-3\S* +█+ .*times the median/);
  expect(section(markdown, "Figures")).toContain("The median is 3");
});

/** No issue of ours has such words; those that a person adds may. */
function nastyIssue(text: string): KnownIssueMatch {
  return {
    id: "x",
    title: text,
    of: text,
    share: 0.5,
    value: 1,
    state: "has",
    mended: [text],
    releases: text,
    usual: false,
    tellApart: text,
    act: text,
    source: "javascript:alert(1)",
    confidence: "low",
  };
}

describe("a report of hostile names", () => {
  const NASTY = "a`b|c_d*e<script>alert(1)</script>\n## x";
  const card: SuspectCard = {
    path: "1",
    name: NASTY,
    stack: [NASTY, "main.(*T).f_g"],
    kind: NASTY,
    evidence: NASTY,
    stage: NASTY,
    class: NASTY,
    before: 1,
    after: 2,
    growth: 1,
    error: 0,
    share: 1,
    survival: null,
    meanObjectBytes: null,
    series: [1, 2, 3],
    forecast: NASTY,
    advice: [
      { id: "x", text: NASTY, action: NASTY, since: NASTY, source: `${NASTY} https://x.y/` },
    ],
  };
  const kinds: KindsAnswer = {
    kinds: [
      {
        key: NASTY,
        kind: NASTY,
        group: "",
        total: 1,
        before: 0,
        named: 1,
        shaped: 0,
        coGrowth: 0,
        meanObjectBytes: null,
        stages: { [NASTY]: 1 },
      },
    ],
    other: 0,
    otherCategories: {},
    unknown: 0,
    total: 1,
    of: 1,
    stages: { [NASTY]: 1 },
    unit: "bytes",
    isDifference: true,
    connections: "",
  };
  const suspects: SuspectsAnswer = {
    about: "growth",
    explained: 1,
    restarted: true,
    suspects: [card],
    cleared: [NASTY],
    unit: "bytes",
    of: 1,
  };
  const set: SetAnswer = {
    kind: "series",
    why: NASTY,
    order: [0, 1, 2],
    restarts: [1],
    times: [undefined, 0, 1],
    totals: [1, 0, 3],
    bands: [],
    tints: [],
    median: 1,
    outlier: -1,
    outlierFactor: 1,
    unit: "bytes",
    loosened: [],
  };
  const finding: FindingAnswer = {
    segments: [{ text: NASTY, strong: true }, { text: ` ${NASTY} ` }],
    aside: NASTY,
    advice: [],
  };
  const parts: ReportParts = {
    names: [NASTY, "```", "c"],
    program: {
      ...UNKNOWN_PROGRAM,
      name: NASTY,
      evidence: [
        { of: NASTY, major: "1.", since: 2, until: 2, version: NASTY, fits: 1, against: 0 },
      ],
    },
    question: { ...PLAIN_QUESTION, transforms: [{ do: "focus", pattern: NASTY }] },
    set,
    kinds,
    finding,
    suspects,
    knownIssues: { matches: [nastyIssue(NASTY)], unit: "bytes" },
    joined: { truncated: 3, joined: 2, share: 0.5 },
    period: 524_288,
    sampling: { basis: "sampled", change: "sampled", rate: 524_288 },
    sampleType: NASTY,
    link: "javascript:alert(1)",
  };
  const markdown = reportMarkdown(parts);
  /** Without code: spans and blocks, of whatever length of fence. */
  const bare = markdown
    .replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, "")
    .replaceAll("\\`", "")
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, "");

  it("has no tag, and no heading that a name wrote", () => {
    expect(bare).not.toMatch(/(?<!\\)<(?!https:)/);
    expect(markdown).not.toMatch(/^## x/m);
    expect(markdown.match(/^# /gm)).toHaveLength(1);
  });

  it("has table rows of as many cells as the head", () => {
    const rows = markdown.split("\n").filter((line) => line.startsWith("| "));
    const cells = rows.map((row) => row.replaceAll("\\|", "").split("|").length);
    expect(new Set(cells).size).toBe(1);
  });

  it("links to no address but web addresses, and marks the restart", () => {
    expect(markdown).toContain("`javascript:alert(1)`");
    expect(markdown).toContain("<- started anew");
    expect(markdown).toContain("growth is of two lives");
  });
});
