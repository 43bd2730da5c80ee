import { LINK_WORDS } from "../../words/readers/link-words.js";
import type { BitCoder } from "../coding/bit-coder.js";
import { Contexts, CountModel, codeBelow } from "../coding/contexts.js";
import type { Dictionary } from "../dictionary.js";
import { LINK_LIMITS } from "../link-content.js";
import { LinkError } from "../link-error.js";

/** Codes a name that is in no dictionary. */
export interface Speller {
  code(coder: BitCoder, text: string): string;
}

/**
 * How a name is told, in the order of trial: as a callee of its parent by the dictionary; as a
 * callee that the parent's function had before in this link; as a name used before in this link;
 * as a name of the dictionary; letter by letter.
 */
const CALLEE = 0;
const AGAIN = 1;
const USED = 2;
const LISTED = 3;
const SPELLED = 4;

/** What is known while the children of one node are told. */
export interface NameLevel {
  /** place of the last child among the dictionary's callees; they come in that order */
  callee: number;
  /** how the last child was told; -1 before the first one */
  how: number;
}

/** Frames, each once, and their places. */
class Learned {
  readonly list: number[] = [];
  readonly places = new Map<number, number>();

  add(frame: number): void {
    if (!this.places.has(frame)) this.places.set(frame, this.list.push(frame) - 1);
  }
}

export const newLevel = (): NameLevel => ({ callee: -1, how: -1 });

/** Codes the names of nodes, each by its parent's. */
export class NameCode {
  /** in the order of their first node */
  readonly names: string[] = [];
  private readonly indexOf = new Map<string, number>();
  /** index into the dictionary of each of `names`, -1 where it is in none */
  private readonly listed: number[] = [];
  /** callees beyond the dictionary's that each of `names` had; entry 0 is the root's */
  private readonly learned: Learned[] = [new Learned()];
  private previous = CALLEE;

  private readonly how = new Contexts(5 * 5 * 6);
  private readonly callee = new CountModel(4);

  constructor(
    private readonly coder: BitCoder,
    private readonly known: Dictionary,
    private readonly speller: Speller,
  ) {}

  /** Callees that the dictionary has for one of `names`; of the root for -1. */
  calleesOf(frame: number): Uint16Array {
    const at = frame < 0 ? 0 : this.listed[frame];
    return at < 0 ? NONE : this.known.callees[at];
  }

  /**
   * @param parent index into `names` of the parent's name, -1 for the root
   * @param name not looked at when decoding
   * @returns index into `names`
   */
  code(parent: number, level: NameLevel, name: string): number {
    const callees = this.calleesOf(parent);
    const learned = this.learned[parent + 1];
    const at = this.coder.decoding ? -1 : this.placeOf(name, callees, level.callee + 1);
    const used = this.coder.decoding ? undefined : this.indexOf.get(name);
    const wanted =
      at >= 0
        ? CALLEE
        : used !== undefined
          ? learned.places.has(used)
            ? AGAIN
            : USED
          : this.known.indexOf.has(name)
            ? LISTED
            : SPELLED;
    const how = this.codeHow(wanted, callees.length - level.callee - 1, learned.list.length, level);
    const frame = this.codeBy(how, callees, learned, level, name, at, used ?? -1);
    if (how !== CALLEE && how !== AGAIN) learned.add(frame);
    level.how = how;
    this.previous = how;
    return frame;
  }

  private placeOf(name: string, callees: Uint16Array, from: number): number {
    const index = this.known.indexOf.get(name);
    return index === undefined ? -1 : callees.indexOf(index, from);
  }

  private codeHow(how: number, callees: number, learned: number, level: NameLevel): number {
    const { coder } = this;
    const base = (this.previous * 6 + (level.how < 0 ? 0 : level.how + 1)) * 5;
    const bit = (of: number) => this.how.code(coder, base + of, how === of ? 1 : 0);
    // After a child that is no callee there is no other: callees come first.
    if (callees > 0 && level.how <= CALLEE && bit(CALLEE)) return CALLEE;
    if (learned > 0 && bit(AGAIN)) return AGAIN;
    if (this.names.length > 0 && bit(USED)) return USED;
    return bit(LISTED) ? LISTED : SPELLED;
  }

  private codeBy(
    how: number,
    callees: Uint16Array,
    learned: Learned,
    level: NameLevel,
    name: string,
    at: number,
    used: number,
  ): number {
    const { coder, known } = this;
    switch (how) {
      case CALLEE: {
        const from = level.callee + 1;
        const left = callees.length - from;
        const variant = left === 1 ? -1 : left < 4 ? 0 : left < 16 ? 1 : 2;
        const step = variant < 0 ? 0 : this.callee.code(coder, at - from, left - 1, variant);
        level.callee = from + step;
        return this.use(known.names[callees[level.callee]]);
      }
      case AGAIN:
        return learned.list[codeBelow(coder, learned.list.length, learned.places.get(used) ?? 0)];
      case USED:
        return codeBelow(coder, this.names.length, used);
      case LISTED:
        return this.use(
          known.names[codeBelow(coder, known.names.length, known.indexOf.get(name) ?? 0)],
        );
      default:
        return this.use(this.speller.code(coder, name));
    }
  }

  private use(name: string): number {
    const before = this.indexOf.get(name);
    if (before !== undefined) return before;
    if (this.names.length >= LINK_LIMITS.names) throw new LinkError(LINK_WORDS.names);
    const frame = this.names.push(name) - 1;
    this.indexOf.set(name, frame);
    this.listed.push(this.known.indexOf.get(name) ?? -1);
    this.learned.push(new Learned());
    return frame;
  }
}

const NONE = new Uint16Array(0);
