import {
  type GoroutineGroup,
  goroutineGroups,
} from "../../../leaks/goroutines/goroutine-groups.js";
import { formatShare } from "../../../lib/format.js";
import { shortName } from "../../../profile/function-name.js";
import type { Parts } from "../../../words/catalogue.js";
import { GOROUTINE_WORDS, inSequence } from "../../../words/finding-words.js";
import { LEAKS_WORDS } from "../../../words/leaks-words.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { partsSaid } from "./finding-subjects.js";
import { tieTexts } from "./goroutine-tie.js";

/** So many groups are named, or fewer where these have so much of the whole. */
const NAMED = 3;
const ENOUGH = 0.8;
/** A group below that is not worth a word. */
const WORTH = 0.05;
/** From this share on, and this number, a group stands out. */
const STANDS_OUT = 0.5;
const MANY = 100;

/** Goroutines by what they do: how many, which stand out or grew, what they wait for. */
export function goroutineFinding(prepared: Prepared, question: Question): FindingAnswer {
  const facts = goroutineFacts(prepared, question);
  const said = facts.before === undefined ? [heldSaid(facts)] : growthSaid(facts, facts.before);
  const tie = tieTexts(prepared, question, facts.groups).map((text) => [text]);
  return { segments: partsSaid(inSequence([...said, ...tie])), aside: "", advice: [] };
}

/** A group with what is compared. */
export interface ComparedGroup {
  readonly group: GoroutineGroup;
  readonly now: number;
  readonly before: number;
}

interface GoroutineFacts {
  readonly total: number;
  /** undefined where nothing is compared */
  readonly before: number | undefined;
  /** the largest first */
  readonly groups: readonly ComparedGroup[];
  /** positions of the files of one process in time; empty where they are no series */
  readonly series: readonly number[];
}

function goroutineFacts(prepared: Prepared, question: Question): GoroutineFacts {
  const { set, tree } = prepared;
  const { type, shown, base, baseIsMedian } = comparisonOf(prepared, question);
  const found = goroutineGroups(
    set.profiles,
    set.profiles.map((_, p) => (type.index[p] < 0 ? undefined : set.values(p, type))),
    (p, s) => tree.sampleNode[p][s] >= 0,
  );
  const sum = (counts: readonly number[], of: readonly number[]) =>
    of.reduce((all, p) => all + counts[p], 0);
  const compares = base.length > 0;
  const per = baseIsMedian ? base.length : 1;
  const groups = found
    .map((group) => ({
      group,
      now: sum(group.counts, shown),
      before: sum(group.counts, base) / per,
    }))
    .filter((g) => g.now !== 0 || g.before !== 0)
    .sort((a, b) => b.now - a.now || (a.group.name < b.group.name ? -1 : 1));
  const course = set.class(question.set);
  return {
    total: groups.reduce((all, g) => all + g.now, 0),
    before: compares ? groups.reduce((all, g) => all + g.before, 0) : undefined,
    groups,
    series:
      course.kind === "series" && course.restarts.length === 0
        ? course.order.filter((p) => type.index[p] >= 0)
        : [],
  };
}

const countSaid = (total: number): Segment => ({
  text: GOROUTINE_WORDS.count(total),
  strong: true,
});

function heldSaid({ total, groups }: GoroutineFacts): Parts<Segment> {
  const first = groups[0];
  if (!first) return [GOROUTINE_WORDS.none];
  const isMany = first.now >= MANY && first.now >= STANDS_OUT * total;
  const calm = isMany ? undefined : total < MANY ? "few" : "none";
  const named = largestGroups(groups, total, (g) => g.now).map((g) =>
    GOROUTINE_WORDS.groupHeld(
      g.now,
      formatShare(g.now / total),
      nameSaid(g),
      LEAKS_WORDS.wait(g.group.wait),
    ),
  );
  return GOROUTINE_WORDS.held(countSaid(total), groups.length, calm, named);
}

function growthSaid({ total, groups, series }: GoroutineFacts, before: number): Parts<Segment>[] {
  const grown = groups
    .filter((g) => g.now > g.before)
    .sort((a, b) => b.now - b.before - (a.now - a.before));
  const growth = grown.reduce((all, g) => all + g.now - g.before, 0);
  const isWorth = grown.length > 0 && growth >= Math.max(10, before * WORTH);
  const said = isWorth ? largestGroups(grown, growth, (g) => g.now - g.before) : [];
  const named = said.map((g) =>
    GOROUTINE_WORDS.groupGrew(g.before, g.now, nameSaid(g), LEAKS_WORDS.wait(g.group.wait)),
  );
  const changed = GOROUTINE_WORDS.changed(countSaid(total), total - before, before, named);
  if (!isWorth) return [changed];
  const steady = series.length > 2 && said.every((g) => risesIn(g.group.counts, series));
  return [changed, [steady ? GOROUTINE_WORDS.steady : GOROUTINE_WORDS.needsThird]];
}

function nameSaid({ group }: ComparedGroup): Segment {
  const text = group.name === "" ? GOROUTINE_WORDS.noName : shortName(group.name);
  return { text, strong: true };
}

function risesIn(counts: readonly number[], order: readonly number[]): boolean {
  return order.every((p, i) => i === 0 || counts[p] >= counts[order[i - 1]]);
}

/** Groups, the largest first, until enough of the whole is said. */
function largestGroups(
  groups: readonly ComparedGroup[],
  whole: number,
  countOf: (g: ComparedGroup) => number,
): ComparedGroup[] {
  const said: ComparedGroup[] = [];
  let sum = 0;
  for (const g of groups) {
    if (said.length >= NAMED || sum >= ENOUGH * whole) break;
    if (said.length > 0 && countOf(g) < WORTH * whole) break;
    said.push(g);
    sum += countOf(g);
  }
  return said;
}
