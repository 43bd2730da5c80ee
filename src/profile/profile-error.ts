/**
 * Why an input could not be read. The message is one sentence without the file's name;
 * `byte` is the offset where reading stopped (in the unpacked bytes unless the message says
 * otherwise), `line` the line of a text, from 1, `hint` what the person can try.
 */
export class ProfileError extends Error {
  readonly byte: number | undefined;
  readonly line: number | undefined;
  readonly hint: string | undefined;

  constructor(message: string, options: { byte?: number; line?: number; hint?: string } = {}) {
    const { byte, line } = options;
    const at =
      line !== undefined ? `, at line ${line}` : byte !== undefined ? `, at byte ${byte}` : "";
    super(`${message}${at}${options.hint ? `; ${options.hint}` : ""}`);
    this.name = "ProfileError";
    this.byte = byte;
    this.line = line;
    this.hint = options.hint;
  }
}

export const CUT_HINT = "the file may be cut short, record it again";
export const DAMAGED_HINT = "this is not a pprof profile, or it is damaged";

/** The error of a profile that has more of something than it may have. */
export function tooMany(what: string, most: number, byte: number, hint: string): ProfileError {
  return new ProfileError(`the profile has more than ${most} ${what}, the limit`, { byte, hint });
}
