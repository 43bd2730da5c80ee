import {
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  OTHER_CATEGORIES,
  STAGES,
} from "../../../kubernetes/attribution/attribution.js";
import { connectionCounts } from "../../../kubernetes/connections.js";
import { objectBytes } from "../../../kubernetes/object-size.js";
import { amountText, shareText } from "../../../kubernetes/words.js";
import { memo } from "../../../lib/memo.js";
import { KINDS_WORDS } from "../../../words/engine-words.js";
import { type Language, language } from "../../../words/language.js";
import type { KindRow, KindsAnswer } from "../../answers.js";
import { type Comparison, comparisonOf } from "../../comparison.js";
import { hasStages } from "../../has-stages.js";
import { kindKey } from "../../kind-key.js";
import { medianOf, type Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";

/** What is held in one combination of kind, evidence, stage and category. */
interface Cell {
  readonly kind: number;
  readonly evidence: number;
  readonly stage: number;
  readonly category: number;
  value: number;
  before: number;
}

/**
 * Kinds by stages and evidence. Kinds, other and unknown add up to the total exactly: all of them
 * are sums of the same cells, and a scaled or median base is rounded cell by cell.
 * With a base every figure but `before` and the mean object is a difference.
 */
export function kindsAnswer(prepared: Prepared, question: Question): KindsAnswer {
  const compared = comparisonOf(prepared, question);
  const kept = keptOf(compared);
  const found = kept.get(language()) ?? kindsOf(compared);
  kept.set(language(), found);
  return found;
}

/** Finding and suspects rest on them too; each with the texts of a language. */
const keptOf = memo((_: Comparison) => new Map<Language, KindsAnswer>());

function kindsOf(compared: Comparison): KindsAnswer {
  const { prepared, isDifference, type } = compared;
  const { set, attribution } = prepared;
  const rows = new Map<number, RowSum>();
  const stages: Record<string, number> = {};
  const otherCategories: Record<string, number> = {};
  let other = 0;
  let unknown = 0;
  let total = 0;
  const staged = hasStages(set, compared.shown);
  for (const cell of cellsOf(compared)) {
    const value = cell.value - cell.before;
    const stage = STAGES[cell.stage];
    total += value;
    if (value !== 0 && staged) stages[stage] = (stages[stage] ?? 0) + value;
    if (cell.kind === KIND_OTHER) {
      other += value;
      const category = OTHER_CATEGORIES[cell.category];
      otherCategories[category] = (otherCategories[category] ?? 0) + value;
    } else if (cell.kind === KIND_UNKNOWN) unknown += value;
    else {
      let row = rows.get(cell.kind);
      if (!row) {
        row = { total: 0, before: 0, evidence: EVIDENCE.map(() => 0), stages: {} };
        rows.set(cell.kind, row);
      }
      row.total += value;
      row.before += cell.before;
      row.evidence[cell.evidence] += value;
      if (value !== 0 && staged) row.stages[stage] = (row.stages[stage] ?? 0) + value;
    }
  }
  const kinds: KindRow[] = [];
  for (const [kind, row] of rows) {
    if (row.total === 0 && row.before === 0) continue;
    const name = attribution.kinds[kind];
    kinds.push({
      key: kindKey(name),
      kind: name.kind,
      group: name.group,
      total: row.total,
      before: row.before,
      named: row.evidence[0],
      shaped: row.evidence[1],
      coGrowth: row.evidence[2],
      meanObjectBytes: objectBytes(set.profiles, attribution, set.frames, {
        profiles: compared.shown,
        kind,
        inside: (p, s) => prepared.tree.sampleNode[p][s] >= 0,
      }),
      stages: row.stages,
    });
  }
  kinds.sort((a, b) => Math.abs(b.total) - Math.abs(a.total) || (a.key < b.key ? -1 : 1));
  return {
    kinds,
    other,
    otherCategories,
    unknown,
    total,
    of: compared.of,
    stages,
    unit: type.unit,
    isDifference,
    connections: connectionsText(compared),
  };
}

interface RowSum {
  total: number;
  before: number;
  readonly evidence: number[];
  readonly stages: Record<string, number>;
}

function cellsOf(compared: Comparison): Iterable<Cell> {
  const { base, scale } = compared;
  const cells = new Map<number, Cell>();
  each(compared, compared.shown, cells, (cell, value) => {
    cell.value += value;
  });
  if (base.length === 0) return cells.values();
  if (!compared.baseIsMedian) {
    each(compared, base, cells, (cell, value) => {
      cell.before += value;
    });
    if (scale !== 1)
      for (const cell of cells.values()) cell.before = Math.round(cell.before * scale);
    return cells.values();
  }
  // The median is taken stack by stack, as the graph does.
  const columns = new Map<string, { cell: Cell; values: Float64Array }>();
  base.forEach((p, column) => {
    each(compared, [p], cells, (cell, value, node) => {
      const key = `${node} ${codeOf(cell.kind, cell.evidence, cell.stage, cell.category)}`;
      let row = columns.get(key);
      if (!row) {
        row = { cell, values: new Float64Array(base.length) };
        columns.set(key, row);
      }
      row.values[column] += value;
    });
  });
  for (const { cell, values } of columns.values()) {
    cell.before += Math.round(medianOf(values) * scale);
  }
  return cells.values();
}

function codeOf(kind: number, evidence: number, stage: number, category: number): number {
  return (
    (((kind + 2) * EVIDENCE.length + evidence) * STAGES.length + stage) * OTHER_CATEGORIES.length +
    category
  );
}

/** Visits each sample that the filters left, with its cell. */
function each(
  { prepared, type }: Comparison,
  profiles: readonly number[],
  cells: Map<number, Cell>,
  visit: (cell: Cell, value: number, node: number) => void,
): void {
  const { attribution, set, tree } = prepared;
  for (const p of profiles) {
    const values = set.values(p, type);
    const nodes = tree.sampleNode[p];
    const kinds = attribution.kind[p];
    const evidences = attribution.evidence[p];
    const stages = attribution.stage[p];
    const categories = attribution.category[p];
    // Samples of one cell follow one another for a while.
    let last: Cell | undefined;
    for (let s = 0; s < values.length; s++) {
      const node = nodes[s];
      const value = values[s];
      if (node < 0 || value === 0) continue;
      const kind = kinds[s];
      const evidence = evidences[s];
      const stage = stages[s];
      const category = categories[s];
      if (
        last?.kind !== kind ||
        last.evidence !== evidence ||
        last.stage !== stage ||
        last.category !== category
      ) {
        const code = codeOf(kind, evidence, stage, category);
        last = cells.get(code);
        if (!last) {
          last = { kind, evidence, stage, category, value: 0, before: 0 };
          cells.set(code, last);
        }
      }
      visit(last, value, node);
    }
  }
}

const CONNECTIONS = OTHER_CATEGORIES.indexOf("connections");

/** Says what connections hold and how many are alive, so that they can be ruled out as a cause. */
function connectionsText({ prepared, shown, isDelta }: Comparison): string {
  const { set, attribution } = prepared;
  const profiles = shown.map((p) => set.profiles[p]);
  if (isDelta) return "";
  if (!profiles.every((p) => p.sampleTypes.some((t) => t.type === "inuse_space"))) return "";
  const live = set.sampleType("inuse_space", shown[0]);
  let held = 0;
  let all = 0;
  for (const p of shown) {
    const values = set.values(p, live);
    for (let s = 0; s < values.length; s++) {
      all += values[s];
      const of = attribution.category[p][s];
      if (attribution.kind[p][s] === KIND_OTHER && of === CONNECTIONS) held += values[s];
    }
  }
  if (!(held > 0)) return "";
  const counts = connectionCounts(set.profiles, set.frames, shown).map(({ what, count, error }) =>
    error < count / 2
      ? KINDS_WORDS.about(amountText(count, "count"), amountText(error, "count"), what)
      : KINDS_WORDS.fewer(amountText(Number((count + 2 * error).toPrecision(2)), "count"), what),
  );
  return KINDS_WORDS.connections(amountText(held, live.unit), shareText(held / all), counts);
}
