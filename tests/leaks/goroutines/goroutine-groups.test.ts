import { describe, expect, it } from "vitest";
import { goroutineGroups } from "../../../src/leaks/goroutines/goroutine-groups.js";
import { type Profile, valuesOf } from "../../../src/profile/profile.js";
import { ProfileBuilder } from "../../../src/profile/profile-builder.js";
import { LEAKS_WORDS } from "../../../src/words/leaks-words.js";

type Stack = readonly [count: number, ...rootFirst: string[]];

function goroutines(...all: readonly Stack[]): Profile {
  const builder = new ProfileBuilder([{ type: "goroutine", unit: "count" }]);
  for (const [count, ...stack] of all) {
    builder.sample(stack.map((name) => builder.frame(name)).reverse(), [count]);
  }
  return builder.done();
}

const groups = (...profiles: readonly Profile[]) =>
  goroutineGroups(
    profiles,
    profiles.map((p) => valuesOf(p, 0)),
  );
const only = (...stack: readonly string[]) => groups(goroutines([1, ...stack]))[0]!;

describe("groups of goroutines", () => {
  it("are of one function and one wait, whatever called them", () => {
    const before = goroutines(
      [
        10,
        "example.org/op/x.(*W).start",
        "example.org/op/x.(*W).loop",
        "runtime.chanrecv1",
        "runtime.gopark",
      ],
      [5, "example.org/op/x.(*W).loop", "runtime.chanrecv2", "runtime.gopark"],
      [2, "example.org/op/x.(*W).loop", "runtime.selectgo", "runtime.gopark"],
    );
    const after = goroutines([
      90,
      "example.org/op/x.(*W).loop",
      "runtime.chanrecv1",
      "runtime.gopark",
    ]);
    expect(groups(before, after).map((g) => [g.name, LEAKS_WORDS.wait(g.wait), g.counts])).toEqual([
      ["example.org/op/x.(*W).loop", "waiting to receive from a channel", [15, 90]],
      ["example.org/op/x.(*W).loop", "waiting in a select", [2, 0]],
    ]);
  });

  it("are named after the program's own code, else a library's, else Go's own", () => {
    const parked = ["runtime.selectgo", "runtime.gopark"];
    const library = "golang.org/x/net/http2.(*clientStream).writeRequest";
    expect(only("example.org/op/x.Call", library, ...parked)).toMatchObject({
      name: "example.org/op/x.Call",
      isOwn: true,
    });
    expect(only("net/http.(*conn).serve", library, ...parked)).toMatchObject({
      name: library,
      isOwn: false,
    });
    expect(only("main.main", "net/http.(*conn).serve", ...parked).name).toBe(
      "net/http.(*conn).serve",
    );
    expect(only("context.(*cancelCtx).propagateCancel.func2", ...parked).name).toBe(
      "context.(*cancelCtx).propagateCancel.func2",
    );
    expect(only("runtime.gopark").name).toBe("runtime.gopark");
  });

  it.each([
    [
      ["sync.(*Mutex).Lock", "internal/sync.(*Mutex).lockSlow", "runtime.semacquire1"],
      "waiting for a lock (Mutex)",
    ],
    [
      ["sync.(*RWMutex).RLock", "sync.runtime_SemacquireRWMutexR", "runtime.gopark"],
      "waiting for a lock (RWMutex)",
    ],
    [
      ["sync.(*WaitGroup).Wait", "runtime.gopark"],
      "waiting for other goroutines to end (WaitGroup)",
    ],
    [
      ["sync.(*Cond).Wait", "sync.runtime_notifyListWait", "runtime.gopark"],
      "waiting to be woken (Cond)",
    ],
    [["runtime.chansend1", "runtime.chansend", "runtime.gopark"], "waiting to send to a channel"],
    [["time.Sleep", "runtime.gopark"], "asleep"],
    [
      [
        "internal/poll.(*FD).Read",
        "internal/poll.runtime_pollWait",
        "runtime.netpollblock",
        "runtime.gopark",
      ],
      "waiting for the network",
    ],
    [["syscall.Syscall"], "in a call of the operating system"],
    [["runtime.gopark"], "waiting"],
    [["example.org/op/x.compute"], ""],
  ])("say what they wait for: %j", (leaf, wait) => {
    expect(LEAKS_WORDS.wait(only("example.org/op/x.F", ...leaf).wait)).toBe(wait);
  });

  it.each([
    ["chan receive", "waiting to receive from a channel"],
    ["chan receive (nil chan)", "waiting for ever (no channel can be ready)"],
    ["IO wait", "waiting for the network"],
    ["running", ""],
  ])("say what they wait for by the state that a text names: %s", (state, wait) => {
    const builder = new ProfileBuilder([{ type: "goroutine", unit: "count" }]);
    builder.sample([builder.frame("example.org/op/x.F")], [1], [{ key: "state", text: state }]);
    const [found] = groups(builder.done());
    expect(found).toMatchObject({ name: "example.org/op/x.F" });
    expect(LEAKS_WORDS.wait(found!.wait)).toBe(wait);
  });

  it("leave out what is filtered, and files that count other things", () => {
    const one = goroutines([3, "a.b/c.F"], [4, "a.b/c.G"]);
    const found = goroutineGroups([one, one], [valuesOf(one, 0), undefined], (_, s) => s === 1);
    expect(found.map((g) => [g.name, g.counts])).toEqual([["a.b/c.G", [4, 0]]]);
  });
});
