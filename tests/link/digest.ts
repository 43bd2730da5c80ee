import { createHash } from "node:crypto";
import type { LinkContent } from "../../src/link/link-content.js";

/** What a link holds, in short: enough to tell whether it is still read as it was. */
export function digestOf(content: LinkContent) {
  const { files, types, periodType, threshold, restShare, notes, view, tree, carried } = content;
  const columns = [...tree.self, ...tree.rest].map((column) => Array.from(column));
  const whole = [tree.names, Array.from(tree.parent), Array.from(tree.frame), columns];
  return {
    files,
    types,
    periodType: periodType ?? null,
    threshold,
    restShare,
    notes,
    view,
    nodes: tree.parent.length,
    tree: createHash("sha256").update(JSON.stringify(whole)).digest("hex"),
    finding: carried.finding?.segments.map((s) => s.text).join("") ?? null,
    kinds: carried.kinds?.kinds.map((k) => [k.key, k.total]) ?? null,
    suspects: carried.suspects?.suspects.map((s) => [s.path, s.name, s.stack.length]) ?? null,
  };
}
