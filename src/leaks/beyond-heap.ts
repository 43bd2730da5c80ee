import type { MemStats } from "../profile/mem-stats.js";

/** What is known of a process's memory beside its heap profile. */
export interface Outside {
  /** live bytes by the heap profile: as of the last collection that ended, by sampling */
  readonly live: number;
  readonly memStats: MemStats | undefined;
  /** resident memory, as ps, top or the kubelet say; undefined where it is not known */
  readonly resident: number | undefined;
  /** the container's limit */
  readonly limit: number | undefined;
  /** percent; Go's default is 100, undefined where it is off */
  readonly gogc: number | undefined;
  /** GOMEMLIMIT; undefined where none is set */
  readonly memoryLimit: number | undefined;
}

export type PartId =
  | "live"
  | "garbage"
  | "fragmentation"
  | "idle"
  | "stacks"
  | "runtime"
  | "rest"
  | "mapped"
  | "cgo"
  | "page-cache";

/** Where memory can be. */
export interface Part {
  readonly id: PartId;
  /** bytes; null where nothing tells them */
  readonly bytes: number | null;
  /** bytes are the most that it can be */
  readonly atMost: boolean;
}

/** Where the rest of a process's memory can be, beside its live heap. */
export interface BeyondHeap {
  readonly parts: readonly Part[];
  /** what Go has of the operating system and has not given back; null without MemStats */
  readonly ofGo: number | null;
  readonly resident: number | null;
  /** what is worth a sentence, the most telling first */
  readonly said: readonly Remark[];
}

export type Remark =
  | {
      readonly what: "explained";
      readonly part: PartId;
      readonly bytes: number;
      readonly share: number;
    }
  | { readonly what: "outside-go"; readonly bytes: number; readonly share: number }
  | { readonly what: "unexplained"; readonly bytes: number; readonly share: number }
  | { readonly what: "not-resident"; readonly bytes: number }
  | { readonly what: "collects-too-late"; readonly next: number; readonly limit: number }
  | {
      readonly what: "after-peak";
      readonly peak: number;
      readonly now: number;
      readonly of: "heap" | "process";
    };

/** Below that share of the peak a profile is said to be taken after it. */
const AFTER_PEAK = 0.7;
/** A part with that share of the resident memory is the one to look at. */
const LARGE = 0.2;

/** Accounts for a process's memory as far as what is known tells it. */
export function beyondHeap(outside: Outside): BeyondHeap {
  const { memStats, resident, live } = outside;
  const parts = memStats?.heapAlloc === undefined ? guessed(outside) : counted(live, memStats);
  const ofGo =
    memStats?.sys === undefined ? null : Math.max(0, memStats.sys - (memStats.heapReleased ?? 0));
  const rest = resident === undefined || ofGo === null ? null : resident - ofGo;
  const outsideGo: Part[] = [
    { id: "rest", bytes: rest === null ? null : Math.max(0, rest), atMost: false },
    { id: "mapped", bytes: null, atMost: false },
    { id: "cgo", bytes: null, atMost: false },
    { id: "page-cache", bytes: null, atMost: false },
  ];
  return {
    parts: [...parts, ...outsideGo],
    ofGo,
    resident: resident ?? null,
    said: remarks(outside, parts, ofGo, rest),
  };
}

/** With MemStats: each figure as the runtime counts it. */
function counted(live: number, m: MemStats): Part[] {
  const part = (id: PartId, bytes: number | undefined): Part => ({
    id,
    bytes: bytes === undefined || Number.isNaN(bytes) ? null : Math.max(0, bytes),
    atMost: false,
  });
  const alloc = m.heapAlloc ?? 0;
  const runtime = [m.mSpanSys, m.mCacheSys, m.buckHashSys, m.gcSys, m.otherSys];
  return [
    { id: "live", bytes: Math.min(live, alloc), atMost: false },
    part("garbage", alloc - live),
    part("fragmentation", minus(m.heapInuse, alloc)),
    part("idle", minus(m.heapIdle, m.heapReleased ?? 0)),
    part("stacks", m.stackSys),
    part(
      "runtime",
      runtime.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0),
    ),
  ];
}

function minus(a: number | undefined, b: number): number | undefined {
  return a === undefined ? undefined : a - b;
}

/** Without MemStats: how far the heap may grow until it is collected; the rest is not known. */
function guessed({ live, gogc, memoryLimit }: Outside): Part[] {
  const byPercent = gogc === undefined ? Number.POSITIVE_INFINITY : (live * gogc) / 100;
  const byLimit =
    memoryLimit === undefined ? Number.POSITIVE_INFINITY : Math.max(0, memoryLimit - live);
  const garbage = Math.min(byPercent, byLimit);
  const unknown = (id: PartId): Part => ({ id, bytes: null, atMost: false });
  return [
    { id: "live", bytes: live, atMost: false },
    {
      id: "garbage",
      bytes: Number.isFinite(garbage) ? garbage : null,
      atMost: Number.isFinite(garbage),
    },
    unknown("fragmentation"),
    unknown("idle"),
    unknown("stacks"),
    unknown("runtime"),
  ];
}

function remarks(
  { memStats, resident, limit }: Outside,
  parts: readonly Part[],
  ofGo: number | null,
  rest: number | null,
): Remark[] {
  const out: Remark[] = [];
  const whole = resident ?? ofGo ?? 0;
  if (rest !== null && whole > 0 && rest >= LARGE * whole) {
    out.push({ what: "outside-go", bytes: rest, share: rest / whole });
  }
  if (ofGo === null && resident !== undefined) {
    // Without MemStats only the live heap and what Go may add to it is known.
    const known = parts.reduce((sum, p) => sum + (p.bytes ?? 0), 0);
    if (resident - known >= LARGE * resident) {
      out.push({ what: "unexplained", bytes: resident - known, share: 1 - known / resident });
    }
  }
  if (rest !== null && rest < 0) out.push({ what: "not-resident", bytes: -rest });
  const large = parts
    .flatMap(({ id, bytes, atMost }) =>
      id !== "live" && bytes !== null && whole > 0 && bytes >= LARGE * whole
        ? [{ id, bytes, atMost }]
        : [],
    )
    .sort((a, b) => b.bytes - a.bytes);
  for (const { id, bytes, atMost } of large) {
    if (!atMost) out.push({ what: "explained", part: id, bytes, share: bytes / whole });
  }
  if (limit !== undefined && memStats?.nextGC !== undefined && memStats.nextGC > limit) {
    out.push({ what: "collects-too-late", next: memStats.nextGC, limit });
  }
  return [...out, ...peakRemarks(memStats, ofGo)];
}

/** The address space of the heap only grows: what it once held is known after it is gone. */
function peakRemarks(memStats: MemStats | undefined, ofGo: number | null): Remark[] {
  if (!memStats) return [];
  const { heapSys, heapInuse, maxRss } = memStats;
  if (maxRss !== undefined && ofGo !== null && maxRss > 0 && ofGo < AFTER_PEAK * maxRss) {
    return [{ what: "after-peak", peak: maxRss, now: ofGo, of: "process" }];
  }
  if (heapSys !== undefined && heapInuse !== undefined && heapInuse < AFTER_PEAK * heapSys) {
    return [{ what: "after-peak", peak: heapSys, now: heapInuse, of: "heap" }];
  }
  return [];
}
