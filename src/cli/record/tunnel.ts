import { isIP } from "node:net";
import { Duplex, PassThrough, Writable } from "node:stream";
import { checkServerIdentity, connect } from "node:tls";
import type { KubeConfig, PortForward } from "@kubernetes/client-node";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import { Interrupted } from "../exit-code.js";
import { lateError } from "./http-get.js";
import { connectionError, refusal, TargetError } from "./target-error.js";

const WORDS = RECORD_WORDS.forward;

/** A port of a pod. */
export interface PodPort {
  readonly namespace: string;
  readonly pod: string;
  readonly port: number;
}

/** More than this of what the other end says about a failure is not kept. */
const MAX_SAID = 4096;

/**
 * A connection to a port of a pod, through the API server and the pod's kubelet.
 * @throws TargetError; Interrupted
 */
export async function openTunnel(
  Forward: typeof PortForward,
  config: KubeConfig,
  to: PodPort,
  timeout: number,
  signal: AbortSignal,
): Promise<Duplex> {
  const sent = new PassThrough();
  const received = new PassThrough();
  let said = "";
  const errors = new Writable({
    write(chunk: Buffer, _, done) {
      if (said.length < MAX_SAID) said += chunk.toString();
      // The channel begins with its port's number, of which nothing is left here.
      if (said !== "") received.destroy(new TargetError(podError(said), true));
      done();
    },
  });
  // A failure of either half is told by the pair; here it must only not be nobody's.
  received.on("error", () => {});
  const opening = new Forward(config).portForward(
    to.namespace,
    to.pod,
    [to.port],
    received,
    errors,
    sent,
  );
  const socket = await inTime(opening, timeout, signal).catch((error: unknown) => {
    opening.then((late) => typeof late !== "function" && late.terminate()).catch(() => {});
    throw upgradeError(error, to);
  });
  if (typeof socket === "function") throw new TargetError(WORDS.notBegun, true);
  socket.on("close", () => received.end());
  return new Tunnel(sent, received, () => socket.terminate());
}

/** What is sent and what is received, as one connection. */
class Tunnel extends Duplex {
  constructor(
    private readonly sent: PassThrough,
    private readonly received: PassThrough,
    private readonly cut: () => void,
  ) {
    super();
    received.on("data", (chunk) => {
      if (!this.push(chunk)) received.pause();
    });
    received.on("end", () => this.push(null));
    received.on("error", (error) => this.destroy(error));
    // Whoever reads it is told; where nobody does any more, nobody need be.
    this.on("error", () => {});
  }

  override _read(): void {
    this.received.resume();
  }

  override _write(chunk: Buffer, _: string, done: (error?: Error | null) => void): void {
    this.sent.write(chunk, done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.received.destroy();
    this.cut();
    done(error);
  }
}

/** What verifies the other end of a tunnel, and what is shown to it. */
export interface TlsOptions {
  readonly ca?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
  readonly verify: boolean;
  /** the certificate must be for one of these */
  readonly names: readonly string[];
}

/**
 * TLS within a tunnel. The other end must have a certificate of the cluster's authority for one of
 * the names, before it is shown a token.
 * @throws TargetError; Interrupted
 */
export async function secured(
  tunnel: Duplex,
  options: TlsOptions,
  timeout: number,
  signal: AbortSignal,
): Promise<Duplex> {
  const { ca, cert, key, verify, names } = options;
  const socket = connect({
    socket: tunnel,
    // Of a server with several certificates, one that a name is asked for by.
    servername: names.find((name) => isIP(name) === 0) ?? "",
    rejectUnauthorized: verify,
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    checkServerIdentity: (_, certificate) => {
      const errors = names.map((name) => checkServerIdentity(name, certificate));
      return errors.includes(undefined) ? undefined : errors[0];
    },
  });
  socket.on("error", () => {});
  const ready = new Promise<void>((resolve, reject) => {
    socket.once("secureConnect", resolve);
    socket.once("error", reject);
    tunnel.once("error", (error) => setImmediate(() => reject(error)));
    // Why TLS gave up is told after what it gave up is closed.
    const cut = () => reject(new TargetError(RECORD_WORDS.connection.cut, true));
    tunnel.once("close", () => setImmediate(cut));
  });
  try {
    await inTime(ready, timeout, signal);
  } catch (error) {
    socket.destroy();
    tunnel.destroy();
    throw error instanceof Interrupted ? error : connectionError(error);
  }
  return socket;
}

/** A promise, unless it is too late or the person interrupts. */
async function inTime<T>(work: Promise<T>, timeout: number, signal: AbortSignal): Promise<T> {
  const late = AbortSignal.timeout(timeout);
  const both = AbortSignal.any([signal, late]);
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.aborted ? new Interrupted() : lateError(timeout));
    if (both.aborted) stop();
    else both.addEventListener("abort", stop, { once: true });
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, stopped]);
  } finally {
    both.removeEventListener("abort", stop);
  }
}

/** Why the port-forward did not begin. */
function upgradeError(error: unknown, { namespace, pod }: PodPort): Error {
  if (error instanceof Interrupted || error instanceof TargetError) return error;
  const event = error as { message?: unknown; error?: unknown };
  const told = typeof event.message === "string" ? event.message : String(error);
  const status = Number(/Unexpected server response: (\d{3})/.exec(told)?.[1]);
  if (status === 404) return new TargetError(WORDS.gone, false);
  if (status >= 500) return new TargetError(WORDS.busy(status), true);
  if (status) return refusal(status, WORDS.ofPod(`${namespace}/${pod}`), "");
  return connectionError(event.error ?? error);
}

/** What a kubelet says, without what it says of its own innards. */
function podError(said: string): string {
  const line = said.trim().replace(/\n.*$/s, "");
  if (/connection refused/.test(line)) {
    return WORDS.closed;
  }
  return WORDS.failed(line.slice(0, 300));
}
