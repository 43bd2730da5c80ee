import { ProfileError } from "../profile/profile-error.js";
import { STORES_WORDS as WORDS } from "../words/stores-words.js";

/** What is asked of a store. */
export interface StoreRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** What it answered, whatever the status. */
export interface StoreReply {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Asks a store; bounds size and time, and throws in words where there is no answer. */
export type AskStore = (request: StoreRequest) => Promise<StoreReply>;

/** Some scrapes of a store, as one profile. */
export interface StoreProfile {
  /** a pprof file: the scrapes' sum */
  readonly bytes: Uint8Array;
  /** how many scrapes it is the sum of; undefined where the store does not tell */
  readonly scrapes: number | undefined;
  /** processes, or what else labels tell apart, that were scraped; undefined where it is not told */
  readonly series: number | undefined;
  /** of the first and the last scrape, or of the range; milliseconds since 1970 */
  readonly from: number;
  readonly until: number;
}

/**
 * The answer's bytes.
 * @throws ProfileError where it is a refusal
 */
export function acceptedBytes({ status, bytes }: StoreReply, host: string): Uint8Array {
  if (status === 200) return bytes;
  const said = messageOf(bytes);
  if (status === 401 || status === 403) {
    throw new ProfileError(WORDS.notLetIn(host, status, said), { hint: WORDS.notLetInHint });
  }
  if (status === 400) {
    throw new ProfileError(WORDS.query(host, said), {
      hint: WORDS.queryHint('{job="kube-apiserver"}'),
    });
  }
  if (status === 404) {
    throw new ProfileError(WORDS.noInterface(host), { hint: WORDS.noInterfaceHint });
  }
  const hint = status === 504 || status === 408 ? WORDS.shorter : WORDS.again;
  throw new ProfileError(WORDS.status(host, status, said), { hint });
}

/** Whether an answer is a web page. */
export function isPage(bytes: Uint8Array): boolean {
  return /^\s*<(!doctype|html|head|body)/i.test(headOf(bytes));
}

/**
 * An answer of JSON.
 * @throws ProfileError where it is none; Parca answers with its page where a selector takes nothing
 */
export function jsonOf(bytes: Uint8Array, host: string): unknown {
  if (isPage(bytes)) {
    throw new ProfileError(WORDS.page(host), { hint: WORDS.pageHint });
  }
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ProfileError(WORDS.noJson(host), { hint: WORDS.noJsonHint });
  }
}

/** Nothing is stored for what was asked. */
export function nothingThere(host: string, selector: string): ProfileError {
  return new ProfileError(WORDS.nothing(host, selector), { hint: WORDS.nothingHint });
}

function messageOf(bytes: Uint8Array): string {
  const text = headOf(bytes).trim();
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === "string") return message.slice(0, 200);
  } catch {
    // no JSON
  }
  return text.startsWith("<") ? "" : text.split("\n")[0].slice(0, 200);
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 2048));
}

/** A list in a JSON answer; empty where there is none. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "object" && v !== null) : [];
}

/** An object in a JSON answer; empty where there is none. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The header of a name and a password. */
export function authorization(user: string): Readonly<Record<string, string>> {
  if (user === "") return {};
  const bytes = new TextEncoder().encode(user);
  return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}
