import { describe, expect, it } from "vitest";
import type { SuspectsAnswer } from "../../../../src/engine/answers.js";
import { Engine } from "../../../../src/engine/engine.js";
import { NO_BASE, type Question } from "../../../../src/engine/question.js";
import { suspectsCsv } from "../../../../src/export/csv-file.js";
import { finish } from "../../../../src/lib/steps.js";
import { linkOf } from "../../../../src/link/create-link.js";
import { decodeLink } from "../../../../src/link/link.js";
import { profileOfLink } from "../../../../src/link/link-profile.js";
import { unpack } from "../../../../src/profile/containers/unpack.js";
import { featuresOf } from "../../../../src/profile/features.js";
import { readProfile } from "../../../../src/profile/formats/read-profile.js";
import type { Profile } from "../../../../src/profile/profile.js";
import { ProfileBuilder } from "../../../../src/profile/profile-builder.js";
import { REFERENCE_FEATURES } from "../../../../src/profile/reference-chain.js";
import { viewToFragment } from "../../../../src/view/url.js";
import { DEFAULT_VIEW } from "../../../../src/view/view.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { fixtureBytes } from "../../../recordings.js";

const HELD_BY = "modern/operator-leak/04-held-by.pb.gz";
/** Words that only allocations have. */
const OF_ALLOCATIONS = /allocat|leak|growing|in flight|pooled|survival|server|mean object/i;

async function fixture(name: string): Promise<Profile> {
  return finish(readProfile(await unpack(fixtureBytes(name))));
}

/** Chains of references, root first. */
function chains(...all: readonly (readonly [bytes: number, ...links: string[]])[]): Profile {
  const builder = new ProfileBuilder([
    { type: "inuse_objects", unit: "count" },
    { type: "inuse_space", unit: "bytes" },
  ]);
  for (const [bytes, ...links] of all) {
    builder.sample(links.map((name) => builder.frame(name)).reverse(), [1, bytes]);
  }
  return { ...builder.done(), features: REFERENCE_FEATURES };
}

function asked(profiles: readonly Profile[], over: Partial<Question> = {}): [Engine, Question] {
  const engine = new Engine();
  profiles.forEach((profile, i) => {
    engine.library.add(`${i}`, `file${i}`, profile);
  });
  const files = profiles.map((_, i) => `${i}`);
  const shown = profiles.length - 1;
  return [engine, { ...PLAIN_QUESTION, files, shown, base: NO_BASE, sampleType: "", ...over }];
}

function suspects(profiles: readonly Profile[], over: Partial<Question> = {}): SuspectsAnswer {
  const [engine, question] = asked(profiles, over);
  return finish(engine.ask("suspects", question, undefined));
}

const CACHE = ["a.cache", "items. (map[string]interface {})", "$mapval. (interface {})"] as const;
const QUEUE = ["b.queue", "list. ([]*b.Item)", "[0]. (*b.Item)"] as const;

describe("suspects of chains of references", () => {
  it("are holders, without stage, class, advice or what is not the cause", async () => {
    const answer = suspects([await fixture(HELD_BY)]);
    expect(answer.about).toBe("holders");
    expect(answer.cleared).toEqual([]);
    expect(answer.suspects.map((s) => [s.name, s.holder?.through])).toEqual([
      ["the stores of informers", "field cacheStorage.items"],
      ["what the manager runs as the leader: its controllers", "field startQueue[0].Runnable"],
    ]);
    for (const card of answer.suspects) {
      expect(card).toMatchObject({
        stage: "",
        class: "",
        advice: [],
        forecast: "",
        survival: null,
      });
      expect(card.holder!.before).toBeNull();
    }
    const [stores, controllers] = answer.suspects;
    expect(stores!.after / answer.of).toBeCloseTo(0.558, 3);
    expect(controllers!.holder!.notFollowed / controllers!.after).toBeGreaterThan(0.99);
  });

  it("lead to the frame of the graph that has their figure", async () => {
    const [engine, question] = asked([await fixture(HELD_BY)]);
    const { suspects: cards } = finish(engine.ask("suspects", question, undefined));
    for (const card of cards) {
      const found = finish(engine.ask("detail", question, { path: card.path }))!;
      expect(found.cum).toBe(card.after);
      expect(found.stack.map((f) => f.name)).toEqual(card.stack);
      expect([found.stages, found.advice]).toEqual([[], []]);
    }
  });

  it("are of what filters leave", () => {
    const profile = chains([70, ...CACHE], [30, ...QUEUE]);
    const focused = suspects([profile], { transforms: [{ do: "focus", pattern: "b\\.queue" }] });
    expect(focused.suspects.map((s) => [s.name, s.after])).toEqual([["b.queue", 30]]);
    expect(suspects([profile]).suspects.map((s) => s.after)).toEqual([70, 30]);
  });

  it("are told beside what they held in a base of the same sort, and no base of another", async () => {
    const before = chains([50, ...CACHE], [60, ...QUEUE]);
    const after = chains([90, ...CACHE], [30, ...QUEUE]);
    const { suspects: cards } = suspects([before, after], { base: 0 });
    expect(cards.map((s) => [s.name, s.after, s.growth, s.holder!.before])).toEqual([
      ["a.cache", 90, 40, 50],
      ["b.queue", 30, -30, 60],
    ]);
    const heap = await fixture("modern/operator-leak/04.pb.gz");
    const beside = suspects([heap, after], { base: 0 });
    expect(beside.about).toBe("holders");
    expect(beside.suspects.map((s) => s.holder!.before)).toEqual([null, null]);
    expect(suspects([heap]).about).toBe("held");
  });

  it("are counted in objects where objects are shown", () => {
    const profile = chains([10, ...CACHE], [5, ...CACHE], [900, ...QUEUE]);
    const { suspects: cards, unit } = suspects([profile], { sampleType: "inuse_objects" });
    expect([unit, ...cards.map((s) => [s.name, s.after])]).toEqual([
      "count",
      ["a.cache", 2],
      ["b.queue", 1],
    ]);
  });

  it("that hold in a variable itself say so", () => {
    const [card] = suspects([chains([10, "a.buffer"], [1, ...QUEUE])]).suspects;
    expect(card!.holder!.through).toBe("variable a.buffer");
  });
});

describe("what is written of chains of references", () => {
  it("has in the report holders alone, and no word of allocations", async () => {
    const [engine, question] = asked([await fixture(HELD_BY)]);
    const markdown = finish(engine.ask("report", question, { link: "" }));
    expect(markdown).toMatch(/^# Who holds the memory: `file0`/);
    expect(markdown).toContain("### 1. The stores of informers: 121 MiB, 55.8% of the memory");
    expect(markdown).toContain("- holds 121 MiB through field cacheStorage.items (map");
    expect(markdown).toContain("ConfigMaps 70.9 MiB by their shape");
    expect(markdown).toContain("## What is held, by kind\n");
    expect(markdown).not.toMatch(OF_ALLOCATIONS);
    expect(markdown).not.toContain("What to do");
  });

  it("has columns of its own as CSV", async () => {
    const csv = suspectsCsv(suspects([await fixture(HELD_BY)]));
    const [head, first] = csv.split("\r\n");
    expect(head).toBe("holder,through,type,held,before,not_followed,path,unit");
    expect(first).toMatch(
      /^the stores of informers,field cacheStorage\.items,map\[string\]interface/,
    );
  });

  it("stays what it is in a self-contained link", async () => {
    const profile = await fixture(HELD_BY);
    const [engine, question] = asked([profile]);
    const files = [{ hash: "0".repeat(64), name: "held", size: 1, url: "" }];
    const view = viewToFragment({ ...DEFAULT_VIEW, files });
    const ask = { maxChars: 8000, names: ["held"], view };
    const { text } = finish(linkOf(engine, question, ask));
    const link = profileOfLink(decodeLink(text));
    expect(featuresOf(link.profiles[0]!.profile).subject).toBe("references");
    expect(link.carried.suspects).toBeUndefined();
    const { about, suspects: cards } = suspects([link.profiles[0]!.profile]);
    expect(about).toBe("holders");
    expect(cards.map((s) => s.name)[0]).toBe("the stores of informers");
  });
});

describe("chains of references and a heap", () => {
  it("are refused as the two sides of one comparison, whichever is shown", async () => {
    const engine = new Engine();
    engine.library.add("held", "held-by", await fixture(HELD_BY));
    engine.library.add("heap", "heap", await fixture("modern/operator-leak/04.pb.gz"));
    const ask = (shown: number, base: number) =>
      finish(
        engine.ask("kinds", { ...PLAIN_QUESTION, files: ["held", "heap"], shown, base }, undefined),
      );
    for (const [shown, base] of [
      [0, 1],
      [1, 0],
    ] as const) {
      expect(() => ask(shown, base)).toThrow(
        "held-by says who holds memory, heap who allocated it",
      );
    }
    expect(ask(1, NO_BASE).kinds[0]!.kind).toBe("Pod");
  });
});
