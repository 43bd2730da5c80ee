import type { MemStats } from "../../mem-stats.js";

type Field = keyof MemStats;

/** Names of lines with one figure, and with two: in use / of the system. */
const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  Alloc: ["alloc"],
  TotalAlloc: ["totalAlloc"],
  Sys: ["sys"],
  Lookups: ["lookups"],
  Mallocs: ["mallocs"],
  Frees: ["frees"],
  HeapAlloc: ["heapAlloc"],
  HeapSys: ["heapSys"],
  HeapIdle: ["heapIdle"],
  HeapInuse: ["heapInuse"],
  HeapReleased: ["heapReleased"],
  HeapObjects: ["heapObjects"],
  Stack: ["stackInuse", "stackSys"],
  MSpan: ["mSpanInuse", "mSpanSys"],
  MCache: ["mCacheInuse", "mCacheSys"],
  BuckHashSys: ["buckHashSys"],
  GCSys: ["gcSys"],
  OtherSys: ["otherSys"],
  NextGC: ["nextGC"],
  LastGC: ["lastGC"],
  NumGC: ["numGC"],
  NumForcedGC: ["numForcedGC"],
  GCCPUFraction: ["gcCpuFraction"],
  MaxRSS: ["maxRss"],
  PauseTotalNs: ["pauseTotalNs"],
};

/** Go keeps the pauses of so many collections. */
const PAUSES = 256;
const LINE = /^#\s*([A-Za-z]+) = (.+)$/;

/** Reads the `runtime.MemStats` block at the end of a heap text. */
export class MemStatsLines {
  /** when the last collection ended, nanoseconds since 1970; 0n where that is not told */
  lastGC = 0n;
  private readonly stats: { -readonly [F in Field]?: number } = {};
  private pauses: number | undefined;

  read(line: string): void {
    const found = LINE.exec(line);
    if (!found) return;
    const [, name, text] = found;
    if (name === "PauseNs") {
      this.pauses = (text.match(/\d+/g) ?? [])
        .slice(0, PAUSES)
        .reduce((sum, p) => sum + Number(p), 0);
      return;
    }
    if (name === "LastGC" && /^\d{1,19}$/.test(text)) this.lastGC = BigInt(text);
    const fields = Object.hasOwn(FIELDS, name) ? FIELDS[name] : [];
    const values = text.split("/").map((part) => Number(part.trim()));
    fields.forEach((field, i) => {
      const value = values[i];
      if (value !== undefined && Number.isFinite(value)) this.stats[field] = value;
    });
  }

  done(): MemStats {
    const { stats, pauses } = this;
    // Of more collections the earliest pauses are forgotten: their sum is not told.
    if (pauses !== undefined && stats.numGC !== undefined && stats.numGC <= PAUSES) {
      stats.pauseTotalNs ??= pauses;
    }
    return stats;
  }
}
