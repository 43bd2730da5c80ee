import type { AddedFrames } from "../calltree/calltree.js";
import type { Profile } from "../profile/profile.js";
import type { Steps } from "../profile/steps.js";
import { KindTotals } from "./kindtotals.js";
import { PathTree } from "./pathtree.js";
import { SampleWeights } from "./samplesizes.js";
import { StackIds } from "./stackids.js";
import type { StackReader } from "./stacks.js";
import { SHAPED } from "./vocabulary.js";

interface Verdicts {
  readonly kind: readonly Int16Array[];
  readonly evidence: readonly Uint8Array[];
}

/**
 * Gives raw bytes (messages, encoder buffers, audit copies) to the kind for which they were read
 * or written: the longest path from the root that the sample shares with samples whose kind is
 * known decides, if one kind holds nearly all of them. A path of one frame proves nothing: it is
 * what all goroutines of that sort begin with.
 *
 * Only the stacks in question are put into a tree; the others are followed as far as they run
 * along it, each distinct stack once. Linear in the frames of the stacks.
 * @param carries for each profile and sample 1 where the kind is in question
 */
export function* inferBySharedPaths(
  profiles: readonly Profile[],
  added: readonly (AddedFrames | undefined)[],
  readers: readonly StackReader[],
  verdicts: Verdicts,
  carries: readonly Uint8Array[],
): Steps<void> {
  const tree = new PathTree();
  const stacks = profiles.map((p, i) => new StackNodes(new StackIds(p, added[i]), p, readers[i]!));
  const ends: Int32Array[] = [];
  for (let p = 0; p < profiles.length; p++) {
    const end = new Int32Array(carries[p]!.length).fill(-1);
    for (let s = 0; s < end.length; s++) {
      if ((s & 0xfff) === 0) yield 0.7;
      if (carries[p]![s]) end[s] = stacks[p]!.add(tree, s);
    }
    ends.push(end);
  }
  if (tree.size === 1) return;
  yield 0.75;
  const totals = new KindTotals(tree);
  for (let p = 0; p < profiles.length; p++) {
    const kinds = verdicts.kind[p]!;
    const weights = new SampleWeights(profiles[p]!);
    for (let s = 0; s < kinds.length; s++) {
      if ((s & 0xfff) === 0) yield 0.75 + (0.15 * p) / profiles.length;
      if (kinds[s]! < 0) continue;
      const weight = weights.of(s);
      if (!(weight > 0)) continue;
      const node = stacks[p]!.follow(tree, s);
      if (node > 0) totals.add(node, kinds[s]!, weight);
    }
  }
  const decided = totals.decide();
  for (let p = 0; p < profiles.length; p++) {
    for (let s = 0; s < ends[p]!.length; s++) {
      const node = ends[p]![s]!;
      if (node < 0) continue;
      const kind = decided[node]!;
      if (kind < 0) continue;
      verdicts.kind[p]![s] = kind;
      verdicts.evidence[p]![s] = SHAPED;
    }
  }
}

/** Where the distinct stacks of one profile end in the tree. */
class StackNodes {
  /** of each distinct stack; 0 where it was not asked for, or shares nothing */
  private readonly node: Int32Array;

  constructor(
    private readonly ids: StackIds,
    profile: Profile,
    private readonly reader: StackReader,
  ) {
    this.node = new Int32Array(profile.samples.count);
  }

  add(tree: PathTree, sample: number): number {
    const id = this.ids.of(sample);
    this.node[id] ||= tree.add(this.reader.frames, this.reader.read(sample));
    return this.node[id];
  }

  /** Once every stack in question was added; one that was is found at its own end. */
  follow(tree: PathTree, sample: number): number {
    const known = this.ids.count;
    const id = this.ids.of(sample);
    if (id >= known) this.node[id] = tree.follow(this.reader.frames, this.reader.read(sample));
    return this.node[id]!;
  }
}
