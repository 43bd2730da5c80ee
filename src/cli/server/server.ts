import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { InputError } from "../exit-code.js";
import { fileNameOf, type Input } from "../input/input.js";
import { contentType, type PageFiles } from "./page-files.js";

/** Only this machine may ask. */
const HOST = "127.0.0.1";

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; worker-src 'self' blob:; connect-src 'self' https: http:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** A page that is being served, with the inputs it was started for. */
export interface PageServer {
  /** address that opens the page with the inputs */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves the built page on 127.0.0.1, and the inputs under paths that cannot be guessed.
 * @param port 0 for any that is free
 * @throws InputError where the port is taken
 */
export async function servePage(
  page: PageFiles,
  inputs: readonly Input[],
  port: number,
): Promise<PageServer> {
  const files = new Map<string, Uint8Array>();
  const paths = inputs.map((input) => {
    const token = randomBytes(18).toString("base64url");
    const name = fileNameOf(input.name);
    files.set(`files/${token}/${name}`, input.bytes);
    return `/files/${token}/${encodeURIComponent(name)}`;
  });
  const server = createServer((request, response) => answer(request, response, page, files));
  await listening(server, port);
  const actual = (server.address() as AddressInfo).port;
  const fragment = ["v=1", ...paths.map((path) => `open=${path.replaceAll("%", "%25")}`)].join("&");
  return {
    address: `http://${HOST}:${actual}/${paths.length > 0 ? `#${fragment}` : ""}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "the port is taken, choose another or none"
          : error.code === "EACCES"
            ? "the port may not be used, choose one above 1023"
            : error.message;
      reject(new InputError(`port ${port}: ${why}`));
    });
    server.listen(port, HOST, resolve);
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  page: PageFiles,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const port = request.socket.localPort;
  const host = request.headers.host ?? "";
  // A name of another host that leads here is somebody else's page asking (DNS rebinding).
  if (host !== `${HOST}:${port}` && host !== `localhost:${port}`) {
    refuse(response, 421, "not this server");
    return;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    refuse(response, 405, "only GET and HEAD");
    return;
  }
  const path = decoded((request.url ?? "").split("?")[0]!).slice(1);
  const bytes = files.get(path);
  const file = bytes ? undefined : page.get(path);
  if (!bytes && !file) {
    refuse(response, 404, "not found");
    return;
  }
  response.setHeader("Cache-Control", bytes ? "no-store" : "no-cache");
  if (bytes) {
    response.setHeader("Content-Type", "application/octet-stream");
    response.setHeader("Content-Length", bytes.length);
    response.end(request.method === "HEAD" ? undefined : bytes);
    return;
  }
  response.setHeader("Content-Type", contentType(file!));
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const stream = createReadStream(file!);
  stream.on("error", () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 404, "not found");
  });
  stream.pipe(response);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(`${why}\n`);
}
