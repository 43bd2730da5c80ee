import { PPROF_KEYS, PROFILES_DATA } from "../profile/formats/otlp/otlp-shape.js";
import { messageBytes, type Plain } from "../profile/pprof/message-shape.js";
import {
  labelsFrom,
  labelsTo,
  type Profile,
  type SampleType,
  stackOfSample,
  valuesOf,
} from "../profile/profile.js";
import { int64 } from "./pprof-message.js";

/**
 * A profile as OpenTelemetry's ProfilesData (v1development), every sample as it is: read back it is
 * the same profile. What pprof has and OpenTelemetry has no field for stands in attributes named
 * `pprof.…`. There is a message for each sample type, all with the same samples.
 */
export function otlpFile(profile: Profile): Uint8Array<ArrayBuffer> {
  return messageBytes(otlpData(profile), PROFILES_DATA, "the profile");
}

/** As `otlpFile`, as the JSON of OTLP. */
export function otlpJsonFile(profile: Profile): string {
  const wide = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return `${JSON.stringify(otlpData(profile), wide)}\n`;
}

function otlpData(profile: Profile): Plain {
  const tables = new Dictionary(profile);
  const { sampleTypes, samples, periodType } = profile;
  const stacks = tables.stacks();
  const attributes = Array.from({ length: samples.count }, (_, s) => tables.labels(s));
  const own = tables.ofProfile();
  const type = ({ type, unit }: SampleType) => ({
    typeStrindex: tables.string(type),
    unitStrindex: tables.string(unit),
  });
  const profiles = sampleTypes.map((sampleType, t) => {
    const values = valuesOf(profile, t);
    return {
      sampleType: type(sampleType),
      samples: stacks.map((stackIndex, s) => ({
        stackIndex,
        attributeIndices: attributes[s],
        values: [wholeOf(values[s])],
      })),
      timeUnixNano: BigInt.asUintN(64, profile.timeNanos),
      durationNano: BigInt.asUintN(64, profile.durationNanos),
      ...(periodType ? { periodType: type(periodType) } : {}),
      period: wholeOf(profile.period),
      attributeIndices: own,
    };
  });
  const named = profile.defaultSampleType;
  const scope = {
    name: "leaklens",
    attributes: named ? [{ key: PPROF_KEYS.defaultType, value: { stringValue: named } }] : [],
  };
  return {
    resourceProfiles: [{ resource: {}, scopeProfiles: [{ scope, profiles }] }],
    dictionary: tables.done(),
  };
}

function wholeOf(value: number): bigint {
  return BigInt(int64(value));
}

/** The tables of a file while they are put together; entry 0 of each is nothing. */
class Dictionary {
  private readonly strings: string[] = [""];
  private readonly stringIndex = new Map<string, number>([["", 0]]);
  private readonly attributes: Plain[] = [{}];
  private readonly attributeIndex = new Map<string, number>();
  private readonly stackTable: Plain[] = [{ locationIndices: [] }];

  constructor(private readonly profile: Profile) {}

  string(text: string): number {
    let index = this.stringIndex.get(text);
    if (index === undefined) {
      index = this.strings.push(text) - 1;
      this.stringIndex.set(text, index);
    }
    return index;
  }

  attribute(key: string, value: Plain, unit = ""): number {
    const id = JSON.stringify([key, value, unit], (_, v) => (typeof v === "bigint" ? `${v}` : v));
    let index = this.attributeIndex.get(id);
    if (index === undefined) {
      const keyStrindex = this.string(key);
      index = this.attributes.push({ keyStrindex, value, unitStrindex: this.string(unit) }) - 1;
      this.attributeIndex.set(id, index);
    }
    return index;
  }

  /** The stack of each sample. */
  stacks(): number[] {
    const { samples } = this.profile;
    const known = new Map<string, number>([["", 0]]);
    return Array.from({ length: samples.count }, (_, s) => {
      const stack = Array.from(stackOfSample(samples, s), (l) => l + 1);
      const key = stack.join();
      let index = known.get(key);
      if (index === undefined) {
        index = this.stackTable.push({ locationIndices: stack }) - 1;
        known.set(key, index);
      }
      return index;
    });
  }

  labels(s: number): number[] {
    const { samples, strings } = this.profile;
    const out: number[] = [];
    for (let i = labelsFrom(samples, s); i < labelsTo(samples, s); i++) {
      const text = strings.get(samples.labelText[i]);
      const value =
        samples.labelText[i] !== 0
          ? { stringValue: text }
          : { intValue: wholeOf(samples.labelNumber[i]) };
      const key = strings.get(samples.labelKey[i]);
      out.push(this.attribute(key, value, strings.get(samples.labelUnit[i])));
    }
    return out;
  }

  ofProfile(): number[] {
    const { comments, dropFrames, keepFrames, docUrl } = this.profile;
    const out: number[] = [];
    const text = (key: string, stringValue: string) => {
      if (stringValue !== "") out.push(this.attribute(key, { stringValue }));
    };
    if (comments.length > 0) {
      const values = comments.map((stringValue) => ({ stringValue }));
      out.push(this.attribute(PPROF_KEYS.comment, { arrayValue: { values } }));
    }
    text(PPROF_KEYS.dropFrames, dropFrames);
    text(PPROF_KEYS.keepFrames, keepFrames);
    text(PPROF_KEYS.docUrl, docUrl);
    return out;
  }

  done(): Plain {
    const mappingTable = [{}, ...this.mappings()];
    const locationTable = [{}, ...this.locations()];
    const functionTable = [{}, ...this.functions()];
    return {
      mappingTable,
      locationTable,
      functionTable,
      linkTable: [{}],
      stringTable: this.strings,
      attributeTable: this.attributes,
      stackTable: this.stackTable,
    };
  }

  private mappings(): Plain[] {
    return this.profile.mappings.map((m) => {
      const attributeIndices: number[] = [];
      const flag = (key: string, has: boolean) => {
        if (has) attributeIndices.push(this.attribute(key, { boolValue: true }));
      };
      if (m.buildId !== "") {
        attributeIndices.push(this.attribute(PPROF_KEYS.buildId, { stringValue: m.buildId }));
      }
      flag(PPROF_KEYS.hasFunctions, m.hasFunctions);
      flag(PPROF_KEYS.hasFilenames, m.hasFilenames);
      flag(PPROF_KEYS.hasLineNumbers, m.hasLineNumbers);
      flag(PPROF_KEYS.hasInlineFrames, m.hasInlineFrames);
      return {
        memoryStart: m.start,
        memoryLimit: m.limit,
        fileOffset: m.offset,
        filenameStrindex: this.string(m.file),
        attributeIndices,
      };
    });
  }

  private locations(): Plain[] {
    const { locations } = this.profile;
    return Array.from({ length: locations.count }, (_, l) => {
      const lines: Plain[] = [];
      for (let k = locations.lineOffsets[l]; k < locations.lineOffsets[l + 1]; k++) {
        lines.push({
          functionIndex: locations.lineFunction[k] + 1,
          line: wholeOf(locations.lineNumber[k]),
          column: wholeOf(locations.lineColumn[k]),
        });
      }
      const high = BigInt(locations.addressHigh[l]) << 32n;
      return {
        mappingIndex: locations.mapping[l] + 1,
        address: high | BigInt(locations.addressLow[l]),
        lines,
        attributeIndices:
          locations.isFolded[l] === 1
            ? [this.attribute(PPROF_KEYS.isFolded, { boolValue: true })]
            : [],
      };
    });
  }

  private functions(): Plain[] {
    const { functions, strings } = this.profile;
    const text = (index: number) => this.string(strings.get(index));
    return Array.from({ length: functions.count }, (_, f) => ({
      nameStrindex: text(functions.name[f]),
      systemNameStrindex: text(functions.systemName[f]),
      filenameStrindex: text(functions.file[f]),
      startLine: wholeOf(functions.startLine[f]),
    }));
  }
}
