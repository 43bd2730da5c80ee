import type { Program } from "../../kubernetes/program/program.js";
import { evidenceText, programText } from "../../kubernetes/program/program-text.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { decidedBy } from "../../leaks/verdict.js";
import { bar, code, codeBlock, linkTo, prose, table } from "../../lib/markdown.js";
import { shortName } from "../../profile/function-name.js";
import { errorText } from "../../profile/sampling/error-text.js";
import { intervalOf, type Sampling } from "../../profile/sampling/sampling-error.js";
import { REPORT_WORDS } from "../../words/engine/report-words.js";
import { stageLabel } from "../../words/page/kubernetes-words.js";
import { sentenceStart, textInSequence } from "../../words/sentence-start.js";
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

const WORDS = REPORT_WORDS;

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
    `## ${WORDS.figures}`,
    ...figures(parts),
    `## ${kindsTitle(kinds)}`,
    kindsTable(kinds),
    `## ${suspectsTitle(suspects)}`,
    ...suspectBlocks(parts),
    ...knownIssueBlocks(parts.knownIssues),
    ...adviceBlocks(parts),
    ...(suspects.cleared.length > 0
      ? [`## ${WORDS.cleared}`, suspects.cleared.map((line) => `- ${prose(line)}`).join("\n")]
      : []),
    `## ${WORDS.measured}`,
    measured(parts),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function kindsTitle({ isDifference, stages }: KindsAnswer): string {
  const { held, heldStages, changed, changedStages } = WORDS.kinds;
  if (Object.keys(stages).length === 0) return isDifference ? changed : held;
  return isDifference ? changedStages : heldStages;
}

function suspectsTitle({ about }: SuspectsAnswer): string {
  if (about === "growth") return WORDS.suspects;
  return about === "holders" ? WORDS.whoHolds : WORDS.whatHolds;
}

function titleOf(parts: ReportParts): string {
  const what = filesSaid(parts);
  return parts.suspects.about === "holders" ? WORDS.title.holders(what) : WORDS.title.heap(what);
}

/** The files that the report is about, and what they are compared with. */
function filesSaid({ names, question, set }: ReportParts): string {
  const name = (i: number) => code(names[i] ?? WORDS.file(i + 1));
  const { sum, median, compared, series } = WORDS.title;
  if (question.sum && names.length > 1) return sum(names.length);
  const shown = name(Math.min(Math.max(0, question.shown), names.length - 1));
  if (question.base === BASE_MEDIAN && names.length > 1) return median(shown, names.length);
  if (question.base >= 0 && question.base < names.length) {
    return compared(shown, name(question.base));
  }
  return set.kind === "series" && names.length > 1 ? series(shown, names.length) : shown;
}

/** The program and how its releases are known; "" where nothing is. */
function programLine(program: Program): string {
  const text = programText(program);
  if (text === "") return "";
  const how = evidenceText(program).replace(/[.。]$/, "");
  return WORDS.program(`**${prose(text)}**`, how === "" ? "" : prose(how));
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
  return aside ? WORDS.findingAside(text, prose(aside)) : text;
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
      i === question.shown && !question.sum ? WORDS.shown : "",
      i === question.base && !question.sum ? WORDS.base : "",
      restarts.includes(i) ? WORDS.restarted : "",
      i === set.outlier ? WORDS.timesMedian(set.outlierFactor.toFixed(1)) : "",
    ].filter((mark) => mark !== "");
    const cells = [
      fitted(names[i] ?? "", width),
      bar(Math.abs(totals[i]) / top, BAR),
      amountText(totals[i], unit).padStart(9),
      time === undefined ? "" : new Date(time).toISOString().slice(0, 19).replace("T", " "),
      marks.length > 0 ? `<- ${WORDS.clauses(marks)}` : "",
    ];
    return cells.join("  ").trimEnd();
  });
  const left = set.order.length - shown.length;
  const said = [
    left > 0 ? WORDS.lastFiles(shown.length, set.order.length) : "",
    WORDS.sentence(sentenceStart(prose(set.why))),
    set.kind === "fleet" && totals.length > 2 ? WORDS.median(amountText(set.median, unit)) : "",
  ];
  return [codeBlock(lines), textInSequence(said)];
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
  const { columns, rows: last } = WORDS;
  return table(
    [
      columns.kind,
      isDifference ? columns.change : columns.held,
      isDifference ? columns.ofChanged : columns.share,
      columns.named,
      columns.shaped,
      columns.coGrowth,
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
      ...(rest !== 0 ? [[last.otherKinds, show(rest), share(rest), ...blank]] : []),
      [last.noObject, show(kinds.other), share(kinds.other), ...blank],
      [last.unknown, show(kinds.unknown), share(kinds.unknown), ...blank],
      [last.total, show(total), share(total), ...blank],
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
        ? WORDS.nothingGrew
        : WORDS.nothingHeld
      : growth
        ? WORDS.explain(shareText(explained))
        : WORDS.hold(shareText(explained));
  return [
    textInSequence([lead, restarted ? WORDS.twoLives : ""]),
    ...suspects.suspects.map((suspect, i) => suspectText(parts, suspect, i + 1)),
  ];
}

function suspectText(parts: ReportParts, suspect: SuspectCard, rank: number): string {
  const { suspects, set, question } = parts;
  const { unit } = suspects;
  if (suspect.holder) return holderText(suspect, unit, rank);
  const growth = suspects.about === "growth";
  const what = [
    suspect.kind ? WORDS.evidence(code(suspect.kind), prose(evidenceName(suspect.evidence))) : "",
    stageText(suspect.stage),
    suspect.class ? `**${prose(classWords(suspect.class))}**` : "",
  ];
  const compared = growth || question.base === BASE_MEDIAN;
  const facts = [
    compared ? `${amountText(suspect.before, unit)} → ${amountText(suspect.after, unit)}` : "",
    suspect.survival === null ? "" : WORDS.survival(shareText(suspect.survival)),
    suspect.meanObjectBytes === null
      ? ""
      : WORDS.meanObject(amountText(suspect.meanObjectBytes, "bytes")),
  ];
  const course =
    set.kind === "series" && suspect.series.length > 2
      ? WORDS.course(
          set.order.slice(-MOST_FILES).map((i) => amountText(suspect.series[i] ?? 0, unit)),
        )
      : "";
  const joinedFacts = WORDS.clauses(facts);
  const lines = [
    WORDS.clauses(what),
    joinedFacts,
    prose(suspect.forecast),
    suspect.class === "undecided" ? decidedBy(suspect.stage, suspect.series.length) : "",
    course,
    WORDS.path(pathText(suspect.stack)),
  ];
  const { name, share } = suspect;
  const amount = amountOf(parts, suspect);
  return [
    `### ${WORDS.head(rank, code(shortName(name)), amount, shareText(share), growth)}`,
    "",
    ...lines.filter((line) => line !== "").map((line) => `- ${line}`),
  ].join("\n");
}

function holderText(suspect: SuspectCard, unit: string, rank: number): string {
  const { name, after, share, stack } = suspect;
  const lines = [...holderSentences(suspect, unit).map(prose), WORDS.chain(pathText(stack))];
  return [
    `### ${WORDS.head(rank, prose(sentenceStart(name)), amountText(after, unit), shareText(share), false)}`,
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
  return WORDS.interval(amountText(after, unit), amountText(low, unit), amountText(high, unit));
}

function pathText(stack: readonly string[]): string {
  const names = stack.map((name) => code(shortName(name)));
  const left = names.length - PATH_HEAD - PATH_TAIL;
  if (left <= 1) return names.join(" → ");
  const middle = WORDS.frames(left);
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
      WORDS.sentence(prose(text)),
      action ? code(action) : "",
      since ? WORDS.sentence(prose(since)) : "",
      source ? sourceText(source) : "",
    ];
    return `- ${parts.filter((part) => part !== "").join(" ")}`;
  });
  return [`## ${WORDS.whatToDo}`, items.join("\n")];
}

/** A source is a name, then an address. */
function sourceText(source: string): string {
  const address = /https?:\/\/[^\s<>]+/.exec(source);
  if (!address) return WORDS.source(prose(source));
  const name = source.slice(0, address.index).replace(/[\s,:]+$/, "");
  const link = linkTo(address[0]);
  return name ? WORDS.sourceAt(prose(name), link) : WORDS.source(link);
}

function measured(parts: ReportParts): string {
  const { sampleType, period, sampling, joined, suspects, question, link } = parts;
  if (suspects.about === "holders") return measuredOfChains(parts);
  const lines = [
    WORDS.sampleType(code(sampleType)),
    sampling.basis === "exact" ? WORDS.exact : "",
    sampling.basis !== "exact" && period > 1 ? WORDS.sampled(amountText(period, "bytes")) : "",
    joined.joined > 0
      ? WORDS.joined(joined.joined, joined.truncated, shareText(joined.share))
      : question.joined
        ? WORDS.notJoined
        : WORDS.asRecorded,
    suspects.suspects.some((s) => s.survival !== null) ? WORDS.survivalMeans : "",
    WORDS.evidenceMeans,
    coGrowthSaid(parts.kinds),
    filteredText(question),
    link ? WORDS.sameView(linkTo(link)) : "",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

/** Of chains of references nothing is sampled or joined. */
function measuredOfChains({ sampleType, question, link }: ReportParts): string {
  const lines = [
    WORDS.sampleType(code(sampleType)),
    WORDS.chains,
    WORDS.chainsEvidence,
    filteredText(question),
    link ? WORDS.sameView(linkTo(link)) : "",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

function filteredText({ transforms }: Question): string {
  if (transforms.length === 0) return "";
  return WORDS.filtered(
    transforms.map((t) => code("pattern" in t ? `${t.do} ${t.pattern}` : t.do)),
  );
}

/** What a kind is known by, as the table of kinds calls it. */
function evidenceName(evidence: string): string {
  const { named, shaped, coGrowth } = WORDS.columns;
  const names = new Map([
    ["named", named],
    ["shaped", shaped],
    ["co-growth", coGrowth],
  ]);
  return names.get(evidence) ?? evidence;
}

const stageText = (stage: string): string => prose(stageLabel(stage));

function signed(value: number, unit: string): string {
  return value > 0 ? `+${amountText(value, unit)}` : amountText(value, unit);
}
