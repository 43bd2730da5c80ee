/** A text of the string table; bytes stand for themselves, so that they need not be UTF-8. */
export type Text = string | Uint8Array;

/** A profile as plain objects: what a file says, without how it says it. */
export interface ProfileModel {
  readonly sampleTypes: readonly { readonly type: Text; readonly unit: Text }[];
  readonly defaultSampleType: Text;
  readonly mappings: readonly MappingModel[];
  readonly functions: readonly FunctionModel[];
  readonly locations: readonly LocationModel[];
  readonly samples: readonly SampleModel[];
  readonly comments: readonly Text[];
  readonly docUrl: Text;
  readonly dropFrames: Text;
  readonly keepFrames: Text;
  readonly timeNanos: bigint;
  readonly durationNanos: bigint;
  readonly periodType: { readonly type: Text; readonly unit: Text } | undefined;
  readonly period: bigint;
}

/** A model of nothing: what a test does not care about. */
export const NOTHING: ProfileModel = {
  sampleTypes: [],
  defaultSampleType: "",
  mappings: [],
  functions: [],
  locations: [],
  samples: [],
  comments: [],
  docUrl: "",
  dropFrames: "",
  keepFrames: "",
  timeNanos: 0n,
  durationNanos: 0n,
  periodType: undefined,
  period: 0n,
};

export interface MappingModel {
  readonly id: bigint;
  readonly start: bigint;
  readonly limit: bigint;
  readonly offset: bigint;
  readonly file: Text;
  readonly buildId: Text;
  readonly hasFunctions: boolean;
}

export interface FunctionModel {
  readonly id: bigint;
  readonly name: Text;
  readonly systemName: Text;
  readonly file: Text;
  readonly startLine: bigint;
}

export interface LocationModel {
  readonly id: bigint;
  /** index into mappings, -1 for none */
  readonly mapping: number;
  readonly address: bigint;
  readonly isFolded: boolean;
  /** `fn` is an index into functions, -1 for none; innermost callee first */
  readonly lines: readonly {
    readonly fn: number;
    readonly line: bigint;
    readonly column: bigint;
  }[];
}

export interface SampleModel {
  /** indices into locations, leaf first */
  readonly stack: readonly number[];
  readonly values: readonly bigint[];
  readonly labels: readonly LabelModel[];
}

export interface LabelModel {
  readonly key: Text;
  readonly text: Text;
  readonly number: bigint;
  readonly unit: Text;
}

/** How a model is written down. Every choice that the format leaves open follows from `seed`. */
export interface WriteStyle {
  /** 0 writes as Go does: in order, packed, nothing unknown */
  readonly seed: number;
  /** each list of numbers in one field, as some readers need it; no unknown fields of odd types */
  readonly modest?: boolean;
}

/** A random number generator, 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Bytes of protocol buffer fields, one after the other. */
export class WireWriter {
  private readonly out: number[] = [];

  /** A varint; negative numbers take ten bytes. `long` adds bytes that mean nothing. */
  varint(value: bigint | number, long = false): this {
    let rest = BigInt.asUintN(64, BigInt(value));
    let size = 1;
    while (rest > 0x7fn) {
      this.out.push(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
      size++;
    }
    if (long && size < 9) this.out.push(Number(rest) | 0x80, 0x80, 0);
    else this.out.push(Number(rest));
    return this;
  }

  tag(field: number, wire: number): this {
    return this.varint(field * 8 + wire);
  }

  raw(bytes: Iterable<number>): this {
    for (const byte of bytes) this.out.push(byte);
    return this;
  }

  number(field: number, value: bigint | number, long = false): this {
    return this.tag(field, 0).varint(value, long);
  }

  message(field: number, bytes: Uint8Array): this {
    return this.tag(field, 2).varint(bytes.length).raw(bytes);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.out);
  }
}

/** Writes a model as the bytes of a profile.proto message. */
export function writeProfile(model: ProfileModel, style: WriteStyle = { seed: 0 }): Uint8Array {
  return new ProfileWriter(style).write(model);
}

type Field = (to: WireWriter) => void;

class ProfileWriter {
  private readonly strings: Text[] = [""];
  private readonly known = new Map<string, number>([["s:", 0]]);
  private readonly chance: () => number;
  private readonly wild: boolean;
  private readonly modest: boolean;

  constructor(style: WriteStyle) {
    this.chance = random(style.seed);
    this.wild = style.seed !== 0;
    this.modest = style.modest ?? false;
  }

  write(model: ProfileModel): Uint8Array {
    const lists: Field[][] = [
      model.sampleTypes.map((t) => this.nested(1, this.valueType(t))),
      model.samples.map((s) => this.nested(2, this.sample(model, s))),
      model.mappings.map((m) => this.nested(3, this.mapping(m))),
      model.locations.map((l) => this.nested(4, this.location(model, l))),
      model.functions.map((f) => this.nested(5, this.fn(f))),
      this.number(7, this.string(model.dropFrames)),
      this.number(8, this.string(model.keepFrames)),
      this.number(9, model.timeNanos),
      this.number(10, model.durationNanos),
      model.periodType ? [this.nested(11, this.valueType(model.periodType))] : [],
      this.number(12, model.period),
      this.numbers(
        13,
        model.comments.map((c) => BigInt(this.string(c))),
      ),
      this.number(14, this.string(model.defaultSampleType)),
      this.number(15, this.string(model.docUrl)),
      this.unknown(16),
    ];
    lists.push(this.strings.map((s) => this.nested(6, bytesOf(s))));
    return this.join(lists);
  }

  private valueType(type: { type: Text; unit: Text }): Uint8Array {
    return this.join([
      this.number(1, this.string(type.type)),
      this.number(2, this.string(type.unit)),
    ]);
  }

  private sample(model: ProfileModel, sample: SampleModel): Uint8Array {
    return this.join([
      this.numbers(
        1,
        sample.stack.map((l) => model.locations[l]!.id),
      ),
      this.numbers(2, sample.values),
      sample.labels.map((label) =>
        this.nested(
          3,
          this.join([
            this.number(1, this.string(label.key)),
            this.number(2, this.string(label.text)),
            this.number(3, label.number),
            this.number(4, this.string(label.unit)),
            this.unknown(5),
          ]),
        ),
      ),
      this.unknown(4),
    ]);
  }

  private mapping(mapping: MappingModel): Uint8Array {
    return this.join([
      this.number(1, mapping.id),
      this.number(2, mapping.start),
      this.number(3, mapping.limit),
      this.number(4, mapping.offset),
      this.number(5, this.string(mapping.file)),
      this.number(6, this.string(mapping.buildId)),
      this.number(7, mapping.hasFunctions ? 1 : 0),
      this.unknown(11),
    ]);
  }

  private location(model: ProfileModel, location: LocationModel): Uint8Array {
    const mapping = model.mappings[location.mapping];
    return this.join([
      this.number(1, location.id),
      this.number(2, mapping ? mapping.id : 0),
      this.number(3, location.address),
      location.lines.map((line) =>
        this.nested(
          4,
          this.join([
            this.number(1, model.functions[line.fn]?.id ?? 0),
            this.number(2, line.line),
            this.number(3, line.column),
            this.unknown(4),
          ]),
        ),
      ),
      this.number(5, location.isFolded ? 1 : 0),
      this.unknown(6),
    ]);
  }

  private fn(fn: FunctionModel): Uint8Array {
    return this.join([
      this.number(1, fn.id),
      this.number(2, this.string(fn.name)),
      this.number(3, this.string(fn.systemName)),
      this.number(4, this.string(fn.file)),
      this.number(5, fn.startLine),
      this.unknown(6),
    ]);
  }

  private string(text: Text): number {
    const key = typeof text === "string" ? `s:${text}` : `b:${text.join()}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.strings.length;
      this.known.set(key, index);
      this.strings.push(text);
    }
    return index;
  }

  /** A field of one number; zero may be left out, as proto3 does. */
  private number(field: number, value: bigint | number): Field[] {
    if (BigInt(value) === 0n && (!this.wild || this.chance() < 0.5)) return [];
    const long = this.wild && !this.modest && this.chance() < 0.1;
    return [(to) => to.number(field, value, long)];
  }

  private nested(field: number, bytes: Uint8Array): Field {
    return (to) => to.message(field, bytes);
  }

  /** A list of numbers: packed, one by one, or some of each. */
  private numbers(field: number, values: readonly bigint[]): Field[] {
    const packed = (part: readonly bigint[]): Field => {
      const inner = new WireWriter();
      for (const value of part) inner.varint(value);
      return this.nested(field, inner.done());
    };
    if (values.length === 0) return [];
    if (!this.wild || this.modest) return [packed(values)];
    const out: Field[] = [];
    for (let at = 0; at < values.length; ) {
      const size = 1 + Math.floor(this.chance() * 4);
      if (this.chance() < 0.5) {
        out.push(packed(values.slice(at, at + size)));
        at += size;
      } else {
        const value = values[at++]!;
        out.push((to) => to.number(field, value));
      }
    }
    return out;
  }

  /** Perhaps a field that no version of the format has yet, of any wire type. */
  private unknown(field: number): Field[] {
    if (!this.wild || this.modest || this.chance() < 0.7) return [];
    const far = this.chance() < 0.5 ? field + 1 : 100_000;
    switch (Math.floor(this.chance() * 5)) {
      case 0:
        return [(to) => to.number(far, -1)];
      case 1:
        return [(to) => to.tag(far, 1).raw([1, 2, 3, 4, 5, 6, 7, 8])];
      case 2:
        return [(to) => to.message(far, Uint8Array.of(0xff, 0xff, 0xff))];
      case 3:
        return [(to) => to.tag(far, 5).raw([1, 2, 3, 4])];
      default:
        // A group in a group.
        return [
          (to) =>
            to.tag(far, 3).number(1, 7).tag(2, 3).tag(3, 5).raw([1, 2, 3, 4]).tag(2, 4).tag(far, 4),
        ];
    }
  }

  /** Fields of one message: lists stay in order, but mix with each other in any way. */
  private join(lists: readonly Field[][]): Uint8Array {
    const to = new WireWriter();
    if (!this.wild) {
      for (const list of lists) for (const field of list) field(to);
      return to.done();
    }
    const todo = lists.map((list) => [...list]).filter((list) => list.length > 0);
    const whole = this.chance() < 0.5;
    while (todo.length > 0) {
      const at = Math.floor(this.chance() * todo.length);
      const list = todo[at]!;
      do list.shift()!(to);
      while (whole && list.length > 0);
      if (list.length === 0) todo.splice(at, 1);
    }
    return to.done();
  }
}

function bytesOf(text: Text): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : text;
}

/** What a reader must show for a text of the string table. */
export function shown(text: Text): string {
  return typeof text === "string"
    ? text
    : new TextDecoder("utf-8", { ignoreBOM: true }).decode(text);
}
