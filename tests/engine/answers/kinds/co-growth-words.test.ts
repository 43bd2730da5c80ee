import { describe, expect, test } from "vitest";
import { coGrowthSaid } from "../../../../src/engine/answers/kinds/co-growth-words.js";
import type { KindRow, KindsAnswer } from "../../../../src/engine/answers.js";

const row = (kind: string, coGrowth: number): KindRow => ({
  key: kind,
  kind,
  group: "",
  total: 100,
  before: 0,
  named: 100 - coGrowth,
  shaped: 0,
  coGrowth,
  meanObjectBytes: null,
  stages: {},
});

const answer = (kinds: readonly KindRow[], isDifference = false): KindsAnswer => ({
  kinds,
  other: 0,
  otherCategories: {},
  unknown: 0,
  total: 100 * kinds.length,
  of: 100 * kinds.length,
  stages: {},
  unit: "bytes",
  isDifference,
  connections: "",
});

describe("why a kind differs alone and in a set", () => {
  test("is not said where nothing rests on growth", () => {
    expect(coGrowthSaid(answer([row("ConfigMap", 0), row("Pod", 0)]))).toBe("");
    expect(coGrowthSaid(answer([]))).toBe("");
  });

  test("names the kind and how much of it only the set tells", () => {
    expect(coGrowthSaid(answer([row("Pod", 0), row("ConfigMap", 40)]))).toMatch(
      /^40 B of ConfigMaps is known from these files together: .* Opened alone/,
    );
  });

  test("names the largest and counts the others, of a change too", () => {
    expect(coGrowthSaid(answer([row("Pod", -5), row("ConfigMap", 40)], true))).toMatch(
      /^40 B of what changed in ConfigMaps \(and of 1 other kind, less\) is known/,
    );
    expect(coGrowthSaid(answer([row("Pod", 1), row("Secret", 2), row("ConfigMap", 4)]))).toContain(
      "4 B of ConfigMaps (and of 2 other kinds, less each)",
    );
  });
});
