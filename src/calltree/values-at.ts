/** A column's values at the first places of a list, as many as there is room for. */
export function valuesAt<
  T extends Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array,
>(column: T, places: Int32Array, out: T): T {
  for (let i = 0; i < out.length; i++) out[i] = column[places[i]];
  return out;
}
