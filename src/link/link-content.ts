import type { CarriedAnswers } from "../engine/profile-library.js";
import type { SampleType } from "../profile/profile.js";

/** A snapshot of a link. */
export interface LinkFile {
  readonly name: string;
  /** start of collection, milliseconds since 1970; 0 where it is unknown */
  readonly time: number;
  /** sampling period in periodType's unit; 0 where it is unknown */
  readonly period: number;
}

/**
 * The call tree of a link's files. Nodes are numbered in depth-first order; node 0 is the root.
 * Column `f * types + t` of a value is that of file `f` and sample type `t`.
 */
export interface LinkTree {
  /** canonical names of frames, each once */
  readonly names: readonly string[];
  /** length nodeCount; -1 for the root */
  readonly parent: Int32Array;
  /** length nodeCount; index into names, -1 for the root */
  readonly frame: Int32Array;
  /** for each column the nodes' own values */
  readonly self: readonly Float64Array[];
  /** for each column what was cut below each node, without the node's own value */
  readonly rest: readonly Float64Array[];
}

/** What a self-contained link holds. */
export interface LinkContent {
  readonly files: readonly LinkFile[];
  /** the first one is shown */
  readonly types: readonly SampleType[];
  readonly periodType: SampleType | undefined;
  readonly tree: LinkTree;
  /** a node stays whose share in some file is at least this; 0: nothing was cut */
  readonly threshold: number;
  /** share of the first type's bytes that lies in what was cut, 0 to 1, the largest of the files */
  readonly restShare: number;
  /** sentences for the person about how the stacks were made */
  readonly notes: readonly string[];
  /** the view's own fragment, without the files */
  readonly view: string;
  readonly carried: CarriedAnswers;
  /** names the link: SHA-256 of its data, lower-case hex */
  readonly id: string;
}

/** What a link is made of. Nothing is cut in it yet: rest is 0 everywhere. */
export interface LinkInput extends Omit<LinkContent, "threshold" | "restShare" | "id"> {
  /** for each column the value that a node's share is measured against; 0 leaves it out */
  readonly measure: readonly number[];
}

/** Bounds of what is read of a link. */
export const LINK_LIMITS = {
  /** characters of the data */
  characters: 1_000_000,
  files: 8,
  types: 8,
  nodes: 65_536,
  names: 32_768,
  depth: 4096,
  /** frames of all stacks of a file together */
  frames: 8_000_000,
  /** values in all: nodes times columns */
  values: 2_000_000,
  /** characters of all texts together */
  text: 400_000,
} as const;

/** Share of the first type's bytes that lies in `rest`, 0 to 1: the largest of all files. */
export function restShareOf(tree: LinkTree, types: number): number {
  let most = 0;
  for (let column = 0; column < tree.rest.length; column += types) {
    let cut = 0;
    let all = 0;
    const self = tree.self[column];
    const rest = tree.rest[column];
    for (let node = 0; node < rest.length; node++) {
      cut += Math.abs(rest[node]);
      all += Math.abs(rest[node]) + Math.abs(self[node]);
    }
    if (all > 0) most = Math.max(most, cut / all);
  }
  return most;
}
