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

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: the port may be another one, or the program is starting",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  ENOTFOUND: "no host of this name is known",
  EAI_AGAIN: "no host of this name is known",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "there is no way to this host",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is of an authority that is not known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is of an authority that is not known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is of an authority that is not known",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for other names",
};

const CERTIFICATE = /^(CERT_|DEPTH_|SELF_|UNABLE_|ERR_TLS_)/;

/** What went wrong below HTTP, as a TargetError. */
export function connectionError(error: unknown): TargetError {
  if (error instanceof TargetError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const told = error instanceof Error ? error.message : String(error);
  const why = REASONS[code] ?? (told === "aborted" ? "the answer was cut short" : told);
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
  const tail = sentence === "" ? "" : ` (${sentence})`;
  if (status === 401) {
    return new TargetError(
      `401: the credentials are not accepted; log in again, or name another --context${tail}`,
      false,
    );
  }
  if (status === 403) {
    return new TargetError(
      `403: this user may not get ${path}; leaklens record --rbac prints the roles that are needed${tail}`,
      false,
    );
  }
  if (status === 404 && path.startsWith("/debug/pprof")) {
    return new TargetError(
      `404: there is no ${path}: the program was started with --profiling=false, or serves it at another port${tail}`,
      false,
    );
  }
  if (status >= 300 && status < 400) {
    return new TargetError(
      `${status}: it leads elsewhere, which is not followed: name the address itself`,
      false,
    );
  }
  return new TargetError(
    `it answers ${status}${tail}`,
    status >= 500 || status === 429 || status === 408,
  );
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
