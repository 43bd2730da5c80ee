import { describe, expect, it } from "vitest";
import { visibleText } from "../../src/lib/visible-text.js";

describe("text from files, as it is shown", () => {
  it("leaves what can be seen as it is", () => {
    const plain = "日本語.関数 é 👩 main.(*T).f[go.shape.int] <init>";
    expect(visibleText(plain)).toBe(plain);
  });

  it("writes controls, what turns the text and what has no width as codes", () => {
    expect(visibleText("\u202eevil")).toBe("\\u202eevil");
    expect(visibleText("a\nb\tc")).toBe("a\\u000ab\\u0009c");
    expect(visibleText("\u001b[31mred")).toBe("\\u001b[31mred");
    expect(visibleText("x\u2066y\u200bz\ufeff")).toBe("x\\u2066y\\u200bz\\ufeff");
    expect(visibleText("tag\u{e0041}")).toBe("tag\\u{e0041}");
  });

  it("writes half a character as its code", () => {
    expect(visibleText("a\ud83db")).toBe("a\\ud83db");
  });
});
