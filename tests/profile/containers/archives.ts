import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../src/lib/crc32.js";

export type Files = readonly (readonly [string, Uint8Array])[];

/** A tar archive; a name of more than 100 bytes is written as GNU does. */
export function tar(files: Files): Uint8Array {
  const blocks: Uint8Array[] = [];
  const add = (name: string, type: string, data: Uint8Array) => {
    const head = new Uint8Array(512);
    const put = (at: number, text: string) => head.set(new TextEncoder().encode(text), at);
    put(0, name.slice(0, 100));
    put(100, "0000644\0");
    put(124, `${data.length.toString(8).padStart(11, "0")}\0`);
    put(148, "        ");
    put(156, type);
    put(257, "ustar\x0000");
    const sum = head.reduce((all, byte) => all + byte, 0);
    put(148, `${sum.toString(8).padStart(6, "0")}\0 `);
    const padded = new Uint8Array(Math.ceil(data.length / 512) * 512);
    padded.set(data);
    blocks.push(head, padded);
  };
  for (const [name, data] of files) {
    if (name.length > 100) add("././@LongLink", "L", new TextEncoder().encode(`${name}\0`));
    add(name, "0", data);
  }
  blocks.push(new Uint8Array(1024));
  return joined(blocks);
}

/** A zip archive of the 64-bit sort. */
export function zip64(files: Files): Uint8Array {
  return zip(files, false, true);
}

/** A zip archive, its members deflated or stored, its numbers of 32 bits or of 64. */
export function zip(files: Files, stored = false, wide = false): Uint8Array {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [name, data] of files) {
    const path = new TextEncoder().encode(name);
    const packed = stored ? data : new Uint8Array(deflateRawSync(data));
    const shared = (view: DataView, from: number) => {
      view.setUint16(from, 20, true);
      view.setUint16(from + 4, stored ? 0 : 8, true);
      view.setUint32(from + 10, crc32(data), true);
      view.setUint32(from + 14, packed.length, true);
      view.setUint32(from + 18, data.length, true);
      view.setUint16(from + 22, path.length, true);
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    shared(local, 4);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    shared(entry, 6);
    entry.setUint32(42, at, true);
    const extra = wide ? extra64(entry, data.length, packed.length, at) : new Uint8Array(0);
    parts.push(new Uint8Array(local.buffer), path, packed);
    central.push(new Uint8Array(entry.buffer), path, extra);
    at += 30 + path.length + packed.length;
  }
  const directory = joined(central);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, directory.length, true);
  end.setUint32(16, at, true);
  if (!wide) return joined([...parts, directory, new Uint8Array(end.buffer)]);
  const record = new DataView(new ArrayBuffer(56 + 20));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  for (const place of [24, 32]) record.setBigUint64(place, BigInt(files.length), true);
  record.setBigUint64(40, BigInt(directory.length), true);
  record.setBigUint64(48, BigInt(at), true);
  record.setUint32(56, 0x07064b50, true);
  record.setBigUint64(64, BigInt(at + directory.length), true);
  record.setUint32(72, 1, true);
  end.setUint16(10, 0xffff, true);
  end.setUint32(16, 0xffffffff, true);
  const tail = [new Uint8Array(record.buffer), new Uint8Array(end.buffer)];
  return joined([...parts, directory, ...tail]);
}

/** Moves the numbers of an entry to the field behind it. */
function extra64(entry: DataView, size: number, packed: number, at: number): Uint8Array {
  for (const place of [20, 24, 42]) entry.setUint32(place, 0xffffffff, true);
  entry.setUint16(30, 28, true);
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  [size, packed, at].forEach((number, i) => {
    extra.setBigUint64(4 + 8 * i, BigInt(number), true);
  });
  return new Uint8Array(extra.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
