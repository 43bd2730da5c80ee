import { catalogue } from "../catalogue.js";
import index from "../en/page/index.json" with { type: "json" };

const { say, words } = catalogue("page/index", index);

/** What `ui/fleet` says of an index. */
export const INDEX_WORDS = words({
  close: "close",
  back: "back",
  backShort: "backShort",
  title: (name: string) => say("title", { name }),
  program: "program",
  unknownProgram: "unknownProgram",
  kinds: "kinds",
  allKinds: "allKinds",
  unknownCluster: "unknownCluster",
  unknownProcess: "unknownProcess",
  other: "other",
  unknown: "unknown",

  about: (profiles: number, program: string, clusters: number, from: string, to: string) =>
    say("about", { profiles, program, clusters, from, to: to === from ? "same" : to }),
  leftOut: {
    differences: (count: number) => say("leftOut.differences", { count }),
    sums: (count: number) => say("leftOut.sums", { count }),
    others: (count: number) => say("leftOut.others", { count }),
    untimed: (count: number) => say("leftOut.untimed", { count }),
    unread: (count: number) => say("leftOut.unread", { count }),
  },
  notShown: (reasons: readonly string[]) =>
    say("notShown", { reasons: reasons.join(say("between")) }),

  heat: {
    heading: "heat.heading",
    label: "heat.label",
    head: "heat.head",
    most: "heat.most",
    none: "heat.none",
    cell: (cluster: string, kind: string, time: string) =>
      say("heat.cell", { cluster, kind, time }),
    mean: (value: string, profiles: number) => say("heat.mean", { value, profiles }),
    point: "heat.point",
    scale: (most: string) => say("heat.scale", { most }),
    moreKinds: (count: number) => say("heat.moreKinds", { count }),
    fewerKinds: "heat.fewerKinds",
    moreClusters: (count: number) => say("heat.moreClusters", { count }),
    filtered: "heat.filtered",
  },

  growth: {
    heading: "growth.heading",
    from: "growth.from",
    to: "growth.to",
    fromLabel: "growth.fromLabel",
    toLabel: "growth.toLabel",
    list: "growth.list",
    change: (before: string, after: string, error: string) =>
      say("growth.change", { before, after, error }),
    exact: "growth.exact",
    compare: "growth.compare",
    compareTitle: (later: string, earlier: string) =>
      say("growth.compareTitle", { later, earlier }),
    none: "growth.none",
    more: (count: number) => say("growth.more", { count }),
    rule: (errors: string) => say("growth.rule", { errors }),
    within: (rows: number) => say("growth.within", { rows }),
    unsure: (rows: number) => say("growth.unsure", { rows }),
    once: (clusters: readonly string[], more: number) =>
      say("growth.once", { clusters: named(clusters, more), more: String(more) }),
    others: (clusters: readonly string[], more: number) =>
      say("growth.others", { clusters: named(clusters, more), more: String(more) }),
    nameless: (clusters: readonly string[], more: number) =>
      say("growth.nameless", { clusters: named(clusters, more), more: String(more) }),
  },

  cell: {
    label: "cell.label",
    close: "cell.close",
    holds: (value: string, total: string) => say("cell.holds", { value, total }),
    none: "cell.none",
    open: "cell.open",
    fromHost: (host: string) => say("cell.fromHost", { host }),
    fromHostTitle: (address: string) => say("cell.fromHostTitle", { address }),
    localTitle: (file: string) => say("cell.localTitle", { file }),
    more: (count: number) => say("cell.more", { count: String(count) }),
  },
});

function named(clusters: readonly string[], more: number): string {
  const names = clusters.join(say("between"));
  return more > 0 ? say("andMore", { names, more: String(more) }) : names;
}
