import { visibleText } from "../../lib/visible-text.js";
import type { Profile } from "../../profile/profile.js";
import type { StackFilter } from "../call-tree.js";
import { chosenSamples } from "./chosen-samples.js";
import { pruneStacks } from "./drop-frames.js";
import type { TextTest } from "./go-regexp.js";
import type { LabelTest } from "./label-filter.js";
import { cutAtCaller, outermostLines } from "./show-from.js";

/** What narrows stacks; each test sees a function's name, its file, and the mapping's file. */
export interface StackTests {
  /** a sample is kept where each of these matches one of its locations */
  readonly focus?: readonly TextTest[];
  /** a sample is left out where one of these matches one of its locations */
  readonly ignore?: readonly TextTest[];
  /** lines that match are left out */
  readonly hide?: readonly TextTest[];
  /** lines that do not match are left out */
  readonly show?: readonly TextTest[];
  /** what called the outermost line that matches is left out, and samples without one */
  readonly showFrom?: readonly TextTest[];
  /** a sample is kept where each of these matches its labels */
  readonly tagFocus?: readonly LabelTest[];
  /** a sample is left out where one of these matches its labels */
  readonly tagIgnore?: readonly LabelTest[];
  /** inlined functions are left out: the function that was called stands for them */
  readonly noInlines?: boolean;
  /** 1 for each sample that may be kept, for whatever other reason */
  readonly keepSample?: Uint8Array | undefined;
  /** instead of the profile's own, of which "" is none */
  readonly dropFrames?: string;
  readonly keepFrames?: string;
}

/**
 * The samples and lines that are left by drop_frames of the profile and then by focus, ignore,
 * hide, show, show_from, tagfocus, tagignore and noinlines, in this order, as google/pprof has them
 * (`applyFocus`, driver_focus.go; profile/filter.go). All of focus and ignore are judged by the
 * lines as they are before hiding; a sample without a location left is left out.
 * @returns undefined where all stays as it is
 */
export function stackFilter(profile: Profile, tests: StackTests): StackFilter | undefined {
  const { focus = [], ignore = [], hide = [], show = [] } = tests;
  const pruned = pruneStacks(profile, tests.dropFrames, tests.keepFrames);
  let keepSample = taggedSamples(profile, tests);
  if (focus.length > 0 || ignore.length > 0) {
    const matching = (test: TextTest) => matchingLocations(profile, pruned?.keepLine, test);
    keepSample = chosenSamples(profile, {
      wanted: focus.map(matching),
      refused: ignore.map(matching),
      skipLeaf: pruned?.skipLeaf,
      allowed: keepSample,
    });
  }
  let keepLine = pruned?.keepLine;
  let keepBare: Uint8Array | undefined;
  if (hide.length > 0 || show.length > 0) {
    const kept = shownLines(profile, keepLine, hide, show);
    keepLine = kept.keepLine;
    keepBare = kept.keepBare;
  }
  let skipRoot: Uint32Array | undefined;
  for (const test of tests.showFrom ?? []) {
    const mappings = profile.mappings.map((m) => test(m.file));
    const cut = cutAtCaller(profile, matchingFunctions(profile, test), mappings, keepLine);
    keepLine = cut.keepLine;
    keepSample = both(keepSample, cut.keepSample);
    // The cut nearest the leaf is the one that counts.
    skipRoot = skipRoot ? skipRoot.map((n, s) => Math.max(n, cut.skipRoot[s])) : cut.skipRoot;
  }
  if (tests.noInlines) keepLine = outermostLines(profile, keepLine);
  const skipLeaf = pruned?.skipLeaf;
  if (!keepSample && !keepLine && !keepBare && !skipLeaf) return undefined;
  return { keepSample, keepLine, keepBare, skipLeaf, skipRoot };
}

/** 1 for each sample that labels and whatever else may keep; undefined keeps all. */
function taggedSamples(profile: Profile, tests: StackTests): Uint8Array | undefined {
  let keep = tests.keepSample;
  for (const test of tests.tagFocus ?? []) keep = both(keep, test(profile));
  for (const test of tests.tagIgnore ?? []) {
    keep = both(
      keep,
      test(profile).map((mark) => 1 - mark),
    );
  }
  return keep;
}

function both(a: Uint8Array | undefined, b: Uint8Array): Uint8Array {
  return a ? a.map((mark, s) => mark & b[s]) : b;
}

/** 1 for each location of which a line or the mapping matches. */
function matchingLocations(
  profile: Profile,
  keepLine: Uint8Array | undefined,
  test: TextTest,
): Uint8Array {
  const { locations } = profile;
  const functions = matchingFunctions(profile, test);
  const mappings = profile.mappings.map((m) => test(m.file));
  const marks = new Uint8Array(locations.count);
  for (let l = 0; l < marks.length; l++) {
    if (mappings[locations.mapping[l]]) {
      marks[l] = 1;
      continue;
    }
    const last = locations.lineOffsets[l + 1];
    for (let k = locations.lineOffsets[l]; k < last; k++) {
      if (keepLine && keepLine[k] === 0) continue;
      if (functions[locations.lineFunction[k]] === 1) {
        marks[l] = 1;
        break;
      }
    }
  }
  return marks;
}

/** 1 for each function of which the name or the file matches. */
function matchingFunctions(profile: Profile, test: TextTest): Uint8Array {
  const { functions, strings } = profile;
  const known = new Map<number, boolean>();
  const matches = (string: number): boolean => {
    let found = known.get(string);
    if (found === undefined) {
      const text = strings.get(string);
      // A name is met as it is shown, too: patterns are made of that.
      const shown = visibleText(text);
      found = test(text) || (shown !== text && test(shown));
      known.set(string, found);
    }
    return found;
  };
  const marks = new Uint8Array(functions.count);
  for (let f = 0; f < marks.length; f++) {
    const name = functions.name[f] || functions.systemName[f];
    if (matches(name) || matches(functions.file[f])) marks[f] = 1;
  }
  return marks;
}

function shownLines(
  profile: Profile,
  kept: Uint8Array | undefined,
  hide: readonly TextTest[],
  show: readonly TextTest[],
): { keepLine: Uint8Array; keepBare: Uint8Array } {
  const { locations } = profile;
  const keepLine = kept?.slice() ?? new Uint8Array(locations.lineFunction.length).fill(1);
  const keepBare = new Uint8Array(locations.count).fill(1);
  const each = (test: TextTest, hides: boolean): void => {
    const functions = matchingFunctions(profile, test);
    const mappings = profile.mappings.map((m) => test(m.file));
    for (let l = 0; l < locations.count; l++) {
      const first = locations.lineOffsets[l];
      const last = locations.lineOffsets[l + 1];
      const whole = mappings[locations.mapping[l]] === true;
      if (first === last) {
        // Nothing of a location without lines can be shown, even where its mapping matches.
        if (!hides || whole) keepBare[l] = 0;
        continue;
      }
      if (whole) {
        if (hides) keepLine.fill(0, first, last);
        continue;
      }
      for (let k = first; k < last; k++) {
        const f = locations.lineFunction[k];
        // A line without a function matches nothing and is kept either way.
        if (f >= 0 && (functions[f] === 1) === hides) keepLine[k] = 0;
      }
    }
  };
  for (const test of hide) each(test, true);
  for (const test of show) each(test, false);
  return { keepLine, keepBare };
}
