/**
 * Figures of functions without stacks, as a printed table has them. Row `r` is the function
 * `function[r]` of the profile's function table; `flat` and `cum` are in the unit of the only
 * sample type, as precise as they were printed.
 */
export interface FunctionFigures {
  readonly count: number;
  /** index into the profile's functions, each once */
  readonly function: Int32Array;
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  /** of the whole profile that the table was made of */
  readonly total: number;
  /** "printed": the text says the total. "derived": worked out of a figure and its percentage */
  readonly totalFrom: "printed" | "derived";
}
