import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demangled, shownName } from "../../src/profile/demangle/demangle.js";

const known = JSON.parse(
  readFileSync(new URL("../fixtures/cases/demangled.json", import.meta.url), "utf8"),
) as [string, string][];

describe("names that compilers wrote", () => {
  it("are shown as go tool pprof shows them", () => {
    for (const [name, shown] of known) expect(demangled(name) ?? name, name).toBe(shown);
    expect(known.length).toBeGreaterThan(250);
  });

  it("stay as they are where they are none", () => {
    for (const name of ["main.main", "_Z", "_ZN", "_ZNSt", "_Rx", "malloc", "_ZZZZ", ""]) {
      expect(demangled(name) ?? name).toBe(name);
    }
  });

  it("that were demangled before lose parameters and template arguments", () => {
    expect(shownName("std::vector<int, std::allocator<int> >::push_back(int const&)")).toBe(
      "std::vector::push_back",
    );
    expect(shownName("foo::bar(int) const")).toBe("foo::bar const");
  });

  it("of Go and Java stay whole", () => {
    for (const name of [
      "sync/atomic.(*Pointer[go.shape.struct {}]).Load",
      "main.Sum[go.shape.int]",
      "com.example.Foo$Bar.<init>(Ljava/lang/String;I)V",
    ]) {
      expect(shownName(name)).toBe(name);
    }
  });

  it("cost little whatever they are", () => {
    const parts = fc.constantFrom(
      ..."N S_ S0_ T_ I E F P K 1a 3foo St Sa L i v X J Z Ul _ D Dp C1 B R M A1_ cl B_ Cs_ 1".split(
        " ",
      ),
    );
    const begin = fc.constantFrom("_Z", "_ZN", "_R", "_RN", "_RI", "___Z");
    fc.assert(
      fc.property(begin, fc.array(parts, { maxLength: 400 }), (head, tail) => {
        const name = head + tail.join("");
        const before = Date.now();
        const out = demangled(name);
        expect(Date.now() - before).toBeLessThan(500);
        expect(out === undefined || out.length <= 40_000).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
