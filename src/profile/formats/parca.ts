import { joinedBytes } from "../../lib/joined-bytes.js";
import type { Steps } from "../../lib/steps.js";
import { inflate } from "../containers/inflate.js";
import { packingOf } from "../containers/unpack.js";
import { hasNonsenseTime, toldNonsenseTime } from "../nonsense-time.js";
import { decodePprofSteps } from "../pprof/decode.js";
import { ProfileError } from "../profile-error.js";
import { MAX_UNPACKED_BYTES } from "../size-limits.js";
import type { FileContent } from "./file-content.js";
import type { ImportedProfile, Importer } from "./importer.js";
import { beginsObject, jsonObject, textOf } from "./json-content.js";

/** What Parca answers to a query with report_type=REPORT_TYPE_PPROF: a packed profile in JSON. */
export const parca: Importer = {
  id: "parca",
  what: "an answer of Parca",
  recognises: (content) =>
    beginsObject(content) && /^\s*\{\s*"pprof"\s*:\s*"(?:H4sI|eJ)/.test(content.head),
  read: readParca,
};

function* readParca(content: FileContent): Steps<readonly ImportedProfile[]> {
  const packed = base64(textOf(jsonObject(content, "the answer of Parca").pprof));
  const packing = packingOf(packed);
  let bytes = packed;
  if (packing === "gzip" || packing === "deflate") {
    const found = yield* inflate(packed, packing, MAX_UNPACKED_BYTES);
    if (found.end !== "whole") {
      throw new ProfileError(`the profile in the answer is ${WHY[found.end]}`, {
        byte: found.at,
        hint: "ask Parca again",
      });
    }
    bytes = joinedBytes(found.chunks);
  }
  const read = yield* decodePprofSteps(bytes);
  const profile = toldNonsenseTime(read);
  // A time that is none orders nothing.
  return [{ name: "", profile: hasNonsenseTime(read) ? { ...profile, timeNanos: 0n } : profile }];
}

const WHY = {
  cut: "cut short",
  damaged: "damaged",
  limit: `larger than ${MAX_UNPACKED_BYTES >> 20} MiB unpacked, the limit`,
} as const;

function base64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new ProfileError("the profile in the answer is no base64", { hint: "ask Parca again" });
  }
}
