import { readFileSync } from "node:fs";
import type { RequestOptions } from "node:https";
import type { KubeConfig } from "@kubernetes/client-node";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import { InputError } from "../exit-code.js";
import { type Answer, httpGet } from "./http-get.js";
import { refusal, TargetError } from "./target-error.js";
import { openTunnel, type PodPort, secured } from "./tunnel.js";

const WORDS = RECORD_WORDS.cluster;

/** Bounds of one question to a server. */
export interface Bounds {
  /** bytes of an answer at most */
  readonly most: number;
  /** milliseconds */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** How a port of a pod is spoken to. */
export interface PodScheme {
  readonly scheme: "http" | "https";
  /** the user's token and certificate are shown to it */
  readonly trusted: boolean;
  /** any certificate will do */
  readonly insecure: boolean;
  /** names that its certificate may be for, besides those of the API server */
  readonly names: readonly string[];
}

/** A cluster as a kubeconfig names it. */
export interface Cluster {
  readonly name: string;
  readonly context: string;
  /** its address, without secrets */
  readonly server: string;
  /** Asks the API server itself. @throws TargetError, Interrupted */
  get(path: string, bounds: Bounds): Promise<Answer>;
  /** Asks a port of a pod. @throws TargetError, Interrupted */
  getFromPod(port: PodPort, scheme: PodScheme, path: string, bounds: Bounds): Promise<Answer>;
}

/** What each API server's certificate is for, whatever else it is for. */
const SERVICE_NAMES = ["kubernetes.default.svc", "kubernetes"];

/**
 * Reads the kubeconfig as kubectl does: the file that is named, $KUBECONFIG, ~/.kube/config, the
 * service account of the pod that this runs in.
 * @throws InputError
 */
export async function loadCluster(
  kubeconfig: string | undefined,
  context: string | undefined,
): Promise<Cluster> {
  // Some hundred files, which no other command needs.
  const { KubeConfig, PortForward } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  try {
    if (kubeconfig === undefined) config.loadFromDefault();
    else {
      readFileSync(kubeconfig);
      config.loadFromFile(kubeconfig);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`${kubeconfig ?? "kubeconfig"}: ${INPUT_WORDS.read.failed(why)}`);
  }
  if (context !== undefined) {
    if (!config.getContextObject(context)) {
      const has = config.getContexts().map((c) => c.name);
      throw new InputError(WORDS.noContext(context, has));
    }
    config.setCurrentContext(context);
  }
  const cluster = config.getCurrentCluster();
  // What the client makes up where it finds nothing at all.
  if (
    cluster?.server === "http://localhost:8080" &&
    config.getCurrentContext() === "loaded-context"
  ) {
    throw new InputError(WORDS.noConfig);
  }
  if (!cluster) throw new InputError(WORDS.noCurrent);
  const base = addressOf(cluster.server);
  return {
    name: cluster.name,
    context: config.getCurrentContext(),
    server: `${base.origin}${base.pathname}`.replace(/\/$/, ""),
    get: async (path, bounds) => {
      const request = await credentials(config);
      const url = new URL(`${cluster.server.replace(/\/$/, "")}${path}`);
      return checked(await httpGet(url, { request, ...bounds }), path);
    },
    getFromPod: async (port, scheme, path, bounds) => {
      const names = [cluster.tlsServerName || base.hostname, ...SERVICE_NAMES, ...scheme.names];
      const tunnel = await openTunnel(PortForward, config, port, bounds.timeout, bounds.signal);
      try {
        const url = new URL(`${scheme.scheme}://localhost:${port.port}${path}`);
        const user = scheme.trusted ? await credentials(config) : {};
        const tls = {
          ...certificates(user),
          verify: !scheme.insecure && user.rejectUnauthorized !== false,
          names,
        };
        const through =
          scheme.scheme === "https"
            ? await secured(tunnel, tls, bounds.timeout, bounds.signal)
            : tunnel;
        const request = user.headers ? { headers: user.headers } : {};
        return checked(await httpGet(url, { request, through, ...bounds }), path);
      } finally {
        tunnel.destroy();
      }
    },
  };
}

function addressOf(server: string): URL {
  try {
    return new URL(server);
  } catch {
    throw new InputError(WORDS.noAddress(server));
  }
}

/** The user's headers, certificates and agent; what a plugin gives is asked for again when it ends. */
async function credentials(config: KubeConfig): Promise<RequestOptions> {
  const options: RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(options);
  } catch (error) {
    const why = error instanceof Error ? error.message.trim() : String(error);
    throw new TargetError(WORDS.noUser(why.split("\n", 1)[0] ?? ""), false);
  }
  return options;
}

function certificates({ ca, cert, key }: RequestOptions) {
  return {
    ...(ca && { ca: ca as Buffer }),
    ...(cert && { cert: cert as Buffer }),
    ...(key && { key: key as Buffer }),
  };
}

/** @throws TargetError where the answer is a refusal */
export function checked(answer: Answer, path: string): Answer {
  if (answer.status === 200) return answer;
  const said = new TextDecoder().decode(answer.bytes.subarray(0, 4096));
  throw refusal(answer.status, path.replace(/\?.*$/s, ""), said);
}
