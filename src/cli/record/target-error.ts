import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";

const WORDS = RECORD_WORDS.refused;

/** Why a target could not be recorded, in words that say what to try. */
export class TargetError extends Error {
  override readonly name = "TargetError";

  /** @param passing another try may do better: a time-out, a cut answer, a server that is busy */
  constructor(
    message: string,
    readonly passing: boolean,
  ) {
    super(message);
  }
}

const REASONS = {
  ECONNREFUSED: "refused",
  ECONNRESET: "cut",
  EPIPE: "cut",
  ENOTFOUND: "unknownHost",
  EAI_AGAIN: "unknownHost",
  ETIMEDOUT: "silent",
  EHOSTUNREACH: "unreachable",
  CERT_HAS_EXPIRED: "expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "selfSigned",
  SELF_SIGNED_CERT_IN_CHAIN: "authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "authority",
  ERR_TLS_CERT_ALTNAME_INVALID: "otherNames",
} as const;
const isKnown = (code: string): code is keyof typeof REASONS => Object.hasOwn(REASONS, code);

const CERTIFICATE = /^(CERT_|DEPTH_|SELF_|UNABLE_|ERR_TLS_)/;

/** What went wrong below HTTP, as a TargetError. */
export function connectionError(error: unknown): TargetError {
  if (error instanceof TargetError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const told = error instanceof Error ? error.message : String(error);
  const other = told === "aborted" ? RECORD_WORDS.answer.cut : told;
  const why = isKnown(code) ? RECORD_WORDS.connection[REASONS[code]] : other;
  return new TargetError(why, !CERTIFICATE.test(code));
}

/**
 * What an answer that is none says.
 * @param status of the HTTP answer
 * @param path that was asked for
 * @param said what the server wrote; an API server's Status has a sentence in it
 */
export function refusal(status: number, path: string, said: string): TargetError {
  const sentence = sentenceOf(said);
  const refused = (text: string, isPassing = false) =>
    new TargetError(sentence === "" ? text : OUTPUT_WORDS.aside(text, sentence), isPassing);
  if (status === 401) {
    return refused(WORDS.credentials);
  }
  if (status === 403) {
    return refused(WORDS.forbidden(path));
  }
  if (status === 404 && path.startsWith("/debug/pprof")) {
    return refused(WORDS.noProfile(path));
  }
  if (status >= 300 && status < 400) {
    return new TargetError(WORDS.elsewhere(status), false);
  }
  return refused(WORDS.other(status), status >= 500 || status === 429 || status === 408);
}

/** The message of an API server's Status, or the first line of a short plain text. */
function sentenceOf(said: string): string {
  try {
    const { message } = JSON.parse(said) as { message?: unknown };
    if (typeof message === "string") return message.slice(0, 300);
  } catch {
    // not JSON
  }
  const line = said.trim().split("\n")[0] ?? "";
  return line.length > 200 || line.startsWith("<") ? "" : line;
}
