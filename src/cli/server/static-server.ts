import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SERVER_WORDS } from "../../words/terminal/server-words.js";
import { InputError } from "../exit-code.js";
import { contentType, filesBelow } from "./page-files.js";

/** Only this machine may ask. */
const HOST = "127.0.0.1";

/** What is being served. */
export interface Served {
  /** address that opens it */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** An answer that goes on: what is written to it as it happens. */
export type Stream = (response: ServerResponse) => void;

/** The file of a path (without its first slash): where it lies, its bytes, or what writes it. */
export type FindFile = (path: string) => string | Uint8Array | Stream | undefined;

/**
 * Serves files on 127.0.0.1, to be read only. Bytes are never cached, files are asked for again.
 *
 * @param headers sent with every answer
 * @param port 0 for any that is free
 * @throws InputError where the port is taken
 */
export async function serveFiles(
  find: FindFile,
  headers: Readonly<Record<string, string>>,
  port: number,
): Promise<Served> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(request, response, find);
  });
  await listening(server, port);
  const actual = (server.address() as AddressInfo).port;
  return {
    address: `http://${HOST}:${actual}/`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Serves folders as they are now, as any static host would: what the tests, the bench and the
 * screenshots are shown.
 *
 * @param folders by the path they are served below, which ends in a slash; "" for the root
 */
export async function serveFolders(
  folders: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
  port = 0,
): Promise<Served> {
  const files = new Map<string, string>();
  for (const [below, folder] of Object.entries(folders)) {
    for (const [path, file] of await filesBelow(folder)) files.set(below + path, file);
    const index = files.get(`${below}index.html`);
    if (index) files.set(below, index);
  }
  return await serveFiles((path) => files.get(path), headers, port);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? SERVER_WORDS.portTaken
          : error.code === "EACCES"
            ? SERVER_WORDS.portForbidden
            : error.message;
      reject(new InputError(SERVER_WORDS.port(port, why)));
    });
    server.listen(port, HOST, resolve);
  });
}

function answer(request: IncomingMessage, response: ServerResponse, find: FindFile): void {
  const port = request.socket.localPort;
  const host = request.headers.host ?? "";
  // A name of another host that leads here is somebody else's page asking (DNS rebinding).
  if (host !== `${HOST}:${port}` && host !== `localhost:${port}`) {
    refuse(response, 421, SERVER_WORDS.notThis);
    return;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    refuse(response, 405, SERVER_WORDS.readOnly);
    return;
  }
  const path = decoded((request.url ?? "").replace(/\?.*$/s, "")).slice(1);
  const file = find(path);
  if (!file) {
    refuse(response, 404, SERVER_WORDS.notFound);
    return;
  }
  if (typeof file === "function") {
    if (request.method === "HEAD") response.end();
    else file(response);
    return;
  }
  response.setHeader("Cache-Control", typeof file === "string" ? "no-cache" : "no-store");
  if (typeof file !== "string") {
    response.setHeader("Content-Type", "application/octet-stream");
    response.setHeader("Content-Length", file.length);
    response.end(request.method === "HEAD" ? undefined : file);
    return;
  }
  response.setHeader("Content-Type", contentType(file));
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const stream = createReadStream(file);
  stream.on("error", () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 404, SERVER_WORDS.notFound);
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
