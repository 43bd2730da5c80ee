import { toldNonsenseTime } from "../nonsense-time.js";
import { decodePprofSteps, looksLikePprof } from "../pprof/decode.js";
import { isReferenceProfile, REFERENCE_FEATURES } from "../reference-chain.js";
import type { Importer } from "./importer.js";

/** profile.proto of google/pprof: what /debug/pprof/heap answers without ?debug. */
export const pprofProto: Importer = {
  id: "pprof",
  recognises: ({ bytes }) => looksLikePprof(bytes),
  *read({ bytes }) {
    const profile = toldNonsenseTime(yield* decodePprofSteps(bytes));
    if (!isReferenceProfile(profile)) return [{ name: "", profile }];
    return [{ name: "", profile: { ...profile, features: REFERENCE_FEATURES } }];
  },
};
