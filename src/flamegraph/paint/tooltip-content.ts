import { BOX_FOLDED, BOX_INLINED, BOX_JOINED } from "../../calltree/layout/layout.js";
import {
  BOX_MIXED,
  BOX_OTHER,
  BOX_UNKNOWN,
  type FrameNames,
  type Picture,
} from "../../engine/answers.js";
import { formatDelta, formatShareOf, formatValue } from "../../lib/format.js";
import { errorText } from "../../profile/sampling/error-text.js";
import { changeError } from "../../profile/sampling/sampling-error.js";
import { FLAMEGRAPH_WORDS } from "../../words/flamegraph-words.js";
import type { Hit } from "../input/hit-test.js";
import { boxName, type Figures, figuresOf, foldTitle, type Side } from "./figures.js";
import type { Standing } from "./highlight.js";

const WORDS = FLAMEGRAPH_WORDS.tooltip;

/** One figure of a box: what it is, how much, and what that is in other words. */
export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly aside: string;
  readonly tone?: "more" | "less" | "noise";
}

/** What a tooltip says of a box, or of a block of boxes. */
export interface Facts {
  readonly title: string;
  readonly file: string;
  readonly rows: readonly FactRow[];
  readonly notes: readonly string[];
}

/** All that is known of what is under the pointer without asking the engine. */
export function factsOf(
  picture: Picture,
  names: FrameNames,
  plumbingGroups: readonly string[],
  hit: Hit,
  side: Side,
  standing?: Standing,
): Facts {
  if (hit.blocked > 0) return blockFacts(picture, figuresOf(picture, side), hit, standing);
  const { box } = hit;
  const { layout, unit } = picture;
  const { total, self, of } = figuresOf(picture, side);
  const rows: FactRow[] = [];
  const error = side === "before" ? undefined : picture.boxError[box];
  if (picture.isDelta) rows.push(...deltaRows(picture, box, of));
  else {
    rows.push({
      label: WORDS.total,
      value: formatValue(total[box], unit),
      aside: [formatShareOf(total[box], of), errorOf(picture, error, "basis")]
        .filter(Boolean)
        .join(" "),
    });
    rows.push({
      label: WORDS.self,
      value: formatValue(self[box], unit),
      aside: formatShareOf(self[box], of),
    });
  }
  if (picture.hasBase && !picture.isDelta) rows.push(...changeRows(picture, box, side));
  const survival = picture.boxSurvival[box];
  if (survival !== undefined && !Number.isNaN(survival)) {
    rows.push({
      label: WORDS.survived,
      value: formatShareOf(survival, 1),
      aside: WORDS.ofAllocated,
    });
  }
  rows.push(...kindRows(picture, box));
  return {
    title: boxName(picture, names, plumbingGroups, box),
    file: layout.fold[box] >= 0 ? "" : (names.files[layout.frame[box]] ?? ""),
    rows,
    notes: notesOf(picture, names, plumbingGroups, box),
  };
}

function errorOf(
  { unit, sampling }: Picture,
  error: number | undefined,
  of: "basis" | "change",
): string {
  return error === undefined ? "" : errorText(error, unit, sampling[of]);
}

/** Of a file that is a difference itself there is the change alone. */
function deltaRows(picture: Picture, box: number, of: number): FactRow[] {
  const { boxTotal, boxSelf, boxDeltaError, unit, sampling } = picture;
  const change = boxTotal[box];
  const error = boxDeltaError[box];
  const noise = error !== undefined && changeError(change, error, Math.abs(change), sampling).noise;
  const share = formatShareOf(change, of);
  const asides = [share && WORDS.ofChanged(share), errorOf(picture, error, "change")];
  const tone = noise || change === 0 ? "noise" : change > 0 ? "more" : "less";
  return [
    {
      label: WORDS.change,
      value: formatDelta(change, unit),
      aside: [...asides, noise ? WORDS.noise : ""].filter(Boolean).join(" "),
      tone,
    },
    { label: WORDS.ofItsOwn, value: formatDelta(boxSelf[box], unit), aside: "" },
  ];
}

function changeRows(picture: Picture, box: number, side: Side): FactRow[] {
  const { boxTotal, boxBaseTotal, boxDeltaError, unit, sampling } = picture;
  const after = boxTotal[box];
  const before = boxBaseTotal[box];
  const delta = after - before;
  const error = boxDeltaError[box];
  const held = Math.abs(after) + Math.abs(before);
  const noise = error !== undefined && changeError(delta, error, held, sampling).noise;
  const times = before > 0 && after > before * 1.05 ? WORDS.times(after / before) : "";
  const change: FactRow = {
    label: WORDS.change,
    value: formatDelta(delta, unit),
    aside: [errorOf(picture, error, "change"), times, noise ? WORDS.noise : ""]
      .filter(Boolean)
      .join(" "),
    tone: noise || delta === 0 ? "noise" : delta > 0 ? "more" : "less",
  };
  const other: FactRow =
    side === "before"
      ? { label: WORDS.after, value: formatValue(after, unit), aside: "" }
      : { label: WORDS.before, value: formatValue(before, unit), aside: "" };
  return [other, change];
}

function kindRows(picture: Picture, box: number): FactRow[] {
  const kind = picture.boxKind[box];
  if (kind === undefined || box === 0) return [];
  const share = picture.boxKindShare[box] ?? 0;
  const aside = share > 0 && share < 0.995 ? WORDS.ofIt(formatShareOf(share, 1)) : "";
  if (kind === BOX_MIXED) return [{ label: WORDS.kind, value: WORDS.mixed, aside: "" }];
  if (kind === BOX_OTHER) return [{ label: WORDS.kind, value: WORDS.other, aside }];
  if (kind === BOX_UNKNOWN) return [{ label: WORDS.kind, value: WORDS.unknown, aside }];
  return [{ label: WORDS.kind, value: picture.kinds[kind] ?? WORDS.unknown, aside }];
}

/** Members of a folded run that are named in its tooltip. */
const NAMED_MEMBERS = 4;

function notesOf(
  picture: Picture,
  names: FrameNames,
  plumbingGroups: readonly string[],
  box: number,
): string[] {
  const { layout } = picture;
  const flags = layout.flags[box];
  const notes: string[] = [];
  const fold = layout.fold[box];
  if (flags & BOX_FOLDED && fold >= 0) {
    const { folds } = layout;
    const from = folds.offsets[fold];
    const to = folds.offsets[fold + 1];
    const shown: string[] = [];
    for (let m = from; m < Math.min(to, from + NAMED_MEMBERS); m++) {
      shown.push(names.names[folds.memberFrame[m]] ?? "");
    }
    const more = to - from - shown.length;
    const { frames } = foldTitle(layout, fold, plumbingGroups);
    notes.push(WORDS.folded(frames));
    notes.push(...shown, ...(more > 0 ? [WORDS.more(more)] : []));
  } else if (flags & BOX_INLINED) {
    notes.push(WORDS.inline);
  }
  if (flags & BOX_JOINED) notes.push(WORDS.joined);
  return notes;
}

function blockFacts(
  picture: Picture,
  { total, of }: Figures,
  hit: Hit,
  standing: Standing | undefined,
): Facts {
  const { layout } = picture;
  const end = hit.box + hit.blocked;
  let value = 0;
  let siblings = 0;
  // Only what can be counted at once: a block may hold a million boxes.
  for (let box = hit.box; box < end && siblings < 5000; box = layout.end[box]) {
    value += total[box];
    siblings++;
  }
  const all = siblings < 5000;
  const found = standing?.matchesIn(hit.box, end) ?? 0;
  return {
    title: FLAMEGRAPH_WORDS.frames(hit.blocked),
    file: "",
    rows: all
      ? [
          {
            label: WORDS.together,
            value: formatValue(value, picture.unit),
            aside: formatShareOf(value, of),
          },
        ]
      : [],
    notes: [WORDS.tooNarrow, ...(standing?.searching ? [WORDS.matching(found)] : [])],
  };
}

/** The facts in one sentence, for assistive technology. */
export function factsText(facts: Facts): string {
  const rows = facts.rows.map((r) => [r.label, r.value, r.aside].filter(Boolean).join(" "));
  return WORDS.sentence(facts.title, rows, facts.notes);
}
