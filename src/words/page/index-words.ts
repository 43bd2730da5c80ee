import { formatCount } from "../../lib/format.js";

/** What `ui/fleet` says of an index. */
export const INDEX_WORDS = {
  close: "Close the index",
  back: "Back to the index",
  backShort: "Index",
  title: (name: string) => `Index ${name}`,
  program: "Program",
  unknownProgram: "unknown program",
  kinds: "Kinds",
  allKinds: "all kinds",
  unknownCluster: "cluster not known",
  unknownProcess: "process not known",
  other: "other",
  unknown: "unknown",

  about: (profiles: number, program: string, clusters: number, from: string, to: string) =>
    `${countOf(profiles, "heap profile")} of ${program} in ${countOf(clusters, "cluster")}, ${from === to ? from : `${from} to ${to}`} (UTC)`,
  leftOut: {
    differences: (count: number) =>
      count === 1 ? "1 difference of two profiles" : `${count} differences of two profiles`,
    sums: (count: number) =>
      count === 1 ? "1 sum of several scrapes" : `${count} sums of several scrapes`,
    others: (count: number) => `${count} that ${count === 1 ? "is no heap" : "are no heaps"}`,
    untimed: (count: number) => `${count} without a time`,
    unread: (count: number) => `${count} older than those that are read`,
  },
  notShown: (reasons: readonly string[]) => `Not shown: ${reasons.join(", ")}.`,

  heat: {
    heading: "What is held over time",
    label: "What a mean profile of each cluster holds, by kind and time",
    head: "kind",
    most: "most",
    none: "no profile",
    cell: (cluster: string, kind: string, time: string) => `${cluster} · ${kind} · ${time}`,
    mean: (value: string, profiles: number) =>
      profiles === 1 ? `${value}, of 1 profile` : `${value}, the mean of ${profiles} profiles`,
    point:
      "Point at a cell to read it; press it, or Enter, for its profiles. Arrows move between cells.",
    scale: (most: string) => `0 to ${most}; the shade goes by the square root`,
    moreKinds: (count: number) => `${countOf(count, "smaller kind")}`,
    fewerKinds: "fewer kinds",
    moreClusters: (count: number) => `Show ${countOf(count, "more cluster")}`,
    filtered: "No cluster holds this kind.",
  },

  growth: {
    heading: "What grew",
    from: "from",
    to: "to",
    fromLabel: "Growth from",
    toLabel: "Growth to",
    list: "Clusters and kinds by growth",
    change: (before: string, after: string, error: string) => `${before} → ${after}, ± ${error}`,
    exact: "exact",
    compare: "Compare",
    compareTitle: (later: string, earlier: string) =>
      `The process that grew most: its profile of ${later}, compared with that of ${earlier}`,
    none: "Nothing grew beyond noise between these two times.",
    more: (count: number) => `Show ${countOf(count, "more row")}`,
    rule: (errors: string) =>
      `A mean process of each cluster, the same processes at both times. Only growth beyond noise is listed: more than ${errors} standard errors of the change, so that chance hardly shows a single row. The error is that of sampling, or of the profiles of a process among each other where that is larger.`,
    within: (rows: number) =>
      rows === 1
        ? "1 other row did not grow beyond noise."
        : `${rows} other rows did not grow beyond noise.`,
    unsure: (rows: number) =>
      `Of ${countOf(rows, "row")} the error is not known, so growth cannot be told from noise.`,
    once: (clusters: readonly string[], more: number) =>
      `Profiles at one time only, so nothing to compare: ${named(clusters, more)}.`,
    others: (clusters: readonly string[], more: number) =>
      `Other processes at the two times, which are not compared: ${named(clusters, more)}.`,
    nameless: (clusters: readonly string[], more: number) =>
      `The index does not say which process a profile is of (node or pod), so growth is not told: ${named(clusters, more)}. leaklens index takes it from --path or --label.`,
  },

  cell: {
    label: "Profiles of the cell",
    close: "Close the list of profiles",
    holds: (value: string, total: string) => `${value} of ${total}`,
    none: "The cluster has no profile of this time.",
    open: "Open",
    fromHost: (host: string) => `Fetch from ${host}`,
    fromHostTitle: (address: string) => `${address}: asked for once you confirm the host`,
    localTitle: (file: string) =>
      `Opens ${file} where it was dropped with the index or is kept in this browser; otherwise the page asks for it`,
    more: (count: number) => `and ${count} more`,
  },
} as const;

/** "1 file", "2 files". */
function countOf(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${formatCount(count)} ${one}s`;
}

function named(clusters: readonly string[], more: number): string {
  return `${clusters.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
