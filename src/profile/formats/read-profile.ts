import type { Steps } from "../../lib/steps.js";
import { decodePprofSteps, looksLikePprof } from "../pprof/decode.js";
import type { Profile } from "../profile.js";
import { ProfileError } from "../profile-error.js";
import { refusalOf } from "./file-kind.js";
import { unwrapBase64 } from "./pasted-base64.js";

/**
 * Reads the unpacked bytes of a profile, whatever its format.
 * @throws ProfileError that says what the file is where it is no profile that can be read
 */
export function* readProfile(bytes: Uint8Array): Steps<Profile> {
  if (bytes.length === 0) {
    throw new ProfileError("the file is empty", { hint: "record it again" });
  }
  const refused = refusalOf(bytes);
  if (refused) throw refused;
  if (!looksLikePprof(bytes)) {
    throw new ProfileError("this is not a pprof profile", {
      byte: 0,
      hint: "open what /debug/pprof/heap answers, a .pb.gz file",
    });
  }
  return yield* decodePprofSteps(bytes);
}

/** The bytes that a text pasted from a terminal stands for: base64 is taken off, else UTF-8. */
export function bytesOfText(text: string): Uint8Array {
  return unwrapBase64(text) ?? new TextEncoder().encode(text);
}
