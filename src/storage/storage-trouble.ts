import { STORAGE_WORDS } from "../words/storage-words.js";

/** Why files are not kept, or were not. */
export type TroubleKind = "refused" | "held" | "newer" | "full" | "failed" | "damaged";

/** Something about the library that the person should know, and what can be done about it. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly message: string;
  readonly advice: string;
}

export function troubleOf(kind: TroubleKind): Trouble {
  return { kind, ...STORAGE_WORDS.troubles[kind] };
}

/** Thrown where storage did not answer in time. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** What an error of the browser's storage means. */
export function kindOfError(error: unknown, opening: boolean): TroubleKind {
  if (error instanceof NoAnswer) return "held";
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  if (name === "VersionError") return "newer";
  return opening ? "refused" : "failed";
}

/**
 * The promise, or a rejection where it does not settle in time. The work itself goes on.
 *
 * @param limit milliseconds
 * @throws {NoAnswer}
 */
export async function answered<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer in ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
