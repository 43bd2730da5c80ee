import { decompress as unzstd } from "fzstd";
import { snappyUncompress } from "hyparquet";
import { Inflate } from "pako";
import { FLEET_WORDS } from "../words/fleet-words.js";

/** Unpacks a page into so many bytes. */
export type Unpack = (packed: Uint8Array, size: number) => Uint8Array;

/** The ways in which pages may be packed, by Parquet's names. */
export const CODECS: Readonly<Record<string, Unpack>> = {
  UNCOMPRESSED: (packed) => packed,
  SNAPPY: (packed, size) => {
    const page = new Uint8Array(size);
    snappyUncompress(packed, page);
    return page;
  },
  ZSTD: (packed, size) => unzstd(packed, new Uint8Array(size)),
  GZIP: gunzip,
};

/** Stops where more comes out than was said: a few bytes may stand for any number of zeroes. */
function gunzip(packed: Uint8Array, size: number): Uint8Array {
  const page = new Uint8Array(size);
  let at = 0;
  const inflate = new Inflate({ chunkSize: 1 << 16 });
  inflate.onData = (chunk: Uint8Array | ArrayBuffer) => {
    const bytes = chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk);
    if (at + bytes.length > size) throw new RangeError(FLEET_WORDS.parquet.pageLarger);
    page.set(bytes, at);
    at += bytes.length;
  };
  inflate.push(packed, true);
  if (inflate.err || at !== size) throw new RangeError(inflate.msg || FLEET_WORDS.parquet.pageCut);
  return page;
}
