import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { verdictAnswer } from "../../../../src/engine/answers/finding/verdict.js";
import { suspectsAnswer } from "../../../../src/engine/answers/suspects/suspects.js";
import { sameMoment } from "../../../../src/leaks/same-moment.js";
import { finish } from "../../../../src/lib/steps.js";
import type { Profile } from "../../../../src/profile/profile.js";
import { isSumOfScrapes, recordedTime } from "../../../../src/profile/recorded-time.js";
import { samplingOf } from "../../../../src/profile/sampling/sampling-error.js";
import { ask } from "../../../export/prepared.js";
import { madeProfile } from "../../../leaks/profiles.js";
import { recording } from "../../../recordings.js";

async function folder(name: string): Promise<Profile[]> {
  const files = readdirSync(new URL(`../../../fixtures/modern/${name}`, import.meta.url))
    .filter((file) => file.endsWith(".pb.gz") && !file.includes("held-by"))
    .sort();
  return Promise.all(files.map((file) => recording(`modern/${name}/${file}`)));
}

describe("the watch cache's window on a server of today", () => {
  it("never is growing, whichever snapshots are compared, nor has a rate", async () => {
    const { prepared, question } = ask(await folder("apiserver-1.37-configmaps"), { joined: true });
    let seen = 0;
    for (let base = 0; base < 7; base++) {
      for (let shown = base + 1; shown < 7; shown++) {
        const { suspects } = finish(suspectsAnswer(prepared, { ...question, base, shown }));
        for (const { stage, class: told, forecast } of suspects) {
          expect(told, `${base} to ${shown}: ${stage}`).not.toBe("growing");
          expect(forecast).toBe("");
          if (stage === "watch-etcd" || stage === "watch-cache") {
            expect(told).toBe("cache");
            seen++;
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(5);
    const whole = finish(verdictAnswer(prepared, { ...question, base: 0, shown: 6 })).whole;
    expect(whole.verdict).toBe("cache");
  });

  it("shows one moment twice where no collection ended between two files", async () => {
    const profiles = await folder("apiserver-1.37-configmaps");
    const { prepared, question } = ask(profiles, { joined: true, base: 4, shown: 5 });
    const found = finish(verdictAnswer(prepared, question));
    expect(found).toMatchObject({ sameMoment: true, snapshots: 6 });
    expect(finish(suspectsAnswer(prepared, question)).suspects).toEqual([]);
    const pairs = profiles.slice(1).map((after, i) => sameMoment(profiles[i]!, after));
    expect(pairs).toEqual([false, false, false, false, true, false]);
    const next = finish(verdictAnswer(prepared, { ...question, base: 3, shown: 4 }));
    expect(next.sameMoment).toBe(false);
  });
});

describe("an operator that keeps what it reads", () => {
  it("is a leak over five snapshots, and undecided over two of them", async () => {
    const profiles = await folder("operator-leak");
    const all = ask(profiles, { joined: true, base: 0, shown: 4 });
    const { suspects } = finish(suspectsAnswer(all.prepared, all.question));
    expect(suspects[0]).toMatchObject({ kind: "Pod", class: "growing" });
    const two = ask([profiles[0]!, profiles[4]!], { joined: true, base: 0, shown: 1 });
    const found = finish(suspectsAnswer(two.prepared, two.question));
    expect(found.suspects.length).toBeGreaterThan(0);
    for (const suspect of found.suspects) expect(suspect.class).not.toBe("growing");
  });

  it("is not one where it only caches", async () => {
    const profiles = await folder("operator-cache");
    for (let base = 0; base < 4; base++) {
      for (let shown = 0; shown < 4; shown++) {
        const { prepared, question } = ask(profiles, { joined: true, base, shown });
        for (const suspect of finish(suspectsAnswer(prepared, question)).suspects) {
          expect(suspect.class).not.toBe("growing");
        }
      }
    }
  });
});

describe("what a store of profiles answers", () => {
  const row = { stack: ["main.main"], values: [5, 500_000, 5, 500_000] };
  const merged: Profile = {
    ...madeProfile({ samples: [row], period: 0 }),
    timeNanos: -1_220_000_000_000_000_000n,
  };

  it("for a span of time is the sum of scrapes, the heap of no moment", () => {
    expect(isSumOfScrapes(merged)).toBe(true);
    expect(recordedTime(merged)).toBe(0n);
    const { prepared, question } = ask([merged]);
    expect(finish(verdictAnswer(prepared, question)).sumOfScrapes).toBe(true);
    const { facts } = prepared.set.entries[0]!;
    expect(facts.time).toBeUndefined();
    expect(facts.notes.join()).toMatch(/sums of several scrapes/);
  });

  it("is not exact only because the period was lost on the way", () => {
    expect(samplingOf(merged, 3).basis).toBe("unknown");
  });

  it("is not every file without a time", () => {
    expect(isSumOfScrapes(madeProfile({ samples: [row] }))).toBe(false);
    expect(isSumOfScrapes(madeProfile({ samples: [row], time: 5 }))).toBe(false);
  });
});
