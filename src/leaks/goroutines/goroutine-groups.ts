import { type FrameName, frameName } from "../../kubernetes/frames/frame-pattern.js";
import { isOwnFrame } from "../../kubernetes/frames/own-frames.js";
import { labelsFrom, labelsTo, type Profile, stackOfSample } from "../../profile/profile.js";
import type { WaitKey } from "../../words/leaks-words.js";
import { STATE_RULES, WAIT_RULES } from "./wait-rules.js";

/** Goroutines that do the same: in the same function, waiting for the same. */
export interface GoroutineGroup {
  /** the function to look at: the program's own nearest the leaf, else a library's */
  readonly name: string;
  readonly isOwn: boolean;
  /** what they wait for, as in WAIT_RULES; "" where they run */
  readonly wait: WaitKey | "";
  /** goroutines in each of the profiles */
  readonly counts: readonly number[];
}

/** Frames nearest the leaf that are looked at for what a goroutine waits for. */
const WAIT_DEPTH = 8;

interface Frame {
  readonly name: string;
  readonly parts: FrameName;
  /** 2 the program's own, 1 a library's, 0 Go's own */
  readonly rank: 0 | 1 | 2;
}

/**
 * The goroutines of profiles in groups, the largest in any of them first.
 * @param values of each profile, one a sample: goroutines; undefined leaves the profile out
 * @param inside whether a sample counts
 */
export function goroutineGroups(
  profiles: readonly Profile[],
  values: readonly (ArrayLike<number> | undefined)[],
  inside: (profile: number, sample: number) => boolean = () => true,
): GoroutineGroup[] {
  const groups = new Map<
    string,
    { name: string; isOwn: boolean; wait: WaitKey | ""; counts: number[] }
  >();
  profiles.forEach((profile, p) => {
    const column = values[p];
    if (!column) return;
    const reader = new StackReader(profile);
    for (let s = 0; s < profile.samples.count; s++) {
      if (column[s] === 0 || !inside(p, s)) continue;
      const { name, isOwn, wait } = reader.read(s);
      const key = `${name}\u0000${wait}`;
      let group = groups.get(key);
      if (!group) {
        group = { name, isOwn, wait, counts: profiles.map(() => 0) };
        groups.set(key, group);
      }
      group.counts[p] += column[s];
    }
  });
  const peak = (g: GoroutineGroup) => Math.max(...g.counts);
  return [...groups.values()].sort((a, b) => peak(b) - peak(a) || (a.name < b.name ? -1 : 1));
}

/** Reads what the stacks of one profile say, each function once. */
class StackReader {
  private readonly known = new Map<number, Frame>();

  constructor(private readonly profile: Profile) {}

  read(sample: number): { name: string; isOwn: boolean; wait: WaitKey | "" } {
    const frames = this.frames(sample);
    const leaf = frames.slice(0, WAIT_DEPTH).map((f) => f.name);
    const wait =
      WAIT_RULES.find(({ frame }) => leaf.some((name) => frame.test(name)))?.wait ??
      this.waitByState(sample);
    const own = frames.find((f) => f.rank === 2);
    const actor = own ?? frames.find((f) => f.rank === 1) ?? frames.find(isTelling) ?? frames[0];
    return { name: actor?.name ?? "", isOwn: own !== undefined, wait };
  }

  /** What the label that names a goroutine's state says; "" where there is none. */
  private waitByState(sample: number): WaitKey | "" {
    const { samples, strings } = this.profile;
    for (let l = labelsFrom(samples, sample); l < labelsTo(samples, sample); l++) {
      if (strings.get(samples.labelKey[l]) !== "state") continue;
      const text = strings.get(samples.labelText[l]);
      return STATE_RULES.find(({ state }) => state.test(text))?.wait ?? "";
    }
    return "";
  }

  /** Frames from the leaf to the root. */
  private frames(sample: number): Frame[] {
    const { samples, locations } = this.profile;
    const out: Frame[] = [];
    for (const location of stackOfSample(samples, sample)) {
      const last = locations.lineOffsets[location + 1];
      for (let line = locations.lineOffsets[location]; line < last; line++) {
        out.push(this.frame(locations.lineFunction[line]));
      }
    }
    return out;
  }

  private frame(fn: number): Frame {
    let found = this.known.get(fn);
    if (!found) {
      const { functions, strings } = this.profile;
      const name = strings.get(functions.name[fn]);
      const parts = frameName(name);
      const isOwn = isOwnFrame(name, parts, strings.get(functions.file[fn])) && !isMain(parts);
      found = {
        name: `${parts.package}.${parts.func}`,
        parts,
        rank: isOwn ? 2 : isModule(parts) ? 1 : 0,
      };
      this.known.set(fn, found);
    }
    return found;
  }
}

/** Everything is below the main function: it tells nothing. */
function isMain({ package: path, func }: FrameName): boolean {
  return path === "main" && func === "main";
}

function isModule({ package: path }: FrameName): boolean {
  return path.split("/", 1)[0].includes(".");
}

/** How a goroutine is parked does not say where it waits. */
function isTelling({ parts: { package: path } }: Frame): boolean {
  return !/^(?:runtime|internal\/.*|sync|time|reflect)$/.test(path);
}
