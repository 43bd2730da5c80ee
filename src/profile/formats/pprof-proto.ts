import { decodePprofSteps, looksLikePprof } from "../pprof/decode.js";

import type { Importer } from "./importer.js";

/** profile.proto of google/pprof: what /debug/pprof/heap answers without ?debug. */
export const pprofProto: Importer = {
  id: "pprof",
  what: "a pprof profile",
  recognises: ({ bytes }) => looksLikePprof(bytes),
  *read({ bytes }) {
    return [{ name: "", profile: yield* decodePprofSteps(bytes) }];
  },
};
