import type { StackFilter } from "../calltree/call-tree.js";
import { stackFilter } from "../calltree/filter/stack-filter.js";
import type { Attribution } from "../kubernetes/attribution/attribution.js";
import { compilePattern, type TextTest } from "../lib/go-regexp.js";
import { pickKind } from "./answers/kind-filter.js";
import type { FileSet } from "./file-set.js";
import type { Transform } from "./question.js";
import { QuestionError } from "./question-error.js";

export { framesCollapsed } from "./collapse.js";

/**
 * Which samples and lines of each profile of a set the transforms leave, and drop_frames of the
 * file itself. Several focuses must all match; the order of transforms does not count.
 * @throws QuestionError where a pattern is no regular expression
 */
export function stackFilters(
  set: FileSet,
  transforms: readonly Transform[],
  attribution: Attribution,
): (StackFilter | undefined)[] {
  const testsOf = (what: "focus" | "ignore" | "hide" | "show"): TextTest[] =>
    transforms.flatMap((t) => (t.do === what ? [testOf(what, t.pattern)] : []));
  const tests = {
    focus: testsOf("focus"),
    ignore: testsOf("ignore"),
    hide: testsOf("hide"),
    show: testsOf("show"),
  };
  const dropped = transforms.flatMap((t) =>
    t.do === "drop-kind" ? [pickKind(attribution, t.pattern, "")] : [],
  );
  return set.profiles.map((profile, p) => {
    let keepSample: Uint8Array | undefined;
    if (dropped.length > 0) {
      keepSample = new Uint8Array(profile.samples.count);
      for (let s = 0; s < keepSample.length; s++) {
        keepSample[s] = dropped.some((pick) => pick(p, s)) ? 0 : 1;
      }
    }
    return stackFilter(profile, { ...tests, keepSample });
  });
}

function testOf(what: string, pattern: string): TextTest {
  try {
    return compilePattern(pattern);
  } catch (error) {
    throw new QuestionError(
      `the ${what} filter ${error instanceof Error ? error.message : String(error)}`,
      "change it or take it off",
    );
  }
}
