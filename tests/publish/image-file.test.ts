import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SvgDrawing } from "../../src/flamegraph/paint/svg-drawing.js";
import { type PictureFile, svgOf } from "../../src/publish/image-file.js";
import { pictureOf } from "../flamegraph/pictures.js";
import { recording } from "../recordings.js";
import { everything, parseXml } from "./xml.js";

const after = await recording("configmap-list-storm/03-storm.pb.gz");
const before = await recording("configmap-list-storm/01-created.pb.gz");
const KINDS = [{ kind: "ConfigMap", pattern: /ConfigMap/ }];

function file(change: Partial<PictureFile> = {}): PictureFile {
  const shown = pictureOf(after, { base: before, kinds: KINDS });
  return {
    ...shown,
    plumbingGroups: [],
    view: { orientation: "icicle", colouring: "kind", zoom: "", part: "", lit: "", litStage: "" },
    theme: "light",
    accentKind: "ConfigMap",
    title: "01-created → 03-storm",
    ...change,
  };
}

const textsOf = (svg: string) =>
  [...everything(parseXml(svg))].filter((e) => e.name === "text").map((e) => e.text);

describe("a picture as SVG", () => {
  it("is one well-formed document of its own, with title, total and legend", () => {
    const svg = svgOf(file());
    const root = parseXml(svg);
    expect(root.name).toBe("svg");
    expect(root.attributes.get("xmlns")).toBe("http://www.w3.org/2000/svg");
    const [, , width, height] = root.attributes.get("viewBox")!.split(" ");
    expect(root.attributes.get("width")).toBe(width);
    expect(root.attributes.get("height")).toBe(height);
    expect(Number(width)).toBe(1400);
    expect(root.attributes.get("font-family")).toContain("sans-serif");
    expect(root.children[0]!.name).toBe("title");
    const texts = textsOf(svg);
    expect(texts).toContain("01-created → 03-storm");
    expect(texts.join("\n")).toContain("1.85 GiB of inuse_space");
    expect(texts).toContain("ConfigMap");
    expect(texts.some((t) => t.includes("Unmarshal"))).toBe(true);
  });

  it("has the finding above the graph, in lines that fit, and cuts one that never ends", () => {
    const finding = "ConfigMaps hold 94.5% of the live heap: answered as JSON to LIST requests. ";
    const drawn = (text: string) => {
      const root = parseXml(svgOf(file({ finding: text })));
      const texts = root.children.filter((e) => e.name === "text");
      const graph = root.children.find((e) => e.name === "svg")!;
      const at = (e: { attributes: ReadonlyMap<string, string> }) => Number(e.attributes.get("y"));
      return { above: texts.filter((e) => at(e) < at(graph)), top: at(graph) };
    };
    const [none, short, endless] = [drawn(""), drawn(finding), drawn(finding.repeat(100))];
    expect(short.above.map((e) => e.text)).toContain(finding.trim());
    expect(short.above).toHaveLength(none.above.length + 1);
    expect(short.top).toBeGreaterThan(none.top);
    expect(endless.above).toHaveLength(none.above.length + 6);
    expect(endless.above.at(-1)?.text).toMatch(/…$/);
    const words = endless.above.slice(none.above.length).map((e) => e.text);
    expect(finding.repeat(100).startsWith(words.join(" ").replace(/…$/, ""))).toBe(true);
  });

  it("parts a finding in Chinese between its characters, and loses nothing of it", () => {
    const said =
      "ConfigMap 占存活堆的 94.8%：以 JSON 响应 LIST 请求（47.5%）、从 etcd 解码（36.6%）和为 watch 缓存而在 etcd 中 watch（9.8%）。其中大部分（50.6%）是负载结束后仍留在池中的缓冲区。";
    const finding = said.repeat(3);
    const above = parseXml(svgOf(file({ finding })))
      .children.filter((e) => e.name === "text")
      .map((e) => e.text);
    const lines = above.slice(above.findIndex((text) => text.startsWith("ConfigMap 占")));
    const end = lines.findIndex((text) => text.endsWith("缓冲区。"));
    const drawn = lines.slice(0, end + 1);
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn.join("").replaceAll(" ", "")).toContain(finding.replaceAll(" ", ""));
    expect(drawn.filter((line) => /^[，。；：、）]|[（“]$/.test(line))).toEqual([]);
  });

  it.each(["flame", "icicle"] as const)(
    "holds every row as a %s, inside of its bounds",
    (orientation) => {
      const shown = file();
      const svg = svgOf(file({ view: { ...shown.view, orientation } }));
      const graph = parseXml(svg).children.find((e) => e.name === "svg")!;
      const height = Number(graph.attributes.get("height"));
      const tops = new Set<number>();
      for (const box of graph.children) {
        if (box.name !== "rect") continue;
        const y = Number(box.attributes.get("y"));
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(height);
        tops.add(y);
      }
      expect(tops.size).toBeGreaterThan(20);
      const all = graph.children.find((e) => e.name === "text" && e.text === "all")!;
      const y = Number(all.attributes.get("y"));
      expect(orientation === "flame" ? y > height - 19 : y < 19).toBe(true);
    },
  );

  it("shows names that are markup elsewhere as text, and holds no script", () => {
    const hostile = `<script>alert(1)</script>"'&]]>\u0000\ud800`;
    const shown = file();
    const names = { ...shown.names, names: shown.names.names.map(() => hostile) };
    const svg = svgOf(file({ names, title: hostile }));
    const elements = [...everything(parseXml(svg))];
    const known = ["svg", "title", "defs", "pattern", "path", "rect", "text"];
    expect([...new Set(elements.map((e) => e.name))].filter((n) => !known.includes(n))).toEqual([]);
    for (const e of elements) {
      for (const name of e.attributes.keys()) expect(name).not.toMatch(/^on|href/i);
    }
    expect(textsOf(svg).some((t) => t.includes("<script>alert(1)</script>\"'&"))).toBe(true);
  });

  it("fixes the width of each text, so that no viewer's font runs into its neighbour", () => {
    const graph = parseXml(svgOf(file())).children.find((e) => e.name === "svg")!;
    const rows = new Map<string, { from: number; to: number }[]>();
    for (const text of graph.children.filter((e) => e.name === "text")) {
      const x = Number(text.attributes.get("x"));
      const wide = Number(text.attributes.get("textLength"));
      expect(wide).toBeGreaterThan(0);
      const from = text.attributes.get("text-anchor") === "end" ? x - wide : x;
      const y = text.attributes.get("y")!;
      rows.set(y, [...(rows.get(y) ?? []), { from, to: from + wide }]);
    }
    for (const spans of rows.values()) {
      spans.sort((a, b) => a.from - b.from);
      spans.slice(1).forEach((s, i) => {
        expect(s.from).toBeGreaterThan(spans[i]!.to - 1.5);
      });
    }
  });

  it("is cut to the box that is zoomed to", () => {
    const shown = file();
    const { layout } = shown.picture;
    const child = layout.end[1]!;
    const low = layout.pathLow[child]!;
    const high = layout.pathHigh[child]!;
    const zoom = (high * 0x100000000 + low).toString(36);
    const whole = parseXml(svgOf(shown));
    const part = parseXml(svgOf(file({ view: { ...shown.view, zoom } })));
    expect(Number(part.attributes.get("height"))).toBeLessThanOrEqual(
      Number(whole.attributes.get("height")),
    );
    expect(svgOf(file({ view: { ...shown.view, zoom } }))).not.toBe(svgOf(shown));
  });

  it("is well-formed whatever is drawn", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.double(), (text, colour, at) => {
        const drawing = new SvgDrawing(1, 11, 'a "font" & more', (t) => t.length * 6);
        drawing.text(text, at, at, colour, "right");
        drawing.heading(text, 1, 2, colour, at, 600);
        drawing.hatch(at, 1, 2, 3, colour);
        drawing.frame(1, 2, at, 4, 5, colour, 1);
        drawing.dots(1, at, 30, 1, colour);
        drawing.round(1, 2, 3, 4, at, colour);
        const root = parseXml(drawing.document(10, 20, text));
        expect(root.children.filter((e) => e.name === "text").length).toBe(2);
      }),
    );
  });
});
