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
  /** 0 none, 1 inline, 2 partial-inline */
  readonly inline: Uint8Array;
  /** what percentages are of: of a difference that is the base's total */
  readonly total: number;
  /** "printed": the text says the total. "derived": worked out of figures and percentages */
  readonly totalFrom: "printed" | "derived";
  /** functions of a smaller cum are missing from the table; 0 where that is not told */
  readonly cutoff: number;
  /** figures are what changed against a base, and may be negative */
  readonly isDifference: boolean;
  /** the text names its sample type */
  readonly saysType: boolean;
}
