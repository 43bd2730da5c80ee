import { commandFor, likelyOutside, PART_WORDS } from "../../kubernetes/beyond-words.js";
import type { Program } from "../../kubernetes/program/program.js";
import { beyondHeap, type Outside, type Part, type Remark } from "../../leaks/beyond-heap.js";
import { formatBytes, formatShare, formatValue } from "../../lib/format.js";
import type { MemStats } from "../../profile/mem-stats.js";
import { BEYOND_WORDS } from "../../words/engine/beyond-words.js";
import { sentenceStart, textInSequence } from "../../words/sentence-start.js";

const WORDS = BEYOND_WORDS;

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
  const { name, text, command } = PART_WORDS[id];
  const words = { name, text, command: commandFor(command, program) };
  const size =
    bytes === null
      ? WORDS.notKnown
      : atMost
        ? WORDS.atMost(formatBytes(Math.round(bytes)))
        : formatBytes(Math.round(bytes));
  return { id, ...words, bytes: bytes === null ? null : Math.round(bytes), size };
}

function leadText({ live, resident, limit }: Outside, ofGo: number | null): string {
  const parts = [
    resident === undefined ? "" : WORDS.resident(formatBytes(resident)),
    ofGo === null ? "" : WORDS.ofGo(formatBytes(ofGo)),
    WORDS.live(formatBytes(live)),
  ].filter((part) => part !== "");
  const lead = sentenceStart(WORDS.lead(parts));
  if (limit === undefined || resident === undefined) return lead;
  const left = resident <= limit ? formatBytes(limit - resident) : "";
  return WORDS.left(lead, formatBytes(limit), left);
}

function remarkText(remark: Remark, program: Program): string {
  switch (remark.what) {
    case "explained":
      return WORDS.explained(
        formatBytes(remark.bytes),
        formatShare(remark.share),
        PART_WORDS[remark.part].name,
      );
    case "outside-go": {
      const { bytes, share } = remark;
      const said = WORDS.outsideGo(formatBytes(bytes), formatShare(share));
      return textInSequence([said, likelyOutside(program)]);
    }
    case "unexplained": {
      const { bytes, share } = remark;
      const said = WORDS.unexplained(formatBytes(bytes), formatShare(share));
      return textInSequence([said, likelyOutside(program)]);
    }
    case "not-resident":
      return WORDS.notResident(formatBytes(remark.bytes));
    case "collects-too-late":
      return WORDS.tooLate(formatBytes(remark.next), formatBytes(remark.limit));
    case "after-peak":
      return WORDS.afterPeak(remark.of, formatBytes(remark.peak), formatBytes(remark.now));
  }
}

/** What would tell more. */
function unknownText({ memStats, resident }: Outside): string[] {
  const out: string[] = [];
  if (memStats?.heapAlloc === undefined) out.push(WORDS.askRuntime);
  if (resident === undefined) out.push(WORDS.askResident);
  return out;
}
