import { describe, expect, it } from "vitest";
import { hiddenWaits } from "../../../../src/profile/formats/go-text/hidden-waits.js";

const of = (caller: string, ...hidden: readonly number[]) => ({
  caller,
  hidden: hidden.map(BigInt),
});

describe("what goroutines wait for, by frames without names", () => {
  const PARK = 0x100;
  it("is a select of two frames, a receive where two functions lead to the third", () => {
    expect(
      hiddenWaits([
        of("main.a", PARK, 0x200, 0x201),
        of("main.b", PARK, 0x200, 0x202),
        of("main.c", PARK, 0x300, 0x301),
        of("main.d", PARK, 0x400),
      ]),
    ).toEqual(["chan receive", "chan receive", "chan receive or send", "select"]);
  });

  it("is not told of code that says itself what it waits for, nor of what is not parked", () => {
    expect(
      hiddenWaits([
        of("main.a", PARK, 0x400),
        of("main.b", PARK, 0x400),
        of("internal/poll.runtime_pollWait", PARK, 0x500),
        of("sync.runtime_notifyListWait", PARK, 0x600),
        of("reflect.chansend0", PARK, 0x700),
        of("main.running", 0x900, 0x901),
        of("main.assists", PARK, 1, 2, 3, 4),
        of("main.runs"),
      ]),
    ).toEqual(["select", "select", "", "", "", "", "", ""]);
  });

  it("is not told where no two goroutines are parked at one place", () => {
    expect(hiddenWaits([of("main.a", 1, 2, 3), of("main.b", 4, 5)])).toEqual(["", ""]);
    expect(hiddenWaits([])).toEqual([]);
  });
});
