import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { graphScreen } from "../../src/session/screen.js";
import { language, speak } from "../../src/words/language.js";
import { FakeAddress, FakePage, storm } from "./page.js";
import { until } from "./until.js";

const page = () => new FakePage().start();

describe("a thousand files", () => {
  it("are opened together, those beyond are told by their number", async () => {
    const app = await page();
    const one = readFileSync(new URL("../fixtures/cases/generics.pb.gz", import.meta.url));
    await app.open(
      ...Array.from({ length: 1002 }, (_, i) => ({
        name: `heap-${i}`,
        read: async () => new Uint8Array(one),
      })),
    );
    expect(app.problems.join()).toMatch(/more than 1000 files are not opened together/);
    // All of them are the same bytes, and so one file.
    expect(app.state.view.files).toHaveLength(1);
  });
});

describe("files that are closed and opened again", () => {
  it("have a graph each time, with the names it is numbered by", async () => {
    const app = await page();
    for (let time = 0; time < 3; time++) {
      await app.open(storm("03-storm"));
      const { after } = graphScreen(app.state);
      expect(after.kind, `time ${time}`).toBe("graph");
      if (after.kind === "graph") expect(after.names.id).toBe(after.picture.namesId);
      app.session.closeAll();
      await app.settled();
      expect(app.state.answers).toEqual({});
    }
    expect(app.problems).toEqual([]);
  });

  it("have a graph when one goes back to them, and when their opening was cancelled before", async () => {
    const address = new FakeAddress();
    const app = await new FakePage(address).start();
    await app.open(storm("03-storm"));
    app.session.closeAll();
    await app.settled();
    address.back();
    await until(() => app.state.answers.picture !== undefined, "no graph");
    await app.settled();
    expect(graphScreen(app.state).after.kind).toBe("graph");
    app.session.closeAll();
    const opening = app.session.open([storm("02-storm")]);
    await app.session.cancel();
    await opening;
    await app.open(storm("02-storm"));
    expect(graphScreen(app.state).after.kind).toBe("graph");
  });

  it("are given back by the worker when they are closed, once they are kept", async () => {
    const app = await page();
    await app.open(storm("00-baseline"), storm("01-created"));
    const [first, second] = app.state.view.files.map((f) => f.hash);
    app.session.closeFile(0);
    await app.settled();
    expect(app.worker.closed).toEqual([first]);
    expect(app.keeper.kept.has(first!)).toBe(true);
    app.session.closeAll();
    await app.settled();
    expect(app.worker.closed).toEqual([first, second]);
    expect(await app.worker.service.bytes(second!)).toBeUndefined();
    expect(app.state.files.size).toBe(0);
  });

  it("leave a new worker behind where they were large", async () => {
    const app = await page();
    await app.open(storm("03-storm"));
    app.session.closeAll();
    await app.settled();
    expect(app.workers).toHaveLength(1);
    const stored = new URL("../fixtures/configmap-list-storm/03-storm.pb.gz", import.meta.url);
    const large = new Uint8Array(generate(readFileSync(stored), 60_000));
    await app.open({ name: "large", read: async () => large.slice() });
    app.session.closeAll();
    await until(() => app.workers.length === 2, "the same worker");
    expect(app.workers[0]!.stopped).toBe(true);
    expect(app.problems).toEqual([]);
    await app.open(storm("03-storm"));
    expect(graphScreen(app.state).after.kind).toBe("graph");
  }, 120_000);

  it("come back from where they were got where nothing is kept", async () => {
    const address = new FakeAddress();
    const app = await new FakePage(address).start();
    await app.open(storm("03-storm"));
    app.session.closeAll();
    app.keeper.kept.clear();
    address.back();
    await until(() => app.state.answers.picture !== undefined, "no graph");
    expect(app.state.missing).toEqual([]);
  });
});

describe("a worker that ends", () => {
  it("is replaced, told, and given the files; the view stays", async () => {
    const app = await page();
    await app.open(storm("02-storm"), storm("03-storm"));
    app.session.change({ inverted: true, tab: "graph" });
    await app.settled();
    const { view } = app.state;
    app.worker.end();
    await until(() => app.workers.length === 2, "no second worker");
    await app.settled();
    expect(app.state.view).toBe(view);
    expect(app.problems).toHaveLength(1);
    expect(app.problems[0]).toMatch(/stopped: it ended\. It was started again/);
    app.session.change({ inverted: false });
    await app.settled();
    expect(app.state.answers.picture?.key).toContain('"picture"');
    expect(app.worker.asked).toContain("picture");
  });

  it("leaves no bar and no question behind when it ends while it answers", async () => {
    const app = await page();
    await app.open(storm("03-storm"));
    app.worker.silent = true;
    app.session.change({ inverted: true });
    app.store.setState({ progress: { of: "suspects", doing: "building", share: 0.7 } });
    app.worker.end();
    expect(app.state.progress).toBeUndefined();
    await until(() => app.workers.length === 2, "no second worker");
    await app.settled();
    expect(app.state.answers.picture?.key).toBe(app.state.painted.after);
  });

  it("while it reads a file is replaced, and the file is read once more", async () => {
    const app = await page();
    const first = app.session.open([storm("03-storm")]);
    await until(() => app.state.reading.length > 0, "nothing is read");
    app.worker.end();
    await first;
    await app.settled();
    expect(app.shownNames).toEqual(["03-storm.pb.gz"]);
    expect(graphScreen(app.state).after.kind).toBe("graph");
  });

  it("again and again is given up, told with a way to try again", async () => {
    const app = new FakePage(new FakeAddress(), "its script could not be loaded");
    await app.start();
    await app.open(storm("03-storm"));
    expect(app.shownNames).toEqual([]);
    expect(app.problems.join("\n")).toMatch(/03-storm\.pb\.gz: .*its script could not be loaded/);
    app.broken = "";
    const again = app.state.problems.find((p) => p.of.startsWith("03"))!.remedy!;
    again.run();
    await until(() => app.state.answers.picture !== undefined, "no graph");
    await app.settled();
    expect(app.shownNames).toEqual(["03-storm.pb.gz"]);
  });

  it("and ends whenever it is given the view's files is not started for ever", async () => {
    const app = await page();
    await app.open(storm("03-storm"));
    app.broken = "it ended";
    app.worker.end();
    await until(() => app.problems.some((p) => /not started again by itself/.test(p)), "no end");
    const made = app.workers.length;
    app.session.change({ inverted: true });
    await app.settled();
    expect(app.workers.length).toBe(made);
    expect(graphScreen(app.state).after.kind).toBe("failed");
    app.broken = "";
    app.state.problems.find((p) => p.remedy)!.remedy!.run();
    await until(() => graphScreen(app.state).after.kind === "graph", "no graph");
    await app.settled();
  });

  it("says by name which files cannot come back", async () => {
    const app = await page();
    let there = true;
    const input = storm("03-storm");
    await app.open({
      name: input.name,
      read: (control) => (there ? input.read(control) : Promise.reject(new Error("gone"))),
    });
    there = false;
    app.keeper.kept.clear();
    app.worker.end();
    await until(() => app.state.missing.length > 0, "nothing is missing");
    expect(app.state.missing.map((f) => f.name)).toEqual(["03-storm.pb.gz"]);
  });

  it("does not lose what was to be saved", async () => {
    const app = await page();
    await app.open(storm("03-storm"));
    app.worker.silent = true;
    const report = app.session.once("report", { link: "" });
    app.worker.end();
    expect(await report).toContain("ConfigMap");
  });
});

/** Opens a third file, and holds back the question what the files are to each other. */
async function heldBack(app: FakePage) {
  const release = app.worker.hold("setKind");
  const asked = app.worker.asked.length;
  const opening = app.session.open([storm("02-storm")]);
  await until(() => app.worker.asked.length > asked, "not asked");
  return { opening, release };
}

describe("Cancel", () => {
  it("gives up an opening whatever it waits for", async () => {
    const app = await page();
    await app.open(storm("00-baseline"));
    const never = { name: "never", read: () => new Promise<Uint8Array>(() => {}) };
    const opening = app.session.open([never]);
    await app.session.cancel();
    await opening;
    expect(app.state.reading).toEqual([]);
    expect(app.shownNames).toEqual(["00-baseline.pb.gz"]);
  });

  it("of a silent file keeps what is open, and what is asked of it", async () => {
    const app = await page();
    const never = { name: "never", read: () => new Promise<Uint8Array>(() => {}) };
    const opening = app.session.open([never]);
    const release = app.worker.hold("suspects");
    await app.session.open([storm("03-storm")]);
    const cancelled = app.session.cancel();
    release();
    await Promise.all([cancelled, opening]);
    await app.settled();
    expect(app.shownNames).toEqual(["03-storm.pb.gz"]);
    expect(app.state.answers.suspects).toBeDefined();
  });

  it("of what is asked beside the graph keeps the graph, and says what was cancelled", async () => {
    const app = await page();
    const release = app.worker.hold("suspects");
    await app.session.open([storm("03-storm")]);
    const isWhole = () => app.state.answers.picture?.key.includes('"picture"') ?? false;
    await until(isWhole, "no graph");
    const cancelled = app.session.cancel();
    release();
    await cancelled;
    await app.settled();
    expect(app.shownNames).toEqual(["03-storm.pb.gz"]);
    expect(graphScreen(app.state).after.kind).toBe("graph");
    app.session.change({ joined: false });
    await app.settled();
    expect(app.state.failures.suspects).toBeUndefined();
    expect(app.state.answers.suspects).toBeDefined();
  });

  it("is not forgotten while it is found out what files are to each other", async () => {
    const app = await page();
    await app.open(storm("00-baseline"), storm("01-created"));
    const { opening, release } = await heldBack(app);
    await app.session.cancel();
    release();
    await opening;
    await app.settled();
    expect(app.shownNames).toEqual(["00-baseline.pb.gz", "01-created.pb.gz"]);
  });
});

describe("what was done last", () => {
  it("is kept when a file is opened meanwhile", async () => {
    const app = await page();
    await app.open(storm("00-baseline"), storm("01-created"));
    const { opening, release } = await heldBack(app);
    app.session.change({ orientation: "flame", tab: "table" });
    release();
    await opening;
    await app.settled();
    expect(app.state.view).toMatchObject({ orientation: "flame", tab: "table" });
    expect(app.shownNames).toHaveLength(3);
  });

  it("is closing: files that were closed while another opens stay closed", async () => {
    const app = await page();
    await app.open(storm("00-baseline"), storm("01-created"));
    const { opening, release } = await heldBack(app);
    app.session.closeAll();
    release();
    await opening;
    await app.settled();
    expect(app.shownNames).toEqual(["02-storm.pb.gz"]);
  });

  it("of several drops at once loses none", async () => {
    const app = await page();
    const all = ["00-baseline", "01-created", "02-storm", "03-storm", "04-storm"];
    for (let time = 0; time < 2; time++) {
      await Promise.all([
        app.session.open(all.slice(0, 3).map(storm)),
        app.session.open(all.slice(3).map(storm)),
      ]);
      await app.settled();
      expect(app.shownNames).toEqual(all.map((n) => `${n}.pb.gz`));
      app.session.closeAll();
      await app.settled();
    }
  });

  it("is a view gone to and back: an answer of before does not come late", async () => {
    const app = await page();
    await app.open(storm("02-storm"), storm("03-storm"));
    for (let i = 0; i < 6; i++) app.session.change({ inverted: i % 2 === 0 });
    await app.settled();
    const key = app.state.answers.picture!.key;
    app.session.change({ inverted: true });
    app.session.change({ inverted: false });
    await app.settled();
    expect(app.state.answers.picture!.key).toBe(key);
  });
});

describe("a file that keeps the others waiting", () => {
  it("holds up none of them, and joins them when it comes", async () => {
    const app = await page();
    let give: () => void = () => {};
    const late = storm("01-created");
    const wait = new Promise<void>((done) => {
      give = done;
    });
    const opening = app.session.open([
      { name: late.name, read: (control) => wait.then(() => late.read(control)) },
      storm("00-baseline"),
      storm("02-storm"),
    ]);
    await until(() => app.shownNames.length === 2, "the others are not shown");
    app.session.change({ shown: 0, base: 1, inverted: true });
    give();
    await opening;
    await app.settled();
    expect(app.shownNames).toEqual(["00-baseline.pb.gz", "01-created.pb.gz", "02-storm.pb.gz"]);
    expect(app.state.view).toMatchObject({ shown: 0, base: 2, inverted: true });
  });

  it("is given up by Cancel, and the others stay", async () => {
    const app = await page();
    const never = { name: "never", read: () => new Promise<Uint8Array>(() => {}) };
    const opening = app.session.open([never, storm("00-baseline"), storm("02-storm")]);
    await until(() => app.shownNames.length === 2, "the others are not shown");
    await app.session.cancel();
    await opening;
    await app.settled();
    expect(app.shownNames).toEqual(["00-baseline.pb.gz", "02-storm.pb.gz"]);
    expect(graphScreen(app.state).after.kind).toBe("graph");
  });

  it("shares one card with those that fail alike, to try them all again", async () => {
    const app = await page();
    const gone = (name: string) => ({ name, read: () => Promise.reject(new Error("gone")) });
    await app.open(gone("a"), gone("b"), gone("c"), gone("d"), storm("00-baseline"));
    expect(app.problems).toEqual(["a, b and 2 more: gone"]);
    expect(app.shownNames).toEqual(["00-baseline.pb.gz"]);
  });
});

describe("an answer of /metrics", () => {
  const metrics = (name = "metrics.txt", pack = false) => {
    const stored = readFileSync(
      new URL("../fixtures/modern/texts/apiserver-metrics.txt", import.meta.url),
    );
    return { name, read: async () => new Uint8Array(pack ? gzipSync(stored) : stored) };
  };
  const heap = () => {
    const path = "../fixtures/modern/apiserver-1.37-configmaps/06-quiet.pb.gz";
    return {
      name: "06-quiet",
      read: async () => new Uint8Array(readFileSync(new URL(path, import.meta.url))),
    };
  };

  it("that is opened with a heap is taken beside it, and is no file of the view", async () => {
    const app = await page();
    await app.open(metrics(), heap());
    expect(app.state.metrics).toMatch(/^# HELP/);
    expect(app.state.view.files.map((f) => f.name)).toEqual(["06-quiet"]);
    expect(app.problems).toEqual([]);
    expect(app.state.dialog).toBe("");
  });

  it("that is opened later, packed, opens what is beyond the heap", async () => {
    const app = await page();
    await app.open(heap());
    await app.open(metrics("metrics.txt.gz", true));
    expect(app.state.metrics).toContain("process_resident_memory_bytes");
    expect(app.state.dialog).toBe("beyond");
    expect(app.problems).toEqual([]);
  });

  it("waits for a heap where none is open, and says so", async () => {
    const app = await page();
    await app.open(metrics());
    expect(app.problems).toEqual([
      expect.stringMatching(/^metrics\.txt: this is an answer of \/metrics; it is kept/),
    ]);
    await app.open(heap());
    expect(app.state.metrics).toMatch(/^# HELP/);
  });
});

describe("another language", () => {
  afterEach(() => speak("en"));

  it("is spoken by page and worker, the files stay open", async () => {
    const app = await page();
    await app.open(storm("03-storm"));
    const { view, answers } = app.state;
    await app.session.speak("zh");
    await app.settled();
    expect([language(), app.state.language]).toEqual(["zh", "zh"]);
    expect(app.state.view).toBe(view);
    expect(app.state.answers.finding!.key).not.toBe(answers.finding!.key);
    expect(app.state.answers.picture!.answer.total).toBe(answers.picture!.answer.total);
    await app.session.speak("en");
    await app.settled();
    expect(app.state.answers.finding!.answer).toEqual(answers.finding!.answer);
  });

  it("is spoken where the link asks for it, and before the first file is open", async () => {
    const app = await page();
    app.address.go("v=1&lang=zh");
    await until(() => app.state.language === "zh", "the language");
    app.address.go("v=1&lang=xx");
    await until(() => app.state.notices.length > 0, "a notice");
    expect([app.state.language, app.state.notices.join()]).toEqual([
      "zh",
      expect.stringContaining("“xx”"),
    ]);
  });
});
