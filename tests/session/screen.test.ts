import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/engine/answers.js";
import { GRAPH_ROOM, graphScreen, isBusy, workOf } from "../../src/session/screen.js";
import { makeStore, type State } from "../../src/session/store.js";
import { DEFAULT_VIEW } from "../../src/view/view.js";

const FILE = { hash: "a".repeat(64), name: "a", size: 1, url: "" };
const names = { id: 1, names: [], files: [] };
const failure = { name: "Error", message: "no", hint: "", byte: undefined };

function pictureOf(width: number): Picture {
  return { namesId: 1, layout: { width: Float64Array.of(width) } } as unknown as Picture;
}

/** A side of the graph in any state that it can be in once nothing is asked any more. */
const side = fc.record({
  answered: fc.constantFrom(undefined, 0, 1, 1000),
  failed: fc.boolean(),
});

describe("what is on the screen, and what is waited for", () => {
  it("are one: when each graph on the screen is painted nothing is busy", () => {
    fc.assert(
      fc.property(side, side, fc.boolean(), fc.boolean(), (after, before, sideBySide, sum) => {
        const store = makeStore({
          view: { ...DEFAULT_VIEW, files: [FILE, FILE], base: 0, shown: 1, sideBySide, sum },
          answers: {
            ...(after.answered === undefined
              ? {}
              : { picture: { key: "p", answer: pictureOf(after.answered), names } }),
            ...(before.answered === undefined
              ? {}
              : { before: { key: "b", answer: pictureOf(before.answered), names } }),
          },
          failures: {
            ...(after.failed ? { picture: { key: "p", failure } } : {}),
            ...(before.failed ? { before: { key: "b", failure } } : {}),
          },
        });
        // Paints what the screen shows, and nothing else.
        const screen = graphScreen(store.getState());
        const shown = [screen.after, screen.before].some((p) => p?.kind === "graph");
        expect(isBusy(store.getState(), true)).toBe(shown);
        const keyOf = (pane: typeof screen.before) => (pane?.kind === "graph" ? pane.key : "");
        store.setState({ painted: { after: keyOf(screen.after), before: keyOf(screen.before) } });
        expect(isBusy(store.getState(), true)).toBe(false);
      }),
    );
  });

  it("waits for no painting of a part that failed, nor of a tab that has no graph", () => {
    const store = makeStore({
      view: { ...DEFAULT_VIEW, files: [FILE] },
      answers: { picture: { key: "p", answer: pictureOf(5), names } },
    });
    expect(isBusy(store.getState(), true)).toBe(true);
    store.setState({ broken: new Set([GRAPH_ROOM]) });
    expect(isBusy(store.getState(), true)).toBe(false);
    store.setState({ broken: new Set() });
    expect(isBusy(store.getState(), false)).toBe(false);
  });
});

describe("what is said to be done", () => {
  const said = (state: Partial<State>) => workOf(makeStore(state).getState());
  const reading = { id: 1, name: "heap.pb.gz", host: "", got: 0, size: 0 };

  it("is nothing while nothing is waited for, whatever was told last", () => {
    expect(said({ progress: { of: "suspects", doing: "building", share: 0.7 } })).toBeUndefined();
  });

  it("is not what was done before: an answer that is there is not built any more", () => {
    const progress = { of: "suspects", doing: "building", share: 0.7 } as const;
    expect(said({ reading: [reading], progress })?.text).toBe("reading heap.pb.gz");
    expect(said({ pending: new Set(["1"]), progress })?.text).toBe("building suspects");
  });

  it("is said from the first moment, also where nobody knows how far it is", () => {
    expect(said({ reading: [reading] })).toEqual({ text: "reading heap.pb.gz", share: undefined });
    expect(said({ pending: new Set(["1"]) })?.text).toBe("waiting for an answer");
  });

  it("names the host and the bytes of what is fetched", () => {
    const fetched = { ...reading, host: "pprof.example:6060", got: 1048576, size: 4194304 };
    expect(said({ reading: [fetched, reading] })).toEqual({
      text: "waiting for pprof.example:6060: heap.pb.gz, 1.0 MiB of 4.0 MiB and 1 more",
      share: 0.25,
    });
  });
});
