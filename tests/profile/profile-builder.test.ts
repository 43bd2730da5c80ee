import { describe, expect, it } from "vitest";
import { featuresOf } from "../../src/profile/features.js";
import { ProfileBuilder } from "../../src/profile/profile-builder.js";

const BYTES = [{ type: "inuse_space", unit: "bytes" }];

describe("a profile put together stack by stack", () => {
  it("has each function and each location once, whatever stacks they are on", () => {
    const builder = new ProfileBuilder(BYTES);
    builder.sample([builder.frame("leaf"), builder.frame("main.main")], [5]);
    builder.sample([builder.frame("main.main")], [7]);
    const { functions, locations, samples, strings } = builder.done();
    expect(Array.from(functions.name, (n) => strings.get(n))).toEqual(["leaf", "main.main"]);
    expect(locations.count).toBe(2);
    expect([...samples.stackLocations]).toEqual([0, 1, 1]);
    expect([...samples.values]).toEqual([5, 7]);
  });

  it("keeps functions of one name in two files apart, and lines of one function", () => {
    const builder = new ProfileBuilder(BYTES);
    const a = builder.function("init", "a.go");
    const b = builder.function("init", "b.go");
    expect(a).not.toBe(b);
    expect(builder.location([{ function: a, line: 1 }])).not.toBe(
      builder.location([{ function: a, line: 2 }]),
    );
    expect(builder.location([{ function: a, line: 1 }])).toBe(0);
  });

  it("keeps inlined lines, 64-bit addresses and labels with their units", () => {
    const builder = new ProfileBuilder(BYTES);
    const place = builder.location(
      [{ function: builder.function("callee") }, { function: builder.function("caller"), line: 9 }],
      0xffff_8000_0000_0001n,
    );
    builder.sample([place], [1], [{ key: "bytes", number: 48, unit: "bytes" }]);
    const { locations, samples, strings } = builder.done();
    expect([...locations.lineOffsets]).toEqual([0, 2]);
    expect([...locations.lineNumber]).toEqual([0, 9]);
    expect([locations.addressLow[0], locations.addressHigh[0]]).toEqual([1, 0xffff_8000]);
    expect([...samples.labelOffsets]).toEqual([0, 1]);
    expect(strings.get(samples.labelKey[0]!)).toBe("bytes");
    expect(samples.labelNumber[0]).toBe(48);
    expect(strings.get(samples.labelUnit[0]!)).toBe("bytes");
  });

  it("puts each sample type in a column of its own", () => {
    const builder = new ProfileBuilder([...BYTES, { type: "inuse_objects", unit: "count" }]);
    builder.sample([builder.frame("a")], [10, 1]);
    builder.sample([builder.frame("b")], [20, 2]);
    expect([...builder.done().samples.values]).toEqual([10, 20, 1, 2]);
  });
});

describe("what a profile is about", () => {
  const subject = (...types: string[]) =>
    featuresOf(new ProfileBuilder(types.map((type) => ({ type, unit: "" }))).done()).subject;

  it("is told by its sample types", () => {
    expect(subject("alloc_objects", "inuse_space")).toBe("heap");
    expect(subject("objects", "space")).toBe("heap");
    expect(subject("goroutine")).toBe("goroutines");
    expect(subject("threadcreate")).toBe("threads");
    expect(subject("samples", "cpu")).toBe("cpu");
    expect(subject("contentions", "delay")).toBe("contention");
    expect(subject("widgets")).toBe("other");
    expect(subject()).toBe("other");
  });
});
