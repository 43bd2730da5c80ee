import type { Program } from "../../kubernetes/program/program.js";
import { evidenceText, programText } from "../../kubernetes/program/program-text.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { decidedBy } from "../../leaks/verdict.js";
import { bar, code, codeBlock, linkTo, prose, table } from "../../lib/markdown.js";
import { shortName } from "../../profile/function-name.js";
import { errorText } from "../../profile/sampling/error-text.js";
import { intervalOf, type Sampling } from "../../profile/sampling/sampling-error.js";
import type {
  AdviceItem,
  FindingAnswer,
  JoinFacts,
  KindsAnswer,
  SetAnswer,
  SuspectCard,
  SuspectsAnswer,
} from "../answers.js";
import type { KnownIssuesAnswer } from "../known-issue-match.js";
import { BASE_MEDIAN, type Question } from "../question.js";
import { shareOfKinds } from "../whole-of-kinds.js";
import { coGrowthSaid } from "./kinds/co-growth-words.js";
import { knownIssueBlocks } from "./report-known-issues.js";
import { holderSentences } from "./suspects/holder-words.js";

/** What a report is made of: the answers to one question. */
export interface ReportParts {
  /** names of the files, in the question's order */
  readonly names: readonly string[];
  /** whose memory it is */
  readonly program: Program;
  readonly question: Question;
  readonly set: SetAnswer;
  readonly kinds: KindsAnswer;
  readonly finding: FindingAnswer;
  readonly suspects: SuspectsAnswer;
  readonly knownIssues: KnownIssuesAnswer;
  readonly joined: JoinFacts;
  /** mean bytes between two sampled allocations */
  readonly period: number;
  readonly sampling: Sampling;
  readonly sampleType: string;
  /** address of the view; "" for none */
  readonly link: string;
}

const BAR = 40;
const NAME = 36;
const MOST_FILES = 60;
const MOST_KINDS = 12;
const MOST_STAGES = 8;
const PATH_HEAD = 3;
const PATH_TAIL = 9;

/** The whole finding as Markdown for a ticket: no HTML, names as code, figures with their errors. */
export function reportMarkdown(parts: ReportParts): string {
  const { suspects, kinds } = parts;
  const blocks = [
    `# ${titleOf(parts)}`,
    programLine(parts.program),
    findingText(parts.finding),
    "## Figures",
    ...figures(parts),
    `## What ${kinds.isDifference ? "changed" : "is held"}, by kind${Object.keys(kinds.stages).length > 0 ? " and stage" : ""}`,
    kindsTable(kinds),
    suspects.about === "growth"
      ? "## Suspects"
      : suspects.about === "holders"
        ? "## Who holds the memory"
        : "## What holds the memory",
    ...suspectBlocks(parts),
    ...knownIssueBlocks(parts.knownIssues),
    ...adviceBlocks(parts),
    ...(suspects.cleared.length > 0
      ? ["## What is not the cause", suspects.cleared.map((line) => `- ${prose(line)}`).join("\n")]
      : []),
    "## How it was measured",
    measured(parts),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function titleOf({ names, question, set, suspects }: ReportParts): string {
  const what = suspects.about === "holders" ? "Who holds the memory" : "Go heap";
  const name = (i: number) => code(names[i] ?? `file ${i + 1}`);
  if (question.sum && names.length > 1) return `${what}: ${names.length} files summed up`;
  const shown = name(Math.min(Math.max(0, question.shown), names.length - 1));
  if (question.base === BASE_MEDIAN && names.length > 1) {
    return `${what}: ${shown} beside the median of ${names.length}`;
  }
  if (question.base >= 0 && question.base < names.length) {
    return `${what}: ${shown} compared with ${name(question.base)}`;
  }
  return set.kind === "series" && names.length > 1
    ? `${what}: ${shown}, one of ${names.length} snapshots`
    : `${what}: ${shown}`;
}

/** The program and how its releases are known; "" where nothing is. */
function programLine(program: Program): string {
  const text = programText(program);
  if (text === "") return "";
  const how = evidenceText(program).replace(/[.。]$/, "");
  return `Program: **${prose(text)}**${how === "" ? "" : ` (${prose(how)})`}`;
}

function findingText({ segments, aside }: FindingAnswer): string {
  const text = segments
    .map(({ text, strong }) => {
      const bare = text.trim();
      if (!strong || bare === "") return prose(text);
      // Bold holds only where it begins and ends with a letter, not with a blank.
      const [before, after] = text.split(bare) as [string, string];
      return `${before}**${prose(bare)}**${after}`;
    })
    .join("");
  return aside ? `${text} (${prose(aside)})` : text;
}

/** The files' totals as bars, in time or in the question's order. */
function figures({ names, question, set }: ReportParts): string[] {
  const { totals, times, unit, restarts } = set;
  const shown = set.order.length > MOST_FILES ? set.order.slice(-MOST_FILES) : set.order;
  const top = Math.max(...totals.map(Math.abs), 1);
  const width = Math.min(NAME, Math.max(...shown.map((i) => (names[i] ?? "").length)));
  const lines = shown.map((i) => {
    const time = times[i];
    const marks = [
      i === question.shown && !question.sum ? "shown" : "",
      i === question.base && !question.sum ? "base" : "",
      restarts.includes(i) ? "started anew" : "",
      i === set.outlier ? `${set.outlierFactor.toFixed(1)} times the median` : "",
    ].filter((mark) => mark !== "");
    const cells = [
      fitted(names[i] ?? "", width),
      bar(Math.abs(totals[i]) / top, BAR),
      amountText(totals[i], unit).padStart(9),
      time === undefined ? "" : new Date(time).toISOString().slice(0, 19).replace("T", " "),
      marks.length > 0 ? `<- ${marks.join(", ")}` : "",
    ];
    return cells.join("  ").trimEnd();
  });
  const left = set.order.length - shown.length;
  const note = left > 0 ? `The last ${shown.length} of ${set.order.length} files. ` : "";
  const median =
    set.kind === "fleet" && totals.length > 2
      ? ` The median is ${amountText(set.median, unit)}.`
      : "";
  return [codeBlock(lines), `${note}${sentence(capital(prose(set.why)))}${median}`];
}

function fitted(name: string, width: number): string {
  return name.length > width ? `…${name.slice(name.length - width + 1)}` : name.padEnd(width);
}

function kindsTable(kinds: KindsAnswer): string {
  const { unit, isDifference, total } = kinds;
  const show = (value: number) => (isDifference ? signed(value, unit) : amountText(value, unit));
  const share = (value: number) => {
    const of = shareOfKinds(value, kinds);
    return of === undefined ? "" : shareText(of);
  };
  const rows = kinds.kinds.slice(0, MOST_KINDS);
  const stages = Object.keys(kinds.stages)
    .filter((stage) => rows.some((row) => (row.stages[stage] ?? 0) !== 0))
    .sort((a, b) => Math.abs(kinds.stages[b]) - Math.abs(kinds.stages[a]))
    .slice(0, MOST_STAGES);
  const blank = Array<string>(stages.length + 3).fill("");
  const rest = kinds.kinds.slice(MOST_KINDS).reduce((sum, row) => sum + row.total, 0);
  return table(
    [
      "kind",
      isDifference ? "change" : "held",
      isDifference ? "of what changed" : "share",
      "named",
      "shaped",
      "co-growth",
      ...stages.map(stageText),
    ],
    [
      ...rows.map((row) => [
        code(row.key),
        show(row.total),
        share(row.total),
        show(row.named),
        show(row.shaped),
        show(row.coGrowth),
        ...stages.map((stage) => (row.stages[stage] ? show(row.stages[stage]) : "")),
      ]),
      ...(rest !== 0 ? [["other kinds", show(rest), share(rest), ...blank]] : []),
      ["no API object", show(kinds.other), share(kinds.other), ...blank],
      ["unknown", show(kinds.unknown), share(kinds.unknown), ...blank],
      ["total", show(total), share(total), ...blank],
    ],
  );
}

function suspectBlocks(parts: ReportParts): string[] {
  const { suspects } = parts;
  const { about, explained, restarted } = suspects;
  const growth = about === "growth";
  const lead =
    suspects.suspects.length === 0
      ? growth
        ? "Nothing grew beyond sampling noise."
        : "Nothing is held."
      : growth
        ? `They explain ${shareText(explained)} of the significant growth.`
        : `They hold ${shareText(explained)} of the memory.`;
  const lives = restarted ? " The process started anew in between: growth is of two lives." : "";
  return [
    `${lead}${lives}`,
    ...suspects.suspects.map((suspect, i) => suspectText(parts, suspect, i + 1)),
  ];
}

function suspectText(parts: ReportParts, suspect: SuspectCard, rank: number): string {
  const { suspects, set, question } = parts;
  const { unit } = suspects;
  if (suspect.holder) return holderText(suspect, unit, rank);
  const growth = suspects.about === "growth";
  const what = [
    suspect.kind ? `${code(suspect.kind)} (${prose(suspect.evidence)})` : "",
    stageText(suspect.stage),
    suspect.class ? `**${prose(classWords(suspect.class))}**` : "",
  ];
  const compared = growth || question.base === BASE_MEDIAN;
  const facts = [
    compared ? `${amountText(suspect.before, unit)} → ${amountText(suspect.after, unit)}` : "",
    suspect.survival === null ? "" : `survival ${shareText(suspect.survival)}`,
    suspect.meanObjectBytes === null
      ? ""
      : `mean object ${amountText(suspect.meanObjectBytes, "bytes")}`,
  ];
  const course =
    set.kind === "series" && suspect.series.length > 2
      ? `over the snapshots: ${set.order
          .slice(-MOST_FILES)
          .map((i) => amountText(suspect.series[i] ?? 0, unit))
          .join(", ")}`
      : "";
  const joinedFacts = facts.filter((fact) => fact !== "").join(", ");
  const lines = [
    what.filter((part) => part !== "").join(", "),
    joinedFacts,
    prose(suspect.forecast),
    suspect.class === "undecided" ? decidedBy(suspect.stage, suspect.series.length) : "",
    course,
    `path: ${pathText(suspect.stack)}`,
  ];
  const of = growth ? "of the growth" : "of the memory";
  return [
    `### ${rank}. ${code(shortName(suspect.name))}: ${amountOf(parts, suspect)}, ${shareText(suspect.share)} ${of}`,
    "",
    ...lines.filter((line) => line !== "").map((line) => `- ${line}`),
  ].join("\n");
}

function holderText(suspect: SuspectCard, unit: string, rank: number): string {
  const { name, after, share, stack } = suspect;
  const lines = [
    ...holderSentences(suspect, unit).map(prose),
    `chain of references: ${pathText(stack)}`,
  ];
  return [
    `### ${rank}. ${prose(capital(name))}: ${amountText(after, unit)}, ${shareText(share)} of the memory`,
    "",
    ...lines.map((line) => `- ${line}`),
  ].join("\n");
}

/** Growth with its standard error, or what is held with the interval in which it lies. */
function amountOf({ suspects, sampling }: ReportParts, suspect: SuspectCard): string {
  const { about, unit } = suspects;
  const { growth, after, error } = suspect;
  const sure = errorText(error, unit, about === "growth" ? sampling.change : sampling.basis);
  if (about === "growth") return `${signed(growth, unit)} ${sure}`.trimEnd();
  const interval = sampling.rate > 0 ? intervalOf(after, error, sampling) : undefined;
  if (!interval) return `${amountText(after, unit)} ${sure}`.trimEnd();
  const { low, high } = interval;
  return `${amountText(after, unit)} (95% interval ${amountText(low, unit)} to ${amountText(high, unit)})`;
}

function pathText(stack: readonly string[]): string {
  const names = stack.map((name) => code(shortName(name)));
  const left = names.length - PATH_HEAD - PATH_TAIL;
  if (left <= 1) return names.join(" → ");
  const middle = `… ${left} frames …`;
  return [...names.slice(0, PATH_HEAD), middle, ...names.slice(-PATH_TAIL)].join(" → ");
}

function adviceBlocks({ finding, suspects }: ReportParts): string[] {
  const all = new Map<string, AdviceItem>();
  for (const item of [finding.advice, ...suspects.suspects.map((s) => s.advice)].flat()) {
    if (!all.has(item.id)) all.set(item.id, item);
  }
  if (all.size === 0) return [];
  const items = [...all.values()].map(({ text, action, since, source }) => {
    const parts = [
      sentence(prose(text)),
      action ? code(action) : "",
      since ? sentence(prose(since)) : "",
      source ? sourceText(source) : "",
    ];
    return `- ${parts.filter((part) => part !== "").join(" ")}`;
  });
  return ["## What to do", items.join("\n")];
}

/** A source is a name, then an address. */
function sourceText(source: string): string {
  const address = /https?:\/\/[^\s<>]+/.exec(source);
  if (!address) return `(${prose(source)})`;
  const name = source.slice(0, address.index).replace(/[\s,:]+$/, "");
  return name ? `(${prose(name)}: ${linkTo(address[0])})` : `(${linkTo(address[0])})`;
}

function measured(parts: ReportParts): string {
  const { sampleType, period, sampling, joined, suspects, question, link } = parts;
  if (suspects.about === "holders") return measuredOfChains(parts);
  const lines = [
    `Sample type ${code(sampleType)}.`,
    sampling.basis === "exact" ? "Nothing was sampled by bytes: the figures are exact." : "",
    sampling.basis !== "exact" && period > 1
      ? `Go sampled one allocation in every ${amountText(period, "bytes")} on average, so every figure has an error: ± is one standard error, growth below two of them is called noise.`
      : "",
    joined.joined > 0
      ? `${joined.joined} of ${joined.truncated} stacks that the recorder had cut were joined with others; ${shareText(joined.share)} of the bytes lie on them. Which frames were added is a guess.`
      : question.joined
        ? "No stack had to be joined."
        : "Stacks are as recorded: those that the recorder cut were not joined.",
    suspects.suspects.some((s) => s.survival !== null)
      ? "Survival is the growth of live bytes over the bytes allocated meanwhile: near 1 what is allocated stays, near 0 it is garbage."
      : "",
    "Named: a frame says which kind it is. Shaped: the encoder's path through the type says so. Co-growth: it grew with one kind and no other.",
    coGrowthSaid(parts.kinds),
    filteredText(question),
    link ? `The same view: ${linkTo(link)}` : "",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

/** Of chains of references nothing is sampled or joined. */
function measuredOfChains({ sampleType, question, link }: ReportParts): string {
  const lines = [
    `Sample type ${code(sampleType)}.`,
    "Stacks are chains of references from the program's variables to what they hold. Nothing was sampled: each object is counted on one chain alone.",
    "Named: a field's type says which kind of object has it. Shaped: its name and shape do.",
    filteredText(question),
    link ? `The same view: ${linkTo(link)}` : "",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

function filteredText({ transforms }: Question): string {
  if (transforms.length === 0) return "";
  return `Filtered: ${transforms.map((t) => code("pattern" in t ? `${t.do} ${t.pattern}` : t.do)).join(", ")}.`;
}

function stageText(stage: string): string {
  return prose(stage.replaceAll("-", " "));
}

function signed(value: number, unit: string): string {
  return value > 0 ? `+${amountText(value, unit)}` : amountText(value, unit);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(text: string): string {
  return /[.!?)]$/.test(text) ? text : `${text}.`;
}
