/**
 * Rounds values so that their sum is rounded once and not as often as there are values: what one
 * loses the next one gets. Whole numbers stay as they are.
 * @returns length values.length
 */
export function wholeNumbers(values: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  let carry = 0;
  for (let i = 0; i < out.length; i++) {
    const value = values[i];
    if (Number.isInteger(value)) {
      out[i] = value;
      continue;
    }
    const wanted = value + carry;
    // `|| 0`: -0 is written as 0.
    out[i] = Math.round(wanted) || 0;
    carry = wanted - out[i];
  }
  return out;
}
