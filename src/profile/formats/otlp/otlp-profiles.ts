import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { subjectOf } from "../../features.js";
import { about } from "../../go-names.js";
import type { Plain } from "../../pprof/message-shape.js";
import { ownNumbers, type Profile, type SampleType } from "../../profile.js";
import { ProfileError } from "../../profile-error.js";
import { StringTable } from "../../string-table.js";
import type { ImportedProfile } from "../importer.js";
import { bigOf, numberOf, optionalList, textOf } from "../json-content.js";
import { PPROF_KEYS } from "./otlp-shape.js";
import {
  type Attribute,
  at,
  attributesOf,
  type Tables,
  tablesOf,
  valueOfAny,
} from "./otlp-tables.js";

const MAX_PROFILES = 1000;

/**
 * The profiles of a file. Those of one scope with the same time, period and duration are sample
 * types of one profile, as pprof has them.
 */
export function* profilesOf(data: Plain, dictionary: Plain): Steps<readonly ImportedProfile[]> {
  const tables = tablesOf(dictionary);
  const out: ImportedProfile[] = [];
  const resources = optionalList(data.resourceProfiles, "resourceProfiles") as readonly Plain[];
  for (const [r, resource] of resources.entries()) {
    const service = nameOf(resource, tables);
    const scopes = optionalList(
      resource.scopeProfiles,
      `resourceProfiles[${r}]`,
    ) as readonly Plain[];
    for (const scope of scopes) {
      const groups = new Map<string, Plain[]>();
      for (const one of optionalList(scope.profiles, "profiles") as readonly Plain[]) {
        const key = JSON.stringify(
          [one.timeUnixNano ?? 0, one.durationNano ?? 0, one.period ?? 0, one.periodType ?? {}],
          (_, value) => (typeof value === "bigint" ? String(value) : value),
        );
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
      }
      for (const group of groups.values()) {
        if (out.length >= MAX_PROFILES) {
          throw new ProfileError(FORMATS_WORDS.otlp.many(MAX_PROFILES));
        }
        const profile = merged(group, scope, tables);
        out.push({ name: service || `${out.length + 1}`, profile });
        yield (r + 1) / resources.length;
      }
    }
  }
  if (out.length === 0) throw new ProfileError(FORMATS_WORDS.otlp.none);
  return out.length === 1 ? [{ ...out[0], name: "" }] : numbered(out);
}

/** Names that tell the profiles apart. */
function numbered(found: readonly ImportedProfile[]): ImportedProfile[] {
  const seen = new Map<string, number>();
  return found.map((f) => {
    const n = (seen.get(f.name) ?? 0) + 1;
    seen.set(f.name, n);
    return n === 1 ? f : { ...f, name: `${f.name} ${n}` };
  });
}

function nameOf(resource: Plain, tables: Tables): string {
  const attributes = optionalList(
    (resource.resource as Plain | undefined)?.attributes,
    "attributes",
  );
  for (const value of attributes as readonly Plain[]) {
    if (keyOf(value, tables) === "service.name") return anyOf(value, tables).text ?? "";
  }
  return "";
}

const keyOf = (pair: Plain, { strings }: Tables): string =>
  textOf(pair.key) || (strings[numberOf(pair.keyStrindex ?? 0, "keyStrindex")] ?? "");
const anyOf = (pair: Plain, { strings }: Tables) =>
  valueOfAny((pair.value ?? {}) as Plain, (i) => strings[numberOf(i, "thing.string")] ?? "");

/** Samples are the same where their stack, attributes and link are. */
function merged(group: readonly Plain[], scope: Plain, tables: Tables): Profile {
  const types = group.map((one) => typeOf(one.sampleType, tables));
  const lists = group.map(
    (one, g) => optionalList(one.samples, `profiles[${g}].samples`) as readonly Plain[],
  );
  const identity = (s: Plain) =>
    `${s.stackIndex ?? 0};${[...optionalList(s.attributeIndices, "attributeIndices")].join()};${s.linkIndex ?? 0}`;
  // Lists of the same samples in the same order stay so: also samples that are alike stay apart.
  const parallel = lists.every(
    (l) => l.length === lists[0].length && l.every((s, i) => identity(s) === identity(lists[0][i])),
  );
  const samples: Plain[] = [];
  const values: number[][] = types.map(() => []);
  const known = new Map<string, number>();
  lists.forEach((list, t) => {
    list.forEach((sample, i) => {
      const key = parallel ? `${i}` : identity(sample);
      let s = known.get(key);
      if (s === undefined) {
        s = samples.push(sample) - 1;
        known.set(key, s);
        for (const column of values) column.push(0);
      }
      values[t][s] += amountOf(sample);
    });
  });
  return profileOf(group[0], scope, tables, types, samples, values);
}

/** The sum of its values; of a sample that has only moments, how many. */
function amountOf(sample: Plain): number {
  const values = optionalList(sample.values, "values");
  if (values.length > 0) return values.reduce<number>((n, v) => n + numberOf(v, "thing.value"), 0);
  return optionalList(sample.timestampsUnixNano, "timestampsUnixNano").length;
}

function typeOf(value: unknown, { strings }: Tables): SampleType {
  const type = (value ?? {}) as Plain;
  const string = (index: unknown) => strings[at(index, strings.length, "thing.sampleType")] ?? "";
  return { type: string(type.typeStrindex), unit: string(type.unitStrindex) };
}

function profileOf(
  one: Plain,
  scope: Plain,
  tables: Tables,
  types: readonly SampleType[],
  samples: readonly Plain[],
  values: readonly (readonly number[])[],
): Profile {
  const stacks = samples.map(
    (s, i) =>
      tables.stacks[at(s.stackIndex, tables.stacks.length, `samples[${i}].stackIndex`)] ?? [],
  );
  const stackOffsets = new Uint32Array(samples.length + 1);
  stacks.forEach((stack, s) => {
    stackOffsets[s + 1] = stackOffsets[s] + stack.length;
  });
  const stackLocations = new Uint32Array(stackOffsets[samples.length]);
  stacks.forEach((stack, s) => {
    stackLocations.set(stack, stackOffsets[s]);
  });
  const labels = labelsOf(samples, tables);
  const own = attributesOf(one, tables.attributes, "thing.profile");
  const textFor = (key: string) => own.find((a) => a.key === key)?.text ?? "";
  const scopePairs = optionalList((scope.scope as Plain | undefined)?.attributes, "attributes");
  const named = (scopePairs as readonly Plain[]).find(
    (p) => keyOf(p, tables) === PPROF_KEYS.defaultType,
  );
  const { periodType } = one;
  const profile: Profile = {
    sampleTypes: types,
    defaultSampleType: named ? (anyOf(named, tables).text ?? "") : "",
    samples: {
      count: samples.length,
      stackOf: ownNumbers(samples.length),
      stackOffsets,
      stackLocations,
      values: Float64Array.from(values.flat()),
      ...labels.columns,
    },
    locations: tables.locations,
    functions: tables.functions,
    mappings: tables.mappings,
    strings: StringTable.extended(tables.table, labels.more),
    comments: own.find((a) => a.key === PPROF_KEYS.comment)?.texts ?? [],
    docUrl: textFor(PPROF_KEYS.docUrl),
    dropFrames: textFor(PPROF_KEYS.dropFrames),
    keepFrames: textFor(PPROF_KEYS.keepFrames),
    timeNanos: bigOf(one.timeUnixNano),
    durationNanos: bigOf(one.durationNano),
    periodType: periodType === undefined ? undefined : typeOf(periodType, tables),
    period: numberOf(one.period ?? 0, "period"),
    notes: [],
  };
  return about(profile, subjectOf(types));
}

/** Attributes and links of the samples as labels. */
function labelsOf(samples: readonly Plain[], tables: Tables) {
  const more: string[] = [];
  const index = new Map(tables.strings.map((s, i) => [s, i]));
  const string = (text: string): number => {
    let found = index.get(text);
    if (found === undefined) {
      found = tables.strings.length + more.push(text) - 1;
      index.set(text, found);
    }
    return found;
  };
  const labelOffsets = new Uint32Array(samples.length + 1);
  const [key, text, unit]: [number[], number[], number[]] = [[], [], []];
  const number: number[] = [];
  const add = (a: Pick<Attribute, "key" | "text" | "number" | "unit">): void => {
    key.push(string(a.key));
    text.push(a.text === undefined ? 0 : string(a.text));
    number.push(a.text === undefined ? a.number : 0);
    unit.push(string(a.unit));
  };
  samples.forEach((sample, s) => {
    for (const a of attributesOf(sample, tables.attributes, `samples[${s}]`)) add(a);
    const link = tables.links[at(sample.linkIndex, tables.links.length, `samples[${s}].linkIndex`)];
    if (link?.trace) add({ key: "trace_id", text: link.trace, number: 0, unit: "" });
    if (link?.span) add({ key: "span_id", text: link.span, number: 0, unit: "" });
    labelOffsets[s + 1] = key.length;
  });
  const columns = {
    labelsOf: ownNumbers(samples.length),
    labelOffsets,
    labelKey: Uint32Array.from(key),
    labelText: Uint32Array.from(text),
    labelNumber: Float64Array.from(number),
    labelUnit: Uint32Array.from(unit),
  };
  return { columns, more };
}
