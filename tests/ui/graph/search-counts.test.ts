import { describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../../src/engine/answers.js";
import {
  matchCounts,
  placeAmongMatches,
  whyNothingFound,
} from "../../../src/ui/graph/search-counts.js";

const found = (functions: number, paths: number, refused = ""): SearchAnswer =>
  ({
    functions,
    paths: Array.from({ length: paths }, (_, i) => `p${i}`),
    refused,
  }) as unknown as SearchAnswer;

describe("what is said of a search", () => {
  it("is which match is selected, or how many there are", () => {
    expect(placeAmongMatches(found(3, 22), "p2")).toBe("3 of 22");
    expect(placeAmongMatches(found(3, 22), "elsewhere")).toBe("22 matches");
    expect(placeAmongMatches(found(1, 1), "")).toBe("1 match");
  });

  it("is how many functions match and at how many places", () => {
    expect(matchCounts(found(1, 1200))).toMatch(/^1 function at 1,200 places of the graph;/);
    expect(matchCounts(found(2, 3))).toMatch(/^2 functions at 3 places/);
  });

  it("is why nothing is found: no such function, or no such expression", () => {
    expect(whyNothingFound(found(0, 0), 1500)).toBe("nothing in 1,500 functions");
    expect(whyNothingFound(found(0, 0, "missing )"), 1500)).toBe(
      "not a regular expression: missing )",
    );
    expect(whyNothingFound(found(1, 1), 1500)).toBe("");
  });
});
