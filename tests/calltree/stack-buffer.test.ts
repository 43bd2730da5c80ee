import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NODE_INLINED, NODE_JOINED } from "../../src/calltree/call-tree.js";
import { StackBuffer } from "../../src/calltree/stack-buffer.js";

function filled(frames: readonly number[], flags: readonly number[] = []): StackBuffer {
  const stack = new StackBuffer();
  frames.forEach((frame, i) => {
    stack.push(frame, flags[i] ?? 0);
  });
  return stack;
}

const framesOf = (stack: StackBuffer): number[] => [...stack.frames.subarray(0, stack.size)];
const flagsOf = (stack: StackBuffer): number[] => [...stack.flags.subarray(0, stack.size)];
const stacks = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });

describe("a stack buffer", () => {
  it("holds what was pushed, however much, in room that doubles", () => {
    const many = Array.from({ length: 300_000 }, (_, i) => i % 1000);
    const stack = filled(
      many,
      many.map((f) => f & 3),
    );
    expect(framesOf(stack)).toEqual(many);
    expect(flagsOf(stack)).toEqual(many.map((f) => f & 3));
    expect(stack.frames.length).toBe(1 << 19);
  });

  it("collapses the runs of a frame that stands for several, and no other run", () => {
    const into = Int32Array.of(0, 10, 10, 3, 4, 11, 6, 7, 8, 9);
    const stack = filled([1, 2, 1, 0, 0, 5, 2], [0, 0, NODE_INLINED, 0, 0, 0, 0]);
    stack.collapse({ into, first: 10 });
    expect(framesOf(stack)).toEqual([10, 0, 0, 11, 10]);
    // The outermost of the run's calls says how it was called.
    expect(flagsOf(stack)[0]).toBe(NODE_INLINED);
  });

  it("has each frame once when recursion is merged, each with the flags of its outermost call", () => {
    const stack = filled([7, 5, 7, 3, 5, 1], [NODE_INLINED, 0, NODE_JOINED, 0, 0, NODE_JOINED]);
    stack.mergeRecursion(10);
    expect(framesOf(stack)).toEqual([7, 3, 5, 1]);
    expect(flagsOf(stack)).toEqual([NODE_JOINED, 0, 0, NODE_JOINED]);
  });

  it("merges one stack as if no other had been before it", () => {
    fc.assert(
      fc.property(fc.array(stacks, { maxLength: 5 }), stacks, (others, frames) => {
        const used = new StackBuffer();
        for (const other of [...others, frames]) {
          used.size = 0;
          for (const frame of other) used.push(frame, 0);
          used.mergeRecursion(10);
        }
        const fresh = filled(frames);
        fresh.mergeRecursion(10);
        expect(framesOf(used)).toEqual(framesOf(fresh));
      }),
    );
  });
});
