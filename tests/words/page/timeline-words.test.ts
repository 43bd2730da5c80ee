import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../../../src/words/language.js";
import { TIMELINE_WORDS } from "../../../src/words/page/timeline-words.js";

afterEach(() => speak("en"));

describe("words of the timeline", () => {
  it("say how many snapshots there are, and in how long or of how many runs", () => {
    const { snapshots } = TIMELINE_WORDS.relation;
    expect(snapshots(7, 1, "42 min")).toBe("7 snapshots in 42 min");
    expect(snapshots(7, 1, "")).toBe("7 snapshots");
    expect(snapshots(7, 2, "42 min")).toBe("7 snapshots, 2 runs of the program");
  });

  it("say what changed, and of a kind at which stages it is held", async () => {
    const { change, otherProcess, atStages, median } = TIMELINE_WORDS;
    expect(change("+3 MiB", "42 min")).toBe("+3 MiB in 42 min");
    expect(change("+3 MiB", "")).toBe("+3 MiB");
    expect(otherProcess("3 MiB", true)).toBe("3 MiB less, another process");
    expect(atStages("Pod 9 MiB", ["informer 8 MiB", "LIST receive 1 MiB"])).toBe(
      "Pod 9 MiB: informer 8 MiB, LIST receive 1 MiB",
    );
    expect(atStages("Pod 9 MiB", [])).toBe("Pod 9 MiB");
    await speak("zh");
    expect(change("+3 MiB", "42 min")).toBe("42 min 内 +3 MiB");
    expect(change("+3 MiB", "")).toBe("+3 MiB");
    expect(otherProcess("3 MiB", true)).toBe("少 3 MiB，另一个进程");
    expect(otherProcess("3 MiB", false)).toBe("多 3 MiB，另一个进程");
    expect(atStages("Pod 9 MiB", ["informer 8 MiB", "接收 LIST 1 MiB"])).toBe(
      "Pod 9 MiB：informer 8 MiB、接收 LIST 1 MiB",
    );
    expect(median("3 MiB", true)).toBe("中位数 3 MiB（基准）");
    const { snapshots } = TIMELINE_WORDS.relation;
    expect(snapshots(7, 1, "42 min")).toBe("42 min 内 7 个快照");
    expect(snapshots(7, 2, "")).toBe("7 个快照，程序运行了 2 次");
  });
});
