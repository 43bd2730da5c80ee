import { describe, expect, it } from "vitest";
import { handleKey, type Key, type KeyTarget } from "../../../src/flamegraph/input/graph-keys.js";

/** What a key leads to, and whether it is taken; the target has something to do where `can`. */
function pressed(
  key: string,
  { flame = false, can = true, ...held }: Partial<Key> & { flame?: boolean; can?: boolean } = {},
): { calls: unknown[][]; taken: boolean } {
  const calls: unknown[][] = [];
  const note =
    <T>(name: string, answer: T) =>
    (...args: unknown[]): T => {
      calls.push([name, ...args]);
      return answer;
    };
  const target: KeyTarget = {
    step: note("step", undefined),
    zoomToActive: note("zoom", can),
    reset: note("reset", undefined),
    unfoldActive: note("unfold", can),
    zoomBy: note("zoomBy", undefined),
    page: note("page", can),
    menuOfActive: note("menu", can),
    leave: note("leave", undefined),
  };
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const taken = handleKey({ ...none, ...held, key }, flame, target);
  return { calls, taken };
}

describe("keys on the graph", () => {
  it("walk it as it is drawn, so a flame graph's arrows are the icicle's mirrored", () => {
    const steps = (flame: boolean) =>
      ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].map((k) => pressed(k, { flame }).calls);
    expect(steps(false).flat()).toEqual([
      ["step", "parent"],
      ["step", "child"],
      ["step", "previous"],
      ["step", "next"],
    ]);
    expect(steps(true).flat().slice(0, 2)).toEqual([
      ["step", "child"],
      ["step", "parent"],
    ]);
  });

  it("zoom, show all, unfold and scroll", () => {
    expect(pressed("Enter").calls).toEqual([["zoom"]]);
    expect(pressed("Home").calls).toEqual([["reset"]]);
    expect(pressed(" ").calls).toEqual([["unfold"]]);
    expect(pressed("PageDown").calls).toEqual([["page", 1]]);
    expect(pressed("PageUp").calls).toEqual([["page", -1]]);
    const [[, closer]] = pressed("+").calls as [[string, number]];
    const [[, away]] = pressed("-").calls as [[string, number]];
    expect(closer).toBeGreaterThan(1);
    expect(closer * away).toBeCloseTo(1);
  });

  it("belong to the page where the graph has nothing to do", () => {
    for (const key of ["Enter", " ", "PageDown", "PageUp", "ContextMenu"]) {
      expect(pressed(key).taken).toBe(true);
      expect(pressed(key, { can: false }).taken).toBe(false);
    }
    for (const key of ["n", "/", "Tab", "a", "F10"]) {
      expect(pressed(key)).toEqual({ calls: [], taken: false });
    }
  });

  it("hide the tooltip on Escape and leave the rest of it to the page", () => {
    expect(pressed("Escape")).toEqual({ calls: [["leave"]], taken: false });
  });

  it("open the menu with its own key, and with Shift+F10", () => {
    expect(pressed("ContextMenu").calls).toEqual([["menu"]]);
    expect(pressed("F10", { shiftKey: true })).toEqual({ calls: [["menu"]], taken: true });
  });

  it("are the browser's with Ctrl, Alt or Meta held", () => {
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      for (const key of ["ArrowUp", "Enter", "Home", "+", "-"]) {
        expect(pressed(key, held)).toEqual({ calls: [], taken: false });
      }
    }
  });
});
