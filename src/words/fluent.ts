import type { Catalogue, Parts } from "./catalogue.js";
import { language } from "./language.js";

/** What is marked in a sentence has a text. */
export interface Marked {
  readonly text: string;
}

/**
 * Arguments of a sentence. What may be in the script of another language than the sentence (the
 * name of a kind, a word that stands for it) is marked, or is parts: an array, if only of one text.
 */
export type Arguments<P> = Readonly<Record<string, string | number | P | Parts<P>>>;

/** Sentences of a catalogue whose arguments are of either script. */
export interface Sentences<K extends string> {
  /** in parts, some of them marked */
  sentence<P extends Marked>(key: K, values: Arguments<P>): Parts<P>;
  /** as plain text */
  told(key: K, values: Arguments<never>): string;
}

/** The sentences of a catalogue, in the spaces of the language that is spoken. */
export function sentencesOf<K extends string>({ parts }: Catalogue<K>): Sentences<K> {
  const sentence = <P extends Marked>(key: K, values: Arguments<P>): Parts<P> =>
    fluent(
      parts<P | Parts<P>>(key, values).flatMap((part): Parts<P> => {
        if (typeof part === "string") return [part];
        return "text" in part ? [part] : part;
      }),
    );
  return { sentence, told: (key, values) => sentence<never>(key, values).join("") };
}

/** Chinese characters, and the punctuation that is as wide as they are. */
const HAN = /[\u3400-\u9FFF]/;
const WIDE_MARK = /[\u3000-\u303F\uFF00-\uFFEF]/;

/**
 * Parts of a sentence as Chinese sets them: a space between its characters and Latin ones, none
 * between its own. A message does not know which of them an argument begins with.
 */
export function fluent<P extends Marked>(parts: Parts<P>): Parts<P> {
  if (language() === "en") return parts;
  const out: (string | P)[] = [];
  for (const part of parts) join(out, part);
  return out;
}

function join<P extends Marked>(out: (string | P)[], part: string | P): void {
  const before = takeEnd(out);
  const text = typeof part === "string" ? part : part.text;
  const own = typeof part === "string" ? (/^ */.exec(part)?.[0] ?? "") : "";
  const gap = before.gap + own;
  append(out, gapBetween(before.end, text.charAt(own.length), gap));
  if (typeof part === "string") append(out, part.slice(own.length));
  else out.push(part);
}

/** The last character so far; spaces behind it that are the sentence's own are taken off. */
function takeEnd<P extends Marked>(out: (string | P)[]): { end: string; gap: string } {
  const last = out.pop();
  if (last === undefined) return { end: "", gap: "" };
  if (typeof last !== "string") {
    out.push(last);
    return { end: last.text.slice(-1), gap: "" };
  }
  const kept = last.replace(/ +$/, "");
  const gap = last.slice(kept.length);
  if (kept !== "") {
    out.push(kept);
    return { end: kept.slice(-1), gap };
  }
  const before = out.at(-1);
  return {
    end: typeof before === "string" ? before.slice(-1) : (before?.text.slice(-1) ?? ""),
    gap,
  };
}

function gapBetween(end: string, start: string, gap: string): string {
  if (end === "" || start === "") return gap;
  if (WIDE_MARK.test(end) || WIDE_MARK.test(start)) return "";
  if (HAN.test(end) && HAN.test(start)) return "";
  return HAN.test(end) !== HAN.test(start) ? " " : gap;
}

/** Puts text at the end, as one part with what stands there. */
function append<P>(out: (string | P)[], text: string): void {
  if (text === "") return;
  const last = out.at(-1);
  if (typeof last === "string") out[out.length - 1] = last + text;
  else out.push(text);
}

/** Things one after the other as a table or brackets list them: "a, b, c". */
export const commaList = (items: readonly string[]): string =>
  items.join(language() === "en" ? ", " : "、");
