import { amountText } from "../../kubernetes/words.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { itemAt } from "../../lib/must.js";
import { shortName } from "../../profile/function-name.js";
import { errorText } from "../../profile/sampling/error-text.js";
import type { Session } from "../input/opened-files.js";
import { plain, signedText } from "../output/text-table.js";
import { budgetName } from "./budget.js";
import type { Culprit, Finding, Status } from "./finding.js";
import type { Side } from "./heap-side.js";
import type { Judged } from "./judge.js";

/** A status in one word, or a few. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  exceeded: "exceeded",
  undecided: "cannot be told",
  unsure: "within the error",
  within: "within",
};

/** The budget as it was set: "--max-kind ConfigMap=100 MiB". */
export function budgetText({ budget }: Finding, unit: string): string {
  if (budget.of === "class") return budgetName(budget);
  const between = budget.of === "kind" ? "=" : " ";
  return `${budgetName(budget)}${between}${amountText(budget.limit, unit)}`;
}

/** What was found for a budget, a sentence without its end. */
export function findingText(finding: Finding, unit: string): string {
  const { budget, status, figure, error, basis, before, after, culprit, file } = finding;
  const sure = errorText(error, unit, basis);
  const size = (value: string) => (sure === "" ? value : `${value} (${sure})`);
  const where = file === "" ? "" : `, in ${plain(file)}`;
  const over =
    budget.of !== "class" && status === "unsure"
      ? `, ${amountText(figure - budget.limit, unit)} above the budget, which is within the error`
      : budget.of !== "class" && status === "exceeded"
        ? `, ${amountText(figure - budget.limit, unit)} above the budget`
        : "";
  const span =
    before === null || after === null
      ? ""
      : `: ${amountText(before, unit)} → ${amountText(after, unit)}`;
  switch (budget.of) {
    case "growth":
      return `the total changed by ${size(signedText(figure, unit))}${span}${over}`;
    case "heap":
      return `NEW holds ${size(amountText(figure, unit))}${where}${over}`;
    case "kind":
      return `${plain(budget.kind)} holds ${size(amountText(figure, unit))}${where}${over}`;
    case "class":
      if (status === "within") return `no suspect is ${budget.class}`;
      if (!culprit) return `whether a suspect is ${budget.class} cannot be told`;
      return culprit.isGrowth
        ? `${plain(shortName(culprit.function))} is ${budget.class}: ${size(signedText(figure, unit))}${span}`
        : `${plain(shortName(culprit.function))} is ${budget.class}: it holds ${size(amountText(figure, unit))}`;
  }
}

/** What the stack did that has most of it, with its class; "" where there is none. */
export function culpritText(culprit: Culprit | null, unit: string): string {
  if (!culprit) return "";
  const { isGrowth, size, kind, stage } = culprit;
  const did = isGrowth
    ? `grew most: ${plain(shortName(culprit.function))} ${signedText(size, unit)}`
    : `holds most: ${plain(shortName(culprit.function))} ${amountText(size, unit)}`;
  const told = [kind === null ? "kind unknown" : plain(kind), stage];
  return [
    did,
    ...told,
    culprit.class === "" ? "class not told by these files" : classWords(culprit.class),
  ].join(", ");
}

/** What the check comes to: "1 of 3 budgets exceeded". */
export function headline({ findings }: Judged): string {
  const budgets = new Map<unknown, Status[]>();
  for (const { budget, status } of findings) {
    budgets.set(budget, [...(budgets.get(budget) ?? []), status]);
  }
  const count = (status: Status) =>
    [...budgets.values()].filter((all) => all.includes(status)).length;
  const all = budgets.size;
  const told = (status: Status, one: string, some: string) =>
    all === 1 ? `the budget ${one}` : `${count(status)} of ${all} budgets ${some}`;
  const parts = [
    count("exceeded") > 0 ? told("exceeded", "is exceeded", "exceeded") : "",
    count("undecided") > 0 ? told("undecided", "cannot be told", "cannot be told") : "",
  ].filter((part) => part !== "");
  return parts.length > 0
    ? parts.join(", ")
    : all === 1
      ? "the budget is kept"
      : `all ${all} budgets are kept`;
}

/** Which files each side is, and how they were taken together. */
export function sidesText(session: Session, { base, new: now }: Judged): string[] {
  const told = (name: string, side: Side) => {
    const names = side.files.map((file) => plain(itemAt(session.files, file).short)).join(", ");
    const how = {
      one: "",
      last: ` (${side.files.length} snapshots of one process: the last one counts for growth)`,
      mean: ` (${side.files.length} processes: growth is of their mean)`,
    }[side.taken];
    return `${name} ${names}${how}`;
  };
  return [...(base ? [told("BASE", base)] : []), told("NEW ", now)];
}
