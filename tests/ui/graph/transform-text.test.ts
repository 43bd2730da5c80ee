import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../../src/calltree/filter/go-regexp.js";
import { exactly, unquoted, withSwitch } from "../../../src/ui/graph/transform-text.js";

describe("a pattern for one function", () => {
  it("matches its name and no longer one", () => {
    const name = "k8s.io/api.(*List[go.shape.struct {}]).Unmarshal$1";
    const matches = compilePattern(exactly(name));
    expect(matches(name)).toBe(true);
    expect(matches(`${name}.func1`)).toBe(false);
  });

  it("is shown as the name, whatever the name is", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(unquoted(exactly(name))).toBe(name);
      }),
    );
  });

  it("is shown as it was typed where it is more than a name", () => {
    expect(unquoted("json|proto")).toBe("json|proto");
  });
});

describe("a switch among the steps", () => {
  it("stands behind the others once on, and leaves them as they are once off", () => {
    const steps = [{ do: "focus", pattern: "a" }] as const;
    const on = withSwitch(steps, "no-inlines", true);
    expect(on).toEqual([...steps, { do: "no-inlines" }]);
    expect(withSwitch(on, "no-inlines", false)).toEqual(steps);
  });
});
