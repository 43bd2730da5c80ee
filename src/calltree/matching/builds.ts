import type { Profile } from "../../profile/profile.js";

/** Enough addresses to tell whether two profiles are of one binary. */
const ADDRESSES = 5000;
const FEW = 50;

/**
 * Numbers the binaries that some profiles were recorded from: profiles of one build have the same
 * number, from 0 up in order of first occurrence. Build ids decide where both files have one,
 * else whether the addresses that both know stand for the same functions.
 */
export function buildsOf(profiles: readonly Profile[]): number[] {
  const known: { id: string; functions: Map<string, string> }[] = [];
  return profiles.map((profile) => {
    const id = profile.mappings[0]?.buildId ?? "";
    const functions = functionsByAddress(profile);
    const at = known.findIndex((other) =>
      id !== "" && other.id !== "" ? id === other.id : agree(functions, other.functions),
    );
    if (at >= 0) return at;
    known.push({ id, functions });
    return known.length - 1;
  });
}

/** Names by address within the mapping, so that it does not count where a binary was loaded. */
function functionsByAddress(profile: Profile): Map<string, string> {
  const { locations, functions, strings, mappings } = profile;
  const out = new Map<string, string>();
  for (let l = 0; l < locations.count && out.size < ADDRESSES; l++) {
    const address = locations.addressHigh[l] * 0x100000000 + locations.addressLow[l];
    const last = locations.lineOffsets[l + 1] - 1;
    if (address === 0 || last < locations.lineOffsets[l]) continue;
    const f = locations.lineFunction[last];
    if (f < 0) continue;
    const start = Number(mappings[locations.mapping[l]]?.start ?? 0n);
    out.set((address - start).toString(16), strings.get(functions.name[f]));
  }
  return out;
}

/**
 * Profiles of one binary have most addresses in common and agree on them; those of two binaries
 * hardly have any. Where there are too few to tell, one build is taken for granted.
 */
function agree(a: Map<string, string>, b: Map<string, string>): boolean {
  let same = 0;
  let different = 0;
  for (const [address, name] of a) {
    const other = b.get(address);
    if (other === undefined) continue;
    if (other === name) same++;
    else different++;
  }
  if (same + different > 0) return different * 9 <= same;
  return Math.min(a.size, b.size) < FEW;
}
