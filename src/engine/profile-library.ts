import { visibleText } from "../lib/visible-text.js";
import { absoluteTotals } from "../profile/absolute-totals.js";
import { isDeltaProfile } from "../profile/delta-profile.js";
import { featuresOf } from "../profile/features.js";
import { defaultSampleTypeIndex, type Profile } from "../profile/profile.js";
import { noteText } from "../profile/profile-note.js";
import { isSumOfScrapes, recordedTime } from "../profile/recorded-time.js";
import { ENGINE_WORDS } from "../words/engine-words.js";
import type { FileFacts, FindingAnswer, KindsAnswer, SuspectsAnswer } from "./answers.js";
import { traitsOf } from "./profile-traits.js";
import type { Question } from "./question.js";
import { QuestionError } from "./question-error.js";

/** What a self-contained link computed before it left things out. */
export interface CarriedAnswers {
  readonly finding?: FindingAnswer;
  readonly kinds?: KindsAnswer;
  readonly suspects?: SuspectsAnswer;
}

/** Answers that came with a profile, and what they answer (`carriedKey`). */
export interface Carried {
  readonly answers: CarriedAnswers;
  readonly key: string;
}

/** What tells questions apart whose kinds, finding and suspects differ. */
export function carriedKey(question: Question): string {
  const { files, shown, base, sum, set, sampleType, transforms, normalize } = question;
  return JSON.stringify([files, shown, base, sum, set, sampleType, transforms, normalize]);
}

/** An opened profile. */
export interface LibraryEntry {
  readonly hash: string;
  readonly name: string;
  readonly profile: Profile;
  readonly facts: FileFacts;
  readonly carried: Carried | undefined;
}

/** The opened profiles, immutable, each named by the hash of its bytes. */
export class ProfileLibrary {
  private readonly entries = new Map<string, LibraryEntry>();

  add(hash: string, name: string, profile: Profile, carried?: Carried): LibraryEntry {
    const entry = { hash, name, profile, facts: factsOf(hash, profile), carried };
    this.entries.set(hash, entry);
    return entry;
  }

  /** how many profiles are open */
  get size(): number {
    return this.entries.size;
  }

  has(hash: string): boolean {
    return this.entries.has(hash);
  }

  /** @throws QuestionError where no opened profile has this hash */
  get(hash: string): LibraryEntry {
    const entry = this.entries.get(hash);
    if (!entry) throw new QuestionError(ENGINE_WORDS.fileNotOpen, ENGINE_WORDS.fileNotOpenHint);
    return entry;
  }

  remove(hash: string): void {
    this.entries.delete(hash);
  }
}

function factsOf(hash: string, profile: Profile): FileFacts {
  const { sampleTypes, samples, period, periodType } = profile;
  const time = recordedTime(profile);
  const totals = absoluteTotals(profile);
  return {
    hash,
    sampleTypes,
    defaultSampleType: defaultSampleTypeIndex(profile),
    samples: samples.count,
    time: time === 0n ? undefined : Number(time / 1000n) / 1000,
    period,
    periodUnit: periodType?.unit ?? "",
    totals,
    isDelta: isDeltaProfile(profile),
    get notes() {
      const own = isSumOfScrapes(profile) ? [ENGINE_WORDS.sumOfScrapes] : [];
      return [...profile.notes.map(noteText), ...own].map(visibleText);
    },
    comments: profile.comments.map(visibleText),
    traits: traitsOf(profile),
    docUrl: visibleText(profile.docUrl),
    format: profile.format ?? "",
    features: featuresOf(profile),
    memStats: profile.memStats,
  };
}
