import type { CallTree } from "../call-tree.js";

/** What of a tree is needed to lay it out. */
export type LaidTree = Pick<CallTree, "nodeCount" | "parent" | "frame" | "flags">;
