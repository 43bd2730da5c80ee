import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { type WebSocket, WebSocketServer } from "ws";
import { fixtureBytes } from "../../recordings.js";
import { authority, type Certificate, certificate } from "./certificates.js";

/** Made once for all tests of a file: a pair of keys takes its time. */
const CA = authority("cluster-ca");
const OTHER_CA = authority("somebody-else");
const SERVER = certificate(CA, "kube-apiserver", ["127.0.0.1", "kubernetes.default.svc"]);
const USER = certificate(CA, "admin", []);
export const IMPOSTOR = certificate(OTHER_CA, "kube-apiserver", ["kubernetes.default.svc"]);
export const OTHER_SERVER = certificate(CA, "kubelet", ["node-9.example"]);
export const TOKEN = "secret-token-of-the-recorder";

export type Handler = (request: IncomingMessage, response: ServerResponse, call: number) => unknown;

export interface PodSpec {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly phase?: string;
  readonly limit?: string;
  /** undefined for plain HTTP */
  readonly certificate?: Certificate | undefined;
  readonly plain?: boolean;
  /** answers instead of an API server that is well; `call` counts from 0 per path */
  readonly handle?: Readonly<Record<string, Handler>>;
  /** bytes of answers to the port-forward after which it is cut, at each of its connections */
  readonly cutAfter?: (connection: number) => number;
}

/** What was asked of the stand-in's own address or of one of its pods. */
export interface Asked {
  readonly at: string;
  readonly url: string;
  readonly user: string;
}

/** An API server over TLS, with pods that a port-forward leads to. */
export class StandIn {
  readonly asked: Asked[] = [];
  readonly protocols: string[] = [];
  /** a status for what is refused, by user and path; undefined where it is allowed */
  refuse: (user: string, path: string) => number | undefined = () => undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), "leaklens-record-"));
  private readonly servers: (Server | ReturnType<typeof createPlain>)[] = [];
  private readonly pods: { spec: PodSpec; port: number; forwards: number }[] = [];
  private readonly sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => {
      this.protocols.push(...offered);
      return offered.has("v4.channel.k8s.io") ? "v4.channel.k8s.io" : false;
    },
  });
  address = "";

  static async start(pods: readonly PodSpec[], own: Record<string, Handler> = {}) {
    const it = new StandIn();
    for (const pod of pods) await it.add(pod);
    const server = createServer(
      { ...SERVER, ca: CA.cert, requestCert: true, rejectUnauthorized: false },
      (request, response) => it.answer(request, response, own),
    );
    server.on("upgrade", (request, socket, head) => it.forward(request, socket as Socket, head));
    it.address = `https://127.0.0.1:${await it.listen(server)}`;
    return it;
  }

  async add(spec: PodSpec): Promise<void> {
    const calls = new Map<string, number>();
    const handle = (request: IncomingMessage, response: ServerResponse): unknown => {
      const path = (request.url ?? "").split("?")[0]!;
      const user = userOf(request);
      this.asked.push({ at: spec.name, url: request.url ?? "", user });
      const call = calls.get(path) ?? 0;
      calls.set(path, call + 1);
      const own = spec.handle?.[path];
      if (own) return own(request, response, call);
      if (!spec.plain && user === "") return send(response, 401, status(401, "Unauthorized"));
      const refused = this.refuse(user, path);
      if (refused) return send(response, refused, status(refused, forbidden(user, path)));
      return serve(path, response, call);
    };
    const server = spec.plain
      ? createPlain(handle)
      : createServer(
          {
            ...(spec.certificate ?? SERVER),
            ca: CA.cert,
            requestCert: true,
            rejectUnauthorized: false,
          },
          handle,
        );
    this.pods.push({ spec, port: await this.listen(server), forwards: 0 });
  }

  /** The pod is gone from the list, and a port-forward to it finds nothing. */
  remove(name: string): void {
    this.pods.splice(
      this.pods.findIndex((pod) => pod.spec.name === name),
      1,
    );
  }

  /** A kubeconfig with a context for a token, one for a client certificate, and wrong ones. */
  kubeconfig(): string {
    const path = join(this.folder, "kubeconfig");
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    const plugin = { apiVersion: "client.authentication.k8s.io/v1", kind: "ExecCredential" };
    const credential = JSON.stringify({ ...plugin, status: { token: TOKEN } });
    const exec = {
      apiVersion: plugin.apiVersion,
      command: process.execPath,
      args: ["-e", `process.stdout.write(${JSON.stringify(credential)})`],
      interactiveMode: "Never",
    };
    const users = {
      token: { token: TOKEN },
      certificate: {
        "client-certificate-data": base64(USER.cert),
        "client-key-data": base64(USER.key),
      },
      exec: { exec },
      stranger: { token: "wrong" },
    };
    const cluster = { server: this.address, "certificate-authority-data": base64(CA.cert) };
    const config = {
      apiVersion: "v1",
      kind: "Config",
      "current-context": "token",
      clusters: [{ name: "prod-1", cluster }],
      users: Object.entries(users).map(([name, user]) => ({ name, user })),
      contexts: Object.keys(users).map((name) => ({
        name,
        context: { cluster: "prod-1", user: name },
      })),
    };
    writeFileSync(path, JSON.stringify(config));
    return path;
  }

  out(name = "out"): string {
    return join(this.folder, name);
  }

  async stop(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate();
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    rmSync(this.folder, { recursive: true });
  }

  private listen(server: Server | ReturnType<typeof createPlain>): Promise<number> {
    this.servers.push(server);
    return new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
  }

  private answer(
    request: IncomingMessage,
    response: ServerResponse,
    own: Record<string, Handler>,
  ): unknown {
    const url = new URL(request.url ?? "", "https://x");
    const user = userOf(request);
    this.asked.push({ at: "server", url: request.url ?? "", user });
    if (user === "") return send(response, 401, status(401, "Unauthorized"));
    const refused = this.refuse(user, url.pathname);
    if (refused) return send(response, refused, status(refused, forbidden(user, url.pathname)));
    const handler = own[url.pathname];
    if (handler) return handler(request, response, 0);
    const list = /^\/api\/v1\/namespaces\/([^/]+)\/pods$/.exec(url.pathname);
    if (list) return this.list(response, list[1]!, url.searchParams.get("labelSelector") ?? "");
    return serve(url.pathname, response, 0);
  }

  private list(response: ServerResponse, namespace: string, selector: string): void {
    const [key, value] = selector.split("=") as [string, string];
    const items = this.pods
      .map(({ spec }) => spec)
      .filter((spec) => (spec.namespace ?? "kube-system") === namespace)
      .filter((spec) => (spec.labels ?? { component: "kube-apiserver" })[key] === value)
      .map((spec) => ({
        metadata: { name: spec.name, namespace, uid: `uid-of-${spec.name}` },
        spec: {
          nodeName: `node-of-${spec.name}`,
          containers: [
            { name: "sidecar", image: "sidecar:1", resources: { limits: { memory: "1Mi" } } },
            {
              name: spec.name.replace(/-[^-]*$/, ""),
              image: "registry.k8s.io/kube-apiserver:v1.31.14",
              resources: { limits: spec.limit ? { memory: spec.limit } : {} },
            },
          ],
        },
        status: {
          phase: spec.phase ?? "Running",
          podIP: "10.0.0.1",
          containerStatuses: [{ restartCount: 2 }],
        },
      }));
    send(response, 200, JSON.stringify({ kind: "PodList", apiVersion: "v1", items }));
  }

  private forward(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const url = new URL(request.url ?? "", "https://x");
    const user = userOf(request);
    this.asked.push({ at: "server", url: request.url ?? "", user });
    const name = /\/pods\/([^/]+)\/portforward$/.exec(url.pathname)?.[1];
    const pod = this.pods.find(({ spec }) => spec.name === name);
    const code = user === "" ? 401 : (this.refuse(user, "portforward") ?? (pod ? 0 : 404));
    if (code || !pod) {
      socket.end(`HTTP/1.1 ${code} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (ws) => {
      const port = Number(url.searchParams.get("ports"));
      bridge(ws, port, port === 1 ? 1 : pod.port, pod.spec.cutAfter?.(pod.forwards++));
    });
  }
}

/** What a kubelet does: two channels for a port, each begins with the port's number. */
function bridge(ws: WebSocket, asked: number, port: number, cutAfter?: number): void {
  const number = Buffer.alloc(2);
  number.writeUInt16LE(asked);
  ws.send(Buffer.concat([Buffer.from([0]), number]));
  ws.send(Buffer.concat([Buffer.from([1]), number]));
  const pod = connect(port, "127.0.0.1");
  let passed = 0;
  pod.on("data", (data) => {
    passed += data.length;
    if (cutAfter !== undefined && passed > cutAfter) return ws.terminate();
    ws.send(Buffer.concat([Buffer.from([0]), data]));
  });
  pod.on("end", () => ws.close());
  pod.on("error", (error) => {
    const text = `an error occurred forwarding ${asked} -> ${asked}: dial tcp4: ${/ECONNREFUSED/.test(String(error)) ? "connect: connection refused" : error.message}`;
    ws.send(Buffer.concat([Buffer.from([1]), Buffer.from(text)]));
  });
  ws.on("message", (data: Buffer) => {
    if (data[0] === 0) pod.write(data.subarray(1));
  });
  ws.on("close", () => pod.destroy());
}

/** Who asks: by token, or by a certificate of the cluster's authority. */
function userOf(request: IncomingMessage): string {
  if (request.headers.authorization === `Bearer ${TOKEN}`) return "recorder";
  const socket = request.socket as TLSSocket;
  return socket.authorized ? String(socket.getPeerCertificate().subject.CN) : "";
}

export function send(response: ServerResponse, code: number, text: string | Uint8Array): void {
  response.statusCode = code;
  response.setHeader("Content-Length", Buffer.byteLength(text));
  response.end(text);
}

function status(code: number, message: string): string {
  return JSON.stringify({ kind: "Status", apiVersion: "v1", status: "Failure", message, code });
}

const forbidden = (user: string, path: string) =>
  `forbidden: User "${user}" cannot get path "${path}"`;

const HEAPS = [0, 1, 2, 3, 4, 5].map((n) => fixtureBytes(`leaking-operator/0${n}.pb.gz`));

/** The heap of the nth call, of a process that leaks. */
export const heapOf = (call: number): Uint8Array => HEAPS[Math.min(call, HEAPS.length - 1)]!;

/** What an API server answers that is well; its memory grows by a GiB a call. */
function serve(path: string, response: ServerResponse, call: number): unknown {
  if (path === "/debug/pprof/heap") return send(response, 200, heapOf(call));
  if (path === "/version") return send(response, 200, JSON.stringify({ gitVersion: "v1.31.14" }));
  if (path === "/metrics") {
    const rss = (call + 1) * 2 ** 30;
    return send(
      response,
      200,
      `# HELP process_resident_memory_bytes x\n# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes ${rss}\nprocess_start_time_seconds 1.7e+09\n`,
    );
  }
  return send(response, 404, "404 page not found\n");
}
