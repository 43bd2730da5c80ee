import { Engine } from "../../engine/engine.js";
import { NO_BASE } from "../../engine/question.js";
import type { PartFile } from "../../export/part-files.js";
import type { Steps } from "../../lib/steps.js";
import { featuresOf } from "../../profile/features.js";
import { isSumOfScrapes, recordedTime } from "../../profile/recorded-time.js";
import { DEFAULT_VIEW, questionOf } from "../../view/view.js";
import type { IndexedProfile } from "./rows/indexed-profile.js";
import { figureKindRows, kindRows } from "./rows/kind-rows.js";
import { profileRow } from "./rows/profile-row.js";
import { stackRows } from "./rows/stack-rows.js";
import { suspectRows } from "./rows/suspect-rows.js";
import type { TableRows } from "./schema.js";
import type { SourceFacts } from "./source-facts.js";

/** Where a profile is from. */
export interface Source {
  readonly file: string;
  readonly sha256: string;
  readonly fileBytes: number;
  /** which profile of a file of several; null where there is one */
  readonly part: string | null;
  readonly facts: SourceFacts;
}

/** When a profile is of: as it says itself, or as its recorder does. */
export function timeOf({ profile }: PartFile, facts: SourceFacts): Date | null {
  const nanos = recordedTime(profile);
  if (nanos !== 0n) return new Date(Number(nanos / 1_000_000n));
  return isSumOfScrapes(profile) ? null : facts.time;
}

/**
 * The rows of one profile for all tables. Nothing of it is kept: a pure function of its bytes and
 * of what is known of its file. `loadKnowledge` was waited for.
 * @throws QuestionError
 */
export function* profileTables(part: PartFile, source: Source): Steps<TableRows> {
  const { hash, name, profile } = part;
  const engine = new Engine();
  engine.library.add(hash, name, profile);
  const file = { hash, name, size: part.bytes.length, url: "" };
  const question = questionOf({
    ...DEFAULT_VIEW,
    files: [file],
    shown: 0,
    base: NO_BASE,
    joined: true,
  });
  const stacked = featuresOf(profile).stacks !== "none";
  const prepared = stacked ? yield* engine.upright(question) : undefined;
  const of: IndexedProfile = {
    ...source,
    id: hash,
    time: timeOf(part, source.facts),
    profile,
    engine,
    question,
    prepared,
    type: engine.set(question).sampleType("", 0),
    sampling: engine.sampling(question),
  };
  const finding = yield* engine.ask("finding", question, undefined);
  const printed = prepared ? undefined : yield* engine.ask("kinds", question, undefined);
  return {
    profiles: [profileRow(of, finding, printed?.total)],
    kinds: printed ? figureKindRows(of, printed) : kindRows(of),
    suspects: prepared ? suspectRows(of, yield* engine.ask("suspects", question, undefined)) : [],
    ...stackRows(of),
  };
}
