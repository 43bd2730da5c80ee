import { describe, expect, it } from "vitest";
import type { SetAnswer } from "../../../src/engine/answers.js";
import { filesInOrder } from "../../../src/ui/timeline/files-in-order.js";
import { DEFAULT_VIEW } from "../../../src/view/view.js";
import { neighbour, stepped } from "../../../src/view/view-changes.js";

const file = (hash: string) => ({ hash, name: hash, size: 1, url: "" });
const view = { ...DEFAULT_VIEW, files: ["late", "early", "between"].map(file), shown: 1 };
const set = (kind: SetAnswer["kind"], order: number[]) =>
  ({ kind, order }) as Partial<SetAnswer> as SetAnswer;

describe("files on the timeline", () => {
  it("follow each other in time where they are snapshots, else as they were opened", () => {
    expect(filesInOrder(view, set("series", [1, 2, 0]))).toEqual([1, 2, 0]);
    expect(filesInOrder(view, set("fleet", [1, 2, 0]))).toEqual([0, 1, 2]);
    expect(filesInOrder(view, undefined)).toEqual([0, 1, 2]);
  });

  it("of several processes follow each other process by process", () => {
    const names = ["00-b", "00-a", "01-b", "01-a"].map(
      (n) => `20261127T10${n.slice(0, 2)}00Z-${n}`,
    );
    const fleet = { ...set("fleet", [0, 1, 2, 3]), times: [] };
    const mixed = { ...view, files: names.map((n) => file(n.replace(/0[01]-/, ""))) };
    expect(filesInOrder(mixed, fleet)).toEqual([1, 3, 0, 2]);
    expect(filesInOrder({ ...mixed, set: "fleet" }, fleet)).toEqual([0, 1, 2, 3]);
  });

  it("are not ordered by the answer to other files", () => {
    expect(filesInOrder(view, set("series", [1, 0]))).toEqual([0, 1, 2]);
  });

  it("are walked in that order, and not beyond its ends", () => {
    const order = [1, 2, 0];
    expect(stepped(view, 1, order)).toEqual({ shown: 2, sum: false });
    expect(stepped(view, -1, order)).toEqual({});
    expect(stepped({ ...view, shown: 2 }, 1, order)).toEqual({ shown: 0, sum: false });
    expect(neighbour(order, 0, 1)).toBe(0);
    expect(neighbour(order, 0, -5)).toBe(1);
  });
});
