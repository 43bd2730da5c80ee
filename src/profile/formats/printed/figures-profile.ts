import { subjectOf } from "../../features.js";
import type { Profile, SampleType } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { noteOf, type ProfileNote } from "../../profile-note.js";
import type { PrintedTable } from "./table.js";

const REST = "(not in the table)";

/**
 * A table as a profile without stacks: a sample a function with its flat figure, in the order of
 * the rows, one for what the table leaves out of the total, and the printed figures beside them.
 */
export function figuresProfile(table: PrintedTable): Profile {
  const { facts, rows, total, totalFrom } = table;
  const type = sampleTypeOf(table);
  const builder = new ProfileBuilder([type]);
  const functions = rows.map((row) => {
    const { name, file } = splitPlace(row.name);
    return builder.function(row.name, file, name);
  });
  let sum = 0;
  rows.forEach((row, i) => {
    sum += row.flat.value;
    builder.sample([builder.location([{ function: functions[i] }])], [row.flat.value]);
  });
  const delta = isDifference(table);
  if (!delta && total > sum) builder.sample([builder.frame(REST)], [total - sum]);
  return builder.done({
    timeNanos: facts.timeNanos,
    mappings: facts.file === "" ? [] : [mainBinary(facts.file, facts.buildId)],
    notes: notesOf(table, delta),
    features: { subject: subjectOf([type]), stacks: "none", go: true },
    figures: {
      count: rows.length,
      function: Int32Array.from(functions),
      flat: Float64Array.from(rows, (r) => r.flat.value),
      cum: Float64Array.from(rows, (r) => r.cum.value),
      inline: Uint8Array.from(rows, (r) => r.inline),
      total,
      totalFrom,
      cutoff: facts.cutoff?.value ?? 0,
      isDifference: delta,
      saysType: facts.type !== "",
    },
  });
}

function notesOf(table: PrintedTable, delta: boolean): ProfileNote[] {
  const { facts, family, totalFrom } = table;
  const notes = [noteOf("table")];
  if (facts.type === "" && family === "bytes") notes.push(noteOf("tableType"));
  if (totalFrom === "derived") notes.push(noteOf("tableTotal"));
  if (facts.filters.length > 0) {
    notes.push(noteOf("tableFilters", { filters: facts.filters.join(", ") }));
  }
  if (delta) notes.push(noteOf("tableDifference"));
  return notes;
}

/** Negative figures, or more than the total: both are of a base. */
function isDifference({ rows, facts, total }: PrintedTable): boolean {
  if (facts.isDifference || rows.some((r) => r.flat.value < 0 || r.cum.value < 0)) return true;
  return rows.some((r) => r.cum.value > total * 1.01);
}

/** The sample type that the text names, or the one its figures are of. */
export function sampleTypeOf({
  facts,
  family,
  rows,
}: Pick<PrintedTable, "facts" | "family"> & {
  readonly rows: readonly { readonly name: string }[];
}): SampleType {
  const unit = family === "none" ? "count" : family;
  if (facts.type !== "") return { type: facts.type, unit };
  if (family === "bytes") return { type: "inuse_space", unit };
  if (family === "nanoseconds") return { type: "cpu", unit };
  const parked = rows.some((r) => r.name === "runtime.gopark");
  return { type: parked ? "goroutine" : "samples", unit };
}

/** "main.fill /src/main.go:12", as -lines prints it, in its parts. */
export function splitPlace(text: string): { name: string; file: string; line: number } {
  const found = /^(.+?) (\S+\.(?:go|s|c|cc|cpp|h|rs|py)):(\d+)$/.exec(text);
  return found
    ? { name: found[1], file: found[2], line: Number(found[3]) }
    : { name: text, file: "", line: 0 };
}

/** The program that the text names. */
export function mainBinary(file: string, buildId: string): Profile["mappings"][number] {
  return {
    id: 1n,
    start: 0n,
    limit: 0n,
    offset: 0n,
    file,
    buildId,
    hasFunctions: true,
    hasFilenames: false,
    hasLineNumbers: false,
    hasInlineFrames: false,
  };
}
