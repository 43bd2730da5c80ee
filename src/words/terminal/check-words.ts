import { catalogue } from "../catalogue.js";
import check from "../en/terminal/check.json" with { type: "json" };

const { say, words } = catalogue("terminal/check", check);

/** What was measured, sizes as they are shown. */
interface Sizes {
  readonly size: string;
  /** of both sides; undefined where only one is measured */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** By how much a figure is above its budget, and whether that is beyond its error. */
interface Over {
  readonly over: "exceeded" | "unsure" | "no";
  readonly excess: string;
}

const spanOf = ({ size, before, after }: Sizes) => ({
  size,
  span: before === undefined || after === undefined ? "no" : "yes",
  before: before ?? "",
  after: after ?? "",
});

/** What `leaklens check` says. */
export const CHECK_WORDS = words({
  status: {
    exceeded: "status.exceeded",
    undecided: "status.undecided",
    unsure: "status.unsure",
    within: "status.within",
  },
  growth: (sizes: Sizes, over: Over) => say("growth", { ...spanOf(sizes), ...over }),
  /** @param file "" for all of them */
  held: (subject: string, size: string, file: string, over: Over) =>
    say("held", { subject, size, where: file === "" ? "no" : "yes", file, ...over }),
  ofClass: {
    none: (name: string) => say("class.none", { class: name }),
    untold: (name: string) => say("class.untold", { class: name }),
    grew: (of: string, name: string, sizes: Sizes) =>
      say("class.grew", { function: of, class: name, ...spanOf(sizes) }),
    holds: (of: string, name: string, size: string) =>
      say("class.holds", { function: of, class: name, size }),
  },
  sizeWithError: (value: string, error: string) => say("size", { value, error }),
  culprit: {
    grew: (of: string, size: string) => say("culprit.grew", { function: of, size }),
    holds: (of: string, size: string) => say("culprit.holds", { function: of, size }),
    kindUnknown: "culprit.kindUnknown",
    classUntold: "culprit.classUntold",
    path: (path: string) => say("culprit.path", { path }),
  },
  headline: {
    exceeded: (n: number, all: number) => say("headline.exceeded", { n, all }),
    undecided: (n: number, all: number) => say("headline.undecided", { n, all }),
    kept: (all: number) => say("headline.kept", { all }),
  },
  side: {
    last: (files: string, n: number) => say("side.last", { files, n: String(n) }),
    mean: (files: string, n: number) => say("side.mean", { files, n: String(n) }),
  },
  notes: {
    inside: (isSpread: boolean) => say("note.inside", { spread: isSpread ? "yes" : "no" }),
    spread: "note.spread",
    noFrame: (kind: string, file: string) => say("note.noFrame", { kind, file }),
    fewSnapshots: (n: number) => say("note.fewSnapshots", { n }),
    classless: "note.classless",
  },
  markdown: {
    title: (headline: string) => say("markdown.title", { headline }),
    budget: "markdown.budget",
    found: "markdown.found",
  },
  usage: {
    noBase: "noBase",
    noBudget: "noBudget",
    kindSize: (text: string) => say("kindSize", { text }),
    sizeInBytes: (flag: string, text: string) => say("size.bytes", { flag, text }),
    /** @param unit "" where it has none: it counts samples */
    sizeInUnit: (flag: string, unit: string, text: string) =>
      unit === "" ? say("size.samples", { flag, text }) : say("size.unit", { flag, unit, text }),
    bothForms: "bothForms",
    noFiles: "noFiles",
    baseTwice: "baseTwice",
    lateFlag: (flag: string) => say("lateFlag", { flag }),
    noNew: "noNew",
    whichBase: "whichBase",
  },
  refuse: {
    references: "refuse.references",
    printed: "refuse.printed",
    difference: "refuse.difference",
  },
});
