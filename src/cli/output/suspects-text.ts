import { holderSentences } from "../../engine/answers/suspects/holder-words.js";
import type { AdviceItem, SetAnswer, SuspectCard, SuspectsAnswer } from "../../engine/answers.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { FORM_WORDS, formBeside, growthForm } from "../../leaks/growth-form.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { decidedBy } from "../../leaks/verdict.js";
import { shortName } from "../../profile/function-name.js";
import { errorText } from "../../profile/sampling/error-text.js";
import type { Sampling } from "../../profile/sampling/sampling-error.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { type Marks, plain, signedText } from "./text-table.js";

const WORDS = OUTPUT_WORDS.suspects;
const HOLDERS_WORDS = OUTPUT_WORDS.holders;

const PATH_HEAD = 3;
const PATH_TAIL = 9;
const INDENT = "    ";

/** A card for each suspect, then what is not the cause, then what to do. */
export function suspectsText(
  answer: SuspectsAnswer,
  sampling: Sampling,
  set: SetAnswer,
  names: readonly string[],
  marks: Marks,
): string[] {
  if (answer.about === "holders") return holdersText(answer, names, marks);
  const lines = [leadText(answer, names, set)];
  if (answer.restarted) {
    lines.push(WORDS.restarted);
  }
  answer.suspects.forEach((suspect, i) => {
    lines.push("", ...card(suspect, i + 1, answer.unit, sampling, set, marks));
  });
  if (answer.cleared.length > 0) {
    lines.push(
      "",
      marks.bold(OUTPUT_WORDS.notTheCause),
      ...answer.cleared.map((text) => item(text)),
    );
  }
  const advice = adviceOf(answer.suspects);
  if (advice.length > 0)
    lines.push("", marks.bold(OUTPUT_WORDS.whatToDo), ...advice.flatMap(adviceLines));
  return lines;
}

/** A card for each that holds memory, by chains of references. */
function holdersText(
  { suspects, unit, of }: SuspectsAnswer,
  names: readonly string[],
  marks: Marks,
): string[] {
  const span = names.map(plain).join(" → ");
  const lines = [
    suspects.length === 0
      ? HOLDERS_WORDS.none(span)
      : HOLDERS_WORDS.lead(span, amountText(of, unit)),
  ];
  suspects.forEach((suspect, i) => {
    const { name, share, stack } = suspect;
    const rank = `${i + 1}.`.padEnd(INDENT.length);
    const told = [
      ...holderSentences(suspect, unit).map(plain),
      HOLDERS_WORDS.chain(pathText(stack)),
    ];
    lines.push(
      "",
      rank + HOLDERS_WORDS.size(marks.bold(plain(name)), shareText(share)),
      ...told.map((line) => INDENT + line),
    );
  });
  return lines;
}

function leadText(
  { suspects, explained }: SuspectsAnswer,
  names: readonly string[],
  { kind }: SetAnswer,
): string {
  const from = plain(names[0] ?? "");
  const to = plain(names.at(-1) ?? "");
  const span = WORDS.span(from, to, names.length, kind === "series");
  if (suspects.length === 0) return WORDS.none(span);
  return WORDS.lead(span, suspects.length, shareText(explained));
}

function card(
  suspect: SuspectCard,
  rank: number,
  unit: string,
  sampling: Sampling,
  set: SetAnswer,
  marks: Marks,
): string[] {
  const { before, after, growth, error, share, survival, meanObjectBytes } = suspect;
  const sure = errorText(error, unit, sampling.change);
  const size = sure === "" ? signedText(growth, unit) : `${signedText(growth, unit)} ${sure}`;
  const what = [
    suspect.kind === null
      ? WORDS.kindUnknown
      : OUTPUT_WORDS.aside(plain(suspect.kind), OUTPUT_WORDS.evidence(suspect.evidence)),
    suspect.stage,
    ...(suspect.class ? [classWords(suspect.class)] : []),
  ];
  const decides =
    suspect.class === "undecided" ? decidedBy(suspect.stage, suspect.series.length) : "";
  const facts = [
    `${amountText(before, unit)} → ${amountText(after, unit)}`,
    survival === null ? "" : WORDS.survival(shareText(survival)),
    meanObjectBytes === null ? "" : WORDS.object(amountText(meanObjectBytes, "bytes")),
  ];
  const course =
    set.kind === "series" && suspect.series.length > 2
      ? WORDS.course(
          OUTPUT_WORDS.facts(set.order.map((i) => amountText(suspect.series[i] ?? 0, unit))),
        )
      : "";
  const more = [
    OUTPUT_WORDS.facts(what),
    OUTPUT_WORDS.facts(facts.filter((fact) => fact !== "")),
    course,
    formText(suspect, set),
    plain(suspect.forecast),
    decides,
    WORDS.path(pathText(suspect.stack)),
  ];
  return [
    `${rank}.`.padEnd(INDENT.length) +
      WORDS.size(marks.bold(plain(shortName(suspect.name))), marks.bold(size), shareText(share)),
    ...more.filter((line) => line !== "").map((line) => INDENT + line),
  ];
}

/** The form of the growth; "" where there are too few snapshots for one. */
function formText(suspect: SuspectCard, set: SetAnswer): string {
  if (set.kind !== "series" || set.restarts.length > 0) return "";
  const values = set.order.map((i) => suspect.series[i] ?? 0);
  const form = growthForm(values, suspect.error / Math.SQRT2);
  const shown = formBeside(form, suspect.class === "growing");
  return shown === undefined ? "" : FORM_WORDS[shown];
}

/** The path with its middle left out; --json has all of it. */
export function pathText(stack: readonly string[]): string {
  const names = stack.map((name) => plain(shortName(name)));
  const left = names.length - PATH_HEAD - PATH_TAIL;
  if (left <= 1) return names.join(" → ");
  return [...names.slice(0, PATH_HEAD), WORDS.left(left), ...names.slice(-PATH_TAIL)].join(" → ");
}

/** Each piece once, in the order of the suspects that it is for. */
function adviceOf(suspects: readonly SuspectCard[]): AdviceItem[] {
  const all = new Map(suspects.flatMap((s) => s.advice).map((advice) => [advice.id, advice]));
  return [...all.values()];
}

function adviceLines({ text, action, since, source }: AdviceItem): string[] {
  const more = [action, since, source].filter((part) => part !== "");
  return [item(text), ...more.map((part) => INDENT + plain(part))];
}

function item(text: string): string {
  return `  - ${plain(text)}`;
}
