import { constants, createReadStream, openSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Socket } from "node:net";
import { MAX_UNPACKED_BYTES } from "../../profile/size-limits.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { InputError } from "../exit-code.js";
import { type ReadLimits, readAll, tooLarge } from "./read-limited.js";

/** A file of this machine may come as slowly as it likes, but not without end. */
export const LOCAL_LIMITS: ReadLimits = { most: MAX_UNPACKED_BYTES, patience: 0, pace: 0 };

/**
 * The bytes of a path: a plain file, a pipe or a device. What has no size of its own is read as a
 * stream, up to the limit.
 *
 * @throws InputError; Interrupted, also while a pipe has no writer yet; what Node throws
 */
export async function readPath(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw new InputError(`${path}: ${INPUT_WORDS.read.folder}`);
  if (facts.isFIFO()) return await readPipe(path, signal);
  if (!facts.isFile()) {
    const stream = createReadStream(path);
    return await readAll(path, stream, LOCAL_LIMITS, signal, () => stream.destroy());
  }
  if (facts.size > LOCAL_LIMITS.most) throw tooLarge(path, LOCAL_LIMITS.most);
  const { buffer, byteOffset, length } = await readFile(path, { signal });
  return new Uint8Array(buffer, byteOffset, length);
}

/**
 * A pipe, opened without waiting for its writer: an open that waits cannot be interrupted, it
 * even keeps the process from ending.
 */
async function readPipe(path: string, signal: AbortSignal): Promise<Uint8Array> {
  // A bare descriptor: a handle would close it once more when it is collected.
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const socket = new Socket({ fd, readable: true, writable: false });
  return await readAll(path, socket, LOCAL_LIMITS, signal, () => socket.destroy());
}
