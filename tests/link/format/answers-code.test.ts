import { describe, expect, test } from "vitest";
import { findingAnswer } from "../../../src/engine/answers/finding/finding.js";
import { kindsAnswer } from "../../../src/engine/answers/kinds/kinds.js";
import { suspectsAnswer } from "../../../src/engine/answers/suspects/suspects.js";
import type { FindingAnswer, KindRow, SuspectCard } from "../../../src/engine/answers.js";
import type { CarriedAnswers } from "../../../src/engine/profile-library.js";
import { finish } from "../../../src/lib/steps.js";
import { encodeLink } from "../../../src/link/encode.js";
import { decodeLink } from "../../../src/link/link.js";
import { canonicalName } from "../../../src/profile/function-name.js";
import type { View } from "../../../src/view/view.js";
import { inputOf, MASTERS, OPERATOR, type Opened, openedRecordings, STORM } from "../links.js";

function answersOf({ prepared, question }: Opened): Required<CarriedAnswers> {
  return {
    finding: finish(findingAnswer(prepared, question)),
    kinds: kindsAnswer(prepared, question),
    suspects: finish(suspectsAnswer(prepared, question)),
  };
}

/** Of advice a link carries the ids: what a command names depends on program and kind. */
const ofFinding = ({ segments, aside, advice }: FindingAnswer) => ({
  segments,
  aside,
  advice: advice.map((a) => a.id),
});

/** What a link carries exactly, names as canonical ones. */
function exactly(card: SuspectCard) {
  const { path, kind, evidence, stage, before, after, growth, series, forecast, advice } = card;
  const name = canonicalName(card.name);
  const stack = card.stack.map(canonicalName);
  const told = card.class;
  const amounts = { before, after, growth, series };
  const ids = advice.map((a) => a.id);
  return { path, name, stack, kind, evidence, stage, told, amounts, forecast, ids };
}

/** Figures of which a link carries five digits. */
function roughly({ error, share, survival, meanObjectBytes }: SuspectCard): (number | null)[] {
  return [error, share, survival, meanObjectBytes];
}

function expectClose(found: number | null, wanted: number | null): void {
  if (found === null || wanted === null) expect(found).toBe(wanted);
  else expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 1e-5);
}

const sets: [string, string[], Partial<View>][] = [
  ["a storm, before and in its midst", [STORM[1]!, STORM[3]!], { shown: 1, base: 0 }],
  ["a storm's seven snapshots", STORM, { shown: 3, base: 1 }],
  ["an operator's six snapshots", OPERATOR, { shown: 5, base: 0 }],
  ["one snapshot", [STORM[3]!], {}],
  ["five masters", MASTERS, { shown: 2 }],
];

describe("the answers that a link carries", () => {
  test.each(sets)(
    "of %s are those of the whole tree, though much was cut",
    async (_, files, view) => {
      const of = await openedRecordings(files, view);
      const answers = answersOf(of);
      const link = encodeLink(inputOf(of, answers), 2000);
      const { carried } = decodeLink(link.text);
      expect(link.threshold).toBeLessThanOrEqual(0.005);
      expect(ofFinding(carried.finding!)).toEqual(ofFinding(answers.finding));
      const { kinds, ...sums } = carried.kinds!;
      const { kinds: wanted, ...wantedSums } = answers.kinds;
      expect(sums).toEqual(wantedSums);
      const exact = (row: KindRow) => ({ ...row, meanObjectBytes: 0 });
      expect(kinds.map(exact)).toEqual(wanted.map(exact));
      kinds.forEach((row, i) => {
        expectClose(row.meanObjectBytes, wanted[i]!.meanObjectBytes);
      });
      const { suspects, explained, ...about } = carried.suspects!;
      const { suspects: cards, explained: wantedExplained, ...wantedAbout } = answers.suspects;
      expect(about).toEqual(wantedAbout);
      expectClose(explained, wantedExplained);
      expect(suspects.map(exactly)).toEqual(cards.map(exactly));
      suspects.forEach((card, i) => {
        roughly(card).forEach((v, k) => {
          expectClose(v, roughly(cards[i]!)[k]!);
        });
      });
    },
  );

  test("keep their paths in the tree, whatever the threshold", async () => {
    const of = await openedRecordings([STORM[1]!, STORM[3]!], { shown: 1, base: 0 });
    const answers = answersOf(of);
    const link = encodeLink(inputOf(of, answers), 700);
    const content = decodeLink(link.text);
    expect(content.carried.suspects?.suspects.map((s) => s.path) ?? []).toEqual(
      content.carried.suspects ? answers.suspects.suspects.map((s) => s.path) : [],
    );
    expect(link.chars).toBeLessThanOrEqual(700);
  });

  test("are left out, the last told first, where the tree needs the room", async () => {
    const of = await openedRecordings(MASTERS, { shown: 2 });
    const { carried } = decodeLink(encodeLink(inputOf(of, answersOf(of)), 1500).text);
    expect(carried.suspects).toBeUndefined();
    expect(carried.finding).toBeDefined();
  });
});
