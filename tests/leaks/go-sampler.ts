/** Go's default sampling rate, bytes. */
export const R = 524_288;

/** A random number generator with a seed, 0 (included) to 1 (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * How many of `count` objects of one size Go samples: after each sampled one the bytes to the next
 * are drawn from an exponential distribution of mean R (runtime, nextSample), and the allocation
 * that uses them up is sampled.
 */
export function sampledOf(count: number, size: number, random: () => number): number {
  let sampled = 0;
  let at = 0;
  for (;;) {
    const gap = Math.floor(-Math.log(1 - random()) * R);
    at += Math.floor(gap / size);
    if (at >= count) return sampled;
    sampled++;
    at++;
  }
}

/** Counts and bytes as Go writes them (runtime/pprof, scaleHeapSample): scaled, then cut to integers. */
export function scaled(sampled: number, size: number): { objects: number; bytes: number } {
  const scale = 1 / (1 - Math.exp(-size / R));
  return { objects: Math.trunc(sampled * scale), bytes: Math.trunc(sampled * size * scale) };
}
