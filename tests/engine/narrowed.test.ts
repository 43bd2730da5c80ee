import { describe, expect, it } from "vitest";
import { Engine } from "../../src/engine/engine.js";
import type { Question, Transform } from "../../src/engine/question.js";
import { finish } from "../../src/lib/steps.js";
import type { Profile } from "../../src/profile/profile.js";
import { question } from "../export/prepared.js";
import { recording } from "../recordings.js";

const BEFORE = "configmap-list-storm/01-created.pb.gz";
const STORM = "configmap-list-storm/03-storm.pb.gz";

function engineOf(profiles: readonly Profile[]): { engine: Engine; files: string[] } {
  const engine = new Engine();
  const files = profiles.map((_, i) => String(i));
  for (const file of files) engine.library.add(file, file, profiles[Number(file)]!);
  return { engine, files };
}

/** Holds the tree that is made of the whole one to that which is built of the stacks. */
function holds(profiles: readonly Profile[], change: Partial<Question>): void {
  const known = engineOf(profiles);
  const asked = question({ files: known.files, ...change });
  const whole = finish(known.engine.prepare({ ...asked, transforms: [] }));
  const narrowed = finish(known.engine.prepare(asked)).tree;
  const { engine } = engineOf(profiles);
  const { frames, ...built } = finish(engine.prepare(asked)).tree;
  expect(narrowed).toMatchObject(built);
  expect(narrowed.frames.names).toEqual(frames.names);
  expect(narrowed.nodeCount).toBeLessThan(whole.tree.nodeCount);
  expect(narrowed.nodeCount).toBeGreaterThan(1);
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
  ];

  it.each(narrowing)("is that of the stacks that are left: %j", async (...transforms) => {
    const profiles = await Promise.all([BEFORE, STORM].map(recording));
    holds([profiles[1]!], { transforms });
    holds(profiles, { transforms, shown: 1, base: 0, joined: false });
    const collapses = transforms.some((t) => t.do === "collapse");
    holds([profiles[1]!], { transforms, inverted: !collapses });
  });
});
