import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bar, code, codeBlock, linkTo, prose, table } from "../../src/lib/markdown.js";

describe("names in Markdown", () => {
  it("are code, so that asterisks and underscores stay", () => {
    expect(code("v1.(*ConfigMap).XXX_Unmarshal")).toBe("`v1.(*ConfigMap).XXX_Unmarshal`");
  });

  it("are code whatever backticks they hold", () => {
    expect(code("a`b")).toBe("``a`b``");
    expect(code("``a")).toBe("``` ``a ```");
    expect(code("")).toBe("");
  });

  it("cannot leave their code span, nor their line", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("`", "a", " ", "\n", "|", "*", "\r", "\u2028"),
    });
    fc.assert(
      fc.property(nasty, (name) => {
        const span = code(name);
        if (span === "") return;
        const fence = /^`+/.exec(span)![0];
        const inside = span.slice(fence.length, -fence.length);
        expect(span.endsWith(fence)).toBe(true);
        expect(inside).not.toMatch(/[\n\r\u2028]/);
        const runs: string[] = inside.match(/`+/g) ?? [];
        expect(runs).not.toContain(fence);
        expect(inside.startsWith("`") || inside.endsWith("`")).toBe(false);
      }),
    );
  });

  it("do not end a table's cell", () => {
    const [, , row] = table(["a", "b"], [[code("x|y"), prose("1|2")]]).split("\n");
    expect(row).toBe("| `x\\|y` | 1\\|2 |");
  });

  it("do not end a code block", () => {
    expect(codeBlock(["```", "x"])).toBe("````\n```\nx\n````");
    expect(codeBlock(["a\nb"]).split("\n")).toEqual(["```", "a b", "```"]);
  });
});

describe("text in Markdown", () => {
  it("means itself", () => {
    expect(prose("a_b *c* <script> [x](y) # `z` \\")).toBe(
      "a\\_b \\*c\\* \\<script\\> \\[x\\](y) \\# \\`z\\` \\\\",
    );
    expect(prose("- no list")).toBe("\\- no list");
    expect(prose("+236 MB a minute")).toBe("+236 MB a minute");
    expect(prose("12. no list")).toBe("\\12. no list");
  });

  it("has links where they are addresses, and code where they are not", () => {
    expect(linkTo("https://example.org/a#b=c")).toBe("<https://example.org/a#b=c>");
    expect(linkTo("javascript:alert(1)")).toBe("`javascript:alert(1)`");
    expect(linkTo("https://x/> <b>")).toBe("`https://x/> <b>`");
  });
});

describe("a bar", () => {
  it("has eighths of a character, and no more than its width", () => {
    expect(bar(1, 4)).toBe("████");
    expect(bar(0.5, 4)).toBe("██  ");
    expect(bar(1 / 32, 4)).toBe("▏   ");
    expect(bar(7, 4)).toBe("████");
    expect(bar(-1, 4)).toBe("    ");
    for (let i = 0; i <= 64; i++) expect(bar(i / 64, 8)).toHaveLength(8);
  });
});
