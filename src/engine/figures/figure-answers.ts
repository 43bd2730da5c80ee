import type { Steps } from "../../lib/steps.js";
import { ENGINE_WORDS } from "../../words/engine-words.js";
import { setAnswer } from "../answers/kinds/set-summary.js";
import { reportMarkdown } from "../answers/report.js";
import type { SetAnswer } from "../answers.js";
import { samplingOfSides } from "../comparison.js";
import type { EngineAsks } from "../engine.js";
import type { FileSet } from "../file-set.js";
import { OTHER_KEY, UNKNOWN_KEY } from "../kind-key.js";
import type { KnownIssuesAnswer } from "../known-issue-match.js";
import type { Prepared } from "../prepared-tree.js";
import { NO_BASE, type Question } from "../question.js";
import { QuestionError } from "../question-error.js";
import { isOfFigures } from "./figure-sides.js";
import { figuresFinding } from "./figures-finding.js";
import { figuresKinds } from "./figures-kinds.js";
import { figuresTable } from "./figures-table.js";

type AskName = keyof EngineAsks;
type Answer = (prepared: Prepared) => Steps<unknown>;

/** An issue is told by stacks. */
const NO_ISSUES: KnownIssuesAnswer = { matches: [], unit: "" };

/**
 * How a question about a printed table is answered; undefined where the question is about stacks
 * that were recorded. What only stacks could answer is refused with what to do instead.
 * @param extra what goes with the question
 */
export function figureAnswer(
  name: AskName,
  set: FileSet,
  question: Question,
  extra: unknown,
): Answer | undefined {
  if (!isOfFigures(set, question)) return undefined;
  switch (name) {
    case "table":
      return answered((prepared) => figuresTable(prepared, question));
    case "kinds":
      return answered((prepared) => figuresKinds(prepared, question));
    case "finding":
      return answered((prepared) => figuresFinding(prepared, question));
    case "lit":
      return answered(() => []);
    case "detail":
      return answered(() => null);
    case "knownIssues":
      return answered(() => NO_ISSUES);
    case "set":
      return (prepared) => figuresSet(prepared, question);
    case "report":
      return (prepared) => figuresReport(prepared, question, (extra as { link: string }).link);
    case "picture":
    case "draft":
    case "glance":
    case "before":
    case "callers":
    case "search":
    case "suspects":
      throw refusal(name);
    default:
      return undefined;
  }
}

/** Why a printed table has no answer to what only stacks could tell. */
export function refusal(name: AskName | "export" | "link"): QuestionError {
  const cannot: Partial<Record<typeof name, string>> = ENGINE_WORDS.table.cannot;
  const { cannotGraph, cannotHint } = ENGINE_WORDS.table;
  return new QuestionError(cannot[name] ?? cannotGraph, cannotHint);
}

function answered(make: (prepared: Prepared) => unknown): Answer {
  return function* (prepared) {
    yield 0.5;
    return make(prepared);
  };
}

/** The strip: what each table says of kinds. */
function* figuresSet(prepared: Prepared, question: Question): Steps<SetAnswer> {
  const { set } = prepared;
  const plain = yield* setAnswer(set, question);
  const n = set.profiles.length;
  const bands = new Map<string, number[]>();
  const add = (key: string, p: number, value: number) => {
    let band = bands.get(key);
    if (!band) {
      band = new Array<number>(n).fill(0);
      bands.set(key, band);
    }
    band[p] += value;
  };
  for (let p = 0; p < n; p++) {
    const alone = { ...question, shown: p, base: NO_BASE, sum: false, transforms: [] };
    const type = set.sampleType(question.sampleType, question.shown);
    if (type.index[p] < 0) continue;
    const kinds = figuresKinds(prepared, { ...alone, sampleType: type.name });
    for (const row of kinds.kinds.slice(0, 4)) add(row.key, p, row.total);
    for (const row of kinds.kinds.slice(4)) add("other kinds", p, row.total);
    add(OTHER_KEY, p, kinds.other);
    add(UNKNOWN_KEY, p, kinds.unknown);
  }
  return { ...plain, bands: [...bands].map(([key, values]) => ({ key, values })), tints: [] };
}

function* figuresReport(prepared: Prepared, question: Question, link: string): Steps<string> {
  const { set } = prepared;
  const type = set.sampleType(question.sampleType, question.shown);
  const kinds = figuresKinds(prepared, question);
  return reportMarkdown({
    names: set.entries.map((e) => e.name),
    question,
    set: yield* figuresSet(prepared, question),
    kinds,
    finding: figuresFinding(prepared, question),
    suspects: {
      about: "held",
      explained: 0,
      restarted: false,
      suspects: [],
      cleared: [],
      unit: type.unit,
      of: kinds.of,
    },
    knownIssues: NO_ISSUES,
    joined: { truncated: 0, joined: 0, share: 0 },
    program: set.program(question.shown),
    sampling: samplingOfSides(set, question, type),
    period: 0,
    sampleType: type.name,
    link,
  });
}
