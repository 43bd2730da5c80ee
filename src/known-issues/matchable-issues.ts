import { LatePart } from "../lib/late-part.js";
import { LIB_WORDS } from "../words/readers/lib-words.js";
import { fitsProgram, fitsRelease, type ProgramFacts } from "./issue-scope.js";
import type { KnownIssue } from "./known-issue.js";
import { StackMatcher } from "./stack-matcher.js";

/** The issues that one sort of profile of one program can have, and what finds their stacks. */
export interface MatchableIssues {
  readonly issues: readonly KnownIssue[];
  readonly matcher: StackMatcher;
}

const MOST_KEPT = 16;
const kept = new Map<string, MatchableIssues>();

const WORDS = LIB_WORDS.late.issues;

/** The texts of all issues: nobody needs them before a profile is open. */
const all = new LatePart<readonly KnownIssue[]>(
  WORDS,
  async () => (await import("./known-issues.js")).KNOWN_ISSUES,
);

/** Loads the issues, before `matchableIssues`. */
export function loadKnownIssues(): Promise<void> {
  return all.load();
}

/**
 * The issues that can be in a program's profile; compiled when first asked for.
 * @param profile what is counted
 * @throws where the issues were not loaded, or could not be
 */
export function matchableIssues(
  program: ProgramFacts,
  profile: "heap" | "goroutine",
): MatchableIssues {
  const issues = all.value.filter(
    (issue) =>
      (issue.profile === profile || issue.profile === "both") &&
      fitsProgram(issue, program) &&
      fitsRelease(issue, program) !== "before",
  );
  const key = issues.map((issue) => issue.id).join();
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= MOST_KEPT) kept.clear();
    found = { issues, matcher: new StackMatcher(issues) };
    kept.set(key, found);
  }
  return found;
}
