import { ProfileError } from "../profile/profile-error.js";
import { WORKER_WORDS } from "../words/worker-words.js";

/** Why an index was not read, as plain data. */
export function indexFailure(error: unknown): { message: string; hint: string } {
  if (error instanceof ProfileError) return { message: error.message, hint: error.hint ?? "" };
  const why = error instanceof Error ? error.message : String(error);
  return { message: WORKER_WORDS.failed(why), hint: WORKER_WORDS.failedHint };
}
