import { budgetText, culpritText, findingText } from "./check-words.js";
import { type Finding, inOrder } from "./finding.js";
import type { Judged } from "./judge.js";

/** The check as a JUnit report: a test case for each finding, a failure where it is exceeded. */
export function junitXml({ findings }: Judged, unit: string): string {
  const count = (status: Finding["status"]) =>
    findings.filter((finding) => finding.status === status).length;
  const counts = `tests="${findings.length}" failures="${count("exceeded")}" errors="${count("undecided")}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="leaklens" ${counts}>`,
    `  <testsuite name="leaklens check" ${counts} skipped="0">`,
    ...inOrder(findings).flatMap((finding) => testCase(finding, unit)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(finding: Finding, unit: string): string[] {
  const { status, culprit, notes } = finding;
  const name = culprit && finding.budget.of === "class" ? ` ${culprit.function}` : "";
  const told = findingText(finding, unit);
  const more = [told, culpritText(culprit, unit), ...notes, ...(culprit ? culprit.path : [])];
  const body = escaped(more.filter((line) => line !== "").join("\n"));
  const head = `    <testcase classname="leaklens.check" name="${escaped(budgetText(finding, unit) + name)}">`;
  const tag = { exceeded: "failure", undecided: "error", unsure: "", within: "" }[status];
  const inside =
    tag === ""
      ? `      <system-out>${body}</system-out>`
      : `      <${tag} type="${status}" message="${escaped(told)}">${body}</${tag}>`;
  return [head, inside, "    </testcase>"];
}

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as XML 1.0 can hold it: what no document may contain, lone surrogates too, is U+FFFD. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: names come out of files
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[&<>"]/g, (c) => NAMED[c] ?? c)
  );
}
