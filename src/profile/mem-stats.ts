/**
 * What `runtime.MemStats` said when a heap text was recorded: bytes unless the name says
 * otherwise; undefined where the text does not say. See https://pkg.go.dev/runtime#MemStats.
 */
export interface MemStats {
  readonly alloc?: number;
  readonly totalAlloc?: number;
  /** all that the runtime has of the operating system, in address space */
  readonly sys?: number;
  readonly lookups?: number;
  /** objects ever allocated and freed */
  readonly mallocs?: number;
  readonly frees?: number;
  /** live objects and what was not swept yet */
  readonly heapAlloc?: number;
  readonly heapSys?: number;
  /** of heapSys, in spans without any object; a part of it is returned: heapReleased */
  readonly heapIdle?: number;
  /** of heapSys, in spans with at least one object */
  readonly heapInuse?: number;
  readonly heapReleased?: number;
  /** objects */
  readonly heapObjects?: number;
  readonly stackInuse?: number;
  readonly stackSys?: number;
  readonly mSpanInuse?: number;
  readonly mSpanSys?: number;
  readonly mCacheInuse?: number;
  readonly mCacheSys?: number;
  readonly buckHashSys?: number;
  readonly gcSys?: number;
  readonly otherSys?: number;
  /** heap size at which the next collection begins */
  readonly nextGC?: number;
  /** nanoseconds since 1970 at which the last collection ended; 0 before the first */
  readonly lastGC?: number;
  /** nanoseconds the program stood still for collections, all together */
  readonly pauseTotalNs?: number;
  /** collections */
  readonly numGC?: number;
  readonly numForcedGC?: number;
  /** share of the processor time spent collecting since the start, 0 to 1 */
  readonly gcCpuFraction?: number;
  /** peak resident memory of the process: what Linux calls VmHWM, Go prints it as MaxRSS */
  readonly maxRss?: number;
}
