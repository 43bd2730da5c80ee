import type { CallTree } from "../calltree/call-tree.js";
import { buildFrameTable, type FrameTable } from "../calltree/frame-table.js";
import { type JoinedStacks, joinStacks } from "../joining/join-stacks.js";
import type { Attribution } from "../kubernetes/attribution/attribution.js";
import { type Program, programOf } from "../kubernetes/program/program.js";
import { classifySet, type SetClass } from "../leaks/file-set-kind.js";
import { Recent } from "../lib/lru-cache.js";
import type { Steps } from "../lib/steps.js";
import { unitOf } from "../lib/units.js";
import { absoluteTotals } from "../profile/absolute-totals.js";
import { type Counted, companionType } from "../profile/companion-type.js";
import { withShownNames } from "../profile/demangle/demangle.js";
import type { NameStyle } from "../profile/demangle/name-style.js";
import {
  type Profile,
  type SampleType,
  sampleTypeIndex,
  sampleTypeName,
  valuesOf,
} from "../profile/profile.js";
import type { ProfileError } from "../profile/profile-error.js";
import { ENGINE_WORDS } from "../words/engine-words.js";
import { attributeFiles } from "./attribute-files.js";
import { changesFrames, type FramesOfSteps, framesOfSteps } from "./frames-of-steps.js";
import type { LibraryEntry } from "./profile-library.js";
import type { SetChoice, Transform } from "./question.js";
import { QuestionError } from "./question-error.js";

/** Numbers of frame tables by what they are made of: made a second time they are the same. */
const numbers = new Map<string, number>();

function numberOf(files: readonly LibraryEntry[], collapsing: string): number {
  const key = `${files.map((f) => f.hash).join()} ${collapsing}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
}

/** The frames of a set as some transforms leave them, and the profiles that they are of. */
export interface TransformedFrames extends FramesOfSteps {
  /** tells these frames' names from others */
  readonly id: number;
}

/**
 * The files of a view taken together: one frame table over all of them, and what is worked out
 * once for the set whatever is asked of it. Each part is made when first asked for.
 */
export class FileSet {
  readonly profiles: readonly Profile[];
  readonly frames: FrameTable;
  /** trees of the stacks as recorded, by transforms and direction */
  readonly recordedTrees = new Recent<CallTree>(4);
  /** why such trees were refused, so that no answer tries to build one again */
  readonly refusedTrees = new Recent<ProfileError>(4);
  private joined: JoinedStacks | undefined;
  private readonly attributions: (Attribution | undefined)[] = [];
  private readonly classes = new Map<SetChoice, SetClass>();
  private readonly programs = new Map<number, Program>();
  private readonly transformed = new Map<string, TransformedFrames>();

  /** @param names how names of C++ and Rust are written */
  constructor(
    readonly entries: readonly LibraryEntry[],
    private readonly names: NameStyle = "name",
  ) {
    this.profiles = entries.map((e) => withShownNames(e.profile, names));
    this.frames = buildFrameTable(this.profiles);
  }

  /** The frame table as transforms ask for it: by lines, with labels, with packages collapsed. */
  framesOf(transforms: readonly Transform[]): TransformedFrames {
    const steps = transforms.filter(changesFrames);
    const key = JSON.stringify(steps);
    let found = this.transformed.get(key);
    if (!found) {
      if (this.transformed.size > 16) this.transformed.clear();
      found = {
        ...framesOfSteps(this.profiles, this.frames, steps),
        id: numberOf(this.entries, `${this.names} ${key}`),
      };
      this.transformed.set(key, found);
    }
    return found;
  }

  *joins(): Steps<JoinedStacks> {
    this.joined ??= yield* joinStacks(this.profiles, this.frames);
    return this.joined;
  }

  /** Kinds and stages, judged by the whole stacks where they are joined. */
  *attribution(joined: boolean): Steps<Attribution> {
    const at = joined ? 1 : 0;
    const known = this.attributions[at];
    if (known) return known;
    const added = joined ? (yield* this.joins()).added : undefined;
    const roles = this.profiles.map((_, p) => this.program(p).role);
    const found = yield* attributeFiles(this.profiles, this.frames, {
      roles,
      ...(added ? { added } : {}),
    });
    this.attributions[at] = found;
    return found;
  }

  class(choice: SetChoice): SetClass {
    let found = this.classes.get(choice);
    if (!found) {
      found = classifySet(
        this.profiles,
        this.entries.map((e) => e.name),
        choice === "auto" ? undefined : choice,
      );
      this.classes.set(choice, found);
    }
    return found;
  }

  /**
   * Which program file `shown` is of: its role, name and releases. All files of one process that
   * did not restart meanwhile, with a new release perhaps, are taken together: each proves what
   * its own functions do.
   */
  program(shown: number): Program {
    const { kind, restarts } = this.class("auto");
    const together = kind === "series" && restarts.length === 0;
    const at = Math.min(Math.max(0, shown), this.profiles.length - 1);
    const key = together ? -1 : at;
    let found = this.programs.get(key);
    if (!found) {
      found = programOf(together ? this.profiles : [this.profiles[at]]);
      this.programs.set(key, found);
    }
    return found;
  }

  /** The sample type called `name` in each profile; "" is the default of profile `shown`. */
  sampleType(name: string, shown: number): SampleTypeOfSet {
    const lead = this.entries[shown] ?? this.entries[0];
    const { sampleTypes } = lead.profile;
    const wanted = name || sampleTypeName(sampleTypes, lead.facts.defaultSampleType);
    const known = sampleTypeIndex(lead.profile, wanted);
    const index = this.profiles.map((p) => likeType(p, wanted, sampleTypes[known]));
    if (known < 0) {
      const has = lead.profile.sampleTypes.map((t) => t.type);
      throw new QuestionError(
        ENGINE_WORDS.noSampleType(lead.name, wanted),
        has.length > 0 ? ENGINE_WORDS.hasTypes(has) : ENGINE_WORDS.namesNoTypes,
      );
    }
    return { name: wanted, unit: lead.profile.sampleTypes[known].unit, index };
  }

  /** The values of one profile for a sample type of the set, one a sample. */
  values(profile: number, type: SampleTypeOfSet): Float64Array {
    const index = type.index[profile];
    if (index < 0) {
      const { name, profile: p } = this.entries[profile];
      const has = p.sampleTypes.map((t) => t.type);
      throw new QuestionError(
        ENGINE_WORDS.notComparable(name, type.name),
        has.length > 0 ? ENGINE_WORDS.hasTypes(has) : "",
      );
    }
    return valuesOf(this.profiles[profile], index);
  }

  /** What one profile's values of a sample type of the set amount to, each without its sign. */
  absoluteTotal(profile: number, type: SampleTypeOfSet): number {
    // Of a sample type that it lacks this says so.
    this.values(profile, type);
    return absoluteTotals(this.profiles[profile])[type.index[profile]];
  }

  /** The sample type that counts the objects of `type`, or their bytes; see companionType. */
  companion(type: SampleTypeOfSet, kind: Counted): SampleTypeOfSet | undefined {
    const index = this.profiles.map((p, i) =>
      type.index[i] < 0 ? -1 : companionType(p, type.index[i], kind),
    );
    const at = index.findIndex((i) => i >= 0);
    if (at < 0) return undefined;
    const found = this.profiles[at].sampleTypes[index[at]];
    const { sampleTypes } = this.profiles[at];
    return { name: sampleTypeName(sampleTypes, index[at]), unit: found.unit, index };
  }

  /** The sample type of what was ever allocated, for that of what is live. */
  allocated(type: SampleTypeOfSet): SampleTypeOfSet | undefined {
    return type.name.startsWith("inuse_")
      ? this.sibling(type.name.replace(/^inuse_/, "alloc_"))
      : undefined;
  }

  private sibling(name: string): SampleTypeOfSet | undefined {
    const index = this.profiles.map((p) => sampleTypeIndex(p, name));
    const at = index.findIndex((i) => i >= 0);
    if (at < 0) return undefined;
    return { name, unit: this.profiles[at].sampleTypes[index[at]].unit, index };
  }
}

/** The sample type of a profile that is called so and has the same unit as another's; -1 for none. */
function likeType(profile: Profile, name: string, like: SampleType | undefined): number {
  const { sampleTypes } = profile;
  const same = sampleTypes.findIndex((t) => t.type === like?.type && t.unit === like.unit);
  if (same >= 0) return same;
  const named = sampleTypeIndex(profile, name);
  if (named < 0 || !like) return named;
  // Kilobytes beside bytes are no comparison.
  const [own, other] = [unitOf(sampleTypes[named].unit), unitOf(like.unit)];
  return own?.of === other?.of && own?.factor === other?.factor ? named : -1;
}

/** A sample type by name, with its index in each profile (-1 where a profile has none). */
export interface SampleTypeOfSet {
  readonly name: string;
  readonly unit: string;
  readonly index: readonly number[];
}
