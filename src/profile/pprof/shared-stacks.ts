import { trimmed, widened } from "../../lib/growable.js";
import { HashIndex, hashNumbers, hashWith, sameNumbers, spreadHash } from "../../lib/hash-index.js";

/** In place of a list's length: no list has as many bytes. */
const NO_LIST = -1;

/**
 * The stacks of a message as they are read, each once: most samples have the bytes of an earlier
 * sample's stack, which need neither be taken apart nor kept a second time. Stacks are numbered
 * from 0 on; one that is written in two ways may have two numbers.
 */
export class SharedStacks {
  /** locations of all stacks, and behind them those of the open one, which is being read */
  locations: Uint32Array;
  /** how many of `locations` are filled */
  used = 0;
  /** where each stack begins, and behind the last one where the open one does */
  private offsets: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 10);
  /**
   * The bytes of lists that were read, four to an entry, each list behind the entry that has its
   * length; and behind all of them those of the list that was looked for last. So lists are
   * compared with what is near by in memory, four bytes at a time.
   */
  private lists: Int32Array<ArrayBuffer> = new Int32Array(1 << 14).fill(NO_LIST, 0, 1);
  /** where the list that was looked for last begins, and where it ends */
  private listFrom = 1;
  private listTo = 1;
  /** where the list of each stack begins */
  private listOf: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 10);
  private readonly index = new HashIndex();

  /** @param room locations that there is room for at first */
  constructor(
    private readonly bytes: Uint8Array,
    room: number,
  ) {
    this.locations = new Uint32Array(room);
  }

  /** The number of the stack that was read from a list of the same bytes as these; -1 for none. */
  find(from: number, to: number): number {
    const { index, listOf, listFrom } = this;
    const hash = this.copyList(from, to);
    const { lists, listTo } = this;
    const size = listTo - listFrom;
    for (let n = index.first(hash); n >= 0; n = index.next()) {
      const other = listOf[n];
      if (sameNumbers(lists, other, other + size, lists, listFrom, listTo)) return n;
    }
    return -1;
  }

  /** Copies the bytes of a list behind the other lists; a hash of them. */
  private copyList(from: number, to: number): number {
    const { bytes } = this;
    const length = to - from;
    let at = this.listFrom;
    const most = at + 2 + (length >>> 2);
    if (most > this.lists.length) this.lists = widened(this.lists, most);
    const { lists } = this;
    let hash = length;
    lists[at++] = length;
    let p = from;
    for (; p + 3 < to; p += 4) {
      const four = bytes[p] | (bytes[p + 1] << 8) | (bytes[p + 2] << 16) | (bytes[p + 3] << 24);
      lists[at++] = four;
      hash = hashWith(hash, four);
    }
    if (p < to) {
      let rest = bytes[p++];
      while (p < to) rest = (rest << 8) | bytes[p++];
      lists[at++] = rest;
      hash = hashWith(hash, rest);
    }
    this.listTo = at;
    return spreadHash(hash);
  }

  /**
   * Takes a packed list of locations apart as the open stack, as nearly all are written: ids of up
   * to three bytes that are in the dense table.
   * @param dense index of a location by its id, -1 where there is none
   * @returns false where a list is otherwise, or where there is no room: nothing is kept of it
   */
  read(from: number, to: number, dense: Int32Array): boolean {
    const { bytes, locations } = this;
    let used = this.used;
    if (used + to - from > locations.length) return false;
    let p = from;
    while (p < to) {
      let id = bytes[p++];
      if (id >= 0x80) {
        const second = bytes[p++];
        id = (id & 0x7f) | ((second & 0x7f) << 7);
        if (second >= 0x80) {
          const third = bytes[p++];
          if (third >= 0x80) return false;
          id |= third << 14;
        }
      }
      const index = id < dense.length ? dense[id] : -1;
      if (index < 0) return false;
      locations[used++] = index;
    }
    if (p !== to) return false;
    this.used = used;
    return true;
  }

  /** The stack's locations. */
  get(number: number): Uint32Array {
    return this.locations.subarray(this.offsets[number], this.offsets[number + 1]);
  }

  /**
   * Ends the open stack, which was read from the list that was looked for last, and not found.
   * @returns its number
   */
  add(): number {
    const number = this.end(this.listFrom);
    this.listFrom = this.listTo;
    return number;
  }

  /** Ends the open stack, whatever it was read from; the number of the stack that it equals. */
  close(): number {
    const { index, locations, offsets, used } = this;
    const begin = offsets[index.count];
    const hash = spreadHash(hashNumbers(locations, begin, used, used - begin));
    for (let n = index.first(hash); n >= 0; n = index.next()) {
      if (!sameNumbers(locations, offsets[n], offsets[n + 1], locations, begin, used)) continue;
      this.used = begin;
      return n;
    }
    return this.end(0);
  }

  /** @param list where its list begins */
  private end(list: number): number {
    const number = this.index.add();
    if (number + 1 === this.offsets.length) {
      this.offsets = widened(this.offsets);
      this.listOf = widened(this.listOf);
    }
    this.offsets[number + 1] = this.used;
    this.listOf[number] = list;
    return number;
  }

  /** The columns of the sample table. */
  done(): { readonly stackOffsets: Uint32Array; readonly stackLocations: Uint32Array } {
    return {
      stackOffsets: this.offsets.slice(0, this.index.count + 1),
      stackLocations: trimmed(this.locations, this.used),
    };
  }
}
