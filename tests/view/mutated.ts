/** A generator of numbers from 0 to 1 that gives the same ones each time (mulberry32). */
export function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Gives one damaged text after the other: letters changed, parts cut, doubled, joined. */
export function mutated(
  seeds: readonly string[],
  seed: number,
  letters = "abcxyz0189=&%:,-_./<>\"'\0\u00e9\ud800\uffff",
): () => string {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  return () => {
    let text = seeds[below(seeds.length)]!;
    for (let changes = 1 + below(4); changes > 0; changes--) {
      const at = below(text.length + 1);
      const to = Math.min(text.length, at + below(12));
      switch (below(5)) {
        case 0:
          text = text.slice(0, at) + letters[below(letters.length)] + text.slice(at + 1);
          break;
        case 1:
          text = text.slice(0, at) + text.slice(to);
          break;
        case 2:
          text = text.slice(0, to) + text.slice(at);
          break;
        case 3:
          text = text.slice(0, at);
          break;
        default: {
          const other = seeds[below(seeds.length)]!;
          text = text.slice(0, at) + other.slice(below(other.length + 1));
        }
      }
    }
    return text;
  };
}
