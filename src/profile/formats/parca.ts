import { joinedBytes } from "../../lib/joined-bytes.js";
import type { Steps } from "../../lib/steps.js";
import { FORMATS_WORDS } from "../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
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
  recognises: (content) =>
    beginsObject(content) && /^\s*\{\s*"pprof"\s*:\s*"(?:H4sI|eJ)/.test(content.head),
  read: readParca,
};

function* readParca(content: FileContent): Steps<readonly ImportedProfile[]> {
  const packed = base64(textOf(jsonObject(content, "thing.parca").pprof));
  const packing = packingOf(packed);
  let bytes = packed;
  if (packing === "gzip" || packing === "deflate") {
    const found = yield* inflate(packed, packing, MAX_UNPACKED_BYTES);
    if (found.end !== "whole") {
      throw new ProfileError(FORMATS_WORDS.parca.broken(found.end, MAX_UNPACKED_BYTES >> 20), {
        byte: found.at,
        hint: PROFILE_WORDS.hints.askParca,
      });
    }
    bytes = joinedBytes(found.chunks);
  }
  const read = yield* decodePprofSteps(bytes);
  const profile = toldNonsenseTime(read);
  // A time that is none orders nothing.
  return [{ name: "", profile: hasNonsenseTime(read) ? { ...profile, timeNanos: 0n } : profile }];
}

function base64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new ProfileError(FORMATS_WORDS.parca.noBase64, { hint: PROFILE_WORDS.hints.askParca });
  }
}
