import { randomBytes } from "node:crypto";
import { fileNameOf, type Input } from "../input/input.js";
import type { PageFiles } from "./page-files.js";
import { type Served, serveFiles } from "./static-server.js";

/** What goes with every answer of the page's server; deploy/page/nginx.conf sends the same. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; worker-src 'self' blob:; connect-src 'self' https: http:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/**
 * Serves the built page on 127.0.0.1, and the inputs under paths that cannot be guessed.
 * @param port 0 for any that is free
 * @throws InputError where the port is taken
 */
export async function servePage(
  page: PageFiles,
  inputs: readonly Input[],
  port: number,
): Promise<Served> {
  const files = new Map<string, Uint8Array>();
  const paths = inputs.map((input) => {
    const token = randomBytes(18).toString("base64url");
    const name = fileNameOf(input.name);
    files.set(`files/${token}/${name}`, input.bytes);
    return `/files/${token}/${encodeURIComponent(name)}`;
  });
  const served = await serveFiles((path) => files.get(path) ?? page.get(path), PAGE_HEADERS, port);
  const fragment = ["v=1", ...paths.map((path) => `open=${path.replaceAll("%", "%25")}`)].join("&");
  return {
    address: `${served.address}${paths.length > 0 ? `#${fragment}` : ""}`,
    port: served.port,
    close: served.close,
  };
}
