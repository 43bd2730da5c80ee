import * as http from "node:http";
import * as https from "node:https";
import type { Duplex } from "node:stream";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import { Interrupted } from "../exit-code.js";
import { connectionError, TargetError } from "./target-error.js";

const WORDS = RECORD_WORDS.answer;

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** the server's clock, in milliseconds; undefined where it does not tell */
  readonly date: number | undefined;
}

export interface GetOptions {
  /** with its agent, certificates and headers */
  readonly request?: https.RequestOptions;
  /** what the request goes through instead of a connection of its own */
  readonly through?: Duplex;
  /** bytes of an answer at most */
  readonly most: number;
  /** milliseconds until the whole answer must be there */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/**
 * Gets an address. Redirections are not followed.
 * @throws TargetError; Interrupted
 */
export async function httpGet(url: URL, options: GetOptions): Promise<Answer> {
  const late = AbortSignal.timeout(options.timeout);
  try {
    return await answerOf(url, options, AbortSignal.any([options.signal, late]));
  } catch (error) {
    if (options.signal.aborted) throw new Interrupted();
    if (late.aborted) throw lateError(options.timeout);
    throw connectionError(error);
  }
}

export function lateError(timeout: number): TargetError {
  return new TargetError(WORDS.late(timeout / 1000), true);
}

function answerOf(url: URL, options: GetOptions, signal: AbortSignal): Promise<Answer> {
  const { through, most } = options;
  // What goes through a tunnel has its TLS in it already.
  const client = url.protocol === "https:" && !through ? https : http;
  const own = through ? { agent: undefined, createConnection: () => through } : {};
  return new Promise((resolve, reject) => {
    const target = through ? new URL(url.href.replace(/^https:/, "http:")) : url;
    const request = client.request(target, { ...options.request, ...own, signal });
    if (through) request.setHeader("Host", url.host);
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Uint8Array[] = [];
      let size = 0;
      response.on("data", (chunk: Uint8Array) => {
        size += chunk.length;
        if (size > most) {
          request.destroy(new TargetError(WORDS.tooLarge(most >> 20), false));
        } else chunks.push(chunk);
      });
      response.on("error", reject);
      response.on("end", () => {
        if (!response.complete) return reject(new TargetError(WORDS.cut, true));
        const date = Date.parse(response.headers.date ?? "");
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          bytes: new Uint8Array(Buffer.concat(chunks, size)),
          date: Number.isNaN(date) ? undefined : date,
        });
      });
    });
    request.end();
  });
}
