import type { NeighbourTree } from "../calltree/functions/neighbour-tree.js";
import type { FlameLayout, WidthMode } from "../calltree/layout/layout.js";
import type { AdviceItem } from "../kubernetes/advice/advice.js";
import type { HeldContent } from "../leaks/references/held-content.js";
import type { Features } from "../profile/features.js";
import type { MemStats } from "../profile/mem-stats.js";
import type { Sampling } from "../profile/sampling/sampling-error.js";

/** A kind's name as it stands in links and chips: "ConfigMap", "Deployment.apps". */
export type KindKey = string;

/** Kind of a box: index into Picture.kinds, or one of these. */
export const BOX_OTHER = -1;
export const BOX_UNKNOWN = -2;
/** no kind holds half of the box */
export const BOX_MIXED = -3;

/** What is known of one opened file. */
export interface FileFacts {
  readonly hash: string;
  readonly sampleTypes: readonly { readonly type: string; readonly unit: string }[];
  readonly defaultSampleType: number;
  readonly samples: number;
  /** milliseconds since 1970; undefined where the file does not say */
  readonly time: number | undefined;
  readonly period: number;
  readonly periodUnit: string;
  /** totals, one a sample type: sum of absolute values */
  readonly totals: readonly number[];
  /** the file is itself a difference: some value is below zero */
  readonly isDelta: boolean;
  readonly notes: readonly string[];
  readonly comments: readonly string[];
  /** what some profiles have and others do not */
  readonly traits: ProfileTraits;
  /** address of a description of the profile, "" for none */
  readonly docUrl: string;
  /** id of the importer that read it; "" where it was not read from a file */
  readonly format: string;
  /** what it has evidence for; the rest is neither shown nor said */
  readonly features: Features;
  /** what the program's runtime said of its memory; undefined where the file does not say */
  readonly memStats: MemStats | undefined;
}

/** The graph: where each box is and what it holds. Arrays have layout.count entries. */
export interface Picture {
  readonly layout: FlameLayout;
  /** number of the name list in `names`; names come along only when they changed */
  readonly namesId: number;
  readonly sampleType: string;
  readonly unit: string;
  /** of the profile shown; the graph's own total, filters applied */
  readonly total: number;
  /** what percentages are of: the sum of absolute values before filters, as pprof's */
  readonly of: number;
  /** what filters leave of it */
  readonly kept: number;
  readonly baseTotal: number;
  /** figures are compared with a base, or are changes themselves (isDelta) */
  readonly hasBase: boolean;
  /** the file shown is itself a difference: all figures are changes, those of the base are zero */
  readonly isDelta: boolean;
  /** what is known of the errors */
  readonly sampling: Sampling;
  /** what the widths stand for where there is a base */
  readonly widths: WidthMode;
  readonly boxTotal: Float64Array;
  readonly boxSelf: Float64Array;
  /** empty without base */
  readonly boxBaseTotal: Float64Array;
  readonly boxBaseSelf: Float64Array;
  /** standard error of boxTotal, and of its difference to boxBaseTotal where there is a base */
  readonly boxError: Float32Array;
  readonly boxDeltaError: Float32Array;
  /** index into kinds, BOX_OTHER, BOX_UNKNOWN, BOX_MIXED */
  readonly boxKind: Int16Array;
  /** share of the box that boxKind has, 0 to 1 */
  readonly boxKindShare: Float32Array;
  /** share of the box that is lit, 0 to 1; empty when nothing is lit */
  readonly boxLit: Float32Array;
  /** live growth over allocation since the base; NaN where it says nothing; empty unless asked */
  readonly boxSurvival: Float32Array;
  readonly kinds: readonly KindKey[];
  /** samples the picture is made of */
  readonly samples: number;
  readonly roots: number;
  readonly joined: JoinFacts;
  /** stacks deeper than can be drawn, of which the root side was cut */
  readonly cutStacks: number;
  /** why survival cannot be computed; "" where it can */
  readonly survivalRefused: string;
  /** boxes that no screen shows are left out; the whole follows (see `glance` in engine.ts) */
  readonly isGlance?: boolean;
  /** stacks as recorded, without what is worked out about them; the whole follows */
  readonly isDraft?: boolean;
}

export interface JoinFacts {
  /** stacks that were cut by the recorder, and how many of them were joined */
  readonly truncated: number;
  readonly joined: number;
  /** share of the bytes shown that lies on joined stacks, 0 to 1 */
  readonly share: number;
}

/** Names of frames, by frame index. Sent once for each set of files. */
export interface FrameNames {
  readonly id: number;
  readonly names: readonly string[];
  readonly files: readonly string[];
}

/** The functions, in pprof's order. Arrays have one entry a row. */
export interface FunctionTable {
  readonly frame: Int32Array;
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  /** empty without base */
  readonly baseFlat: Float64Array;
  readonly baseCum: Float64Array;
  /** standard errors of flat and cum, or of their differences where there is a base */
  readonly flatError: Float32Array;
  readonly cumError: Float32Array;
  /** standard errors of each side where there is a base; those of a median are 0 */
  readonly sideErrors:
    | {
        readonly flat: Float32Array;
        readonly cum: Float32Array;
        readonly baseFlat: Float32Array;
        readonly baseCum: Float32Array;
      }
    | undefined;
  /** objects of the same state (inuse or alloc), flat and cum */
  readonly flatObjects: Float64Array;
  readonly cumObjects: Float64Array;
  /** of cum; NaN where it says nothing; empty unless two snapshots of one process are compared */
  readonly survival: Float32Array;
  /** path of the heaviest node of the function, for selecting it in the graph */
  readonly pathLow: Uint32Array;
  readonly pathHigh: Uint32Array;
  /** 0 none, 1 inline, 2 partial-inline */
  readonly inline: Uint8Array;
  /** see Picture */
  readonly isDelta: boolean;
  readonly sampling: Sampling;
  readonly of: number;
  readonly unit: string;
  readonly namesId: number;
}

/** A function among its callers and callees; frames are numbered as in the question's names. */
export interface CallersAnswer {
  readonly frame: number;
  readonly name: string;
  readonly file: string;
  readonly flat: number;
  readonly cum: number;
  readonly baseFlat: number;
  readonly baseCum: number;
  readonly callers: NeighbourTree;
  readonly callees: NeighbourTree;
  readonly of: number;
  readonly unit: string;
  readonly hasBase: boolean;
  /** see Picture */
  readonly isDelta: boolean;
  readonly namesId: number;
}

/** What a search found. */
export interface SearchAnswer {
  /** 1 for each frame whose name matches, by frame index */
  readonly matches: Uint8Array;
  readonly functions: number;
  /** bytes of the samples with a match in their stack, each sample once */
  readonly value: number;
  readonly share: number;
  /** paths of the matching boxes nearest the root, in order of width */
  readonly paths: readonly string[];
  /** why the pattern was refused; "" where it was not */
  readonly refused: string;
}

/** One lit path: from the root to the deepest node that still holds it. */
export interface LitPath {
  readonly path: string;
  readonly name: string;
  readonly value: number;
  readonly baseValue: number;
  readonly share: number;
  readonly stage: string;
  readonly evidence: string;
}

/** A part of a kind's band: what one stage holds of it, or (stage "") what is left. */
export interface BandTint {
  readonly key: string;
  readonly stage: string;
  readonly values: readonly number[];
}

/** The strip: each file of the set and what holds it. */
/** What several files are to each other. */
export interface SetKind {
  readonly kind: "single" | "series" | "fleet" | "unrelated";
  /** file of a fleet far above the median, -1 where there is none */
  readonly outlier: number;
}

export interface SetAnswer extends SetKind {
  /** why the page thinks so, in a sentence */
  readonly why: string;
  /** order of files (indices into Question.files) in time */
  readonly order: readonly number[];
  /** indices into files at which the process had restarted */
  readonly restarts: readonly number[];
  /** milliseconds since 1970, undefined where unknown; one a file */
  readonly times: readonly (number | undefined)[];
  readonly totals: readonly number[];
  /** the bands: largest kinds, then other, then unknown; values[band][file] */
  readonly bands: readonly { readonly key: string; readonly values: readonly number[] }[];
  /** the bands of the largest kinds parted by stage, in the order of the bands */
  readonly tints: readonly BandTint[];
  readonly median: number;
  readonly outlierFactor: number;
  readonly unit: string;
  /** functions of different builds that were taken for one although their names differ */
  readonly loosened: readonly { readonly name: string; readonly other: string }[];
}

/** A row of the matrix of kinds and stages. */
export interface KindRow {
  readonly key: KindKey;
  readonly kind: string;
  readonly group: string;
  readonly total: number;
  readonly before: number;
  readonly named: number;
  readonly shaped: number;
  readonly coGrowth: number;
  readonly meanObjectBytes: number | null;
  readonly stages: Readonly<Record<string, number>>;
}

export interface KindsAnswer {
  readonly kinds: readonly KindRow[];
  readonly other: number;
  readonly otherCategories: Readonly<Record<string, number>>;
  readonly unknown: number;
  readonly total: number;
  readonly of: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly isDifference: boolean;
  /** how many connections are alive, in a sentence; "" where it cannot be said */
  readonly connections: string;
}

/** A piece of a sentence, perhaps a link into the graph. */
export interface Segment {
  readonly text: string;
  readonly strong?: boolean;
  readonly kind?: KindKey;
  readonly stage?: string;
  readonly path?: string;
}

export type { AdviceItem } from "../kubernetes/advice/advice.js";

export interface FindingAnswer {
  readonly segments: readonly Segment[];
  /** "mean object 347 KB", or "" */
  readonly aside: string;
  readonly advice: readonly AdviceItem[];
}

export interface SuspectCard {
  readonly path: string;
  /** further paths to the same function, which the figures count too */
  readonly otherPaths?: readonly string[];
  readonly name: string;
  readonly stack: readonly string[];
  readonly kind: KindKey | null;
  readonly evidence: string;
  readonly stage: string;
  readonly class: string;
  readonly before: number;
  readonly after: number;
  readonly growth: number;
  readonly error: number;
  readonly share: number;
  readonly survival: number | null;
  readonly meanObjectBytes: number | null;
  readonly series: readonly number[];
  readonly forecast: string;
  readonly advice: readonly AdviceItem[];
  /** of a chain of references alone, which has neither stage nor class nor advice */
  readonly holder?: HolderFacts;
}

/** What chains of references tell of a holder. */
export interface HolderFacts {
  /** where it holds: "field cacheStorage.items", "variable main.cache" */
  readonly through: string;
  /** type of what holds; "" for a root variable */
  readonly type: string;
  /** what it held in the base; null where nothing is compared */
  readonly before: number | null;
  /** of what it holds, found without the field that leads to it */
  readonly notFollowed: number;
  /** what it holds, the largest first */
  readonly content: readonly HeldContent[];
}

export interface SuspectsAnswer {
  /**
   * "growth" with a base or a series, "held" for one snapshot or a fleet; "holders" where the
   * stacks are chains of references, which say who holds memory and nothing of who allocates it
   */
  readonly about: "growth" | "held" | "holders";
  readonly explained: number;
  readonly restarted: boolean;
  readonly suspects: readonly SuspectCard[];
  /** what is not the cause, with its figures */
  readonly cleared: readonly string[];
  readonly unit: string;
  readonly of: number;
}

/** What some profiles have and others do not: switches are shown where they change something. */
export interface ProfileTraits {
  /** functions that were inlined */
  readonly inlined: boolean;
  /** frames that the profile says to leave out */
  readonly drops: boolean;
  /** names that a compiler of C++ or Rust wrote */
  readonly mangled: boolean;
}
