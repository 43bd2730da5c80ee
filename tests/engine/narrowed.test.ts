import { beforeAll, describe, expect, it } from "vitest";
import { buildCallTree } from "../../src/calltree/call-tree.js";
import { Engine } from "../../src/engine/engine.js";
import type { Question, Transform } from "../../src/engine/question.js";
import { finish } from "../../src/lib/steps.js";
import { question } from "../export/prepared.js";
import { recording } from "../recordings.js";

const FILES = ["configmap-list-storm/01-created.pb.gz", "configmap-list-storm/03-storm.pb.gz"];

let engine: Engine;
beforeAll(async () => {
  engine = new Engine();
  for (const file of FILES) engine.library.add(file, file, await recording(file));
});

/** Holds the tree that is made of the whole one to that which is built of the stacks. */
function holds(change: Partial<Question>): void {
  const asked = question({ files: FILES, shown: 1, ...change });
  const whole = finish(engine.prepare({ ...asked, transforms: [] }));
  const { set, tree, filters, joined } = finish(engine.prepare(asked));
  const { mixed: _, ...narrowed } = tree;
  const { profiles, frames, collapsed } = set.framesOf(asked.transforms);
  const { mixed: __, ...built } = finish(
    buildCallTree(profiles, frames, {
      filters,
      inverted: asked.inverted,
      ...(joined ? { added: joined.added } : {}),
      ...(collapsed ? { collapsed } : {}),
    }),
  );
  expect(narrowed).toEqual(built);
  expect(tree.nodeCount).toBeLessThan(whole.tree.nodeCount);
  expect(tree.nodeCount).toBeGreaterThan(1);
}

describe("a tree that is narrowed", () => {
  const narrowing: readonly (readonly Transform[])[] = [
    [{ do: "focus", pattern: "json" }],
    [{ do: "ignore", pattern: "watch" }],
    [{ do: "collapse", pattern: "encoding/json" }],
    [
      { do: "focus", pattern: "json" },
      { do: "collapse", pattern: "k8s.io/apiserver/pkg/endpoints/filters" },
      { do: "collapse", pattern: "net/http" },
    ],
    [{ do: "drop-kind", pattern: "ConfigMap" }],
    [{ do: "tagfocus", pattern: "1kb:" }],
    [{ do: "hide", pattern: "encoding/json|net/http" }],
    [{ do: "show", pattern: "k8s.io" }],
    [
      { do: "ignore", pattern: "watch" },
      { do: "hide", pattern: "json" },
    ],
    [{ do: "no-inlines" }],
  ];

  it.each(narrowing)("is that of the stacks that are left: %j", (...transforms) => {
    for (const inverted of [false, true]) {
      for (const joined of [false, true]) holds({ transforms, inverted, joined });
    }
  });
});
