import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { visibleText } from "../../src/lib/visible-text.js";
import { canonicalName } from "../../src/profile/function-name.js";
import type { Profile } from "../../src/profile/profile.js";
import { profileOfStacks, readProfile } from "../generate.js";
import { recording } from "../recordings.js";

const VENDORED = "k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*Pod).Unmarshal";
const BARE = "k8s.io/api/core/v1.(*Pod).Unmarshal";

const named = (...names: string[]): Profile =>
  profileOfStacks([names.map((_, i) => i)], [1n], (fn) => names[fn]!);

describe("a frame table", () => {
  it("has each name once, and a frame for each function and line", () => {
    fc.assert(
      fc.property(readProfile, (profile) => {
        const { names, files, ofFunction, ofLine, ofBareLocation } = buildFrameTable([profile]);
        expect(files).toHaveLength(names.length);
        const { functions, locations, strings } = profile;
        for (let f = 0; f < functions.count; f++) {
          const name =
            strings.get(functions.name[f]!) || strings.get(functions.systemName[f]!) || "<unknown>";
          expect(names[ofFunction[0]![f]!]).toBe(visibleText(name));
        }
        for (let k = 0; k < locations.lineFunction.length; k++) {
          expect(names[ofLine[0]![k]!]).toBeDefined();
        }
        for (let l = 0; l < locations.count; l++) {
          const hasLines = locations.lineOffsets[l]! < locations.lineOffsets[l + 1]!;
          expect(ofBareLocation[0]![l]! < 0).toBe(hasLines);
        }
      }),
    );
  });

  it("of one profile keeps vendored and other names apart", () => {
    const { names } = buildFrameTable([named(VENDORED, BARE)]);
    expect(names).toEqual([VENDORED, BARE]);
  });

  it("of several profiles knows a function by its canonical name", () => {
    const { names, ofFunction } = buildFrameTable([named(VENDORED), named(BARE)]);
    expect(names).toEqual([VENDORED]);
    expect(ofFunction.map((f) => [...f])).toEqual([[0], [0]]);
  });

  it("of snapshots of one program has every name once", async () => {
    const profiles = await Promise.all(
      ["00-baseline", "03-storm"].map((n) => recording(`configmap-list-storm/${n}.pb.gz`)),
    );
    const { names } = buildFrameTable(profiles);
    expect(new Set(names.map(canonicalName)).size).toBe(names.length);
  });
});
