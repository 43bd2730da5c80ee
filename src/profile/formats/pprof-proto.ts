import type { Features } from "../features.js";
import { toldNonsenseTime } from "../nonsense-time.js";
import { decodePprofSteps, looksLikePprof } from "../pprof/decode.js";
import { isReferenceProfile } from "../reference-chain.js";
import type { Importer } from "./importer.js";

/** profile.proto of google/pprof: what /debug/pprof/heap answers without ?debug. */
export const pprofProto: Importer = {
  id: "pprof",
  what: "a pprof profile",
  recognises: ({ bytes }) => looksLikePprof(bytes),
  *read({ bytes }) {
    const profile = toldNonsenseTime(yield* decodePprofSteps(bytes));
    if (!isReferenceProfile(profile)) return [{ name: "", profile }];
    const features: Features = { subject: "references", stacks: "recorded", go: false };
    return [{ name: "", profile: { ...profile, features } }];
  },
};
