import { formatCount } from "../lib/format.js";
import { catalogue } from "./catalogue.js";
import flamegraph from "./en/flamegraph.json" with { type: "json" };

const { say, words } = catalogue("flamegraph", flamegraph);

/** What `flamegraph` says. */
export const FLAMEGRAPH_WORDS = words({
  label: (isFlame: boolean, sampleType: string) =>
    say("label", { isFlame: isFlame ? "yes" : "no", sampleType }),
  all: "all",
  frames: (count: number) => say("frames", { count }),
  foldedRun: (group: string, frames: string) => say("foldedRun", { group, frames }),
  /** behind the name of a folded run, in its box */
  foldedFrames: (frames: string) => say("foldedFrames", { frames }),
  plumbing: "plumbing",

  tooltip: {
    total: "tooltip.total",
    self: "tooltip.self",
    change: "tooltip.change",
    ofItsOwn: "tooltip.ofItsOwn",
    before: "tooltip.before",
    after: "tooltip.after",
    together: "tooltip.together",
    survived: "tooltip.survived",
    ofAllocated: "tooltip.ofAllocated",
    ofChanged: (share: string) => say("tooltip.ofChanged", { share }),
    noise: "tooltip.noise",
    times: (factor: number) => say("tooltip.times", { factor: factor.toFixed(1) }),
    kind: "tooltip.kind",
    mixed: "tooltip.mixed",
    other: "tooltip.other",
    unknown: "tooltip.unknown",
    ofIt: (share: string) => say("tooltip.ofIt", { share }),
    folded: (frames: string) => say("tooltip.folded", { frames }),
    more: (count: number) => say("tooltip.more", { count: formatCount(count) }),
    inline: "tooltip.inline",
    joined: "tooltip.joined",
    tooNarrow: "tooltip.tooNarrow",
    matching: (count: number) => say("tooltip.matching", { count }),
    /** all of a tooltip in one sentence, for assistive technology */
    sentence: (title: string, rows: readonly string[], notes: readonly string[]) =>
      [title, ...rows, ...notes].join(say("tooltip.between")),
  },

  legend: {
    kind: {
      title: "legend.kind.title",
      other: "legend.kind.other",
      unknown: "legend.kind.unknown",
      mixed: "legend.kind.mixed",
      note: "legend.kind.note",
    },
    noBase: {
      title: "legend.noBase.title",
      item: "legend.noBase.item",
      note: "legend.noBase.note",
    },
    growth: {
      ofDelta: "legend.growth.ofDelta",
      against: (other: string) => say("legend.growth.against", { other }),
      sinceBase: "legend.growth.sinceBase",
      less: "legend.growth.less",
      none: "legend.growth.none",
      more: "legend.growth.more",
      note: "legend.growth.note",
    },
    survival: {
      title: "legend.survival.title",
      none: "legend.survival.none",
      all: "legend.survival.all",
      note: "legend.survival.note",
    },
    module: {
      title: "legend.module.title",
      standard: "legend.module.standard",
      none: "legend.module.none",
      note: "legend.module.note",
    },
  },

  keys: {
    walk: "keys.walk",
    zoom: "keys.zoom",
    whole: "keys.whole",
    unfold: "keys.unfold",
    zoomIn: "keys.zoomIn",
    zoomOut: "keys.zoomOut",
    down: "keys.down",
    up: "keys.up",
    menu: "keys.menu",
    leave: "keys.leave",
    /** how keys are written where they are no signs */
    named: {
      enter: "keys.named.enter",
      home: "keys.named.home",
      space: "keys.named.space",
      pageDown: "keys.named.pageDown",
      pageUp: "keys.named.pageUp",
      menu: "keys.named.menu",
      escape: "keys.named.escape",
    },
  },
});
