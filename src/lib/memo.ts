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
