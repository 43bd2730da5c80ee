// What of the engine is measured; built for Node before each run.

export { nodeSelf } from "../src/calltree/calltree.js";
export { Engine } from "../src/engine/engine.js";
export { decodePprof } from "../src/profile/formats/pprof.js";
export { valuesOf } from "../src/profile/profile.js";
export { finish } from "../src/profile/steps.js";
export { unpack } from "../src/profile/unpack.js";
export { DEFAULT_VIEW, questionOf } from "../src/view/view.js";
