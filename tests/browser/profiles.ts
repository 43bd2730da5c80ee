import {
  Function as Fn,
  Line,
  Location,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from "pprof-format";

function profile(
  types: readonly (readonly [string, string])[],
  values: number[] | undefined,
  name = "main.main",
) {
  const strings = new StringTable();
  const type = ([name, unit]: readonly [string, string]) =>
    new ValueType({ type: strings.dedup(name), unit: strings.dedup(unit) });
  const sampleType = types.map(type);
  const fn = new Fn({ id: 1, name: strings.dedup(name) });
  const location = new Location({ id: 1, line: [new Line({ functionId: 1, line: 3 })] });
  return new Profile({
    sampleType,
    sample: values ? [new Sample({ locationId: [1], value: values })] : [],
    location: [location],
    function: [fn],
    stringTable: strings,
  }).encode();
}

/** A heap profile in which nothing was sampled. */
export function emptyProfile(): Uint8Array {
  return profile([["inuse_space", "bytes"]], undefined);
}

/** A profile of processor time. */
export function cpuProfile(): Uint8Array {
  return profile(
    [
      ["samples", "count"],
      ["cpu", "nanoseconds"],
    ],
    [3, 30_000_000],
  );
}

/** A heap profile of one function of a given name. */
export function namedProfile(name: string): Uint8Array {
  return profile([["inuse_space", "bytes"]], [4096], name);
}
