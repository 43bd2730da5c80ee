import { coGrowthSaid } from "../../engine/answers/kinds/co-growth-words.js";
import type { FindingAnswer, KindRow, KindsAnswer } from "../../engine/answers.js";
import { shareOfKinds, wholeOfKinds } from "../../engine/whole-of-kinds.js";
import { stageColumns } from "../../export/stage-columns.js";
import { amountText, shareText } from "../../kubernetes/words.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { columns, type Marks, plain, signedText } from "./text-table.js";

const WORDS = OUTPUT_WORDS.kinds;

/** So many kinds have a row of their own, and those that hold this share. */
const MOST_ROWS = 20;
const LEAST_ROW = 0.001;
/** So many kinds have a column of their own among the stages. */
const MOST_COLUMNS = 4;

/** The finding, the kinds with their evidence, the stages, and what is no API object. */
export function kindsText(answer: KindsAnswer, finding: FindingAnswer, marks: Marks): string[] {
  const [head = "", ...kinds] = columns(kindRows(answer));
  const [stagesHead = "", ...stages] = columns(stageRows(answer));
  const lines = [findingText(finding, marks), "", marks.dim(head), ...kinds];
  if (stages.length > 0) lines.push("", marks.dim(stagesHead), ...stages);
  const notes = [categoriesText(answer), coGrowthSaid(answer), answer.connections].filter(
    (note) => note !== "",
  );
  if (notes.length > 0) lines.push("", ...notes.map(plain));
  return lines;
}

function findingText({ segments, aside }: FindingAnswer, marks: Marks): string {
  const text = segments
    .map((segment) => (segment.strong ? marks.bold(plain(segment.text)) : plain(segment.text)))
    .join("");
  return aside === "" ? text : OUTPUT_WORDS.aside(text, plain(aside));
}

function kindRows(answer: KindsAnswer): string[][] {
  const { isDifference, total, unit } = answer;
  const show = showOf(answer);
  const share = (value: number) => {
    const of = shareOfKinds(value, answer);
    return of === undefined ? "" : shareText(of);
  };
  const shown = answer.kinds
    .slice(0, MOST_ROWS)
    .filter((row) => Math.abs(row.total) >= LEAST_ROW * wholeOfKinds(answer));
  const rest = answer.kinds.slice(shown.length);
  const row = (name: string, value: number, ...more: string[]) => [
    name,
    amountOf(value, unit, isDifference),
    share(value),
    ...more,
  ];
  const restRow = (rows: readonly KindRow[]) =>
    row(
      WORDS.others(rows.length),
      sum(rows, (r) => r.total),
      show(sum(rows, (r) => r.named)),
      show(sum(rows, (r) => r.shaped)),
      show(sum(rows, (r) => r.coGrowth)),
    );
  const head = isDifference ? WORDS.change : WORDS.held;
  const evidence = [...["named", "shaped", "co-growth"].map(OUTPUT_WORDS.evidence), WORDS.object];
  return [
    [
      WORDS.kind,
      unit === "bytes" ? head : OUTPUT_WORDS.aside(head, plain(unit)),
      WORDS.share,
      ...(answer.kinds.length > 0 ? evidence : []),
    ],
    ...shown.map((r) =>
      row(
        plain(r.key),
        r.total,
        show(r.named),
        show(r.shaped),
        show(r.coGrowth),
        r.meanObjectBytes === null ? "" : amountText(r.meanObjectBytes, "bytes"),
      ),
    ),
    ...(rest.length > 0 ? [restRow(rest)] : []),
    row(WORDS.noObject, answer.other),
    row(WORDS.unknown, answer.unknown),
    row(WORDS.total, total),
  ];
}

/** The stages as rows: they are many and their names are long, while few kinds matter. */
function stageRows(answer: KindsAnswer): string[][] {
  const show = showOf(answer);
  const own = answer.kinds.slice(0, MOST_COLUMNS).filter((row) => row.total !== 0);
  const rest = answer.kinds.filter((row) => !own.includes(row));
  const single = (row: KindRow) => answer.kinds.filter((k) => k.kind === row.kind).length === 1;
  const rows = stageColumns(answer)
    .filter((stage) =>
      [answer.stages, ...answer.kinds.map((k) => k.stages)].some((s) => s[stage] ?? 0),
    )
    .map((stage) => {
      const all = answer.stages[stage] ?? 0;
      const kinds = sum(answer.kinds, (k) => k.stages[stage] ?? 0);
      return [
        stage,
        ...own.map((k) => show(k.stages[stage] ?? 0)),
        ...(rest.length > 0 ? [show(sum(rest, (k) => k.stages[stage] ?? 0))] : []),
        ...(answer.kinds.length > 0 ? [show(all - kinds)] : []),
        show(all),
      ];
    });
  if (rows.length === 0) return [];
  return [
    [
      WORDS.stage,
      ...own.map((k) => plain(single(k) ? k.kind : k.key)),
      ...(rest.length > 0 ? [WORDS.otherKinds] : []),
      ...(answer.kinds.length > 0 ? [WORDS.noKind] : []),
      WORDS.total,
    ],
    ...rows,
  ];
}

function categoriesText(answer: KindsAnswer): string {
  const parts = Object.entries(answer.otherCategories)
    .filter(([, value]) => value !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([name, value]) => `${name} ${amountOf(value, answer.unit, answer.isDifference)}`);
  return parts.length === 0 ? "" : WORDS.categories(OUTPUT_WORDS.facts(parts));
}

/** A cell; nothing where there is nothing. */
function showOf({ unit, isDifference }: KindsAnswer): (value: number) => string {
  return (value) => (value === 0 ? "" : amountOf(value, unit, isDifference));
}

function amountOf(value: number, unit: string, isDifference: boolean): string {
  return isDifference ? signedText(value, unit) : amountText(value, unit);
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}
