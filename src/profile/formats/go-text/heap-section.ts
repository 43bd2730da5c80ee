import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import type { MemStats } from "../../mem-stats.js";
import type { Profile, SampleType } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import { MemStatsLines } from "./mem-stats-lines.js";
import { addressesOf, frameOf, stackOf } from "./records.js";
import type { Section } from "./section.js";

const TYPES: readonly SampleType[] = [
  { type: "alloc_objects", unit: "count" },
  { type: "alloc_space", unit: "bytes" },
  { type: "inuse_objects", unit: "count" },
  { type: "inuse_space", unit: "bytes" },
];
const RECORD = /^\s*(-?\d+): +(-?\d+) +\[ *(-?\d+): +(-?\d+) *\] +@((?: *0x[0-9a-fA-F]+)*)/;

interface Record {
  readonly counts: readonly number[];
  readonly addresses: readonly bigint[];
  readonly frames: NonNullable<ReturnType<typeof frameOf>>[];
}

/**
 * A heap as `/debug/pprof/heap?debug=1` and `allocs?debug=1` print it. Its figures are those of
 * the sampled allocations: they are scaled up as pprof does (google/pprof, legacy_profile.go).
 */
export class HeapSection implements Section {
  private readonly builder = new ProfileBuilder(TYPES);
  private readonly stats = new MemStatsLines();
  private readonly rate: number;
  private record: Record | undefined;

  /** @throws ProfileError where the rate is no number that Go can have */
  constructor(heading: string, line: number) {
    const told = Number(/@ +heap\/(\d+)/.exec(heading)?.[1]);
    if (!Number.isSafeInteger(told)) {
      throw new ProfileError(FORMATS_WORDS.heapText.rate, { line });
    }
    // Go writes twice its rate, as early C++ profilers did.
    this.rate = Math.floor(told / 2);
  }

  read(line: string, at: number): void {
    const found = line.includes("@") ? RECORD.exec(line) : null;
    if (found) {
      this.flush();
      const counts = [found[3], found[4], found[1], found[2]].map(Number);
      if (!counts.every(Number.isSafeInteger)) {
        throw new ProfileError(FORMATS_WORDS.heapText.figure, {
          line: at,
        });
      }
      this.record = { counts, addresses: addressesOf(found[5]), frames: [] };
      return;
    }
    if (!line.startsWith("#")) return;
    const frame = frameOf(line);
    if (frame) this.record?.frames.push(frame);
    else this.stats.read(line);
  }

  done(): Profile {
    this.flush();
    const memStats = this.stats.done();
    const notes = this.builder.sampleCount === 0 ? [noteOf("noSamples")] : [];
    return this.builder.done({
      periodType: { type: "space", unit: "bytes" },
      period: this.rate,
      // A heap profile is as of the last collection that ended.
      timeNanos: this.stats.lastGC,
      notes,
      format: "go-heap-text",
      features: { subject: "heap", stacks: "recorded", go: true },
      ...(hasAny(memStats) ? { memStats } : {}),
    });
  }

  private flush(): void {
    const { record, rate } = this;
    this.record = undefined;
    if (!record) return;
    const [allocCount, allocSize, count, size] = record.counts as [number, number, number, number];
    const values = [...scaled(allocCount, allocSize, rate), ...scaled(count, size, rate)];
    const block = count !== 0 ? size / count : allocCount !== 0 ? allocSize / allocCount : 0;
    this.builder.sample(
      stackOf(record.addresses, record.frames, this.builder),
      values,
      block === 0 ? [] : [{ key: "bytes", number: Math.trunc(block), unit: "bytes" }],
    );
  }
}

/** What was allocated, judged by what was sampled: `scaleHeapSample` of google/pprof. */
function scaled(count: number, size: number, rate: number): [number, number] {
  if (count === 0 || size === 0) return [0, 0];
  if (rate <= 1) return [count, size];
  const scale = 1 / (1 - Math.exp(-(size / count) / rate));
  return [Math.trunc(count * scale), Math.trunc(size * scale)];
}

function hasAny(stats: MemStats): boolean {
  return Object.keys(stats).length > 0;
}
