import type { Program, Releases } from "../kubernetes/program/program.js";
import { RELEASES_WORDS } from "../words/releases-words.js";
import type { KnownIssue } from "./known-issue.js";
import { type MinorRange, parseRelease, type ReleaseFit, releaseFit } from "./release-fit.js";

/** What a program must be told of to know which issues it can have. */
export type ProgramFacts = Pick<
  Program,
  "role" | "name" | "since" | "until" | "isClient" | "controllerRuntime" | "etcd" | "go"
>;

/** Whether a program is one that the issue can be in, whatever its release. */
export function fitsProgram({ scope }: KnownIssue, program: ProgramFacts): boolean {
  if (scope.roles.length > 0 && !scope.roles.includes(program.role)) return false;
  if (scope.programs.length === 0) return true;
  return scope.programs.some((name) => program.name.toLowerCase().includes(name));
}

/** What a program's releases say of an issue. */
export function fitsRelease(issue: KnownIssue, program: ProgramFacts): ReleaseFit {
  return releaseFit(issue.since, issue.mended ?? [], rangeOf(issue, program));
}

/** The program's releases as the issue counts them, "1.34" or "1.33 to 1.34"; "" where not known. */
export function releaseText(issue: KnownIssue, program: ProgramFacts): string {
  const { since, until } = countedReleases(issue, program) ?? { since: null, until: null };
  const major = issue.scope.counted === "client-go" ? "0." : "";
  const text = (release: string) => (major ? release.replace(/^1\./, major) : release);
  if (since === null) return until === null ? "" : RELEASES_WORDS.until(text(until));
  if (until === null) return RELEASES_WORDS.since(text(since));
  return since === until ? text(since) : RELEASES_WORDS.between(text(since), text(until));
}

function rangeOf(issue: KnownIssue, program: ProgramFacts): MinorRange | undefined {
  const found = countedReleases(issue, program);
  const minor = (release: string | null) => (release === null ? null : parseRelease(release).minor);
  return found && { since: minor(found.since), until: minor(found.until) };
}

function countedReleases({ scope }: KnownIssue, program: ProgramFacts): Releases | undefined {
  const { since, until, isClient } = program;
  switch (scope.counted) {
    case "Kubernetes":
      return isClient ? undefined : { since, until };
    case "client-go":
      return { since, until };
    case "controller-runtime":
      return program.controllerRuntime ?? undefined;
    case "etcd":
      return program.etcd ?? undefined;
    case "Go":
      return program.go ?? undefined;
    case "other":
      return undefined;
  }
}
