import { expect, test } from "vitest";
import { attributionHashes, GENERATED, generated, recordings, SETS } from "./attribution-hashes.js";

/**
 * What was told before stacks were judged by an automaton, one hash a profile. Where rules or
 * bench/generate.js change on purpose, the file is made anew by
 * `npx vitest run --project engine tests/kubernetes/attribution/attribution.golden.test.ts -u`.
 */
const EXPECTED = "./expected/attribution.json";

test("every sample of every recording, alone and in its set, is what it was", async () => {
  const out: Record<string, string> = {};
  for (const names of SETS) {
    const profiles = await recordings(names);
    for (const longer of [false, true]) {
      attributionHashes(profiles, longer).forEach((hash, p) => {
        const of = names.length > 1 ? `, in a set of ${names.length}` : "";
        out[`${names[p]!}${of}${longer ? ", made longer" : ""}`] = hash;
      });
    }
  }
  for (const name of GENERATED) {
    const profile = await generated(name, 20_000);
    for (const longer of [false, true]) {
      const [hash] = attributionHashes([profile], longer);
      out[`20,000 samples made of ${name}${longer ? ", made longer" : ""}`] = hash!;
    }
  }
  await expect(`${JSON.stringify(out, null, 2)}\n`).toMatchFileSnapshot(EXPECTED);
});
