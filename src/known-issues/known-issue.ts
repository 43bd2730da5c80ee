import type { Role } from "../kubernetes/program/program.js";
import type { IssueId } from "../words/known-issues-words.js";

/** Whose releases the numbers of an issue are. */
export type Counted =
  | "Kubernetes"
  | "client-go"
  | "controller-runtime"
  | "etcd"
  | "Go"
  /** of a module or a program whose release no profile proves */
  | "other";

/** Where an issue can be. */
export interface IssueScope {
  /** programs of these roles; empty for every role */
  readonly roles: readonly Role[];
  /** names of programs, where the frames alone do not say which it is; empty for any */
  readonly programs: readonly string[];
  /** what has the fault, as a person calls it: "kube-apiserver", "google.golang.org/grpc" */
  readonly of: string;
  readonly counted: Counted;
}

/** How much the matching stacks must have, so that the issue is told. */
export interface Least {
  /** share of the profile, 0 to 1 */
  readonly share?: number;
  /** bytes, in a profile of memory */
  readonly bytes?: number;
  /** goroutines, in a profile of goroutines */
  readonly count?: number;
  /** the matching stacks must hold more than in the base, beyond sampling noise */
  readonly growth?: true;
  /** what was ever allocated counts as well as what is in use */
  readonly allocated?: true;
}

/** Which profiles an issue is seen in. */
export type SeenIn = "heap" | "goroutine" | "both";

/** A fault or pattern of memory that others have met: facts, with where they were seen. */
export interface KnownIssue {
  readonly id: string;
  /** what happens */
  readonly title: string;
  readonly scope: IssueScope;
  readonly profile: SeenIn;
  /**
   * regular expressions on names of functions, the one nearest the leaf first: all on one stack in
   * this order, with any others between them
   */
  readonly frames: readonly string[];
  /** a stack with such a function on it does not match */
  readonly without?: string;
  /** first release that has it ("1.24.0"); left out where it was always there or is not known */
  readonly since?: string;
  /** releases that mended it, one a branch, the newest first; left out where none did */
  readonly mended?: readonly string[];
  readonly least: Least;
  /** the same stacks are seen in normal use, so that `tellApart` decides */
  readonly usual?: true;
  /** how it is told from normal use */
  readonly tellApart: string;
  /** the next step */
  readonly act: string;
  /** address of what was read */
  readonly source: string;
  readonly confidence: "high" | "medium" | "low";
}

/** An issue as its file has it: what is said of it is in `src/words/en/issues/known-issues.json`. */
export interface IssueFacts extends Omit<KnownIssue, "id" | "title" | "tellApart" | "act"> {
  readonly id: IssueId;
}
