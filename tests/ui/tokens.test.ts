import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TONES } from "../../src/flamegraph/colour/canvas-theme.js";
import { contrast } from "../../src/flamegraph/colour/contrast.js";

const css = readFileSync(new URL("../../src/ui/styles/tokens.css", import.meta.url), "utf8");
const blocks = { light: /:root \{([^}]*)\}/, dark: /:root\[data-theme="dark"\] \{([^}]*)\}/ };

/** The colours that a block of the style sheet gives names to. */
function tokensOf(theme: "light" | "dark"): Map<string, string> {
  const block = blocks[theme].exec(css)![1]!;
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const tokens = tokensOf(theme);
  const tones = TONES[theme];

  it("is the same in the style sheet and on the canvas", () => {
    expect(tokens.get("frame")).toBe(tones.frame[0]);
    expect(tokens.get("frame-2")).toBe(tones.frame[1]);
    expect(tokens.get("accent-soft")).toBe(tones.accentSoft);
    for (const name of [
      "ground",
      "panel",
      "line",
      "text",
      "dim",
      "faint",
      "accent",
      "focus",
      "more",
      "less",
    ] as const) {
      expect(tokens.get(name), name).toBe(tones[name]);
    }
  });

  it("can be read: all text tones on ground and panel have the contrast of WCAG AA", () => {
    for (const tone of [tones.text, tones.dim, tones.more, tones.less]) {
      for (const below of [tones.ground, tones.panel]) {
        expect(contrast(tone, below), `${tone} on ${below}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
