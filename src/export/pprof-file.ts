import type { LabelInput } from "pprof-format";
import type { FileSet } from "../engine/file-set.js";
import type { Prepared } from "../engine/prepared-tree.js";
import type { Question } from "../engine/question.js";
import { type Sides, sidesOf } from "../engine/sides.js";
import type { Steps } from "../lib/steps.js";
import type { Profile, SampleType } from "../profile/profile.js";
import { sampleTypeIndex } from "../profile/profile.js";
import { int64, PprofMessage } from "./pprof-message.js";
import { labelsOf, StacksAsAsked, StacksAsFiled } from "./pprof-stacks.js";
import type { Int64 } from "./sample-writer.js";
import { wholeNumbers } from "./whole-numbers.js";

/** So many samples are written between two looks at what else there is to do. */
const AT_ONCE = 4096;

/**
 * A gzipped profile.proto file that `go tool pprof` opens.
 *
 * Raw: every sample of the shown file, one for one and in order, with its values, labels and
 * locations. Else the stacks as the question has them: filtered, joined, collapsed; only what a
 * kept sample refers to is in the file. With a base its samples follow with negated values and the
 * label `pprof::base`, as `go tool pprof -diff_base BASE -proto` writes them.
 *
 * @throws QuestionError where the shown file or its base has no such sample type
 */
export function exportPprof(
  prepared: Prepared,
  question: Question,
  raw: boolean,
): Steps<Uint8Array<ArrayBuffer>> {
  return raw ? rawPprof(prepared.set, question) : askedFile(prepared, question, sidesOf(question));
}

/** The raw file of `exportPprof`, for which no tree is needed. */
export function rawPprof(set: FileSet, question: Question): Steps<Uint8Array<ArrayBuffer>> {
  return pprofFile(sidesOf(question).shown.map((p) => set.entries[p].profile));
}

/** A gzipped profile.proto file of profiles, one after the other, with the types that all have. */
export function* pprofFile(profiles: readonly Profile[]): Steps<Uint8Array<ArrayBuffer>> {
  const head = profiles[0];
  const types = commonTypes(profiles);
  const message = new PprofMessage(types);
  const share = progress(profiles);
  for (const profile of profiles) {
    const stacks = new StacksAsFiled(message, profile, profiles.length === 1);
    const columns = typeColumns(profile, types);
    for (let s = 0; s < profile.samples.count; s++) {
      if (s % AT_ONCE === 0) yield share(s);
      message.sample(stacks.of(s), valuesAt(profile, columns, s, 1), labelsOf(message, profile, s));
    }
    share(profile.samples.count, true);
  }
  return message.file(head, head.defaultSampleType);
}

/** What is written of one file: its prepared stacks, and the sample types of all. */
interface Writing {
  readonly message: PprofMessage;
  readonly prepared: Prepared;
  readonly stacks: StacksAsAsked;
  readonly types: readonly SampleType[];
  /** the share of all samples written, at one of the file being written */
  readonly share: (sample: number, done?: boolean) => number;
}

function* askedFile(
  prepared: Prepared,
  question: Question,
  sides: Sides,
): Steps<Uint8Array<ArrayBuffer>> {
  const { set } = prepared;
  const asked = set.sampleType(question.sampleType, sides.shown[0]);
  const involved = [...new Set([...sides.shown, ...sides.base])];
  for (const p of involved) set.values(p, asked);
  const types = commonTypes(involved.map((p) => set.profiles[p]));
  const message = new PprofMessage(types);
  const stacks = new StacksAsAsked(message, prepared, question);
  const written = sides.baseIsMedian ? sides.shown : [...sides.shown, ...sides.base];
  const share = progress(written.map((p) => set.profiles[p]));
  const writing = { message, prepared, stacks, types, share };
  for (const p of sides.shown) yield* addSamples(writing, p);
  const scales = question.normalize ? scalesOf(prepared, sides, types) : undefined;
  if (sides.baseIsMedian) addMedian(writing, sides, scales);
  else for (const p of sides.base) yield* addBase(writing, p, scales);
  return message.file(set.profiles[sides.shown[0]], asked.name);
}

/** The share of all samples that is written, as files are written one after the other. */
function progress(profiles: readonly Profile[]): (sample: number, done?: boolean) => number {
  const all = profiles.reduce((n, p) => n + p.samples.count, 0);
  let before = 0;
  return (sample, done = false) => {
    const share = all === 0 ? 1 : (before + sample) / all;
    if (done) before += sample;
    return share;
  };
}

function* addSamples({ message, prepared, stacks, types, share }: Writing, p: number): Steps<void> {
  const profile = prepared.set.profiles[p];
  const columns = typeColumns(profile, types);
  const nodes = prepared.tree.sampleNode[p];
  for (let s = 0; s < nodes.length; s++) {
    if (s % AT_ONCE === 0) yield share(s);
    if (nodes[s] < 0) continue;
    const labels = labelsOf(message, profile, s);
    message.sample(stacks.of(s, p), valuesAt(profile, columns, s, 1), labels);
  }
  share(nodes.length, true);
}

function* addBase(
  { message, prepared, stacks, types, share }: Writing,
  p: number,
  scales: readonly number[] | undefined,
): Steps<void> {
  const profile = prepared.set.profiles[p];
  const { values, count } = profile.samples;
  const columns = typeColumns(profile, types);
  const nodes = prepared.tree.sampleNode[p];
  const scaled = scales?.map((scale, t) => {
    const from = columns[t] * count;
    return wholeNumbers(
      values.subarray(from, from + count).map((v, s) => (nodes[s] < 0 ? 0 : v * scale)),
    );
  });
  const base = baseLabel(message);
  for (let s = 0; s < count; s++) {
    if (s % AT_ONCE === 0) yield share(s);
    if (nodes[s] < 0) continue;
    const value = scaled
      ? scaled.map((column) => int64(-column[s]))
      : valuesAt(profile, columns, s, -1);
    message.sample(stacks.of(s, p), value, [...labelsOf(message, profile, s), base]);
  }
  share(count, true);
}

/** The median has no samples of its own: one is written for each stack. */
function addMedian(
  { message, prepared, stacks, types }: Writing,
  sides: Sides,
  scales: readonly number[] | undefined,
): void {
  const columns = types.map((type, t) => {
    const ofSet = prepared.set.sampleType(type.type, sides.shown[0]);
    const median = prepared.median(sides.base, ofSet);
    const scale = scales?.[t] ?? 1;
    return wholeNumbers(scale === 1 ? median : median.map((v) => v * scale));
  });
  const base = baseLabel(message);
  for (let node = 0; node < prepared.tree.nodeCount; node++) {
    if (columns.every((column) => column[node] === 0)) continue;
    const value = columns.map((column) => int64(-column[node]));
    message.sample(stacks.ofNode(node), value, [base]);
  }
}

function baseLabel(message: PprofMessage): LabelInput {
  return { key: message.string("pprof::base"), str: message.string("true") };
}

/** By what each sample type of the base is multiplied so that its total is that of what is shown. */
function scalesOf(prepared: Prepared, sides: Sides, types: readonly SampleType[]): number[] {
  return types.map((type) => {
    const ofSet = prepared.set.sampleType(type.type, sides.shown[0]);
    const sum = (self: Float64Array): number => self.reduce((a, b) => a + b, 0);
    const shown = sum(prepared.self(sides.shown, ofSet));
    const base = sum(
      sides.baseIsMedian ? prepared.median(sides.base, ofSet) : prepared.self(sides.base, ofSet),
    );
    return base === 0 ? 1 : shown / base;
  });
}

/** The sample types of the first profile that all have. */
function commonTypes(profiles: readonly Profile[]): SampleType[] {
  return profiles[0].sampleTypes.filter((type) =>
    profiles.every((p) => p === profiles[0] || sampleTypeIndex(p, type.type) >= 0),
  );
}

/** For each sample type, its column in a profile. */
function typeColumns(profile: Profile, types: readonly SampleType[]): number[] {
  return types.map((type) => {
    const same = profile.sampleTypes.indexOf(type);
    return same >= 0 ? same : sampleTypeIndex(profile, type.type);
  });
}

function valuesAt(profile: Profile, columns: readonly number[], s: number, sign: number): Int64[] {
  const { values, count } = profile.samples;
  return columns.map((column) => int64(sign * values[column * count + s]));
}
