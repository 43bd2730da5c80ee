import { must } from "../../../lib/must.js";

/** The frames of the runtime that a record has as addresses alone, leaf first, and its goroutines. */
export interface HiddenFrames {
  readonly hidden: readonly bigint[];
  /** the first frame with a name */
  readonly caller: string;
}

/** Frames that say themselves what is waited for: their hidden frames are other functions. */
const SAYS_ITSELF =
  /^(?:sync|internal\/sync|time|reflect|os\/signal|internal\/poll|syscall|internal\/runtime\/|golang\.org\/x\/sys)\b/;

/**
 * What goroutines of a `?debug=1` text wait for. Such a text leaves the runtime's functions at the
 * leaf without a name, but their addresses stand in the record: code that is parked in a select
 * has two of them (gopark, selectgo), code that waits for a channel three (gopark, chanrecv and
 * chanrecv1 or chanrecv2; gopark, chansend, chansend1). A function that is reached through two
 * others is chanrecv: `<-c` calls chanrecv1, `v, ok := <-c` and range call chanrecv2, while all
 * that sends calls chansend1.
 * @returns a state for each record as `?debug=2` words it; "" where nothing tells
 */
export function hiddenWaits(records: readonly HiddenFrames[]): string[] {
  const telling = records.map(({ hidden, caller }) =>
    caller !== "" && !SAYS_ITSELF.test(caller) ? hidden : [],
  );
  const park = parkOf(records);
  const reachedBy = new Map<bigint, Set<bigint>>();
  for (const [first, second, third] of telling) {
    if (first !== park || second === undefined || third === undefined) continue;
    const known = reachedBy.get(second);
    if (known) known.add(third);
    else reachedBy.set(second, new Set([third]));
  }
  return telling.map((hidden) => {
    if (park === undefined || hidden[0] !== park) return "";
    if (hidden.length === 2) return "select";
    if (hidden.length !== 3) return "";
    const reached = must(reachedBy.get(hidden[1]), "what a wait is reached by");
    return reached.size > 1 ? "chan receive" : "chan receive or send";
  });
}

/** Nearly all goroutines are parked: the address at most leaves, if two records have it. */
function parkOf(records: readonly HiddenFrames[]): bigint | undefined {
  const counts = new Map<bigint, number>();
  for (const { hidden } of records) {
    if (hidden.length > 1) counts.set(hidden[0], (counts.get(hidden[0]) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > 1 ? most[0] : undefined;
}
