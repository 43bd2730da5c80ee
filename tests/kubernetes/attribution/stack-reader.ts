import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import {
  type Attribution,
  attribute,
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  OTHER_CATEGORIES,
  STAGES,
} from "../../../src/kubernetes/attribution/attribution.js";
import { finish } from "../../../src/lib/steps.js";
import { ownNumbers, type Profile } from "../../../src/profile/profile.js";
import { StringTable } from "../../../src/profile/string-table.js";

/** A sample as a test writes it: frames from root to leaf. */
export interface TestSample {
  readonly stack: readonly string[];
  readonly bytes?: number;
  readonly objects?: number;
  /** the `bytes` label */
  readonly size?: number;
  /** the text of a label beside it */
  readonly label?: string;
}

/** A heap profile of these samples; alloc columns equal inuse unless `freed` adds to them. */
export function profileOf(
  samples: readonly TestSample[],
  options: { time?: bigint; file?: (name: string) => string; freed?: number } = {},
): Profile {
  const strings: string[] = [""];
  const known = new Map<string, number>([["", 0]]);
  const id = (text: string) => {
    let at = known.get(text);
    if (at === undefined) {
      at = strings.length;
      known.set(text, at);
      strings.push(text);
    }
    return at;
  };
  const functions = [...new Set(samples.flatMap((s) => s.stack))];
  const index = new Map(functions.map((name, i) => [name, i]));
  const offsets = [0];
  const stackLocations: number[] = [];
  for (const sample of samples) {
    for (const name of [...sample.stack].reverse()) stackLocations.push(index.get(name)!);
    offsets.push(stackLocations.length);
  }
  const n = samples.length;
  const values = new Float64Array(n * 4);
  samples.forEach((s, i) => {
    const bytes = s.bytes ?? 1 << 20;
    const objects = s.objects ?? (s.size ? Math.max(1, Math.round(bytes / s.size)) : 1);
    values[i] = objects;
    values[n + i] = bytes + (options.freed ?? 0);
    values[2 * n + i] = objects;
    values[3 * n + i] = bytes;
  });
  const f = functions.length;
  const zeros = () => new Uint32Array(f);
  return {
    sampleTypes: [
      { type: "alloc_objects", unit: "count" },
      { type: "alloc_space", unit: "bytes" },
      { type: "inuse_objects", unit: "count" },
      { type: "inuse_space", unit: "bytes" },
    ],
    defaultSampleType: "inuse_space",
    samples: {
      count: n,
      stackOf: ownNumbers(n),
      stackOffsets: Uint32Array.from(offsets),
      stackLocations: Uint32Array.from(stackLocations),
      values,
      labelsOf: ownNumbers(n),
      labelOffsets: Uint32Array.from({ length: n + 1 }, (_, i) => 2 * i),
      labelKey: Uint32Array.from({ length: 2 * n }, (_, i) => id(i % 2 ? "object" : "bytes")),
      labelText: Uint32Array.from({ length: 2 * n }, (_, i) =>
        i % 2 ? id(samples[i >> 1]!.label ?? "") : 0,
      ),
      labelNumber: Float64Array.from({ length: 2 * n }, (_, i) =>
        i % 2 ? 0 : (samples[i >> 1]!.size ?? 0),
      ),
      labelUnit: new Uint32Array(2 * n),
    },
    locations: {
      count: f,
      idLow: Uint32Array.from({ length: f }, (_, i) => i + 1),
      idHigh: zeros(),
      addressLow: zeros(),
      addressHigh: zeros(),
      mapping: new Int32Array(f).fill(-1),
      isFolded: new Uint8Array(f),
      lineOffsets: Uint32Array.from({ length: f + 1 }, (_, i) => i),
      lineFunction: Int32Array.from({ length: f }, (_, i) => i),
      lineNumber: new Float64Array(f),
      lineColumn: new Float64Array(f),
    },
    functions: {
      count: f,
      name: Uint32Array.from(functions, id),
      systemName: zeros(),
      file: Uint32Array.from(functions, (name) => id(options.file?.(name) ?? "")),
      startLine: new Float64Array(f),
    },
    mappings: [],
    strings: StringTable.of(strings),
    comments: [],
    docUrl: "",
    dropFrames: "",
    keepFrames: "",
    timeNanos: options.time ?? 0n,
    durationNanos: 0n,
    periodType: { type: "space", unit: "bytes" },
    period: 524288,
    notes: [],
  };
}

/** The verdict on one sample in words: "ConfigMap shaped json-response", "other openapi other". */
function verdict(a: Attribution, profile: number, sample: number): string {
  const kind = a.kind[profile]![sample]!;
  const stage = STAGES[a.stage[profile]![sample]!];
  if (kind === KIND_OTHER)
    return `other ${OTHER_CATEGORIES[a.category[profile]![sample]!]} ${stage}`;
  const evidence = EVIDENCE[a.evidence[profile]![sample]!];
  if (kind === KIND_UNKNOWN) return `unknown ${evidence} ${stage}`;
  const { kind: name, group } = a.kinds[kind]!;
  return `${name}${group ? `.${group}` : ""} ${evidence} ${stage}`;
}

/** Verdicts on all samples of some profiles. */
export function verdictsOf(...profiles: readonly Profile[]): string[][] {
  const a = finish(attribute(profiles, buildFrameTable(profiles)));
  return profiles.map((p, i) =>
    Array.from({ length: p.samples.count }, (_, s) => verdict(a, i, s)),
  );
}

/** The verdict on a stack by itself, given root to leaf. */
export function judged(stack: readonly string[], sample: Partial<TestSample> = {}): string {
  return verdictsOf(profileOf([{ stack, ...sample }]))[0]![0]!;
}
