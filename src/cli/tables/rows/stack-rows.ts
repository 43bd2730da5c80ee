import { exactNames } from "../../../calltree/frame-table.js";
import { itemAt } from "../../../lib/must.js";
import { packageOf } from "../../../profile/function-name.js";
import { nameId, stackId } from "../name-ids.js";
import type { Row } from "../schema.js";
import { type Holder, holdersOf } from "./held-by.js";
import { HEAP_TYPES, type IndexedProfile, mainValues, namedValues } from "./indexed-profile.js";

/** The stacks of a profile, and the functions that they name. */
export interface StackRows {
  readonly stacks: Row[];
  readonly functions: Row[];
}

/** One row a stack and holder; values of samples that end there with the same holder are added. */
export function stackRows(of: IndexedProfile): StackRows {
  const { prepared, profile } = of;
  if (!prepared) return { stacks: [], functions: [] };
  const { tree } = prepared;
  const nodes = itemAt(tree.sampleNode, 0);
  const holderOf = holdersOf(prepared);
  const columns = [mainValues(of), ...HEAP_TYPES.map((name) => namedValues(profile, name))];
  const sums = new Map<Holder, Map<number, Float64Array>>();
  nodes.forEach((node, s) => {
    if (node < 0 || columns.every((column) => !column?.[s])) return;
    const holder = holderOf(s);
    let byNode = sums.get(holder);
    if (!byNode) {
      byNode = new Map();
      sums.set(holder, byNode);
    }
    let sum = byNode.get(node);
    if (!sum) {
      sum = new Float64Array(columns.length);
      byNode.set(node, sum);
    }
    for (let c = 0; c < sum.length; c++) sum[c] = itemAt(sum, c) + (columns[c]?.[s] ?? 0);
  });
  const names = exactNames(tree.frames);
  const used = new Uint8Array(names.length);
  const stacks: Row[] = [];
  for (const [holder, byNode] of sums) {
    for (const [node, sum] of byNode) {
      const functions: bigint[] = [];
      for (let n = node; n > 0; n = itemAt(tree.parent, n)) {
        const frame = itemAt(tree.frame, n);
        used[frame] = 1;
        functions.push(nameId(itemAt(names, frame)));
      }
      functions.reverse();
      stacks.push({
        profile_id: of.id,
        time: of.time,
        stack_id: stackId(functions),
        functions,
        holds: holder.holds,
        kind: holder.kind,
        api_group: holder.group,
        stage: holder.stage,
        value: itemAt(sum, 0),
        ...Object.fromEntries(
          HEAP_TYPES.map((name, c) => [name, columns[c + 1] ? itemAt(sum, c + 1) : null]),
        ),
      });
    }
  }
  return { stacks, functions: functionRows(of, names, tree.frames.files, used) };
}

function functionRows(
  of: IndexedProfile,
  names: readonly string[],
  files: readonly string[],
  used: Uint8Array,
): Row[] {
  const seen = new Set<bigint>();
  const out: Row[] = [];
  names.forEach((name, frame) => {
    const id = nameId(name);
    if (!used[frame] || seen.has(id)) return;
    seen.add(id);
    out.push({
      profile_id: of.id,
      function_id: id,
      name,
      file: files[frame] ?? "",
      package: packageOf(name),
    });
  });
  return out;
}
