import type { Profile } from "../profile/profile.js";
import type { FrameTable } from "./frame-table.js";

/** What one frame of the graph is: pprof's granularities. */
export const GRANULARITIES = ["functions", "filefunctions", "files", "lines", "addresses"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/**
 * The frame table with a frame for each function and file, file, line or address instead of each
 * function, named as pprof names them (`NameComponents`, internal/graph/graph.go). The frames that
 * there were keep their indices: they still stand for what joining adds.
 * @param profiles with at least the lines and locations that the table was made of: for lines of
 * further functions (see `withLabelFrames`) frames are made
 */
export function granularFrames(
  base: FrameTable,
  profiles: readonly Profile[],
  granularity: Granularity,
): FrameTable {
  const beyond = profiles.some((p, i) => p.functions.count > base.ofFunction[i].length);
  if (granularity === "functions" && !beyond) return base;
  const table = new Granular(base, granularity);
  const ofFunction: Int32Array[] = [];
  const ofLine: Int32Array[] = [];
  const ofBareLocation: Int32Array[] = [];
  profiles.forEach((profile, p) => {
    const { functions, locations, strings } = profile;
    const functionFrame = new Int32Array(functions.count);
    functionFrame.set(base.ofFunction[p]);
    for (let f = base.ofFunction[p].length; f < functions.count; f++) {
      functionFrame[f] = table.named(strings.get(functions.name[f]) || "<unknown>");
    }
    const lineFrame = new Int32Array(locations.lineFunction.length);
    const bare = new Int32Array(locations.count).fill(-1);
    for (let l = 0; l < locations.count; l++) {
      const first = locations.lineOffsets[l];
      const last = locations.lineOffsets[l + 1];
      if (first === last) bare[l] = table.bare(profile, l, base.ofBareLocation[p][l]);
      for (let k = first; k < last; k++) {
        const f = locations.lineFunction[k];
        const whole = base.ofLine[p][k] ?? functionFrame[f] ?? -1;
        lineFrame[k] = f < 0 ? table.bare(profile, l, whole) : table.line(profile, l, k, whole);
      }
    }
    ofFunction.push(functionFrame);
    ofLine.push(lineFrame);
    ofBareLocation.push(bare);
  });
  const { names, files, functionNames } = table;
  const { loosened } = base;
  return {
    names,
    files,
    functionNames,
    ofFunction,
    ofLine,
    ofBareLocation,
    ...(loosened ? { loosened } : {}),
  };
}

class Granular {
  readonly names: string[];
  readonly files: string[];
  readonly functionNames: string[];
  private readonly known = new Map<string, number>();
  private byName: Map<string, number> | undefined;

  constructor(
    base: FrameTable,
    private readonly granularity: Granularity,
  ) {
    this.names = [...base.names];
    this.files = [...base.files];
    this.functionNames = [...(base.functionNames ?? base.names)];
  }

  /** The frame of a name of its own. */
  named(name: string): number {
    this.byName ??= new Map(this.names.map((n, f) => [n, f]));
    let frame = this.byName.get(name);
    if (frame === undefined) {
      frame = this.add(name, "", name);
      this.byName.set(name, frame);
    }
    return frame;
  }

  /** The frame of a location without function, of which `whole` is the frame by its object. */
  bare(profile: Profile, l: number, whole: number): number {
    if (this.granularity !== "addresses") return whole;
    const address = addressOf(profile, l);
    return address === "" ? whole : this.once(`${address} ${this.names[whole]}`, whole, "");
  }

  /** The frame of line `k` of location `l`, of which `whole` is the function's frame. */
  line(profile: Profile, l: number, k: number, whole: number): number {
    const { granularity } = this;
    const { functions, locations, strings } = profile;
    const f = locations.lineFunction[k];
    const file = cleanPath(strings.get(functions.file[f]));
    const name = this.names[whole];
    switch (granularity) {
      case "functions":
        return whole;
      case "filefunctions":
        return file === "" ? whole : this.once(`${name} ${file}`, whole, file);
      case "files":
        return file === "" ? this.unnamed(profile, l) : this.once(file, whole, file);
      default: {
        const at = placeOf(profile, k, file, granularity === "addresses");
        const address = granularity === "addresses" ? addressOf(profile, l) : "";
        const parts = [address, name, at].filter((part) => part !== "");
        return parts.length === 1 ? whole : this.once(parts.join(" "), whole, file);
      }
    }
  }

  private unnamed({ locations, mappings }: Profile, l: number): number {
    const object = mappings[locations.mapping[l]]?.file.split("/").at(-1);
    return this.named(object ? `[${object}]` : "<unknown>");
  }

  private once(name: string, whole: number, file: string): number {
    const byFile = this.granularity === "files";
    const key = byFile ? name : `${name}\u0000${whole}`;
    let frame = this.known.get(key);
    if (frame === undefined) {
      frame = this.add(name, file, byFile ? name : this.functionNames[whole]);
      this.known.set(key, frame);
    }
    return frame;
  }

  private add(name: string, file: string, functionName: string): number {
    this.files.push(file);
    this.functionNames.push(functionName);
    return this.names.push(name) - 1;
  }
}

/** `file:line`, with the column where that is asked for; the file alone where no line is known. */
function placeOf({ locations }: Profile, k: number, file: string, columns: boolean): string {
  const line = locations.lineNumber[k];
  const column = locations.lineColumn[k];
  if (line === 0) return file;
  return columns && column !== 0 ? `${file}:${line}:${column}` : `${file}:${line}`;
}

/** 16 digits; "" for address 0, which is none. */
function addressOf({ locations }: Profile, l: number): string {
  const low = locations.addressLow[l];
  const high = locations.addressHigh[l];
  if (low === 0 && high === 0) return "";
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** The shortest path of the same meaning by its text alone: Go's filepath.Clean; "" for "". */
function cleanPath(path: string): string {
  if (path === "" || !/\/\/|\/\.|^\.|\/$/.test(path)) return path;
  const rooted = path.startsWith("/");
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") out.push(part);
    else if (out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (!rooted) out.push("..");
  }
  return (rooted ? "/" : "") + out.join("/") || (rooted ? "/" : ".");
}
