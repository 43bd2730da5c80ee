import { amountText } from "../../kubernetes/words.js";
import { classWords } from "../../leaks/suspect-class-words.js";
import { itemAt } from "../../lib/must.js";
import { shortName } from "../../profile/function-name.js";
import { errorText } from "../../profile/sampling/error-text.js";
import { CHECK_WORDS } from "../../words/terminal/check-words.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import type { Session } from "../input/opened-files.js";
import { plain, signedText } from "../output/text-table.js";
import { budgetName } from "./budget.js";
import type { Culprit, Finding, Status } from "./finding.js";
import type { Side } from "./heap-side.js";
import type { Judged } from "./judge.js";

const CLASS_WORDS = CHECK_WORDS.ofClass;
const CULPRIT_WORDS = CHECK_WORDS.culprit;

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
  const size = (value: string) => (sure === "" ? value : CHECK_WORDS.sizeWithError(value, sure));
  const sizes = {
    size: size(signedText(figure, unit)),
    before: before === null ? undefined : amountText(before, unit),
    after: after === null ? undefined : amountText(after, unit),
  };
  const overOf = (limit: number) => ({
    over: status === "unsure" || status === "exceeded" ? status : ("no" as const),
    excess: amountText(figure - limit, unit),
  });
  switch (budget.of) {
    case "growth":
      return CHECK_WORDS.growth(sizes, overOf(budget.limit));
    case "heap":
    case "kind": {
      const subject = budget.of === "heap" ? "NEW" : plain(budget.kind);
      return CHECK_WORDS.held(
        subject,
        size(amountText(figure, unit)),
        plain(file),
        overOf(budget.limit),
      );
    }
    case "class":
      if (status === "within") return CLASS_WORDS.none(budget.class);
      if (!culprit) return CLASS_WORDS.untold(budget.class);
      return culprit.isGrowth
        ? CLASS_WORDS.grew(plain(shortName(culprit.function)), budget.class, sizes)
        : CLASS_WORDS.holds(
            plain(shortName(culprit.function)),
            budget.class,
            size(amountText(figure, unit)),
          );
  }
}

/** What the stack did that has most of it, with its class; "" where there is none. */
export function culpritText(culprit: Culprit | null, unit: string): string {
  if (!culprit) return "";
  const { isGrowth, size, kind, stage } = culprit;
  const did = isGrowth
    ? CULPRIT_WORDS.grew(plain(shortName(culprit.function)), signedText(size, unit))
    : CULPRIT_WORDS.holds(plain(shortName(culprit.function)), amountText(size, unit));
  const told = [kind === null ? CULPRIT_WORDS.kindUnknown : plain(kind), stage];
  return OUTPUT_WORDS.facts([
    did,
    ...told,
    culprit.class === "" ? CULPRIT_WORDS.classUntold : classWords(culprit.class),
  ]);
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
  const parts = (["exceeded", "undecided"] as const)
    .filter((status) => count(status) > 0)
    .map((status) => CHECK_WORDS.headline[status](count(status), all));
  return parts.length > 0 ? OUTPUT_WORDS.facts(parts) : CHECK_WORDS.headline.kept(all);
}

/** Which files each side is, and how they were taken together. */
export function sidesText(session: Session, { base, new: now }: Judged): string[] {
  const told = (name: string, side: Side) => {
    const names = side.files.map((file) => plain(itemAt(session.files, file).short)).join(", ");
    const { taken, files } = side;
    return `${name} ${taken === "one" ? names : CHECK_WORDS.side[taken](names, files.length)}`;
  };
  return [...(base ? [told("BASE", base)] : []), told("NEW ", now)];
}
