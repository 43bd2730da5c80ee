import { appendFileSync, cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "../../src/cli/server/page-assets.js";
import { serveFolders } from "../../src/cli/server/static-server.js";
import type { Leaklens } from "./leaklens.js";

/** Told to a worker, it does so at once: what no page could make it do. */
type Fault = "end" | "loop" | "throw";

const FAULTS = `
addEventListener("message", ({ data }) => {
  if (data === "end") close();
  while (data === "loop");
  if (data === "throw") setTimeout(() => { throw new Error("boom"); });
});`;

/** The built page whose workers break when they are told to, on a server of its own. */
export interface FaultyPage {
  readonly address: string;
  /** Tells the worker that was made last. */
  tellWorker(fault: Fault): Promise<void>;
  /** How many workers the page has made. */
  workersMade(): Promise<number>;
  /** Takes the worker's script away from the server, or gives it back. */
  serveWorker(there: boolean): void;
  close(): Promise<void>;
}

/** Serves such a page, and makes a browser's page ready for it: before it is visited. */
export async function faultyPage(app: Leaklens): Promise<FaultyPage> {
  const folder = mkdtempSync(join(tmpdir(), "leaklens-faulty-"));
  cpSync(DIST, folder, { recursive: true });
  const assets = join(folder, "assets");
  const script = join(assets, readdirSync(assets).find((name) => /^worker.*\.js$/.test(name))!);
  appendFileSync(script, FAULTS);
  const served = await serveFolders({ "": folder });
  app.address = served.address;
  app.origins.add(new URL(served.address).origin);
  await app.page.addInitScript(() => {
    const made: Worker[] = [];
    Object.assign(window, { workersMade: made });
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        made.push(this);
      }
    };
  });
  return {
    address: served.address,
    tellWorker: (fault) =>
      app.page.evaluate((what) => {
        const { workersMade } = window as unknown as { workersMade: Worker[] };
        workersMade.at(-1)!.postMessage(what);
      }, fault),
    workersMade: () =>
      app.page.evaluate(() => (window as unknown as { workersMade: Worker[] }).workersMade.length),
    serveWorker: (there) =>
      there ? renameSync(`${script}.away`, script) : renameSync(script, `${script}.away`),
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}
