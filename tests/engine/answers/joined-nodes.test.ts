import { describe, expect, it } from "vitest";
import { BOX_JOINED } from "../../../src/calltree/layout/layout.js";
import { joinedMarks } from "../../../src/engine/answers/joined-nodes.js";
import { picture } from "../../../src/engine/answers/picture.js";
import { finish } from "../../../src/lib/steps.js";
import { ask } from "../../export/prepared.js";
import { recording } from "../../recordings.js";

const STORM = "configmap-list-storm/03-storm.pb.gz";

describe("frames that joining added", () => {
  it("are those that most of their bytes have by joining alone", async () => {
    const { prepared, question } = ask([await recording(STORM)], { joined: true });
    const { tree, set, joined } = prepared;
    const type = set.sampleType("", 0);
    const marks = joinedMarks(prepared, question, [0], type);
    // By a plain walk of every sample from its node to the root.
    const added = new Float64Array(tree.nodeCount);
    const all = new Float64Array(tree.nodeCount);
    const values = set.values(0, type);
    const { offsets } = joined!.added[0]!;
    tree.sampleNode[0]!.forEach((end, s) => {
      for (let n = end; n > 0; n = tree.parent[n]!) {
        all[n]! += values[s]!;
        if (tree.depth[n]! <= offsets[s + 1]! - offsets[s]!) added[n]! += values[s]!;
      }
    });
    for (let n = 1; n < tree.nodeCount; n++) {
      expect(marks[n]).toBe(all[n]! > 0 && added[n]! >= all[n]! / 2 ? 1 : 0);
    }
    expect(marks[0]).toBe(0);
    expect(marks.reduce((a, b) => a + b, 0)).toBeGreaterThan(20);
  });

  it("are drawn as such in the graph, and none are where nothing was joined", async () => {
    const profile = await recording(STORM);
    for (const joined of [true, false]) {
      const { prepared, question } = ask([profile], { joined });
      const { layout } = finish(picture(prepared, question));
      let held = 0;
      for (let box = 1; box < layout.count; box++) {
        if (layout.flags[box]! & BOX_JOINED && layout.row[box] === 1) held += layout.width[box]!;
      }
      const share = held / layout.width[0]!;
      if (joined) expect(share).toBeGreaterThan(0.8);
      else expect(share).toBe(0);
    }
  });
});
