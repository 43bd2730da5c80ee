import type { Sampling } from "../profile/sampling/sampling-error.js";
import type { AdviceItem, KindKey } from "./answers.js";

/** All about one path, for the panel at the right and the tooltip's small version. */
export interface Detail {
  readonly path: string;
  readonly name: string;
  readonly file: string;
  readonly stack: readonly {
    readonly name: string;
    readonly path: string;
    readonly joined: boolean;
    /** of a joined frame how sure joining is of it, 0 to 1, on the heaviest stack; else 1 */
    readonly sure: number;
  }[];
  /** the function over all paths that lead to it; undefined of the root */
  readonly ofFunction?: {
    readonly cum: number;
    readonly baseCum: number;
    /** those that hold most, first */
    readonly paths: readonly string[];
    readonly count: number;
  };
  readonly flat: number;
  readonly cum: number;
  readonly flatError: number;
  readonly cumError: number;
  readonly baseFlat: number;
  readonly baseCum: number;
  readonly baseError: number;
  readonly objectsError: number;
  readonly deltaError: number;
  /** the change in standard errors, NaN where none are known; see changeError */
  readonly z: number;
  /** the change is within sampling noise */
  readonly noise: boolean;
  readonly sampling: Sampling;
  /** figures are compared with a base, or are changes themselves (isDelta) */
  readonly isDifference: boolean;
  readonly isDelta: boolean;
  readonly of: number;
  readonly unit: string;
  /** live objects of the path, -1 where the file has no such column */
  readonly objects: number;
  readonly meanBytes: number | null;
  /** bytes allocated since the base on this path; null where it says nothing */
  readonly allocated: number | null;
  readonly survival: number | null;
  readonly survivalRefused: string;
  readonly kind: KindKey;
  readonly kindShare: number;
  readonly evidence: readonly { readonly name: string; readonly value: number }[];
  readonly stages: readonly { readonly name: string; readonly value: number }[];
  readonly objectBytes: number | null;
  /** live bytes of the path in each file of the set */
  readonly series: readonly number[];
  readonly trend: { readonly slope: number; readonly low: number; readonly high: number } | null;
  readonly advice: readonly AdviceItem[];
  /** share of the path's bytes whose upper frames were joined */
  readonly joinedShare: number;
}

/** The labels of a path's samples; figures are of the sample type shown. */
export interface LabelsAnswer {
  readonly path: string;
  readonly unit: string;
  /** what shares are of: all that is shown */
  readonly of: number;
  readonly hasBase: boolean;
  /** largest first; a sample counts for each label that it has */
  readonly keys: readonly LabelKey[];
  readonly moreKeys: number;
}

export interface LabelKey {
  /** as it is shown, and as the file has it */
  readonly key: string;
  readonly rawKey: string;
  readonly value: number;
  readonly base: number;
  readonly samples: number;
  readonly values: readonly LabelValue[];
  /** values that are not told one by one, and their sum */
  readonly more: number;
  readonly moreValue: number;
}

export interface LabelValue {
  readonly text: string;
  readonly value: number;
  readonly base: number;
  readonly samples: number;
  /** tagfocus that leaves the samples of just this value; "" where there is none */
  readonly filter: string;
}
