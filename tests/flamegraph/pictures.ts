import {
  buildCallTree,
  type CallTree,
  nodeSelf,
  nodeTotals,
} from "../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import {
  boxSelves,
  boxValues,
  type FlameLayout,
  layoutTree,
  ownWidths,
} from "../../src/calltree/layout/layout.js";
import { pathHashes } from "../../src/calltree/path-hash.js";
import { BOX_UNKNOWN, type FrameNames, type Picture } from "../../src/engine/answers.js";
import { finish } from "../../src/lib/steps.js";
import { defaultSampleTypeIndex, type Profile, valuesOf } from "../../src/profile/profile.js";

/** A picture and the names that go with it. */
export interface Shown {
  readonly picture: Picture;
  readonly names: FrameNames;
}

/** How a picture for tests and benchmarks is made. */
export interface ShownOptions {
  readonly base?: Profile | undefined;
  /** names of frames that are folded where they follow each other */
  readonly plumbing?: RegExp;
  /** kinds, and which one a frame's name stands for; a box has that of its deepest named frame */
  readonly kinds?: readonly { readonly kind: string; readonly pattern: RegExp }[];
  /** the kind that is lit */
  readonly lit?: string;
}

/** Makes a picture of a profile, all on this thread. */
export function pictureOf(profile: Profile, options: ShownOptions = {}): Shown {
  const { base } = options;
  const profiles = base ? [profile, base] : [profile];
  const frames = buildFrameTable(profiles);
  const tree = finish(buildCallTree(profiles, frames));
  const type = defaultSampleTypeIndex(profile);
  const self = nodeSelf(tree, 0, valuesOf(profile, type));
  const baseSelf = base
    ? nodeSelf(tree, 1, valuesOf(base, defaultSampleTypeIndex(base)))
    : undefined;
  const { plumbing } = options;
  const marks = plumbing && Uint8Array.from(frames.names, (n) => (plumbing.test(n) ? 1 : 0));
  return pictureOfTree(tree, self, baseSelf, marks, {
    unit: profile.sampleTypes[type]!.unit,
    sampleType: profile.sampleTypes[type]!.type,
    kinds: options.kinds ?? [],
    lit: options.lit ?? "",
  });
}

interface TreeOptions {
  readonly unit: string;
  readonly sampleType: string;
  readonly kinds: readonly { readonly kind: string; readonly pattern: RegExp }[];
  readonly lit: string;
}

/** Makes a picture of a call tree with the given own values of its nodes. */
export function pictureOfTree(
  tree: CallTree,
  self: Float64Array,
  baseSelf?: Float64Array,
  plumbing?: Uint8Array,
  options: TreeOptions = { unit: "bytes", sampleType: "inuse_space", kinds: [], lit: "" },
): Shown {
  const width = nodeTotals(tree, ownWidths(self, baseSelf, "larger"));
  const layout = layoutTree(tree, width, { plumbing, paths: pathHashes(tree) });
  const total = nodeTotals(tree, self);
  const baseTotal = baseSelf ? nodeTotals(tree, baseSelf) : undefined;
  const boxTotal = boxValues(layout, total);
  const boxBaseTotal = baseTotal ? boxValues(layout, baseTotal) : new Float64Array(0);
  const share = kindShares(tree, self, options.kinds);
  const error = Float32Array.from(boxTotal, (v) => Math.sqrt(Math.abs(v) * 524288));
  const litKind = options.kinds.findIndex((k) => k.kind === options.lit);
  const picture: Picture = {
    layout,
    namesId: 1,
    sampleType: options.sampleType,
    unit: options.unit,
    total: total[0]!,
    of: total[0]!,
    kept: total[0]!,
    baseTotal: baseTotal?.[0] ?? 0,
    hasBase: baseTotal !== undefined,
    isDelta: false,
    widths: "larger",
    sampling: { basis: "sampled", change: "sampled", rate: 524288 },
    boxTotal,
    boxSelf: boxSelves(layout, self),
    boxBaseTotal,
    boxBaseSelf: baseSelf ? boxSelves(layout, baseSelf) : new Float64Array(0),
    boxError: error,
    boxDeltaError: baseTotal
      ? Float32Array.from(boxTotal, (v, i) => Math.sqrt((v + boxBaseTotal[i]!) * 524288))
      : new Float32Array(0),
    ...boxKinds(layout, total, share),
    boxLit:
      litKind < 0
        ? new Float32Array(0)
        : Float32Array.from(layout.node, (n) => share[litKind]![n]! / (total[n]! || 1)),
    boxSurvival: new Float32Array(0),
    kinds: options.kinds.map((k) => k.kind),
    samples: tree.sampleNode[0]?.length ?? 0,
    roots: 1,
    joined: { truncated: 0, joined: 0, share: 0 },
    cutStacks: 0,
    survivalRefused: "",
  };
  return { picture, names: { id: 1, names: tree.frames.names, files: tree.frames.files } };
}

/** For each kind, the bytes of it in each node's subtree. */
function kindShares(
  tree: CallTree,
  self: Float64Array,
  kinds: TreeOptions["kinds"],
): Float64Array[] {
  const ofFrame = tree.frames.names.map((n) => kinds.findIndex((k) => k.pattern.test(n)));
  const ofNode = new Int16Array(tree.nodeCount).fill(-1);
  for (let node = 1; node < tree.nodeCount; node++) {
    const own = ofFrame[tree.frame[node]!]!;
    ofNode[node] = own >= 0 ? own : ofNode[tree.parent[node]!]!;
  }
  return kinds.map((_, k) =>
    nodeTotals(
      tree,
      self.map((v, n) => (ofNode[n] === k ? v : 0)),
    ),
  );
}

function boxKinds(
  layout: FlameLayout,
  total: Float64Array,
  share: readonly Float64Array[],
): { boxKind: Int16Array; boxKindShare: Float32Array } {
  const boxKind = new Int16Array(layout.count).fill(BOX_UNKNOWN);
  const boxKindShare = new Float32Array(layout.count).fill(1);
  for (let box = 0; box < layout.count; box++) {
    const node = layout.node[box]!;
    share.forEach((ofKind, k) => {
      const part = ofKind[node]! / (total[node]! || 1);
      if (part < 0.5) return;
      boxKind[box] = k;
      boxKindShare[box] = part;
    });
  }
  return { boxKind, boxKindShare };
}
