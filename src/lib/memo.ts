/**
 * `make` that makes what belongs to an object once and keeps it as long as the object lives.
 * Objects of which nothing comes (undefined) are remembered too.
 */
export function memo<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    let kept = known.get(of);
    if (!kept) {
      kept = { value: make(of) };
      known.set(of, kept);
    }
    return kept.value;
  };
}

/**
 * What is found out about a text, found out once. For texts that come again and again, as names of
 * functions and packages do: beyond `most` of them all that is known is forgotten.
 */
export class TextMemo<T> {
  private readonly known = new Map<string, T>();

  constructor(
    private readonly findOut: (text: string) => T,
    private readonly most = 1 << 12,
  ) {}

  of(text: string): T {
    let found = this.known.get(text);
    if (found === undefined) {
      found = this.findOut(text);
      if (this.known.size >= this.most) this.known.clear();
      this.known.set(text, found);
    }
    return found;
  }
}
