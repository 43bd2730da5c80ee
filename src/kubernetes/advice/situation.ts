import type { Program } from "../program/program.js";

/** What is known of the memory that advice is asked for. */
export interface Situation {
  /** whose memory it is: its role, name and releases */
  readonly program: Program;
  /** share of each stage in it, 0 to 1 */
  readonly stages: Readonly<Record<string, number>>;
  /** its kind without the group, "other" or "unknown" */
  readonly kind: string;
  /** the kind's group, "" for the core group */
  readonly group?: string;
  /** what memory that is no object is for; "" where it is one */
  readonly category?: string;
  readonly evidence: string;
  /** its share of all live memory, 0 to 1 */
  readonly share: number;
  /** bytes by which it grew; 0 where nothing is compared */
  readonly growth: number;
  /** what several files are to each other: "single", "series", "fleet", "unrelated" */
  readonly set: string;
  /** mean bytes of one object, where known */
  readonly objectBytes?: number | null;
}
