import type { Program } from "../kubernetes/program/program.js";
import { Recent } from "../lib/lru-cache.js";
import type { Steps } from "../lib/steps.js";
import type { Sampling } from "../profile/sampling/sampling-error.js";
import { ENGINE_WORDS } from "../words/engine-words.js";
import { callersAnswer } from "./answers/callers.js";
import { findingAnswer } from "./answers/finding/finding.js";
import { withSentences } from "./answers/finding/finding-text.js";
import { heapTieTexts } from "./answers/finding/goroutine-tie.js";
import { subjectFinding } from "./answers/finding/subject-finding.js";
import { kindsAnswer } from "./answers/kinds/kinds.js";
import { litPaths } from "./answers/kinds/lit-paths.js";
import { setAnswer, setKind } from "./answers/kinds/set-summary.js";
import { knownIssuesAnswer } from "./answers/known-issues.js";
import { labelsAnswer } from "./answers/labels.js";
import { detail } from "./answers/path-detail.js";
import { joinFacts, picture } from "./answers/picture.js";
import { reportMarkdown } from "./answers/report.js";
import { search } from "./answers/search.js";
import { type HeldByAnswer, heldByAnswer } from "./answers/suspects/held-by.js";
import { suspectsAnswer } from "./answers/suspects/suspects.js";
import { functionTable } from "./answers/table.js";
import type {
  CallersAnswer,
  FindingAnswer,
  FrameNames,
  FunctionTable,
  KindsAnswer,
  LitPath,
  Picture,
  SearchAnswer,
  SetAnswer,
  SetKind,
  SuspectsAnswer,
} from "./answers.js";
import { comparisonOf, samplingOfSides } from "./comparison.js";
import { figureAnswer } from "./figures/figure-answers.js";
import { FileSet } from "./file-set.js";
import type { KnownIssuesAnswer } from "./known-issue-match.js";
import { namesOf } from "./names-of-steps.js";
import type { Detail, LabelsAnswer } from "./path-answers.js";
import { type Prepared, prepare, prepareDraft } from "./prepared-tree.js";
import { type CarriedAnswers, carriedKey, ProfileLibrary } from "./profile-library.js";
import type { Question } from "./question.js";
import { QuestionError } from "./question-error.js";

/** What can be asked and what goes with it: the values of each question's `with` and `answer`. */
export interface EngineAsks {
  set: { with: undefined; answer: SetAnswer };
  /** of it what decides what is compared with what; had before any kind is known */
  setKind: { with: undefined; answer: SetKind };
  /** which program the file shown is of */
  program: { with: undefined; answer: Program };
  picture: { with: undefined; answer: Picture };
  /** the graph at a first look: stacks as recorded, kinds unknown */
  draft: { with: undefined; answer: Picture };
  /**
   * the graph without boxes that no screen shows while that of the path `zoom` fills it ("" for
   * all); null where the whole is made already
   */
  glance: { with: { readonly zoom: string }; answer: Picture | null };
  /** the graph by the widths of the base: the left half of two side by side */
  before: { with: undefined; answer: Picture };
  table: { with: undefined; answer: FunctionTable };
  callers: { with: { readonly name: string }; answer: CallersAnswer };
  search: { with: { readonly pattern: string }; answer: SearchAnswer };
  kinds: { with: undefined; answer: KindsAnswer };
  lit: { with: undefined; answer: readonly LitPath[] };
  finding: { with: undefined; answer: FindingAnswer };
  /** who holds the memory; null where the file is not made of chains of references */
  heldBy: { with: undefined; answer: HeldByAnswer | null };
  suspects: { with: undefined; answer: SuspectsAnswer };
  /** of the whole profile, or of the samples in one path of the graph; "" for all */
  knownIssues: { with: { readonly path: string }; answer: KnownIssuesAnswer };
  detail: { with: { readonly path: string }; answer: Detail | null };
  labels: { with: { readonly path: string }; answer: LabelsAnswer | null };
  report: { with: { readonly link: string }; answer: string };
}

const SETS_KEPT = 4;
const TREES_KEPT = 8;

/**
 * Answers questions about the opened profiles. The one module that knows all of the others; what
 * is expensive (frame tables, joins, trees) is kept for the questions that follow.
 */
export class Engine {
  readonly library = new ProfileLibrary();
  private readonly sets = new Recent<FileSet>(SETS_KEPT);
  private readonly trees = new Recent<Prepared>(TREES_KEPT);

  /** @throws QuestionError where a file of the question is not open */
  set(question: Question): FileSet {
    const { files } = question;
    if (files.length === 0) throw new QuestionError(ENGINE_WORDS.noFile, ENGINE_WORDS.noFileHint);
    const names = namesOf(question.transforms);
    const key = `${files.join()} ${names}`;
    return (
      this.sets.get(key) ??
      this.sets.set(
        key,
        new FileSet(
          files.map((hash) => this.library.get(hash)),
          names,
        ),
      )
    );
  }

  /**
   * Which program the shown file of a question is of: role, name and releases, for whoever words
   * or advises by them. Answers that have a `Prepared` reach it as `prepared.set.program(shown)`.
   * @throws QuestionError where a file of the question is not open
   */
  programOf(question: Question): Program {
    return this.set(question).program(question.shown);
  }

  /** The call tree of a question, with what is scattered over it. */
  *prepare(question: Question): Steps<Prepared> {
    return yield* prepare(this.set(question), question, this.trees);
  }

  /** Root first, whatever the graph shows. */
  *upright(question: Question): Steps<Prepared> {
    return yield* this.prepare({ ...question, inverted: false });
  }

  /** As recorded: figures of it equal `go tool pprof`'s. Kinds are judged as in the graph. */
  *recorded(question: Question): Steps<Prepared> {
    return yield* prepare(
      this.set(question),
      // Figures of functions count a stack once, however often it comes through them: merging
      // recursion, which takes frames off stacks, would only make functions vanish.
      {
        ...question,
        inverted: false,
        joined: false,
        transforms: question.transforms.filter((t) => t.do !== "merge-recursion"),
      },
      this.trees,
      question.joined,
    );
  }

  /**
   * @throws QuestionError that says why there is no answer and what to change
   */
  *ask<K extends keyof EngineAsks>(
    name: K,
    question: Question,
    extra: EngineAsks[K]["with"],
  ): Steps<EngineAsks[K]["answer"]> {
    const figures = figureAnswer(name, this.set(question), question, extra);
    if (figures) {
      return (yield* figures(yield* this.recorded(question))) as EngineAsks[K]["answer"];
    }
    return (yield* this.answers[name](question, extra as never)) as EngineAsks[K]["answer"];
  }

  /** The names of the frames that an answer's indices point to. */
  names(question: Question): FrameNames | undefined {
    const set = this.set(question);
    const { frames, id } = set.framesOf(question.transforms);
    return { id, names: frames.names, files: frames.files };
  }

  /** How the figures of a question came about. */
  sampling(question: Question): Sampling {
    return samplingOfSides(this.set(question), question);
  }

  /** Lets go of a file and of all that was made of it. */
  close(hash: string): void {
    this.library.remove(hash);
    this.sets.clear();
    this.trees.clear();
  }

  /** What a link worked out before it left things out; of its own view only. */
  private carriedOf(question: Question): CarriedAnswers | undefined {
    const carried = this.library.get(question.files[0]).carried;
    return carried?.key === carriedKey(question) ? carried.answers : undefined;
  }

  private readonly answers: {
    [K in keyof EngineAsks]: (
      question: Question,
      extra: EngineAsks[K]["with"],
    ) => Steps<EngineAsks[K]["answer"]>;
  } = {
    set: (question) => setAnswer(this.set(question), question),
    setKind: (question) => setKind(this.set(question), question),
    // biome-ignore lint/correctness/useYield: one pass over the functions' names
    program: function* (this: Engine, question: Question) {
      return this.programOf(question);
    }.bind(this),
    picture: function* (this: Engine, question: Question) {
      return yield* picture(yield* this.prepare(question), question);
    }.bind(this),
    draft: function* (this: Engine, question: Question) {
      const plain: Question = { ...question, joined: false, lit: "", litStage: "" };
      const prepared = yield* prepareDraft(this.set(question), plain);
      return yield* picture(prepared, plain, { of: "draft" });
    }.bind(this),
    glance: function* (this: Engine, question: Question, { zoom }: { readonly zoom: string }) {
      return yield* picture(yield* this.prepare(question), question, { of: "glance", zoom });
    }.bind(this),
    before: function* (this: Engine, question: Question) {
      const before: Question = { ...question, widths: "before" };
      return yield* picture(yield* this.prepare(before), before);
    }.bind(this),
    table: function* (this: Engine, question: Question) {
      const recorded = yield* this.recorded(question);
      return functionTable(recorded, question, yield* this.prepare(question));
    }.bind(this),
    callers: function* (this: Engine, question: Question, extra: { readonly name: string }) {
      return callersAnswer(yield* this.recorded(question), question, extra.name);
    }.bind(this),
    search: function* (this: Engine, question: Question, extra: { readonly pattern: string }) {
      return search(yield* this.prepare(question), question, extra.pattern);
    }.bind(this),
    kinds: function* (this: Engine, question: Question) {
      const carried = this.carriedOf(question)?.kinds;
      return carried ?? kindsAnswer(yield* this.upright(question), question);
    }.bind(this),
    lit: function* (this: Engine, question: Question) {
      return litPaths(yield* this.prepare(question), question);
    }.bind(this),
    finding: function* (this: Engine, question: Question) {
      const carried = this.carriedOf(question)?.finding;
      if (carried) return carried;
      const prepared = yield* this.upright(question);
      const subject = subjectFinding(prepared, question);
      if (subject) return subject;
      const found = yield* findingAnswer(prepared, question);
      return withSentences(found, heapTieTexts(prepared, question));
    }.bind(this),
    heldBy: function* (this: Engine, question: Question) {
      return heldByAnswer(yield* this.upright(question), question) ?? null;
    }.bind(this),
    suspects: function* (this: Engine, question: Question) {
      const carried = this.carriedOf(question)?.suspects;
      return carried ?? (yield* suspectsAnswer(yield* this.upright(question), question));
    }.bind(this),
    knownIssues: function* (this: Engine, question: Question, extra: { readonly path: string }) {
      const plain = yield* this.upright({ ...question, transforms: [] });
      const { path } = extra;
      const within = path === "" ? undefined : { of: yield* this.prepare(question), text: path };
      return yield* knownIssuesAnswer(plain, question, within);
    }.bind(this),
    detail: function* (this: Engine, question: Question, extra: { readonly path: string }) {
      return detail(yield* this.prepare(question), question, extra.path);
    }.bind(this),
    labels: function* (this: Engine, question: Question, extra: { readonly path: string }) {
      return labelsAnswer(yield* this.prepare(question), question, extra.path);
    }.bind(this),
    report: function* (this: Engine, question: Question, extra: { readonly link: string }) {
      const set = this.set(question);
      const compared = comparisonOf(yield* this.upright(question), question);
      return reportMarkdown({
        names: set.entries.map((e) => e.name),
        program: this.programOf(question),
        question,
        set: yield* setAnswer(set, question),
        kinds: yield* this.ask("kinds", question, undefined),
        finding: yield* this.ask("finding", question, undefined),
        suspects: yield* this.ask("suspects", question, undefined),
        knownIssues: yield* this.ask("knownIssues", question, { path: "" }),
        joined: joinFacts(compared),
        sampling: compared.sampling,
        period: set.profiles[Math.min(question.shown, set.profiles.length - 1)].period,
        sampleType: compared.type.name,
        link: extra.link,
      });
    }.bind(this),
  };
}
