import type { LabelOf, ProfileBuilder } from "../../profile-builder.js";

/** A frame as a `#` line names it. */
interface NamedFrame {
  readonly address: bigint;
  /** "" where only the address is told */
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

const FRAME = /^#\s*(0x[0-9a-fA-F]{1,16})(?:\s+(\S.*?)\+0x[0-9a-fA-F]+\s+(\S.*?):(\d+))?\s*$/;
/** A line of a frame is not longer: names are long, and paths. */
const MAX_FRAME = 8192;
const LABELS = /^#\s*labels:\s*(\{.*\})\s*$/;
/** No stack of Go's is deeper; a line with more addresses is damaged. */
const MAX_ADDRESSES = 1 << 16;

/** The frame that a line names; undefined where it names none. */
export function frameOf(line: string): NamedFrame | undefined {
  const found = line.startsWith("#") && line.length < MAX_FRAME ? FRAME.exec(line) : null;
  if (!found || /^0x0+$/.test(found[1])) return undefined;
  return {
    address: BigInt(found[1]),
    name: found[2] ?? "",
    file: found[3] ?? "",
    line: Number(found[4] ?? 0),
  };
}

/** Labels as `# labels: {"k":"v"}` has them; undefined where the line is none such. */
export function labelsOfLine(line: string): LabelOf[] | undefined {
  const found = line.startsWith("#") ? LABELS.exec(line) : null;
  if (!found) return undefined;
  try {
    const labels: unknown = JSON.parse(found[1]);
    if (typeof labels !== "object" || labels === null) return [];
    return Object.entries(labels).map(([key, text]) => ({ key, text: String(text) }));
  } catch {
    return [];
  }
}

/** Return addresses of a record: "0x512fb6 0x51294f". */
export function addressesOf(text: string): bigint[] {
  const found = text.match(/0x[0-9a-fA-F]{1,16}/g) ?? [];
  // Go fills stacks that it does not know with zeros.
  return found
    .slice(0, MAX_ADDRESSES)
    .map(BigInt)
    .filter((address) => address !== 0n);
}

/**
 * The stack of a record. Each address has the `#` lines of the instruction before it, several
 * where functions were inlined there. Go names no functions of the runtime at the leaf, nor
 * runtime.goexit at the root: addresses without a name at either end are left out where others
 * have one.
 */
export function stackOf(
  addresses: readonly bigint[],
  frames: readonly NamedFrame[],
  builder: ProfileBuilder,
): number[] {
  const stack: number[] = [];
  let named = 0;
  let at = 0;
  for (let i = 0; i < addresses.length; ) {
    const address = addresses[i] - 1n;
    let repeats = 1;
    while (i + repeats < addresses.length && addresses[i + repeats] === addresses[i]) repeats++;
    let lines = 0;
    while (at + lines < frames.length && isAt(frames[at + lines], address)) lines++;
    const each = lines % repeats === 0 ? lines / repeats : lines;
    for (let r = 0; r < repeats; r++) {
      const own = frames.slice(at + r * each, Math.min(at + lines, at + (r + 1) * each));
      if (own.length > 0) named = stack.push(locationOf(own, address, builder));
      else if (named > 0 || frames.length === 0) stack.push(builder.location([], address));
    }
    at += lines;
    i += repeats;
  }
  // Addresses may have been written by another tool: then the names alone are the stack.
  if (at < frames.length) return frames.map((f) => locationOf([f], f.address, builder));
  return frames.length > 0 ? stack.slice(0, named) : stack;
}

/** Addresses at the leaf that no `#` line names: functions of the runtime. */
export function hiddenOf(addresses: readonly bigint[], frames: readonly NamedFrame[]): bigint[] {
  const [first] = frames;
  const at = first ? addresses.findIndex((address) => isAt(first, address - 1n)) : -1;
  return at < 0 ? [] : addresses.slice(0, at);
}

/** `#` lines tell the call's address; some versions tell the one behind it. */
function isAt(frame: NamedFrame, address: bigint): boolean {
  return frame.address === address || frame.address === address + 1n;
}

function locationOf(
  frames: readonly NamedFrame[],
  address: bigint,
  builder: ProfileBuilder,
): number {
  const lines = frames
    .filter((f) => f.name !== "")
    .map((f) => ({ function: builder.function(f.name, f.file), line: f.line }));
  return builder.location(lines, address);
}
