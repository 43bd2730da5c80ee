import { catalogue } from "../catalogue.js";
import controls from "../en/page/controls.json" with { type: "json" };

const { say, words } = catalogue("page/controls", controls);

/** What `ui/controls` says. */
export const CONTROLS_WORDS = words({
  close: "close",
  copy: "copy",
  copied: "copied",
  copyFailed: "copyFailed",
  moreRows: (rows: number) => say("moreRows", { rows }),
  moreToTheRight: "moreToTheRight",
  moreToTheLeft: "moreToTheLeft",
  useTheme: (theme: "light" | "dark") => say("useTheme", { theme }),
  /** a title that ends with the key that does the same */
  withKey: (title: string, key: string) => say("withKey", { title, key }),

  /** things one after the other, as a row of facts has them */
  inRow: (items: readonly string[]) => items.join(say("listSeparator")),
  /** a moment, of its day and its time of day */
  time: (day: string, clock: string) => say("time", { day, clock }),

  /** exact figures with what they count; `count` as it is shown, `n` for its plural */
  exact: {
    bytes: (count: string, n: number) => say("exact.bytes", { count, n }),
    nanoseconds: (count: string, n: number) => say("exact.nanoseconds", { count, n }),
    microseconds: (count: string, n: number) => say("exact.microseconds", { count, n }),
    milliseconds: (count: string, n: number) => say("exact.milliseconds", { count, n }),
    seconds: (count: string, n: number) => say("exact.seconds", { count, n }),
    objects: (count: string, n: number) => say("exact.objects", { count, n }),
    samples: (count: string, n: number) => say("exact.samples", { count, n }),
    goroutines: (count: string, n: number) => say("exact.goroutines", { count, n }),
    contentions: (count: string, n: number) => say("exact.contentions", { count, n }),
    allocations: (count: string, n: number) => say("exact.allocations", { count, n }),
    events: (count: string, n: number) => say("exact.events", { count, n }),
    threads: (count: string, n: number) => say("exact.threads", { count, n }),
  },

  /** what is on the screen: a file, two that are compared, or all */
  view: {
    sum: (files: number) => say("view.sum", { files }),
    fromMedian: (shown: string) => say("view.fromMedian", { shown }),
    from: (base: string, shown: string) => say("view.from", { base, shown }),
  },
  theMedian: "theMedian",
  sumHasNoBase: "sumHasNoBase",
  chooseBase: "chooseBase",

  trend: {
    title: "trend.title",
    none: "trend.none",
    anHour: (slope: string, low: string, high: string) => say("trend.anHour", { slope, low, high }),
    aSnapshot: (slope: string, low: string, high: string) =>
      say("trend.aSnapshot", { slope, low, high }),
  },

  /** what each key does, as help says it */
  shortcuts: {
    zoomToSelection: "shortcuts.zoomToSelection",
    foldAgain: "shortcuts.foldAgain",
    wholeGraph: "shortcuts.wholeGraph",
    stepOut: "shortcuts.stepOut",
    search: "shortcuts.search",
    next: "shortcuts.next",
    previous: "shortcuts.previous",
    earlier: "shortcuts.earlier",
    later: "shortcuts.later",
    compare: "shortcuts.compare",
    swap: "shortcuts.swap",
    sampleType: "shortcuts.sampleType",
    orientation: "shortcuts.orientation",
    invert: "shortcuts.invert",
    colouring: "shortcuts.colouring",
    theme: "shortcuts.theme",
    share: "shortcuts.share",
    help: "shortcuts.help",
    back: "shortcuts.back",
  },
});
