import { VIEW_WORDS } from "../words/view-words.js";
/** Bounds of what is read from an address; text beyond them is cut or left out, and told. */
export const LIMITS = {
  /** characters of a whole fragment */
  fragment: 2_000_000,
  parameters: 4096,
  files: 64,
  transforms: 64,
  unfolded: 256,
  addresses: 64,
  /** characters of a file's name, a search, a name of a function */
  text: 1000,
  /** characters of a pattern */
  pattern: 1000,
  /** characters of an address of a file */
  address: 4096,
} as const;

/** Sentences for the person about what a link says that cannot be followed. */
export class Notices {
  private readonly said: string[] = [];
  private readonly unknown: string[] = [];

  say(sentence: string): void {
    if (this.said.length < 12 && !this.said.includes(sentence)) this.said.push(sentence);
  }

  /** A setting that this version does not have. */
  leftOut(name: string): void {
    const short = shortened(name);
    if (this.unknown.length < 5 && !this.unknown.includes(short)) this.unknown.push(short);
  }

  all(): string[] {
    if (this.unknown.length === 0) return [...this.said];
    return [...this.said, VIEW_WORDS.unknownSettings(this.unknown)];
  }
}

/** Text of a link as it may stand in a sentence. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}...` : text;
}

/**
 * Percent-encodes text for a parameter. Beyond what encodeURIComponent leaves alone, `/ : @ ,`
 * stay readable (a fragment may hold them), while what ends a link in chats and Markdown
 * (brackets, quotes, `! * ~`) is encoded. Lone surrogates become U+FFFD.
 */
export function escapeText(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/%(2F|3A|40|2C)/g, (code) => decodeURIComponent(code))
    .replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Undoes `escapeText`; undefined where the text is no such encoding. */
export function unescapeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text).toWellFormed();
  } catch {
    return undefined;
  }
}

/** Text cut to `most` characters, which is told. */
export function bounded(text: string, most: number, what: string, notices: Notices): string {
  if (text.length <= most) return text;
  notices.say(VIEW_WORDS.cut(what, most));
  return text.slice(0, most).toWellFormed();
}
