import { type Bounded, PROFILE_WORDS } from "../words/readers/profile-words.js";
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
      line !== undefined
        ? PROFILE_WORDS.atLine(message, line)
        : byte !== undefined
          ? PROFILE_WORDS.atByte(message, byte)
          : message;
    super(options.hint ? PROFILE_WORDS.withHint(at, options.hint) : at);
    this.name = "ProfileError";
    this.byte = byte;
    this.line = line;
    this.hint = options.hint;
  }
}

/** The error of a profile that has more of something than it may have. */
export function tooMany(what: Bounded, most: number, byte: number, hint: string): ProfileError {
  return new ProfileError(PROFILE_WORDS.tooMany(what, most), { byte, hint });
}
