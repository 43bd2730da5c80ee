import type { CallTree } from "../src/calltree/call-tree.js";
import type { FrameTable } from "../src/calltree/frame-table.js";
import type { Profile } from "../src/profile/profile.js";

export function readVarints(bytes: Uint8Array): number;
export function readNames(profile: Profile): number;
export function walkStacks(profile: Profile, frames: FrameTable): number;
export function sumNodes(tree: CallTree, self: Float64Array): Float32Array;
export function sumSamples(tree: CallTree, values: Float64Array): Float32Array;
