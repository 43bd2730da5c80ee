/** Names of at most this many characters are told as they are. */
const SHORT = 14;

/**
 * Names without what all of them begin with, up to a mark between two words:
 * "…19-40-20" of "heap-2026-11-23T19-40-20". As they are where they are few or short.
 */
export function namesApart(names: readonly string[]): readonly string[] {
  if (names.length < 3 || names.every((name) => name.length <= SHORT)) return names;
  let shared = names[0]!.length;
  for (const name of names) {
    let at = 0;
    while (at < shared && name[at] === names[0]![at]) at++;
    shared = at;
  }
  // What tells names apart is a whole word or number, not the end of one.
  while (shared > 0 && /[\p{L}\p{N}]/u.test(names[0]![shared - 1]!)) shared--;
  return shared < 2 ? names : names.map((name) => `…${name.slice(shared)}`);
}
