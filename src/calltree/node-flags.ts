/** The node of a caller's frame is only ever inlined into, or partly. */
export const NODE_INLINED = 1;
/** The node's frame was added by joining truncated stacks. */
export const NODE_JOINED = 2;
/** Among a node's flags while a tree is built: some of its calls have one that others have not. */
export const NODE_MIXED = 0x80;
