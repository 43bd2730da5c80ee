import { compilePattern } from "../../calltree/filter/go-regexp.js";
import { exactLabel, exactNumber } from "../../calltree/filter/label-filter.js";
import { findPath } from "../../calltree/path-hash.js";
import { visibleText } from "../../lib/visible-text.js";
import type { Profile } from "../../profile/profile.js";
import { labelSort, labelUnits, labelValue } from "../../profile/sample-labels.js";
import { comparisonOf } from "../comparison.js";
import type { LabelKey, LabelsAnswer, LabelValue } from "../path-answers.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { testOf } from "../transforms.js";

/** So many keys, and values of a key, are told one by one; the rest are counted. */
const MOST_KEYS = 50;
const MOST_VALUES = 100;

/**
 * The labels of the samples below a path, by key and value, as `go tool pprof -tags` counts them:
 * a sample counts for each of its labels. Of a base what it holds is told beside.
 * @param path "" for all that is shown
 * @returns null where the tree has no such path
 */
export function labelsAnswer(
  prepared: Prepared,
  question: Question,
  path: string,
): LabelsAnswer | null {
  const { set, tree, paths } = prepared;
  const node = path === "" ? 0 : findPath(paths, path);
  if (node < 0) return null;
  const { type, shown, base, baseIsMedian, of, scale } = comparisonOf(prepared, question);
  const inside = below(tree.parent, node);
  const keys = new Tally(keyTest(question));
  for (const p of shown) {
    const values = set.values(p, type);
    keys.add(set.profiles[p], values, 1, false, (s) => inside[tree.sampleNode[p][s]] === 1);
  }
  // A median has no samples, and so no labels.
  const compared = base.length > 0 && !baseIsMedian;
  for (const p of compared ? base : []) {
    const values = set.values(p, type);
    keys.add(set.profiles[p], values, scale, true, (s) => inside[tree.sampleNode[p][s]] === 1);
  }
  return { path, unit: type.unit, of, hasBase: compared, ...keys.done() };
}

/** Which keys tagshow and taghide leave. */
function keyTest({ transforms }: Question): (key: string) => boolean {
  const tests = (what: "tagshow" | "taghide") =>
    transforms.flatMap((t) => (t.do === what ? [testOf(what, t.pattern, compilePattern)] : []));
  const show = tests("tagshow");
  const hide = tests("taghide");
  return (key) => show.every((test) => test(key)) && !hide.some((test) => test(key));
}

function below(parent: Int32Array, node: number): Uint8Array {
  const inside = new Uint8Array(parent.length);
  inside[node] = 1;
  for (let n = node + 1; n < parent.length; n++) if (inside[parent[n]] === 1) inside[n] = 1;
  return inside;
}

interface Sum {
  value: number;
  base: number;
  samples: number;
  /** of numbers that are written alike, the least and the largest */
  low: number;
  high: number;
  unit: string;
}

interface KeySums {
  readonly all: Sum;
  /** by sort and text */
  readonly values: Map<string, Sum>;
}

/** Finds the sums of a profile's labels: their texts are made once a value, not once a sample. */
class LabelSums {
  private readonly units: ReadonlyMap<number, string>;
  private readonly texts = new Map<number, Map<number, LabelSum>>();
  private readonly numbers = new Map<number, Map<number, LabelSum>>();

  constructor(
    private readonly profile: Profile,
    private readonly keys: Map<string, KeySums>,
  ) {
    this.units = labelUnits(profile);
  }

  /**
   * @param key string index
   * @param value string index of a text, or a number
   * @param i a label that has both
   */
  of(key: number, value: number, i: number): LabelSum {
    const ofKey = this.profile.samples.labelText[i] !== 0 ? this.texts : this.numbers;
    let known = ofKey.get(key);
    if (!known) {
      known = new Map();
      ofKey.set(key, known);
    }
    let found = known.get(value);
    if (!found) {
      found = this.put(key, i);
      known.set(value, found);
    }
    return found;
  }

  private put(k: number, i: number): LabelSum {
    const { profile } = this;
    const key = profile.strings.get(k);
    let found = this.keys.get(key);
    if (!found) {
      found = { all: emptySum(), values: new Map() };
      this.keys.set(key, found);
    }
    // Numbers and texts of one key are told apart, as pprof does.
    const sort = labelSort(profile, i);
    const id = `${sort} ${labelValue(profile, i)}`;
    const sum = found.values.get(id) ?? emptySum();
    sum.unit = sort === "number" ? (this.units.get(k) ?? "") : "";
    found.values.set(id, sum);
    return { value: sum, all: found.all };
  }
}

interface LabelSum {
  readonly value: Sum;
  /** of the whole key */
  readonly all: Sum;
}

class Tally {
  private readonly keys = new Map<string, KeySums>();

  constructor(private readonly wanted: (key: string) => boolean) {}

  add(
    profile: Profile,
    values: Float64Array,
    factor: number,
    isBase: boolean,
    counts: (sample: number) => boolean,
  ): void {
    const { labelOffsets, labelKey, labelText, labelNumber, labelUnit } = profile.samples;
    const { held, seen } = sumsOfLists(profile, values, factor, counts);
    const sums = new LabelSums(profile, this.keys);
    for (let list = 0; list < seen.length; list++) {
      if (seen[list] === 0) continue;
      for (let i = labelOffsets[list]; i < labelOffsets[list + 1]; i++) {
        const number = labelNumber[i];
        const isText = labelText[i] !== 0;
        if (!isText && number === 0 && labelUnit[i] === 0) continue;
        const of = sums.of(labelKey[i], isText ? labelText[i] : number, i);
        of.value.low = Math.min(of.value.low, number);
        of.value.high = Math.max(of.value.high, number);
        for (const one of [of.value, of.all]) {
          if (isBase) one.base += held[list];
          else {
            one.value += held[list];
            one.samples += seen[list];
          }
        }
      }
    }
  }

  done(): Pick<LabelsAnswer, "keys" | "moreKeys"> {
    const all = [...this.keys].filter(([key]) => this.wanted(key)).sort(bySum((k) => k.all));
    const keys = all.slice(0, MOST_KEYS).map(([key, { all: sum, values }]): LabelKey => {
      const sorted = [...values].sort(bySum((v) => v));
      const told = sorted.slice(0, MOST_VALUES).map(([id, v]) => labelRow(key, id, v));
      const rest = sorted.slice(MOST_VALUES);
      return {
        key: visibleText(key),
        rawKey: key,
        value: sum.value,
        base: sum.base,
        samples: sum.samples,
        values: told,
        more: rest.length,
        moreValue: rest.reduce((n, [, v]) => n + v.value, 0),
      };
    });
    return { keys, moreKeys: Math.max(0, all.length - MOST_KEYS) };
  }
}

/** For each list of labels what its samples hold, and how many they are: samples share few lists. */
function sumsOfLists(
  { samples: { count, labelsOf, labelOffsets } }: Profile,
  values: Float64Array,
  factor: number,
  counts: (sample: number) => boolean,
): { held: Float64Array; seen: Uint32Array } {
  const held = new Float64Array(labelOffsets.length - 1);
  const seen = new Uint32Array(held.length);
  for (let s = 0; s < count; s++) {
    const list = labelsOf[s];
    if (labelOffsets[list] === labelOffsets[list + 1] || !counts(s)) continue;
    held[list] += values[s] * factor;
    seen[list]++;
  }
  return { held, seen };
}

const emptySum = (): Sum => ({
  value: 0,
  base: 0,
  samples: 0,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  unit: "",
});

/** Largest first; ties by name. */
function bySum<T>(sumOf: (of: T) => Sum) {
  return ([a, x]: [string, T], [b, y]: [string, T]): number => {
    const size = (sum: Sum) => Math.max(Math.abs(sum.value), Math.abs(sum.base));
    return size(sumOf(y)) - size(sumOf(x)) || (a < b ? -1 : a > b ? 1 : 0);
  };
}

function labelRow(key: string, id: string, sum: Sum): LabelValue {
  const gap = id.indexOf(" ");
  const text = id.slice(gap + 1);
  const isNumber = id.startsWith("number");
  const filter = key.includes("=")
    ? ""
    : isNumber
      ? exactNumber(key, sum.low, sum.high, sum.unit)
      : exactLabel(key, text);
  const { value, base, samples } = sum;
  return { text: visibleText(text), value, base, samples, filter };
}
