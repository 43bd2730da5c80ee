import {
  type GoroutineGroup,
  goroutineGroups,
} from "../../../leaks/goroutines/goroutine-groups.js";
import { formatCount, formatShare } from "../../../lib/format.js";
import { shortName } from "../../../profile/function-name.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { tieText } from "./goroutine-tie.js";

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
  const segments = facts.before === undefined ? heldSaid(facts) : growthSaid(facts, facts.before);
  const tie = tieText(prepared, question, facts.groups);
  if (tie !== "") segments.push({ text: ` ${tie}` });
  return { segments, aside: "", advice: [] };
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

function heldSaid({ total, groups }: GoroutineFacts): Segment[] {
  const out: Segment[] = [
    { text: counted(total), strong: true },
    { text: groups.length === 1 ? ", all alike" : ` in ${formatCount(groups.length)} groups` },
  ];
  const first = groups[0];
  if (!first) return [{ text: "This profile has no goroutine." }];
  const isMany = first.now >= MANY && first.now >= STANDS_OUT * total;
  const calm =
    total < MANY ? "; that is few. The largest: " : "; no group stands out. The largest: ";
  out.push({ text: isMany ? ": " : calm });
  listGroups(
    out,
    groups,
    total,
    (g) => g.now,
    (g) => `${formatCount(g.now)} (${formatShare(g.now / total)})`,
  );
  out.push({ text: "." });
  return out;
}

function growthSaid({ total, groups, series }: GoroutineFacts, before: number): Segment[] {
  const change = total - before;
  const size = formatCount(Math.abs(Math.round(change)));
  const out: Segment[] = [
    { text: counted(total), strong: true },
    {
      text:
        change === 0
          ? ", as many as before"
          : `, ${size} ${change > 0 ? "more" : "fewer"} than before (${formatCount(before)})`,
    },
  ];
  const grown = groups
    .filter((g) => g.now > g.before)
    .sort((a, b) => b.now - b.before - (a.now - a.before));
  const growth = grown.reduce((all, g) => all + g.now - g.before, 0);
  if (grown.length === 0 || growth < Math.max(10, before * WORTH)) {
    out.push({ text: ": no group grew by a number worth a word." });
    return out;
  }
  out.push({ text: ": " });
  const said = listGroups(
    out,
    grown,
    growth,
    (g) => g.now - g.before,
    (g) =>
      `+${formatCount(Math.round(g.now - g.before))} (${formatCount(g.before)} → ${formatCount(g.now)})`,
  );
  out.push({ text: ". " });
  const steady = series.length > 2 && said.every((g) => risesIn(g.group.counts, series));
  out.push({
    text: steady
      ? "They grew from file to file and none of them went down: goroutines are started that do not end."
      : "Whether they end by themselves needs a third file, taken when the load is gone.",
  });
  return out;
}

function risesIn(counts: readonly number[], order: readonly number[]): boolean {
  return order.every((p, i) => i === 0 || counts[p] >= counts[order[i - 1]]);
}

/** Names groups until enough is said. @returns those that were named */
function listGroups(
  out: Segment[],
  groups: readonly ComparedGroup[],
  whole: number,
  countOf: (g: ComparedGroup) => number,
  figures: (g: ComparedGroup) => string,
): ComparedGroup[] {
  const said: ComparedGroup[] = [];
  let sum = 0;
  for (const g of groups) {
    if (said.length >= NAMED || sum >= ENOUGH * whole) break;
    if (said.length > 0 && countOf(g) < WORTH * whole) break;
    said.push(g);
    sum += countOf(g);
  }
  said.forEach((g, i) => {
    if (i > 0) out.push({ text: i === said.length - 1 ? " and " : ", " });
    const { name, wait } = g.group;
    out.push(
      { text: `${figures(g)} in ` },
      { text: name === "" ? "functions without a name" : shortName(name), strong: true },
      { text: wait === "" ? "" : `, ${wait}` },
    );
  });
  return said;
}

function counted(count: number): string {
  return `${formatCount(count)} ${Math.abs(count) === 1 ? "goroutine" : "goroutines"}`;
}
