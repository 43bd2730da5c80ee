/** What a unit of values measures, and how many bytes or nanoseconds one of it is. */
export interface Unit {
  readonly of: "bytes" | "time";
  readonly factor: number;
}

const PREFIXES = ["", "k", "m", "g", "t", "p"];
const LONG = ["", "kilo", "mega", "giga", "tera", "peta"];

const UNITS = new Map<string, Unit>([
  ["byte", { of: "bytes", factor: 1 }],
  ...PREFIXES.flatMap((prefix, i): [string, Unit][] => {
    const unit: Unit = { of: "bytes", factor: 1024 ** i };
    return [
      [`${prefix}b`, unit],
      [`${prefix}ib`, unit],
      [`${prefix}byte`, unit],
      [`${LONG[i]}byte`, unit],
    ];
  }),
  ...(
    [
      [1, "ns nanosecond nanos nsec"],
      [1e3, "us μs µs microsecond micros usec"],
      [1e6, "ms millisecond millis msec"],
      [1e9, "s sec second"],
      [60e9, "min minute"],
      [3600e9, "h hr hour"],
    ] as const
  ).flatMap(([factor, names]) =>
    names.split(" ").map((name): [string, Unit] => [name, { of: "time", factor }]),
  ),
]);

/** A unit by any of its names, in any case, in the plural too; undefined for one of counts. */
export function unitOf(name: string): Unit | undefined {
  const lower = name.toLowerCase();
  return UNITS.get(lower) ?? (lower.length > 2 ? UNITS.get(lower.replace(/s$/, "")) : undefined);
}

/** Whether a unit is one of bytes: "bytes", "B", "kB", "MiB", "megabytes". */
export function isByteUnit(name: string): boolean {
  return unitOf(name)?.of === "bytes";
}
