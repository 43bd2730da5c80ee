import { buildCallTree, type CallTree } from "../../calltree/call-tree.js";
import { stackFilter } from "../../calltree/filter/stack-filter.js";
import { buildFrameTable } from "../../calltree/frame-table.js";
import { framesOfSteps } from "../../engine/frames-of-steps.js";
import { namesOf } from "../../engine/names-of-steps.js";
import type { Transform } from "../../engine/question.js";
import { stackTests } from "../../engine/transforms.js";
import { joinStacks } from "../../joining/join-stacks.js";
import { itemAt } from "../../lib/must.js";
import { finish } from "../../lib/steps.js";
import { withShownNames } from "../../profile/demangle/demangle.js";
import { type Profile, valuesOf } from "../../profile/profile.js";
import { chosenType, type Sides, sidesOf } from "../input/sides.js";
import { figuresTop, isOfTables } from "./figures-top.js";
import {
  selfOfAll,
  type TopOptions,
  type TopTable,
  tableUnit,
  topLines,
  topTable,
} from "./top-table.js";

/** What a table of functions is asked of. */
export interface TopQuestion {
  /** summed where they are several */
  readonly files: readonly Profile[];
  /** taken away */
  readonly bases: readonly Profile[];
  /** percentages are of the bases alone */
  readonly diffBase: boolean;
  readonly normalize: boolean;
  /** name or number of the sample type; undefined for the file's default */
  readonly sample: string | undefined;
  readonly transforms: readonly Transform[];
  /** truncated stacks are joined */
  readonly assemble: boolean;
  readonly options: TopOptions;
}

export interface TopAnswer {
  readonly sides: Sides;
  /** index of the sample type */
  readonly type: number;
  /** of printed tables it has one frame a stack */
  readonly tree: CallTree;
  /** of the table's frames */
  readonly names: readonly string[];
  readonly table: TopTable;
  /** what percentages are of */
  readonly total: number;
  /** unit of the figures in `lines` */
  readonly unit: string;
  /** from "Showing nodes accounting for" on */
  readonly lines: () => string[];
}

/**
 * The figures of `go tool pprof -top`, names taken letter by letter as there.
 * @throws UsageError, ProfileError
 */
export function topAnswer(question: TopQuestion): TopAnswer {
  if (isOfTables(question)) return figuresTop(question);
  const { files, bases, diffBase, normalize, assemble, options } = question;
  const sides = sidesOf(files, bases, { diffBase, normalize, apart: assemble });
  const type = chosenType(sides.lead, question.sample);
  const values = sides.profiles.map((p) => valuesOf(p, type));
  const tree = treeOf(sides, values, question.transforms, assemble);
  const table = topTable(tree, selfOfAll(tree, values), options);
  const total = itemAt(sides.totals, type);
  const from = itemAt(sides.lead.sampleTypes, type).unit;
  const unit = tableUnit(table, total, from, options.unit);
  const lines = () => topLines(table, tree.frames.names, total, from, unit, options);
  return { sides, type, tree, names: tree.frames.names, table, total, unit, lines };
}

/** 1 for each value that is not zero. */
function notZero(values: Float64Array): Uint8Array {
  const marks = new Uint8Array(values.length);
  for (let s = 0; s < marks.length; s++) if (values[s] !== 0) marks[s] = 1;
  return marks;
}

/** The tree of the samples that are not zero. */
function treeOf(
  sides: Sides,
  values: readonly Float64Array[],
  transforms: readonly Transform[],
  assemble: boolean,
): CallTree {
  const { lead } = sides;
  const names = namesOf(transforms);
  const named = sides.profiles.map((profile) => withShownNames(profile, names));
  const table = buildFrameTable(named, "exact");
  const { profiles, frames, rootLabels } = framesOfSteps(named, table, transforms);
  const tests = stackTests(transforms);
  const filters = profiles.map((profile, p) =>
    stackFilter(profile, {
      dropFrames: lead.dropFrames,
      keepFrames: lead.keepFrames,
      ...tests,
      keepSample: notZero(itemAt(values, p)),
    }),
  );
  const added = assemble ? finish(joinStacks(named, table)).added : undefined;
  return finish(
    buildCallTree(profiles, frames, { rootLabels, filters, ...(added ? { added } : {}) }),
  );
}
