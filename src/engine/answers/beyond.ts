import { commandFor, likelyOutside, PART_WORDS } from "../../kubernetes/beyond-words.js";
import type { Program } from "../../kubernetes/program/program.js";
import { beyondHeap, type Outside, type Part, type Remark } from "../../leaks/beyond-heap.js";
import { formatBytes, formatShare, formatValue } from "../../lib/format.js";
import { lastOf } from "../../lib/must.js";
import type { MemStats } from "../../profile/mem-stats.js";

/** A line of the table of a process's memory. */
export interface BeyondRow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly command: string;
  readonly bytes: number | null;
  /** "620 MB", "up to about 360 MB"; "not known" */
  readonly size: string;
}

/** Where the rest of a process's memory is, in words. */
export interface BeyondAnswer {
  readonly sentences: readonly string[];
  readonly rows: readonly BeyondRow[];
  /** what runtime.MemStats says of itself, under its own names */
  readonly counted: readonly { readonly name: string; readonly text: string }[];
}

const COUNTED: readonly (readonly [name: string, of: keyof MemStats, unit: string])[] = [
  ["Sys", "sys", "bytes"],
  ["HeapSys", "heapSys", "bytes"],
  ["HeapAlloc", "heapAlloc", "bytes"],
  ["HeapInuse", "heapInuse", "bytes"],
  ["HeapIdle", "heapIdle", "bytes"],
  ["HeapReleased", "heapReleased", "bytes"],
  ["StackInuse", "stackInuse", "bytes"],
  ["GCSys", "gcSys", "bytes"],
  ["NextGC", "nextGC", "bytes"],
  ["NumGC", "numGC", "count"],
  ["PauseTotal", "pauseTotalNs", "nanoseconds"],
];

function countedBy(stats: MemStats | undefined): BeyondAnswer["counted"] {
  return COUNTED.flatMap(([name, of, unit]) => {
    const value = stats?.[of];
    return value === undefined ? [] : [{ name, text: formatValue(value, unit) }];
  });
}

/** Accounts for the memory of a process, beside its live heap. */
export function beyondAnswer(outside: Outside, program: Program): BeyondAnswer {
  const found = beyondHeap(outside);
  return {
    sentences: [
      leadText(outside, found.ofGo),
      ...found.said.map((remark) => remarkText(remark, program)),
      ...unknownText(outside),
    ].filter((text) => text !== ""),
    rows: found.parts.map((part) => rowOf(part, program)),
    counted: countedBy(outside.memStats),
  };
}

function rowOf({ id, bytes, atMost }: Part, program: Program): BeyondRow {
  const words = { ...PART_WORDS[id], command: commandFor(PART_WORDS[id].command, program) };
  const size =
    bytes === null
      ? "not known"
      : `${atMost ? "up to about " : ""}${formatBytes(Math.round(bytes))}`;
  return { id, ...words, bytes: bytes === null ? null : Math.round(bytes), size };
}

function leadText({ live, resident, limit }: Outside, ofGo: number | null): string {
  const parts = [
    resident === undefined ? "" : `${formatBytes(resident)} are resident`,
    ofGo === null ? "" : `Go's runtime has ${formatBytes(ofGo)}`,
    `the live heap has ${formatBytes(live)}`,
  ].filter((part) => part !== "");
  const lead =
    parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${lastOf(parts)}`;
  const left =
    limit !== undefined && resident !== undefined
      ? ` Up to the limit of ${formatBytes(limit)} ${resident <= limit ? `${formatBytes(limit - resident)} are left` : "nothing is left"}.`
      : "";
  return `${lead.charAt(0).toUpperCase()}${lead.slice(1)}.${left}`;
}

function remarkText(remark: Remark, program: Program): string {
  switch (remark.what) {
    case "explained":
      return `${formatBytes(remark.bytes)} (${formatShare(remark.share)}) are ${PART_WORDS[remark.part].name}.`;
    case "outside-go":
      return `${formatBytes(remark.bytes)} (${formatShare(remark.share)}) are outside of Go's runtime: mapped files, memory of C code or the program's file. ${likelyOutside(program)}`.trim();
    case "unexplained":
      return `${formatBytes(remark.bytes)} (${formatShare(remark.share)}) at least are neither live nor garbage that Go may keep: idle spans, stacks, or outside of Go's runtime. ${likelyOutside(program)}`.trim();
    case "not-resident":
      return `Of what the runtime has, ${formatBytes(remark.bytes)} are not resident: never touched, or swapped out.`;
    case "collects-too-late":
      return `The next collection begins at ${formatBytes(remark.next)} of heap, above the limit of ${formatBytes(remark.limit)}: the process is killed before it collects. Set GOMEMLIMIT below the limit.`;
    case "after-peak":
      return remark.of === "heap"
        ? `The heap once took ${formatBytes(remark.peak)}; now ${formatBytes(remark.now)} are in use: this profile was taken after the peak and does not show what made it.`
        : `The process once had ${formatBytes(remark.peak)} resident; now Go has ${formatBytes(remark.now)}: this profile was taken after the peak and does not show what made it.`;
  }
}

/** What would tell more. */
function unknownText({ memStats, resident }: Outside): string[] {
  const out: string[] = [];
  if (memStats?.heapAlloc === undefined) {
    out.push(
      "What the runtime has beside the live heap is told by a text of /debug/pprof/heap?debug=1, or by go_memstats_ in /metrics.",
    );
  }
  if (resident === undefined)
    out.push("How much is resident is told by ps, by /metrics, or by the kubelet.");
  return out;
}
