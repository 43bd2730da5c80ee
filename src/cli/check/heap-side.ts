import type { KindRow } from "../../engine/answers.js";
import { comparisonOf } from "../../engine/comparison.js";
import { kindKey } from "../../engine/kind-key.js";
import type { Prepared } from "../../engine/prepared-tree.js";
import { NO_BASE } from "../../engine/question.js";
import { itemAt, lastOf } from "../../lib/must.js";
import { sampleVariance } from "../../profile/sampling/sampling-error.js";
import type { Session } from "../input/opened-files.js";

/** A figure and its standard error, in the unit of the sample type. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/** What one file holds. */
export interface FileFigures extends Measured {
  /** place in the session's files */
  readonly file: number;
}

/** One side of a check, BASE or NEW, taken together. */
export interface Side extends Measured {
  readonly files: readonly number[];
  /** how its figure came about: of one file, the last of a process in time, or the mean of runs */
  readonly taken: "one" | "last" | "mean";
  /** the runs differ by more than their sampling: the error is that of their mean */
  readonly spread: boolean;
  /** the file that stands for it where stacks are shown */
  readonly lead: number;
}

/** What a file holds in all, filters applied. */
export async function fileFigures(session: Session, file: number): Promise<FileFigures> {
  const { prepared, question } = await preparedOf(session, file);
  const { self, variance } = comparisonOf(prepared, question);
  return { file, value: sum(self), error: Math.sqrt(sum(variance)) };
}

/**
 * Both files of a process in time and runs beside each other are BASE or NEW: of a process its
 * last file counts, of runs their mean. The error of a mean is that of sampling or that which the
 * runs show among each other, whichever is larger.
 */
export async function sideOf(session: Session, files: readonly number[]): Promise<Side> {
  const all: FileFigures[] = [];
  for (const file of files) all.push(await fileFigures(session, file));
  const first = itemAt(all, 0);
  if (all.length === 1) return { ...first, files, taken: "one", spread: false, lead: first.file };
  const { engine, question } = session;
  const names = files.map((file) => itemAt(question.files, file));
  const { kind, order, restarts } = engine
    .set({ ...question, files: names, shown: 0, base: NO_BASE })
    .class("auto");
  if (kind === "series" && restarts.length === 0) {
    const last = itemAt(all, lastOf(order));
    return { ...last, files, taken: "last", spread: false, lead: last.file };
  }
  const n = all.length;
  const mean = all.reduce((value, one) => value + one.value, 0) / n;
  const sampling = all.reduce((value, one) => value + one.error ** 2, 0) / n ** 2;
  const spread = all.reduce((value, one) => value + (one.value - mean) ** 2, 0) / (n - 1) / n;
  const nearest = [...all].sort(
    (a, b) => Math.abs(a.value - mean) - Math.abs(b.value - mean) || a.file - b.file,
  );
  const lead = itemAt(nearest, 0).file;
  const error = Math.sqrt(Math.max(sampling, spread));
  return { files, taken: "mean", spread: spread > sampling, lead, value: mean, error };
}

/** What a kind holds in one file. */
export interface KindFigures extends FileFigures {
  readonly rows: readonly KindRow[];
}

/**
 * What a kind holds in a file: "ConfigMap" in whatever group, "Deployment.apps" in that one;
 * letters small or large.
 */
export async function kindFigures(
  session: Session,
  file: number,
  kind: string,
): Promise<KindFigures> {
  const { prepared, question } = await preparedOf(session, file);
  const { engine, run } = session;
  const wanted = kind.toLowerCase();
  const fits = (one: { readonly kind: string; readonly group: string }) =>
    one.kind.toLowerCase() === wanted || kindKey(one).toLowerCase() === wanted;
  const rows = (await run(engine.ask("kinds", question, undefined))).kinds.filter(fits);
  const { attribution, set, tree } = prepared;
  const type = set.sampleType(question.sampleType, file);
  const variance = sampleVariance(itemAt(set.profiles, file), itemAt(type.index, file));
  const picked = attribution.kinds.map(fits);
  let error = 0;
  const kinds = itemAt(attribution.kind, file);
  const nodes = itemAt(tree.sampleNode, file);
  variance.forEach((of, s) => {
    const k = kinds[s] ?? -1;
    if (k >= 0 && picked[k] && (nodes[s] ?? -1) >= 0) error += of;
  });
  const value = rows.reduce((total, row) => total + row.total, 0);
  return { file, rows, value, error: Math.sqrt(error) };
}

async function preparedOf({ engine, question, run }: Session, file: number) {
  const alone = { ...question, shown: file, base: NO_BASE };
  const prepared: Prepared = await run(engine.upright(alone));
  return { prepared, question: alone };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
