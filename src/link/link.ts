import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { crc32 } from "../lib/crc32.js";
import { LINK_WORDS } from "../words/readers/link-words.js";
import { fromBase64Url, toBase64Url } from "./coding/base64url.js";
import { BitDecoder, BitEncoder } from "./coding/bit-coder.js";
import { primedModel } from "./coding/primer.js";
import { DICTIONARY_VERSION, dictionary } from "./dictionary.js";
import { type Coded, codeLink } from "./format/content-code.js";
import { ordered } from "./format/node-order.js";
import { LINK_LIMITS, type LinkContent, restShareOf } from "./link-content.js";
import { LinkError } from "./link-error.js";

/** The version of the form that is written. All are read. */
const LINK_VERSION = 1;
/** Version of the form, dictionary, CRC-32 of what follows. */
const HEADER = 6;
/** What stands before the data in the fragment of a link. */
const PREFIX = "v=1&d=";

/** The fragment of a link, without "#": `v=1&d=` and the data in base64url. */
export function writeLink(content: Coded): string {
  const known = dictionary(DICTIONARY_VERSION);
  const coder = new BitEncoder();
  const tree = ordered(content.tree, known);
  codeLink(coder, known, primedModel(known.version), { ...content, tree });
  const coded = coder.done();
  const bytes = new Uint8Array(HEADER + coded.length);
  bytes.set([LINK_VERSION, DICTIONARY_VERSION]);
  new DataView(bytes.buffer).setUint32(2, crc32(coded));
  bytes.set(coded, HEADER);
  return PREFIX + toBase64Url(bytes);
}

/**
 * Reads the data of a link, with or without `v=1&d=` before it. The text is not trusted.
 * @throws LinkError, and nothing else, where it is no link, damaged, or beyond LINK_LIMITS
 */
export function decodeLink(text: string): LinkContent {
  const data = dataOf(text);
  if (data.length > LINK_LIMITS.characters) {
    throw new LinkError(LINK_WORDS.tooLong, LINK_WORDS.hints.openProfile);
  }
  const bytes = fromBase64Url(data);
  if (bytes.length <= HEADER) throw new LinkError(LINK_WORDS.noData);
  if (bytes[0] !== LINK_VERSION) {
    throw new LinkError(LINK_WORDS.form(bytes[0]), LINK_WORDS.hints.copyOrNewer);
  }
  const coded = bytes.subarray(HEADER);
  if (crc32(coded) !== new DataView(bytes.buffer).getUint32(2)) {
    throw new LinkError(LINK_WORDS.damaged);
  }
  const known = dictionary(bytes[1]);
  const read = codeLink(new BitDecoder(coded), known, primedModel(known.version), undefined);
  return {
    ...read,
    restShare: restShareOf(read.tree, read.types.length),
    id: bytesToHex(sha256(bytes)),
  };
}

/** The data, without what chats and mails put behind a link. */
function dataOf(text: string): string {
  const start = /(?:^|[#&])d=/.exec(text.slice(0, 200));
  const data = start ? text.slice(start.index + start[0].length) : text;
  const end = data.search(/[^A-Za-z0-9_-]/);
  const tail = end < 0 ? "" : data.slice(end);
  return /^[\s.,;:!?)\]}>"'&]+$/.test(tail.slice(0, 20)) ? data.slice(0, end) : data;
}
