import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Failure, Round } from "../record/rounds.js";
import type { PageFiles } from "./page-files.js";
import { PAGE_HEADERS } from "./server.js";
import { type Served, serveFiles } from "./static-server.js";

/** A connection that is silent for longer (milliseconds) may be given up by somebody between. */
const BEAT = 15_000;

/** What is held of a round: paths and bytes of its profiles. */
type Held = readonly { readonly path: string; readonly bytes: Uint8Array }[];

/** The built page on 127.0.0.1, and the last rounds of a recorder for it. */
export class WatchServer {
  private readonly token = randomBytes(18).toString("base64url");
  private rounds: Held[] = [];
  private failures: readonly Failure[] = [];
  private readonly pages = new Set<ServerResponse>();
  private readonly beat = setInterval(() => this.send(":\n\n"), BEAT);

  private constructor(
    private readonly page: PageFiles,
    private readonly keep: number,
  ) {
    this.beat.unref();
  }

  /**
   * @param keep rounds that are held
   * @param port 0 for any that is free
   * @throws InputError where the port is taken
   */
  static async start(page: PageFiles, keep: number, port: number) {
    const server = new WatchServer(page, keep);
    const served = await serveFiles((path) => server.find(path), PAGE_HEADERS, port);
    const address = `${served.address}?watch=${server.token}`;
    const close = () => server.close(served);
    return { address, close, push: (round: Round) => server.push(round) };
  }

  /** Holds a round, lets the oldest one go, and tells the pages. */
  private push({ scrapes, failures }: Round): void {
    const held = scrapes.map(({ target, asked, bytes }) => {
      const time = new Date(asked).toISOString().slice(11, 19).replaceAll(":", ".");
      const name = encodeURIComponent(`${target.name.replace(/^.*\//, "")} ${time}.pb.gz`);
      return { path: `files/${randomBytes(9).toString("base64url")}/${name}`, bytes };
    });
    this.rounds = [...this.rounds, held].slice(-this.keep);
    this.failures = failures;
    this.send(this.news());
  }

  private find(path: string) {
    if (path === `watch/${this.token}`) return (response: ServerResponse) => this.join(response);
    if (!path.startsWith("files/")) return this.page.get(path);
    const all = this.rounds.flat();
    return all.find((file) => decodeURIComponent(file.path) === path)?.bytes;
  }

  /** A page that follows is told what there is, then what comes. */
  private join(response: ServerResponse): void {
    response.setHeader("Content-Type", "text/event-stream");
    response.setHeader("Cache-Control", "no-store");
    response.write(this.news());
    this.pages.add(response);
    response.on("close", () => this.pages.delete(response));
  }

  private news(): string {
    const files = this.rounds.flat().map(({ path }) => `/${path}`);
    const failures = this.failures.map(({ target, error }) => ({ target, error }));
    return `data: ${JSON.stringify({ files, failures })}\n\n`;
  }

  private send(text: string): void {
    for (const page of this.pages) page.write(text);
  }

  private async close(served: Served): Promise<void> {
    clearInterval(this.beat);
    for (const page of this.pages) page.end();
    await served.close();
  }
}
