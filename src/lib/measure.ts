/**
 * Numbers as `go tool pprof` writes them: google/pprof, internal/measurement. Values are in the
 * profile's own unit.
 */

interface Unit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly factor: number;
}

interface UnitFamily {
  readonly units: readonly Unit[];
  readonly standard: Unit;
}

const unit = (name: string, aliases: string, factor: number): Unit => ({
  name,
  aliases: aliases.split(" "),
  factor,
});

const BYTE = unit("B", "b byte", 1);
const SECOND = unit("s", "s sec second", 1e9);
const GCU = unit("GCU", "gcu", 1);

const FAMILIES: readonly UnitFamily[] = [
  {
    standard: BYTE,
    units: [
      BYTE,
      unit("kB", "kb kbyte kilobyte", 2 ** 10),
      unit("MB", "mb mbyte megabyte", 2 ** 20),
      unit("GB", "gb gbyte gigabyte", 2 ** 30),
      unit("TB", "tb tbyte terabyte", 2 ** 40),
      unit("PB", "pb pbyte petabyte", 2 ** 50),
    ],
  },
  {
    standard: SECOND,
    units: [
      unit("ns", "ns nanosecond", 1),
      unit("us", "μs us microsecond", 1e3),
      unit("ms", "ms millisecond", 1e6),
      SECOND,
      unit("hrs", "hour hr", 3600e9),
    ],
  },
  {
    standard: GCU,
    units: [
      unit("n*GCU", "nanogcu", 1e-9),
      unit("u*GCU", "microgcu", 1e-6),
      unit("m*GCU", "milligcu", 1e-3),
      GCU,
      unit("k*GCU", "kilogcu", 1e3),
      unit("M*GCU", "megagcu", 1e6),
      unit("G*GCU", "gigagcu", 1e9),
      unit("T*GCU", "teragcu", 1e12),
      unit("P*GCU", "petagcu", 1e15),
    ],
  },
];

const UNINTERESTING = new Set(["count", "sample", "unit", "minimum", "auto"]);

function findUnit(family: UnitFamily, name: string): Unit | undefined {
  let wanted = name.toLowerCase();
  if (wanted.length > 2 && wanted.endsWith("s")) wanted = wanted.slice(0, -1);
  return family.units.find((u) => u.aliases.includes(wanted));
}

/**
 * A value in another unit, and that unit's name, "" where it need not be said.
 * @param to a unit, or "minimum" or "auto" for the largest unit of which the value is at least 1
 */
export function scale(value: number, from: string, to: string): { value: number; unit: string } {
  if (value < 0) {
    const positive = scale(-value, from, to);
    return { value: -positive.value, unit: positive.unit };
  }
  for (const family of FAMILIES) {
    const source = findUnit(family, from);
    if (!source) continue;
    const base = value * source.factor;
    let target = family.standard;
    if (to === "minimum" || to === "auto") {
      let largest = 0;
      for (const u of family.units) {
        if (u.factor >= largest && base / u.factor >= 1) {
          largest = u.factor;
          target = u;
        }
      }
    } else {
      target = findUnit(family, to) ?? target;
    }
    return { value: base / target.factor, unit: target.name };
  }
  return { value, unit: UNINTERESTING.has(to) ? "" : to };
}

/** `69.14MB`, `5MB`, `0`. */
export function scaledLabel(value: number, from: string, to: string): string {
  const scaled = scale(value, from, to);
  const text = fixed2(scaled.value).replace(/\.00$/, "");
  return text === "0" || text === "-0" ? "0" : text + scaled.unit;
}

/** Five places and a sign: ` 9.54%`, `0.026%`, `  100%`. Shares have no sign. */
export function percentage(value: number, total: number): string {
  const ratio = total === 0 ? 0 : Math.abs(value / total) * 100;
  if (ratio >= 99.95 && ratio <= 100.05) return "  100%";
  return `${(ratio >= 1 ? fixed2(ratio) : general2(ratio)).padStart(5)}%`;
}

/** Go's %.2f: what lies halfway goes to the even digit, where JavaScript's goes up. */
export function fixed2(value: number): string {
  const size = Math.abs(value);
  const fraction = size % 1;
  const down = fraction === 0.125 || fraction === 0.625;
  const text = (down ? size - 0.005 : size).toFixed(2);
  return value < 0 ? `-${text}` : text;
}

/** Go's %.2g of a value from 0 up. */
function general2(value: number): string {
  if (value === 0) return "0";
  let rounded = value.toPrecision(2);
  // All the digits that the double has: a 5 and nothing behind it lies halfway.
  const exact = /^0\.0*([1-9])(\d)50*$/.exec(value.toPrecision(100));
  if (exact && Number(exact[2]) % 2 === 0) {
    rounded = (value * (1 - 1e-9)).toPrecision(2);
  }
  const number = Number(rounded);
  if (number >= 1e-4) return number.toString();
  const [digits, exponent] = number.toExponential().split("e-");
  return `${digits}e-${exponent.padStart(2, "0")}`;
}
