import type { Mapping } from "../../profile.js";

/** Lines of /proc/PID/maps, and the short form that other tools write. */
const PROC =
  /^\s*(?:0x)?([0-9a-f]+)[\s-]?\s*(?:0x)?([0-9a-f]+):?(?:\s+([-rwxps]+))?(?:\s+([0-9a-f]+))?\s+[0-9a-f]+:[0-9a-f]+\s+\d+(?:\s+(\S.*?))?\s*$/i;
const BRIEF =
  /^\s*(?:0x)?([0-9a-f]+)[\s-]?\s*(?:0x)?([0-9a-f]+):?(?:\s+([-rwxp]+))?(?:\s+(\S+))?(?:\s+\(@([0-9a-f]+)\))?(?:\s+([0-9a-f]+))?\s*$/i;

const MAX_MAPPINGS = 1 << 16;

/** Lines in front of which a memory map begins. */
export function opensMemoryMap(line: string): boolean {
  return /--- Memory map: ---|^MAPPED_LIBRARIES:/.test(line);
}

/** The parts of a program's memory that hold code, and where an address lies in them. */
export class MemoryMap {
  readonly mappings: Mapping[] = [];

  /** Reads one line; what is no entry, or holds no code, is passed over. */
  add(line: string): void {
    const entry = this.mappings.length < MAX_MAPPINGS ? entryOf(line) : undefined;
    if (!entry) return;
    const { start, limit, perm, offset, file, buildId } = entry;
    if (perm && !perm.includes("x")) return;
    const from = hex(start);
    const to = hex(limit);
    if (from >= to) return;
    this.mappings.push({
      id: BigInt(this.mappings.length + 1),
      start: from,
      limit: to,
      offset: hex(offset),
      file,
      buildId,
      hasFunctions: false,
      hasFilenames: false,
      hasLineNumbers: false,
      hasInlineFrames: false,
    });
  }

  /** Index of the mapping that an address lies in, -1 for none. */
  find(address: bigint): number {
    return this.mappings.findIndex((m) => m.start <= address && address < m.limit);
  }
}

/** The fields of a line of either form; undefined where it has neither. */
function entryOf(line: string) {
  const proc = PROC.exec(line);
  if (proc) {
    const [, start, limit, perm, offset = "0", file = ""] = proc;
    return { start, limit, perm, offset, file, buildId: "" };
  }
  const brief = BRIEF.exec(line);
  if (!brief) return undefined;
  const [, start, limit, perm, file = "", offset = "0", buildId = ""] = brief;
  return { start, limit, perm, offset, file, buildId };
}

function hex(text: string): bigint {
  return BigInt.asUintN(64, BigInt(`0x${text}`));
}
