import { code, prose, table } from "../../lib/markdown.js";
import { itemAt } from "../../lib/must.js";
import { CHECK_WORDS } from "../../words/terminal/check-words.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import type { Session } from "../input/opened-files.js";
import { cellsOf, padCellsEnd } from "../output/cells.js";
import { pathText } from "../output/suspects-text.js";
import { type Marks, plain } from "../output/text-table.js";
import { budgetText, culpritText, findingText, headline, sidesText } from "./check-words.js";
import { inOrder, overallStatus } from "./finding.js";
import type { Judged } from "./judge.js";

const STATUS_WORDS = CHECK_WORDS.status;

/** The check for a terminal. */
export function checkText(session: Session, judged: Judged, unit: string, marks: Marks): string[] {
  const width = Math.max(...judged.findings.map((one) => cellsOf(STATUS_WORDS[one.status])));
  const lines = [marks.bold(headline(judged)), ...sidesText(session, judged)];
  for (const finding of inOrder(judged.findings)) {
    const status = padCellsEnd(STATUS_WORDS[finding.status], width);
    const { culprit } = finding;
    const more = [
      culpritText(culprit, unit),
      culprit && finding.status !== "within"
        ? CHECK_WORDS.culprit.path(pathText(culprit.path))
        : "",
      ...finding.notes.map(plain),
    ];
    lines.push(
      "",
      `${marks.bold(status)}  ${budgetText(finding, unit)}`,
      ...[findingText(finding, unit), ...more].filter((line) => line !== "").map((l) => `    ${l}`),
    );
  }
  return lines;
}

const SIGNS = { exceeded: "❌", undecided: "❔", unsure: "➖", within: "✅" } as const;

/** The check as Markdown: a table of the budgets, and the stacks of those that failed. */
export function checkMarkdown(session: Session, judged: Judged, unit: string): string {
  const ordered = inOrder(judged.findings);
  const rows = ordered.map((finding) => [
    `${SIGNS[finding.status]} ${STATUS_WORDS[finding.status]}`,
    code(budgetText(finding, unit)),
    prose(
      OUTPUT_WORDS.clauses(
        [findingText(finding, unit), culpritText(finding.culprit, unit), ...finding.notes].filter(
          (part) => part !== "",
        ),
      ),
    ),
  ]);
  const stacks = ordered.flatMap((finding) =>
    finding.status !== "within" && finding.culprit
      ? ["", `**${prose(budgetText(finding, unit))}**`, "", code(pathText(finding.culprit.path))]
      : [],
  );
  return [
    `### ${CHECK_WORDS.markdown.title(headline(judged))}`,
    "",
    ...sidesText(session, judged).map((line) => `- ${prose(line)}`),
    "",
    table(["", CHECK_WORDS.markdown.budget, CHECK_WORDS.markdown.found], rows),
    ...stacks,
    "",
  ].join("\n");
}

/** The check as `leaklens check --json` has it: fields may be added, never renamed. */
export function checkJson(session: Session, judged: Judged, unit: string): object {
  const side = (of: Judged["base"]) =>
    of && {
      files: of.files.map((file) => itemAt(session.files, file).name),
      taken: of.taken,
      total: Math.round(of.value),
      standardError: Math.round(of.error),
    };
  return {
    status: overallStatus(judged.findings),
    sampleType: session.sampleType,
    unit,
    base: side(judged.base) ?? null,
    new: side(judged.new),
    findings: inOrder(judged.findings).map(({ budget, culprit, error, figure, ...rest }) => ({
      budget: budget.of,
      ...("limit" in budget ? { limit: budget.limit } : {}),
      ...("kind" in budget ? { kind: budget.kind } : {}),
      ...("class" in budget ? { class: budget.class } : {}),
      status: rest.status,
      figure: Math.round(figure),
      standardError: rest.basis === "unknown" ? null : Math.round(error),
      before: rest.before === null ? null : Math.round(rest.before),
      after: rest.after === null ? null : Math.round(rest.after),
      file: rest.file === "" ? null : rest.file,
      sentence: findingText({ budget, culprit, error, figure, ...rest }, unit),
      notes: rest.notes,
      stack: culprit && { ...culprit, error: undefined, standardError: Math.round(culprit.error) },
    })),
  };
}
