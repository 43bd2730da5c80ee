/** A known issue whose stacks a profile has. It matches; whether it is the cause is not certain. */
export interface KnownIssueMatch {
  readonly id: string;
  /** what happens where it is the cause */
  readonly title: string;
  /** what has the fault: "kube-apiserver", "google.golang.org/grpc" */
  readonly of: string;
  /** of the profile, 0 to 1 */
  readonly share: number;
  /** what the matching stacks hold: bytes, or goroutines */
  readonly value: number;
  /** "mended": the program's release has the mend; "may-have": its release is not known closely */
  readonly state: "has" | "may-have" | "mended";
  /** releases that mended it, one a branch, the newest first */
  readonly mended: readonly string[];
  /** "until 1.33.0; this is 1.34: mended", or "" where no release has a mend */
  readonly releases: string;
  /** the same stacks are seen in normal use */
  readonly usual: boolean;
  readonly tellApart: string;
  readonly act: string;
  /** address of what was read */
  readonly source: string;
  readonly confidence: "high" | "medium" | "low";
}

/** Known issues of a profile, or of one path of it; the most telling first. */
export interface KnownIssuesAnswer {
  readonly matches: readonly KnownIssueMatch[];
  readonly unit: string;
}
