import { catalogue } from "./catalogue.js";
import publish from "./en/publish.json" with { type: "json" };

const { say, words } = catalogue("publish", publish);

/** What `publish` says: in pictures, in pages that stand by themselves, and where it fails. */
export const PUBLISH_WORDS = words({
  noCanvas: "noCanvas",
  noPng: "noPng",
  /** title of an SVG */
  picture: (title: string, subtitle: string) => say("picture", { title, subtitle }),

  sheet: {
    samples: (samples: number) => say("sheet.samples", { samples }),
    cut: (rows: number) => say("sheet.cut", { rows }),
    total: (value: string, sampleType: string) => say("sheet.total", { value, sampleType }),
    change: (delta: string) => say("sheet.change", { delta }),
    filtered: (whole: string) => say("sheet.filtered", { whole }),
    against: (delta: string, other: string, value: string) =>
      say("sheet.against", { delta, other, value }),
    since: (delta: string, value: string) => say("sheet.since", { delta, value }),
  },

  page: {
    title: (names: readonly string[], more: number) => {
      const listed = names.join(say("page.between"));
      return more > 0
        ? say("page.titleMore", { names: listed, more: String(more) })
        : say("page.title", { names: listed });
    },
    noScript: "page.noScript",
    script: "page.script",
    worker: "page.worker",
    moduleOnly: "page.moduleOnly",
    imports: (script: string, path: string | undefined) =>
      say("page.imports", { script, path: path ?? "undefined" }),
    noFile: "page.noFile",
    noAnswer: (path: string) => say("page.noAnswer", { path }),
    unreadable: (path: string, status: number) =>
      say("page.unreadable", { path, status: String(status) }),
  },
});
