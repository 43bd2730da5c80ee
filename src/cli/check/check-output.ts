import { code, prose, table } from "../../lib/markdown.js";
import { itemAt } from "../../lib/must.js";
import type { Session } from "../input/opened-files.js";
import { pathText } from "../output/suspects-text.js";
import { type Marks, plain } from "../output/text-table.js";
import {
  budgetText,
  culpritText,
  findingText,
  headline,
  STATUS_WORDS,
  sidesText,
} from "./check-words.js";
import { inOrder, overallStatus } from "./finding.js";
import type { Judged } from "./judge.js";

/** The check for a terminal. */
export function checkText(session: Session, judged: Judged, unit: string, marks: Marks): string[] {
  const width = Math.max(...judged.findings.map((one) => STATUS_WORDS[one.status].length));
  const lines = [marks.bold(headline(judged)), ...sidesText(session, judged)];
  for (const finding of inOrder(judged.findings)) {
    const status = STATUS_WORDS[finding.status].padEnd(width);
    const { culprit } = finding;
    const more = [
      culpritText(culprit, unit),
      culprit && finding.status !== "within" ? `path: ${pathText(culprit.path)}` : "",
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
      [findingText(finding, unit), culpritText(finding.culprit, unit), ...finding.notes]
        .filter((part) => part !== "")
        .join("; "),
    ),
  ]);
  const stacks = ordered.flatMap((finding) =>
    finding.status !== "within" && finding.culprit
      ? ["", `**${prose(budgetText(finding, unit))}**`, "", code(pathText(finding.culprit.path))]
      : [],
  );
  return [
    `### Heap check: ${headline(judged)}`,
    "",
    ...sidesText(session, judged).map((line) => `- ${prose(line)}`),
    "",
    table(["", "budget", "found"], rows),
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
