import type { Page } from "playwright-core";

/** A profile that links of the walk name. */
export interface WalkFile {
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly path: string;
}

export interface WalkFailure {
  /** number of the step, from 1 */
  readonly step: number;
  readonly seed: number;
  /** what was done */
  readonly did: string;
  /** the address after it */
  readonly link: string;
  /** laws that do not hold */
  readonly what: readonly string[];
}

export interface WalkReport {
  readonly steps: number;
  readonly failures: readonly WalkFailure[];
  /** milliseconds until a step had settled */
  readonly median: number;
  readonly slowest: number;
  readonly slowestLink: string;
}

/** The profiles below folders, by their bytes; those that are larger than `most` bytes are left out. */
export function walkFiles(folders: readonly string[], most?: number): WalkFile[];

/**
 * Walks a page at random: links over every field of the view, keys, clicks, back, forward, reload.
 * @param address of the page, without a fragment
 */
export function walk(
  page: Page,
  address: string,
  files: readonly WalkFile[],
  options: {
    readonly seed: number;
    readonly steps: number;
    readonly onFailure?: (failure: WalkFailure) => void;
    readonly onStep?: (step: number) => void;
  },
): Promise<WalkReport>;
