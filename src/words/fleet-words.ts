import { formatBytes } from "../lib/format.js";
import { catalogue } from "./catalogue.js";
import fleet from "./en/fleet.json" with { type: "json" };

const { say, words } = catalogue("fleet", fleet);

/** What `fleet` says where an index cannot be read. */
export const FLEET_WORDS = words({
  list: {
    noJson: "list.noJson",
    noJsonHint: "list.noJsonHint",
    page: "list.page",
    pageHint: "list.pageHint",
    noList: "list.noList",
    newer: (version: number) => say("list.newer", { version: String(version) }),
    newerHint: "list.newerHint",
    badPath: (path: string) => say("list.badPath", { path }),
    badSize: (path: string) => say("list.badSize", { path }),
    tooLong: (most: number) => say("list.tooLong", { most: String(most) }),
    tooLongHint: "list.tooLongHint",
    noTable: (table: string) => say("list.noTable", { table }),
    noTableHint: "list.noTableHint",
  },

  parquet: {
    short: (size: number) => say("parquet.short", { size: String(size) }),
    page: "parquet.page",
    pageHint: "parquet.pageHint",
    noEnd: "parquet.noEnd",
    again: "parquet.again",
    footer: (size: number, most: number) =>
      say("parquet.footer", { size: formatBytes(size), most: formatBytes(most) }),
    footerOutside: (size: number) => say("parquet.footerOutside", { size: formatBytes(size) }),
    damaged: (why: string) => say("parquet.damaged", { why }),
    deep: "parquet.deep",
    number: "parquet.number",
    list: "parquet.list",
    text: "parquet.text",
    type: (type: number) => say("parquet.type", { type: String(type) }),
    ended: "parquet.ended",
    tooMany: (what: "columns" | "row groups" | "rows", count: number, most: number) =>
      say("parquet.tooMany", {
        what: what === "row groups" ? "groups" : what,
        count: String(count),
        most: String(most),
      }),
    noColumn: (table: string, column: string) => say("parquet.noColumn", { table, column }),
    columnHint: "parquet.columnHint",
    outside: (column: string) => say("parquet.outside", { column }),
    large: (column: string, size: number, most: number) =>
      say("parquet.large", { column, size: formatBytes(size), most: formatBytes(most) }),
    smallerHint: "parquet.smallerHint",
    damagedPage: (column: string, why: string) => say("parquet.damagedPage", { column, why }),
    pageKind: (kind: number) => say("parquet.pageKind", { kind: String(kind) }),
    pageSize: "parquet.pageSize",
    pageValues: "parquet.pageValues",
    pageRuns: "parquet.pageRuns",
    pageLarger: "parquet.pageLarger",
    pageCut: "parquet.pageCut",
    encoding: (column: string, name: string) => say("parquet.encoding", { column, name }),
    encodingHint: "parquet.encodingHint",
    codec: (column: string, name: string) => say("parquet.codec", { column, name }),
    codecHint: "parquet.codecHint",
    rows: (column: string, rows: number, expected: number) =>
      say("parquet.rows", { column, rows: String(rows), expected: String(expected) }),
    kind: (column: string) => say("parquet.kind", { column }),
    nested: (column: string) => say("parquet.nested", { column }),
  },

  address: {
    unreadable: (host: string) => say("address.unreadable", { host }),
    unreadableHint: "address.unreadableHint",
    redirected: (host: string) => say("address.redirected", { host }),
    redirectedHint: "address.redirectedHint",
    status: (host: string, status: number, text: string, path: string) =>
      say("address.status", { host, status: String(status), text, path }),
    missingHint: "address.missingHint",
    page: (host: string, path: string) => say("address.page", { host, path }),
    pageHint: "address.pageHint",
    stalled: (host: string, seconds: number) =>
      say("address.stalled", { host, seconds: String(seconds) }),
    broken: (host: string) => say("address.broken", { host }),
    again: "address.again",
    noRanges: (host: string, size: number) =>
      say("address.noRanges", { host, size: formatBytes(size) }),
    noRangesHint: "address.noRangesHint",
    noSize: (host: string) => say("address.noSize", { host }),
    noSizeHint: "address.noSizeHint",
    tooMuch: (host: string, path: string, most: number) =>
      say("address.tooMuch", { host, path, most: formatBytes(most) }),
    cut: (host: string, path: string, got: number, size: number) =>
      say("address.cut", { host, path, got: formatBytes(got), size: formatBytes(size) }),
    cutHint: "address.cutHint",
  },
  unreadable: (why: string) => say("unreadable", { why }),
  unreadableHint: "unreadableHint",

  none: "none",
  noneHint: (profiles: number) => say(profiles === 0 ? "noneHint" : "noneHintLeftOut"),
});
