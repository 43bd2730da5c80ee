import { lifeOf } from "../../engine/answers/suspects/life.js";
import type { SuspectCard, SuspectsAnswer } from "../../engine/answers.js";
import { NO_BASE, type Question } from "../../engine/question.js";
import { itemAt, lastOf, must } from "../../lib/must.js";
import { leastSure } from "../../profile/sampling/sampling-error.js";
import { CHECK_WORDS } from "../../words/terminal/check-words.js";
import type { Session } from "../input/opened-files.js";
import type { Budget, CheckedClass } from "./budget.js";
import { type Culprit, culpritOf, type Finding, statusOf } from "./finding.js";
import { fileFigures, kindFigures, type Side, sideOf } from "./heap-side.js";

const WORDS = CHECK_WORDS.notes;

/** The two sides of a check, as places in the session's files. */
export interface Sides {
  readonly base: readonly number[];
  readonly new: readonly number[];
}

/** Both sides, measured, and what each budget came to. */
export interface Judged {
  /** undefined without BASE */
  readonly base: Side | undefined;
  readonly new: Side;
  readonly findings: readonly Finding[];
}

/** A growing path cannot be told from a step with fewer snapshots of one process. */
const FEWEST_IN_TIME = 3;

/**
 * Judges each budget.
 * @throws QuestionError, Interrupted
 */
export async function judge(
  session: Session,
  sides: Sides,
  budgets: readonly Budget[],
): Promise<Judged> {
  const base = sides.base.length > 0 ? await sideOf(session, sides.base) : undefined;
  const measured = { base, new: await sideOf(session, sides.new) };
  const findings: Finding[] = [];
  for (const budget of budgets) {
    if (budget.of === "growth") findings.push(await growthFinding(session, measured, budget));
    else if (budget.of === "class") findings.push(...(await classFindings(session, sides, budget)));
    else findings.push(await heldFinding(session, measured, budget));
  }
  return { ...measured, findings };
}

interface Measured {
  readonly base: Side | undefined;
  readonly new: Side;
}

async function growthFinding(
  session: Session,
  measured: Measured,
  budget: Budget & { readonly of: "growth" },
): Promise<Finding> {
  const before = must(measured.base, "the base that growth is measured from");
  const after = measured.new;
  const figure = after.value - before.value;
  const error = Math.hypot(before.error, after.error);
  const question = { ...session.question, shown: after.lead, base: before.lead };
  const alone = [...before.files, ...after.files].map((shown) =>
    session.engine.sampling({ ...question, shown, base: NO_BASE }),
  );
  const sampling = {
    ...session.engine.sampling(question),
    change: leastSure(alone.map((one) => one.basis)),
  };
  const held = before.value + after.value;
  const status = statusOf(figure, error, budget.limit, held, sampling);
  const spread = before.spread || after.spread;
  const inside = figure > 0 && statusOf(figure, error, 0, held, sampling) === "unsure";
  return {
    budget,
    status,
    figure,
    error,
    basis: sampling.change,
    before: before.value,
    after: after.value,
    file: "",
    culprit: figure > 0 ? first(await suspectsOf(session, question)) : null,
    notes: [...(inside ? [WORDS.inside(spread)] : []), ...(spread ? [WORDS.spread] : [])],
  };
}

/** What NEW holds, in all or of a kind: each of its files has to keep the budget. */
async function heldFinding(
  session: Session,
  measured: Measured,
  budget: Budget & { readonly of: "heap" | "kind" },
): Promise<Finding> {
  const { files } = measured.new;
  const found: Finding[] = [];
  for (const file of files) {
    const alone: Question = { ...session.question, shown: file, base: NO_BASE };
    const sampling = session.engine.sampling(alone);
    const of =
      budget.of === "kind"
        ? await kindFigures(session, file, budget.kind)
        : { ...(await fileFigures(session, file)), rows: [] };
    const status = statusOf(of.value, of.error, budget.limit, of.value, {
      ...sampling,
      change: sampling.basis,
    });
    found.push({
      budget,
      status,
      figure: of.value,
      error: of.error,
      basis: sampling.basis,
      before: null,
      after: null,
      file: files.length > 1 ? itemAt(session.files, file).short : "",
      culprit: null,
      notes:
        budget.of === "kind" && of.rows.length === 0
          ? [WORDS.noFrame(budget.kind, itemAt(session.files, file).short)]
          : [],
    });
  }
  // The statuses agree with the figures but for errors: what failed comes before what is larger.
  const [worst] = found
    .map((finding, i) => ({ finding, file: itemAt(files, i) }))
    .sort(
      (a, b) =>
        Number(b.finding.status === "exceeded") - Number(a.finding.status === "exceeded") ||
        b.finding.figure - a.finding.figure,
    );
  if (!worst) throw new Error("Missing: a file that the budget is of");
  return { ...worst.finding, culprit: await holderOf(session, measured, worst.file, budget) };
}

/** The stack that grew most since BASE, or holds most, of all or of a kind. */
async function holderOf(
  session: Session,
  { base }: Measured,
  file: number,
  budget: Budget & { readonly of: "heap" | "kind" },
): Promise<Culprit | null> {
  const question = { ...session.question, shown: file, base: base?.lead ?? NO_BASE };
  const questions = base ? [question, { ...question, base: NO_BASE }] : [question];
  for (const asked of questions) {
    const found = first(await suspectsOf(session, asked), budget.of === "kind" ? budget.kind : "");
    if (found) return found;
  }
  return null;
}

async function suspectsOf({ engine, run }: Session, question: Question): Promise<SuspectsAnswer> {
  // A question without a base is of that file alone: a series of others would be its base.
  const alone = question.base === NO_BASE;
  const { files, shown } = question;
  const asked = alone ? { ...question, files: [itemAt(files, shown)], shown: 0 } : question;
  return await run(engine.ask("suspects", asked, undefined));
}

/** The largest suspect, of one kind where one is named. */
function first({ suspects, about }: SuspectsAnswer, kind = ""): Culprit | null {
  const wanted = kind.toLowerCase();
  const isOf = (card: SuspectCard) => {
    const own = card.kind?.toLowerCase() ?? "";
    return own === wanted || own.split(".")[0] === wanted;
  };
  const isGrowth = about === "growth";
  const size = (card: SuspectCard) => (isGrowth ? card.growth : card.after);
  const found = suspects
    .filter((card) => (kind === "" || isOf(card)) && size(card) > 0)
    .sort((a, b) => size(b) - size(a))[0];
  return found ? culpritOf(found, isGrowth) : null;
}

/** All suspects of a class: of the whole time where the files are of one process, else of NEW. */
async function classFindings(
  session: Session,
  sides: Sides,
  budget: Budget & { readonly of: "class" },
): Promise<Finding[]> {
  const found: Finding[] = [];
  const untold = new Set<string>();
  for (const moment of momentsOf(session, sides)) {
    const { question, alive, file } = moment;
    const answer = await session.run(session.engine.ask("suspects", question, undefined));
    const { change: basis } = session.engine.sampling(question);
    const isGrowth = answer.about === "growth";
    for (const card of answer.suspects.filter((card) => card.class === budget.class)) {
      const culprit = culpritOf(card, isGrowth);
      const { size: figure, error } = culprit;
      const before = isGrowth ? card.before : null;
      const after = isGrowth ? card.after : null;
      const told = { basis, before, after, file, culprit, notes: [] };
      found.push({ budget, status: "exceeded", figure, error, ...told });
    }
    untold.add(cannotTell(budget.class, alive, answer));
  }
  if (found.length > 0) return found;
  const notes = [...untold].filter((note) => note !== "");
  const status = notes.length > 0 ? "undecided" : "within";
  const nothing = { figure: 0, error: 0, basis: "exact", before: null, after: null } as const;
  return [{ budget, status, ...nothing, file: "", culprit: null, notes }];
}

/** Why the absence of a class means nothing; "" where it does. */
function cannotTell(wanted: CheckedClass, alive: number, { suspects }: SuspectsAnswer): string {
  if (wanted === "undecided") return "";
  if (wanted === "growing" && alive < FEWEST_IN_TIME) {
    return WORDS.fewSnapshots(alive);
  }
  return suspects.length > 0 && suspects.every((card) => card.class === "") ? WORDS.classless : "";
}

/** One question about classes. */
interface Moment {
  readonly question: Question;
  /** how many snapshots of one process there are */
  readonly alive: number;
  /** the file that it is about alone, where NEW has several */
  readonly file: string;
}

function momentsOf(session: Session, sides: Sides): Moment[] {
  const { engine, question, files } = session;
  const names = (places: readonly number[]) => places.map((file) => itemAt(question.files, file));
  const fresh = [...new Set(sides.new)];
  const all = { ...question, files: names([...new Set([...sides.base, ...sides.new])]) };
  for (const asked of [all, { ...question, files: names(fresh) }]) {
    if (asked.files.length < 2) continue;
    const set = engine.set({ ...asked, shown: 0, base: NO_BASE });
    const { kind, order, restarts } = set.class("auto");
    if (kind !== "series" || restarts.length > 0) continue;
    const shown = lastOf(order);
    const type = set.sampleType(question.sampleType, shown);
    const alive = lifeOf(set, "auto", shown, type).length;
    return [{ question: { ...asked, shown, base: itemAt(order, 0) }, alive, file: "" }];
  }
  return fresh.map((file) => ({
    question: { ...question, files: names([file]), shown: 0, base: NO_BASE },
    alive: 1,
    file: fresh.length > 1 ? itemAt(files, file).short : "",
  }));
}
