import type { LabelInput } from "pprof-format";
import type { StackFilter } from "../calltree/call-tree.js";
import { exactNames } from "../calltree/frame-table.js";
import type { Prepared } from "../engine/prepared-tree.js";
import type { Question } from "../engine/question.js";
import { labelsFrom, labelsTo, type Profile, stackOfSample } from "../profile/profile.js";
import { int64, type PprofMessage } from "./pprof-message.js";
import type { Int64 } from "./sample-writer.js";

const NO_LABELS: readonly LabelInput[] = [];

/** The labels of a sample. */
export function labelsOf(
  message: PprofMessage,
  profile: Profile,
  sample: number,
): readonly LabelInput[] {
  const { labelKey, labelText, labelNumber, labelUnit } = profile.samples;
  const from = labelsFrom(profile.samples, sample);
  const to = labelsTo(profile.samples, sample);
  const { strings } = profile;
  if (from === to) return NO_LABELS;
  const out: LabelInput[] = [];
  for (let i = from; i < to; i++) {
    out.push({
      key: message.string(strings.get(labelKey[i])),
      str: message.string(strings.get(labelText[i])),
      num: int64(labelNumber[i]),
      numUnit: message.string(strings.get(labelUnit[i])),
    });
  }
  return out;
}

/** The tables of one profile, written whole and in order. */
export class StacksAsFiled {
  private readonly locationIds: Int64[];

  /** @param keepIds the file's own ids are kept, where it has any */
  constructor(
    message: PprofMessage,
    private readonly profile: Profile,
    keepIds: boolean,
  ) {
    const { locations, functions, mappings, strings } = profile;
    const own = (id: bigint): Int64 => (id <= 0xffffffffn ? Number(id) : id);
    const keepsMappings = keepIds && mappings.every((m) => m.id !== 0n);
    const mappingIds = mappings.map((mapping) => {
      const id = keepsMappings ? own(mapping.id) : message.newMappingId();
      message.mapping(id, mapping);
      return id;
    });
    const functionIds: number[] = [];
    for (let f = 0; f < functions.count; f++) {
      functionIds.push(
        message.function(
          strings.get(functions.name[f]),
          strings.get(functions.systemName[f]),
          strings.get(functions.file[f]),
          functions.startLine[f],
        ),
      );
    }
    const { idLow, idHigh, lineOffsets, lineFunction, lineNumber, lineColumn } = locations;
    const keepsLocations = keepIds && idLow.every((low, l) => low !== 0 || idHigh[l] !== 0);
    this.locationIds = [];
    for (let l = 0; l < locations.count; l++) {
      const id = keepsLocations ? own(joined(idLow[l], idHigh[l])) : message.newLocationId();
      this.locationIds.push(id);
      const line = [];
      for (let k = lineOffsets[l]; k < lineOffsets[l + 1]; k++) {
        const f = lineFunction[k];
        line.push(message.line(f < 0 ? 0 : functionIds[f], lineNumber[k], lineColumn[k]));
      }
      message.location({
        id,
        mappingId: locations.mapping[l] < 0 ? 0 : mappingIds[locations.mapping[l]],
        address: own(joined(locations.addressLow[l], locations.addressHigh[l])),
        line,
        isFolded: locations.isFolded[l] === 1,
      });
    }
  }

  /** The locations of a sample, leaf first. */
  of(sample: number): Int64[] {
    const stack = stackOfSample(this.profile.samples, sample);
    return Array.from(stack, (location) => this.locationIds[location]);
  }
}

/**
 * Stacks as a question has them. Lines and addresses are kept as long as no frame was merged or
 * collapsed; then there is one location a function. Only what is used gets into the message, so
 * that a filtered file tells nothing of what was left out.
 */
export class StacksAsAsked {
  private readonly fromTree: boolean;
  private readonly frameLocations = new Map<number, number>();
  private readonly functions = new Map<string, number>();
  private readonly tables: OneProfile[];

  constructor(
    private readonly message: PprofMessage,
    private readonly prepared: Prepared,
    private readonly question: Question,
  ) {
    this.fromTree = question.transforms.some((t) =>
      /^(?:collapse|merge-recursion|tagroot|tagleaf)$/.test(t.do),
    );
    this.tables = prepared.set.profiles.map((profile, p) => {
      const { frames } = prepared.tree;
      return new OneProfile(message, profile, prepared.filters[p], (f) =>
        this.functionOf(profile, f, exactNames(frames)[frames.ofFunction[p][f]]),
      );
    });
  }

  /** The locations of a kept sample, leaf first. */
  of(sample: number, profile: number): Int64[] {
    const { tree, joined } = this.prepared;
    if (this.fromTree) return this.ofNode(tree.sampleNode[profile][sample]);
    const out = this.tables[profile].of(sample);
    const added = joined?.added[profile];
    if (added && !this.prepared.filters[profile]?.skipRoot) {
      for (let i = added.offsets[sample]; i < added.offsets[sample + 1]; i++) {
        out.push(this.frameLocation(added.frames[i]));
      }
    }
    return out;
  }

  /** The locations of a node's path, leaf first: one a function. */
  ofNode(node: number): Int64[] {
    const { parent, frame } = this.prepared.tree;
    const out: Int64[] = [];
    for (let n = node; n > 0; n = parent[n]) out.push(this.frameLocation(frame[n]));
    // In an inverted tree the root's children are the leaves.
    return this.question.inverted ? out.reverse() : out;
  }

  private frameLocation(frame: number): number {
    const known = this.frameLocations.get(frame);
    if (known !== undefined) return known;
    const { frames } = this.prepared.tree;
    const { files } = frames;
    const name = exactNames(frames)[frame];
    const id = this.message.newLocationId();
    const functionId = this.functionOnce(name, name, files[frame] ?? "", 0);
    this.message.location({ id, line: [this.message.line(functionId, 0, 0)] });
    this.frameLocations.set(frame, id);
    return id;
  }

  private functionOf(profile: Profile, f: number, frameName: string): number {
    const { functions, strings } = profile;
    const text = (column: Uint32Array): string => strings.get(column[f]);
    const named = text(functions.name) !== "" || text(functions.systemName) !== "";
    // What has no name of its own stays without: it is known by its mapping.
    const name = named ? frameName : "";
    return this.functionOnce(
      name,
      text(functions.systemName),
      text(functions.file),
      functions.startLine[f],
    );
  }

  private functionOnce(name: string, systemName: string, file: string, startLine: number): number {
    const key = JSON.stringify([name, systemName, file, startLine]);
    let id = this.functions.get(key);
    if (id === undefined) {
      id = this.message.function(name, systemName, file, startLine);
      this.functions.set(key, id);
    }
    return id;
  }
}

/** The locations of one profile as a filter leaves them; written when first used. */
class OneProfile {
  /** id by location; -1 for one not yet asked for, 0 for one of which nothing is kept */
  private readonly ids: Int32Array;
  private readonly functionIds: Int32Array;
  private readonly mappingIds: Int32Array;

  constructor(
    private readonly message: PprofMessage,
    private readonly profile: Profile,
    private readonly filter: StackFilter | undefined,
    private readonly makeFunction: (f: number) => number,
  ) {
    this.ids = new Int32Array(profile.locations.count).fill(-1);
    this.functionIds = new Int32Array(profile.functions.count);
    this.mappingIds = new Int32Array(profile.mappings.length);
  }

  of(sample: number): Int64[] {
    const stack = stackOfSample(this.profile.samples, sample);
    const out: Int64[] = [];
    const to = stack.length - (this.filter?.skipRoot?.[sample] ?? 0);
    for (let i = this.filter?.skipLeaf?.[sample] ?? 0; i < to; i++) {
      const id = this.location(stack[i]);
      if (id > 0) out.push(id);
    }
    return out;
  }

  private location(l: number): number {
    const known = this.ids[l];
    if (known >= 0) return known;
    const { locations } = this.profile;
    const { lineOffsets, lineFunction, lineNumber, lineColumn } = locations;
    const first = lineOffsets[l];
    const last = lineOffsets[l + 1];
    const line = [];
    for (let k = first; k < last; k++) {
      if (this.filter?.keepLine?.[k] === 0) continue;
      const f = lineFunction[k];
      const id = f < 0 ? 0 : this.functionId(f);
      line.push(this.message.line(id, lineNumber[k], lineColumn[k]));
    }
    const kept = first < last ? line.length > 0 : this.filter?.keepBare?.[l] !== 0;
    if (!kept) {
      this.ids[l] = 0;
      return 0;
    }
    const id = this.message.newLocationId();
    this.ids[l] = id;
    this.message.location({
      id,
      mappingId: this.mappingId(locations.mapping[l]),
      address: joined(locations.addressLow[l], locations.addressHigh[l]),
      line,
      isFolded: locations.isFolded[l] === 1,
    });
    return id;
  }

  private functionId(f: number): number {
    this.functionIds[f] ||= this.makeFunction(f);
    return this.functionIds[f];
  }

  private mappingId(m: number): number {
    if (m < 0) return 0;
    if (this.mappingIds[m] === 0) {
      const id = this.message.newMappingId();
      this.mappingIds[m] = id;
      this.message.mapping(id, this.profile.mappings[m]);
    }
    return this.mappingIds[m];
  }
}

function joined(low: number, high: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}
