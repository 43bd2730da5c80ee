import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demangled, shownName } from "../../src/profile/demangle/demangle.js";

const known = JSON.parse(
  readFileSync(new URL("../fixtures/cases/demangled.json", import.meta.url), "utf8"),
) as [name: string, ...shown: string[]][];
const STYLES = ["name", "templates", "full"] as const;

describe("names that compilers wrote", () => {
  it.each(STYLES)("are shown as go tool pprof shows them: %s", (style) => {
    const at = STYLES.indexOf(style);
    for (const [name, ...shown] of known) {
      expect(demangled(name, style) ?? name, name).toBe(shown[at]);
    }
    expect(known.length).toBeGreaterThan(550);
  });

  it("are as the compiler wrote them where that is asked for", () => {
    for (const [name] of known) expect(shownName(name, "none")).toBe(name);
  });

  it("may have one more _ before them, as on macOS", () => {
    expect(shownName("__ZN3foo3barIiEEvT_", "full")).toBe("void foo::bar<int>(int)");
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
    expect(shownName("foo::bar<int>(int) const", "templates")).toBe("foo::bar<int> const");
    expect(shownName("foo::bar<int>(int) const", "full")).toBe("foo::bar<int>(int) const");
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
        const out = STYLES.map((style) => demangled(name, style));
        expect(Date.now() - before).toBeLessThan(500);
        for (const shown of out) expect(shown?.length ?? 0).toBeLessThanOrEqual(40_100);
      }),
      { numRuns: 3000 },
    );
  });
});
