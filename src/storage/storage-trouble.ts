/** Why files are not kept, or were not. */
export type TroubleKind = "refused" | "held" | "newer" | "full" | "failed" | "damaged";

/** Something about the library that the person should know, and what can be done about it. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly message: string;
  readonly advice: string;
}

const TROUBLES: Readonly<Record<TroubleKind, Omit<Trouble, "kind">>> = {
  refused: {
    message: "Nothing is kept for the next visit: this browser gives the page no storage.",
    advice:
      "A private window or blocked cookies do that. What is open works; save the files themselves.",
  },
  held: {
    message: "Nothing is kept at the moment: this browser's storage does not answer.",
    advice: "Another tab may be holding it. Close other tabs of this page, then reload.",
  },
  newer: {
    message: "Nothing is kept by this tab: a newer version of the page has changed the library.",
    advice: "Reload this tab to use the newer version.",
  },
  full: {
    message: "The browser's room for this page is full: what was opened last is not kept.",
    advice: "Delete the files used longest ago, or any others in the list of kept files.",
  },
  failed: {
    message: "The browser's storage failed: what was opened last may not be kept.",
    advice: "Reload the page; if it fails again, delete kept files or save the files themselves.",
  },
  damaged: {
    message: "Damaged records of kept files were found and put aside.",
    advice: "The rest of the list is sound. Files that are missing from it must be opened again.",
  },
};

export function troubleOf(kind: TroubleKind): Trouble {
  return { kind, ...TROUBLES[kind] };
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
