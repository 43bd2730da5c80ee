import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Watched } from "../../src/session/watched.js";
import { fixtureBytes } from "../recordings.js";
import { FakePage } from "./page.js";

beforeEach(() => {
  vi.stubGlobal("location", { origin: "http://127.0.0.1:1", href: "http://127.0.0.1:1/" });
  vi.stubGlobal("fetch", async (url: URL) => {
    const n = /op%20(\d)/.exec(url.pathname)![1];
    return new Response(fixtureBytes(`leaking-operator/0${n}.pb.gz`) as Uint8Array<ArrayBuffer>);
  });
});
afterEach(() => void vi.unstubAllGlobals());

const path = (n: number) => `/files/token${n}/op%20${n}.pb.gz`;
const nameOf = (n: number) => `op ${n}.pb.gz`;
const news = (...rounds: readonly number[]) => ({ files: rounds.map(path), failures: [] });

async function started() {
  const page = await new FakePage().start();
  return { page, watched: new Watched(page.session, page.store) };
}

describe("a page that follows a recorder", () => {
  it("opens what comes, and shows the newest compared with the oldest", async () => {
    const { page, watched } = await started();
    await watched.take(news(0));
    expect(page.state.view.base).toBe(-1);
    for (const n of [1, 2]) {
      await watched.take(news(...[0, 1, 2].slice(0, n + 1)));
      expect(page.shownNames[page.state.view.shown]).toBe(nameOf(n));
      expect(page.state.view.base).toBe(0);
    }
    expect(page.shownNames).toEqual([0, 1, 2].map(nameOf));
    // Each round is no step of the browser, and nothing is put into the library.
    expect(page.address.entries.length).toBe(1);
    expect(page.problems).toEqual([]);
  });

  it("shows the newest of the same process where several are recorded, from its own oldest", async () => {
    const { page, watched } = await started();
    // Each round has a profile of each of three processes.
    const moment = (round: number) => `20261127T13${String(round).padStart(2, "0")}00.000Z`;
    const rounds = (count: number) =>
      Array.from({ length: 3 * count }, (_, i) => {
        const [round, process] = [Math.floor(i / 3), i % 3];
        return `/files/op%20${(2 * process + round) % 6}/${moment(round)}-p${process}.pb.gz`;
      });
    await watched.take({ files: rounds(1), failures: [] });
    await page.settled();
    const { shown } = page.state.view;
    const process = page.shownNames[shown]!.slice(-8);
    await watched.take({ files: rounds(2), failures: [] });
    expect(page.shownNames[page.state.view.shown]).toBe(`${moment(1)}-${process}`);
    expect(page.shownNames[page.state.view.base]).toBe(`${moment(0)}-${process}`);
  });

  it("leaves what the person looks at where it is", async () => {
    const { page, watched } = await started();
    await watched.take(news(0, 1, 2));
    page.session.change({ shown: 1, base: 0 });
    await watched.take(news(0, 1, 2, 3));
    expect(page.shownNames.length).toBe(4);
    expect(page.state.view).toMatchObject({ shown: 1, base: 0 });
  });

  it("lets go what the recorder dropped, and compares with the oldest that is left", async () => {
    const { page, watched } = await started();
    await watched.take(news(0, 1));
    await watched.take(news(0, 1, 2));
    await watched.take(news(1, 2, 3));
    expect(page.shownNames).toEqual([1, 2, 3].map(nameOf));
    expect(page.shownNames[page.state.view.shown]).toBe(nameOf(3));
    expect(page.state.view.base).toBe(0);
    await page.settled();
    expect(page.worker.closed.length).toBe(1);
  });

  it("opens nothing again that the person closed, and keeps what is not the recorder's", async () => {
    const { page, watched } = await started();
    await page.session.open([
      { name: "mine.pb.gz", read: async () => fixtureBytes("leaking-operator/05.pb.gz") },
    ]);
    await watched.take(news(0, 1));
    page.session.closeFile(page.shownNames.indexOf(nameOf(0)));
    await watched.take(news(0, 1, 2));
    await watched.take(news(1, 2));
    expect(page.shownNames.toSorted()).toEqual(["mine.pb.gz", nameOf(1), nameOf(2)]);
  });

  it("opens files once more that a link of its own names, after the page was loaded again", async () => {
    const first = await started();
    await first.watched.take(news(0, 1));
    const page = await new FakePage(first.page.address).start();
    expect(page.state.missing.length).toBe(2);
    const watched = new Watched(page.session, page.store);
    await watched.take(news(0, 1, 2));
    await watched.take(news(0, 1, 2));
    expect(page.state.missing).toEqual([]);
    expect(page.shownNames).toEqual([0, 1, 2].map(nameOf));
  });

  it("tells a target that fails once, and again when it fails otherwise", async () => {
    const { page, watched } = await started();
    const failing = (error: string) => ({ files: [], failures: [{ target: "b", error }] });
    await watched.take(failing("403"));
    await watched.take(failing("403"));
    await watched.take(failing("404"));
    expect(page.problems).toEqual(["b: 403", "b: 404"]);
  });
});
