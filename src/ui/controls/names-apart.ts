/** A name with its middle left out where it is longer than `most`: its end tells it from others. */
export function cutInside(name: string, most: number): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const end = Math.ceil((most - 1) * 0.6);
  return `${letters.slice(0, most - 1 - end).join("")}…${letters.slice(-end).join("")}`;
}

/** Names of at most this many characters are told as they are. */
const SHORT = 14;

/**
 * Names without what all of them begin with, up to a mark between two words:
 * "…19-40-20" of "heap-2026-11-23T19-40-20". As they are where they are few or short.
 */
export function namesApart(names: readonly string[]): readonly string[] {
  const [first] = names;
  if (first === undefined || names.length < 3 || names.every((name) => name.length <= SHORT))
    return names;
  let shared = first.length;
  for (const name of names) {
    let at = 0;
    while (at < shared && name[at] === first[at]) at++;
    shared = at;
  }
  // What tells names apart is a whole word or number, not the end of one.
  while (shared > 0 && /[\p{L}\p{N}]/u.test(first.charAt(shared - 1))) shared--;
  return shared < 2 ? names : names.map((name) => `…${name.slice(shared)}`);
}
