import type { FrameTable } from "../calltree/frame-table.js";
import { memo } from "../lib/memo.js";
import { distinctStacks } from "../profile/distinct-stacks.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../profile/profile.js";
import { labelledBytes, sampleBytes } from "../profile/sampling/allocation-size.js";
import { type ConnectionSort, KUBERNETES_WORDS } from "../words/kubernetes/kubernetes-words.js";
import { type FramePattern, frameNames, PatternIndex } from "./frames/frame-pattern.js";

/** A sort of connection and the functions that allocate once for each of them. */
interface ConnectionRule {
  readonly what: ConnectionSort;
  /** the function that allocates, and one that must stand above it where others call it too */
  readonly sites: readonly { readonly leaf: FramePattern; readonly under?: FramePattern }[];
}

const CONNECTION_RULES: readonly ConnectionRule[] = [
  {
    what: "grpc",
    sites: [
      { leaf: "grpc/internal/transport.newBufWriter" },
      { leaf: "grpc/internal/transport.newFramer" },
    ],
  },
  {
    what: "http2",
    sites: [
      {
        leaf: "x/net/http2.(*Framer).WriteDataPadded",
        under: "x/net/http2.(*serverConn).writeFrameAsync",
      },
      {
        leaf: "net/http.(*http2Framer).WriteDataPadded",
        under: "net/http.(*http2serverConn).writeFrameAsync",
      },
      { leaf: "x/net/http2.(*Server).ServeConn" },
      { leaf: "x/net/http2.(*Server).serveConn" },
      { leaf: "/net/http.(*http2Server).ServeConn" },
    ],
  },
  {
    what: "tls",
    sites: [
      { leaf: "/crypto/tls.(*Conn).readFromUntil" },
      { leaf: "/crypto/tls.Server" },
      { leaf: "/crypto/tls.Client" },
    ],
  },
];

const PATTERNS = CONNECTION_RULES.flatMap((rule, r) =>
  rule.sites.map((site, s) => ({ rule: r, site: s, ...site })),
);
const leaves = new PatternIndex(PATTERNS.map((p) => p.leaf));
const aboves = new PatternIndex(PATTERNS.map((p) => p.under ?? "/no/package.none"));
const onBehalf = new PatternIndex(["/bytes.*", "/bufio.*"]);

/** How many connections of a sort are alive, estimated from sampled allocations. */
export interface ConnectionCount {
  /** in the words of now */
  readonly what: string;
  readonly count: number;
  /** standard error of count by the sampling of allocations */
  readonly error: number;
}

/**
 * Counts connections by what is allocated once for each. An object of size s is sampled with
 * p = 1 - exp(-s/R), R the profile's period. A site whose objects were seen k times, N = k/p,
 * has Var(N) = N (1-p)/p. Where a connection allocates at several sites, of sizes with p1, p2, ...,
 * all of them count: N = sum k / sum p, Var(N) = N sum p(1-p) / (sum p)^2.
 */
export function connectionCounts(
  profiles: readonly Profile[],
  frames: FrameTable,
  shown: readonly number[],
): readonly ConnectionCount[] {
  const sums = CONNECTION_RULES.map(() => ({ seen: 0, chances: new Map<string, number>() }));
  const sites = sitesOf(frames);
  for (const p of shown) {
    const profile = profiles[p];
    const column = sampleTypeIndex(profile, "inuse_objects");
    if (column < 0 || !(profile.period > 1)) continue;
    const objects = valuesOf(profile, column);
    const lineFrame = frames.ofLine[p];
    const { of, first } = distinctStacks(profile);
    const patterns = first.map((s) => siteOf(profile, lineFrame, sites, s));
    for (let s = 0; s < objects.length; s++) {
      const n = objects[s];
      const pattern = patterns[of[s]];
      if (pattern < 0 || !(n > 0)) continue;
      const size = labelledBytes(profile, s) || sampleBytes(profile, s);
      const chance = -Math.expm1(-size / profile.period);
      if (!(chance > 0)) continue;
      const sum = sums[PATTERNS[pattern].rule];
      sum.seen += n * chance;
      sum.chances.set(`${pattern} ${size}`, chance);
    }
  }
  const out: ConnectionCount[] = [];
  for (let r = 0; r < sums.length; r++) {
    const { seen, chances } = sums[r];
    if (seen === 0) continue;
    let all = 0;
    let spread = 0;
    for (const p of chances.values()) {
      all += p;
      spread += p * (1 - p);
    }
    const count = seen / all;
    out.push({
      what: KUBERNETES_WORDS.connections[CONNECTION_RULES[r].what],
      count,
      error: Math.sqrt((count * spread) / (all * all)),
    });
  }
  return out;
}

/** What frames are to sites; one entry a frame, -1 for nothing. */
interface Sites {
  readonly leaf: Int8Array;
  readonly above: Int8Array;
  /** 1 where the frame allocates on behalf of its caller */
  readonly skip: Uint8Array;
}

const sitesOf = memo((frames: FrameTable): Sites => {
  const names = frameNames(frames.names);
  return {
    leaf: Int8Array.from(names, (name) => leaves.match(name)[0] ?? -1),
    above: Int8Array.from(names, (name) => aboves.match(name)[0] ?? -1),
    skip: Uint8Array.from(names, (name) => (onBehalf.match(name).length > 0 ? 1 : 0)),
  };
});

/** Index of the pattern whose site the sample's leaf is; -1 where it is none. */
function siteOf(profile: Profile, lineFrame: Int32Array, sites: Sites, sample: number): number {
  const { stackOf, stackOffsets, stackLocations } = profile.samples;
  const { lineOffsets } = profile.locations;
  const to = stackOffsets[stackOf[sample] + 1];
  let leaf = -1;
  for (let i = stackOffsets[stackOf[sample]]; i < to; i++) {
    const location = stackLocations[i];
    const last = lineOffsets[location + 1];
    for (let k = lineOffsets[location]; k < last; k++) {
      const frame = lineFrame[k];
      if (leaf >= 0) {
        if (sites.above[frame] === leaf) return leaf;
      } else if (!sites.skip[frame]) {
        leaf = sites.leaf[frame];
        if (leaf < 0) return -1;
        if (!PATTERNS[leaf].under) return leaf;
      }
    }
  }
  return -1;
}
