import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { memo } from "../../../lib/memo.js";

/** The samples of a profile put together by kind: those of kind `k` are `order[start(k) .. end(k)]`. */
class SamplesByKind {
  readonly order: Int32Array;
  /** length kinds + 3, by kind less KIND_UNKNOWN */
  private readonly starts: Int32Array;

  constructor(kind: Int16Array, kinds: number) {
    this.starts = new Int32Array(kinds - KIND_UNKNOWN + 1);
    for (let s = 0; s < kind.length; s++) this.starts[kind[s] - KIND_UNKNOWN + 1]++;
    for (let k = 1; k < this.starts.length; k++) this.starts[k] += this.starts[k - 1];
    const next = this.starts.slice();
    this.order = new Int32Array(kind.length);
    for (let s = 0; s < kind.length; s++) this.order[next[kind[s] - KIND_UNKNOWN]++] = s;
  }

  start(kind: number): number {
    return this.starts[kind - KIND_UNKNOWN];
  }

  end(kind: number): number {
    return this.starts[kind - KIND_UNKNOWN + 1];
  }
}

const kept = memo((_: Int16Array): { value?: SamplesByKind } => ({}));

/** As SamplesByKind, made once for each profile's kinds. */
export function samplesByKind(kind: Int16Array, kinds: number): SamplesByKind {
  const known = kept(kind);
  known.value ??= new SamplesByKind(kind, kinds);
  return known.value;
}
