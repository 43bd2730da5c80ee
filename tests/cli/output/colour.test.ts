import { expect, it } from "vitest";
import { usesColour } from "../../../src/cli/output/colour.js";

it.each([
  [true, {}, true],
  [true, { TERM: "xterm-256color" }, true],
  [true, { TERM: "dumb" }, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [false, { TERM: "xterm-256color", FORCE_COLOR: "1" }, false],
] as const)("on a terminal (%s) with %j there are colours: %s", (isTerminal, env, colours) => {
  expect(usesColour(isTerminal, env)).toBe(colours);
});
