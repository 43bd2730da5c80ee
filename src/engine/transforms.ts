import type { AddedFrames, CallTree, CollapsedFrames, StackFilter } from "../calltree/call-tree.js";
import { compilePattern } from "../calltree/filter/go-regexp.js";
import { compileLabelTest } from "../calltree/filter/label-filter.js";
import { type StackTests, stackFilter } from "../calltree/filter/stack-filter.js";
import type { FrameTable } from "../calltree/frame-table.js";
import { canBeNarrowed, narrowedTree } from "../calltree/narrowed-tree.js";
import type { Attribution } from "../kubernetes/attribution/attribution.js";
import type { Profile } from "../profile/profile.js";
import { ENGINE_WORDS } from "../words/engine-words.js";
import { pickKind } from "./answers/kinds/kind-filter.js";
import type { SwitchStep, Transform } from "./question.js";
import { QuestionError } from "./question-error.js";

/**
 * Which samples and lines of each profile the transforms leave, and drop_frames of the file itself
 * unless it is kept. Several focuses must all match; the order of transforms does not count.
 * @param profiles of a set, with the frames that labels make
 * @throws QuestionError where a pattern is no regular expression
 */
export function stackFilters(
  profiles: readonly Profile[],
  transforms: readonly Transform[],
  attribution: Attribution,
): (StackFilter | undefined)[] {
  const tests = stackTests(transforms);
  const dropped = transforms.flatMap((t) =>
    t.do === "drop-kind" ? [pickKind(attribution, t.pattern, "")] : [],
  );
  return profiles.map((profile, p) => {
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

/** Transforms that only choose samples, or draw a package as one frame. */
const NARROWING = /^(?:focus|ignore|tagfocus|tagignore|drop-kind|collapse)$/;

/**
 * The tree that some transforms leave of the whole one; undefined where its stacks must be read
 * again, since the transforms change them in other ways.
 */
export function narrowedBy(
  whole: CallTree,
  transforms: readonly Transform[],
  made: {
    readonly profiles: readonly Profile[];
    readonly added: readonly AddedFrames[] | undefined;
    readonly filters: readonly (StackFilter | undefined)[];
    readonly frames: FrameTable;
    readonly collapsed: CollapsedFrames | undefined;
    readonly inverted: boolean;
  },
): CallTree | undefined {
  const { filters, collapsed, inverted } = made;
  const narrows =
    transforms.length > 0 &&
    transforms.every((t) => NARROWING.test(t.do)) &&
    filters.every(choosesSamples) &&
    !(collapsed && inverted);
  if (!narrows || !canBeNarrowed(whole)) return undefined;
  return narrowedTree(whole, { ...made, keep: filters.map((f) => f?.keepSample) });
}

/** Whether a filter leaves the stacks that it keeps as they are. */
function choosesSamples(filter: StackFilter | undefined): boolean {
  if (!filter) return true;
  const { keepLine, keepBare, skipLeaf, skipRoot } = filter;
  return !keepLine && !keepBare && !skipLeaf && !skipRoot;
}

/**
 * What transforms ask of stacks by names and labels.
 * @throws QuestionError where a pattern is no regular expression
 */
export function stackTests(transforms: readonly Transform[]): StackTests {
  const testsOf = <T>(what: Transform["do"], compile: (pattern: string) => T): T[] =>
    transforms.flatMap((t) =>
      t.do === what && "pattern" in t ? [testOf(what, t.pattern, compile)] : [],
    );
  const has = (what: SwitchStep) => transforms.some((t) => t.do === what);
  return {
    focus: testsOf("focus", compilePattern),
    ignore: testsOf("ignore", compilePattern),
    hide: testsOf("hide", compilePattern),
    show: testsOf("show", compilePattern),
    showFrom: testsOf("show-from", compilePattern),
    tagFocus: testsOf("tagfocus", compileLabelTest),
    tagIgnore: testsOf("tagignore", compileLabelTest),
    noInlines: has("no-inlines"),
    ...(has("keep-dropped") ? { dropFrames: "" } : {}),
  };
}

/**
 * A pattern of a transform, compiled.
 * @throws QuestionError
 */
export function testOf<T>(what: string, pattern: string, compile: (pattern: string) => T): T {
  try {
    return compile(pattern);
  } catch (error) {
    throw new QuestionError(
      ENGINE_WORDS.filterRefused(what, error instanceof Error ? error.message : String(error)),
      ENGINE_WORDS.filterRefusedHint,
    );
  }
}
