// What of the engine is measured; built for Node before each run.

export { nodeSelf } from "../src/calltree/call-tree.js";
export { Engine } from "../src/engine/engine.js";
export { loadKnowledge } from "../src/engine/late-knowledge.js";
export { finish } from "../src/lib/steps.js";
export { unpack } from "../src/profile/containers/unpack.js";
export { decodePprof } from "../src/profile/pprof/decode.js";
export { valuesOf } from "../src/profile/profile.js";
export { DEFAULT_VIEW, questionOf } from "../src/view/view.js";
