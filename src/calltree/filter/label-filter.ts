import { scale } from "../../lib/measure.js";
import { labelsFrom, labelsTo, type Profile } from "../../profile/profile.js";
import { labelSort, labelUnits } from "../../profile/sample-labels.js";
import { compilePattern, type TextTest } from "./go-regexp.js";

/** Tells for each sample of a profile whether its labels match: 1 where they do. */
export type LabelTest = (profile: Profile) => Uint8Array;

/** Whether a number of a unit lies in a range. */
type RangeTest = (value: number, unit: string) => boolean;

const AMOUNT = /([+-]?[0-9]+)([A-Za-z]+)?/g;

/**
 * The test of one of pprof's -tagfocus and -tagignore (`compileTagFilter`, driver_focus.go):
 * `key=value` or a value of any key. A value is an amount (`4kb`), a range of amounts (`1kb:`,
 * `:1mb`, `1kb:1mb`), or regular expressions with commas between them. Those of one key match
 * where any of them does; without a key all must, each seen against `key:value`.
 * @throws Error whose message says what is wrong with the pattern
 */
export function compileLabelTest(pattern: string): LabelTest {
  const equals = pattern.indexOf("=");
  const key = equals < 0 ? undefined : pattern.slice(0, equals);
  const value = pattern.slice(equals + 1);
  const range = rangeTest(value);
  if (range) return (profile) => marked(profile, numberMarks(profile, key || undefined, range));
  const tests = value.split(",").map(compilePattern);
  if (key === undefined) {
    return (profile) =>
      tests
        .map((test) => marked(profile, textMarks(profile, undefined, test)))
        .reduce((all, next) => all.map((mark, s) => mark & next[s]));
  }
  const any: TextTest = (text) => tests.some((test) => test(text));
  return (profile) => marked(profile, textMarks(profile, key, any));
}

/** 1 for each sample of which one label is marked. */
function marked({ samples }: Profile, labels: Uint8Array): Uint8Array {
  const { count } = samples;
  const out = new Uint8Array(count);
  for (let s = 0; s < count; s++) {
    const to = labelsTo(samples, s);
    for (let i = labelsFrom(samples, s); i < to; i++) {
      if (labels[i] === 1) {
        out[s] = 1;
        break;
      }
    }
  }
  return out;
}

function numberMarks(profile: Profile, key: string | undefined, test: RangeTest): Uint8Array {
  const { samples, strings } = profile;
  const units = labelUnits(profile);
  const marks = new Uint8Array(samples.labelKey.length);
  for (let i = 0; i < marks.length; i++) {
    const k = samples.labelKey[i];
    if (labelSort(profile, i) !== "number") continue;
    if (key !== undefined && strings.get(k) !== key) continue;
    if (test(samples.labelNumber[i], units.get(k) ?? "")) marks[i] = 1;
  }
  return marks;
}

function textMarks(profile: Profile, key: string | undefined, test: TextTest): Uint8Array {
  const { samples, strings } = profile;
  const marks = new Uint8Array(samples.labelKey.length);
  const known = new Map<number, Map<number, boolean>>();
  for (let i = 0; i < marks.length; i++) {
    if (labelSort(profile, i) !== "text") continue;
    const k = samples.labelKey[i];
    const v = samples.labelText[i];
    let ofKey = known.get(k);
    if (!ofKey) {
      ofKey = new Map();
      known.set(k, ofKey);
    }
    let found = ofKey.get(v);
    if (found === undefined) {
      const name = strings.get(k);
      const text = strings.get(v);
      found = key === undefined ? test(`${name}:${text}`) : name === key && test(text);
      ofKey.set(v, found);
    }
    if (found) marks[i] = 1;
  }
  return marks;
}

/** `parseTagFilterRange` of driver_focus.go; undefined where the text is no range. */
function rangeTest(text: string): RangeTest | undefined {
  const [low, high, third] = [...text.matchAll(AMOUNT)];
  if (!low || third) return undefined;
  const from = scale(Number(low[1]), low[2] ?? "", low[2] ?? "");
  const compare =
    (test: (value: number) => boolean): RangeTest =>
    (value, unit) => {
      const scaled = scale(value, unit, from.unit);
      return scaled.unit === from.unit && test(scaled.value);
    };
  if (!high) {
    if (text === low[0]) return compare((v) => v === from.value);
    if (text === `${low[0]}:`) return compare((v) => v >= from.value);
    if (text === `:${low[0]}`) return compare((v) => v <= from.value);
    return undefined;
  }
  if (text !== `${low[0]}:${high[0]}`) return undefined;
  const to = scale(Number(high[1]), high[2] ?? "", from.unit);
  if (to.unit !== from.unit) return undefined;
  return compare((v) => v >= from.value && v <= to.value);
}

/** The pattern of compileLabelTest for one text of a key. */
export function exactLabel(key: string, text: string): string {
  const quoted = text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll(",", "\\x2c");
  return `${key}=^${quoted}$`;
}

/** The pattern of compileLabelTest for the numbers of a key from `low` to `high`. */
export function exactNumber(key: string, low: number, high: number, unit: string): string {
  // A unit of no family is compared with none.
  const written = /^[A-Za-z]+$/.test(unit) && scale(1, unit, "").unit !== "" ? unit : "";
  const amount = (value: number) => `${BigInt(Math.trunc(value))}${written}`;
  return low === high ? `${key}=${amount(low)}` : `${key}=${amount(low)}:${amount(high)}`;
}
