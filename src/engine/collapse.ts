import type { CollapsedFrames } from "../calltree/call-tree.js";
import { exactNames, type FrameTable, functionNames } from "../calltree/frame-table.js";
import { canonicalName, packageOf } from "../profile/function-name.js";
import type { Transform } from "./question.js";

/**
 * The frames with those of some packages made one each. The frames that there were keep their
 * indices; those that stand for a package follow them.
 */
export function framesCollapsed(
  frames: FrameTable,
  transforms: readonly Transform[],
): { frames: FrameTable; collapsed: CollapsedFrames | undefined } {
  const packages = transforms.flatMap((t) =>
    t.do === "collapse" && t.pattern !== "" ? [canonicalName(t.pattern)] : [],
  );
  if (packages.length === 0) return { frames, collapsed: undefined };
  const first = frames.names.length;
  const names = [...frames.names];
  const files = [...frames.files];
  const raw = [...exactNames(frames)];
  const own = [...functionNames(frames)];
  const standsFor = new Map<string, number>();
  for (const name of packages) {
    if (standsFor.has(name)) continue;
    standsFor.set(name, names.length);
    names.push(name);
    files.push("");
    own.push(name);
    raw.push(name);
  }
  const into = new Int32Array(first);
  for (let f = 0; f < first; f++) {
    into[f] = standsFor.get(packageOf(canonicalName(own[f]))) ?? f;
  }
  return {
    frames: { ...frames, names, files, rawNames: raw, functionNames: own },
    collapsed: { into, first },
  };
}
