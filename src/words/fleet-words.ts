import { formatBytes } from "../lib/format.js";

/** What `fleet` says where an index cannot be read. */
export const FLEET_WORDS = {
  list: {
    noJson: "the list of the index is no JSON",
    noJsonHint:
      "is it the leaklens-index.json that leaklens index writes? leaklens index --list -o DIR writes it again",
    page: "the address answers with a web page, and no list of an index",
    pageHint:
      "give the address of the folder that leaklens index wrote, or of its leaklens-index.json; it may also be a log-in",
    noList: "this is no list of an index",
    newer: (version: number) => `the list is of a newer form (${version}) than this page reads`,
    newerHint: "reload the page, or take a newer release of leaklens",
    badPath: (path: string) => `the list names "${path}", which is no path below the index`,
    badSize: (path: string) => `the list gives no size of ${path}`,
    tooLong: (most: number) => `the list names more than ${most} files`,
    tooLongHint: "put the index together by day (docs/parquet.md), and list that",
    noTable: (table: string) => `the index has no file of the table ${table}`,
    noTableHint:
      "give the whole folder that leaklens index wrote: its folders profiles and kinds are read",
  },

  parquet: {
    short: (size: number) => `it has ${size} bytes, too few for a Parquet file`,
    page: "it is a web page, and no Parquet file",
    pageHint: "the server answers with a page instead of the file: a log-in, or a wrong address",
    noEnd: "it does not end as Parquet files do (PAR1): it is cut, or another kind of file",
    again: "copy it once more, or write it again with leaklens index --again",
    footer: (size: number, most: number) =>
      `its footer says it has ${formatBytes(size)}; at most ${formatBytes(most)} are read`,
    footerOutside: (size: number) =>
      `its footer says it has ${formatBytes(size)}, more than the file`,
    damaged: (why: string) => `it is damaged: ${why}`,
    deep: "a structure lies too deep in others",
    number: "a number does not end",
    list: "a list is longer than the file",
    text: "a text is longer than the file",
    type: (type: number) => `a field has the unknown type ${type}`,
    ended: "it ends within a structure",
    tooMany: (what: "columns" | "row groups" | "rows", count: number, most: number) =>
      `it has ${count} ${what}; at most ${most} are read`,
    noColumn: (table: string, column: string) =>
      `it is no table "${table}" of leaklens index: the column "${column}" is missing`,
    columnHint: "docs/parquet.md has the columns; keep their names where files are put together",
    outside: (column: string) => `the bytes of the column "${column}" lie outside of the file`,
    large: (column: string, size: number, most: number) =>
      `the column "${column}" has ${formatBytes(size)} in one row group; at most ${formatBytes(most)} are read`,
    smallerHint: "write it with smaller row groups",
    damagedPage: (column: string, why: string) =>
      `a page of the column "${column}" is damaged: ${why}`,
    pageKind: (kind: number) => `it is of the unknown kind ${kind}`,
    pageSize: "its size is wrong",
    pageValues: "it says it has more values than the table has rows",
    pageRuns: "its runs do not add up to its values",
    encoding: (column: string, name: string) =>
      `the column "${column}" is encoded as ${name}, which is not read here`,
    encodingHint: "write it with plain and dictionary encodings, as DuckDB does",
    codec: (column: string, name: string) =>
      `the column "${column}" is packed with ${name}, which is not read here`,
    codecHint: "write it with snappy, zstd, gzip or unpacked",
    rows: (column: string, rows: number, expected: number) =>
      `the column "${column}" has ${rows} rows where the table has ${expected}`,
    kind: (column: string) => `the column "${column}" is of another type than docs/parquet.md says`,
    nested: (column: string) => `the column "${column}" is a list`,
  },

  address: {
    unreadable: (host: string) =>
      `${host} did not answer, or does not let other pages read its answers (CORS)`,
    unreadableHint:
      "the bucket or server must send Access-Control-Allow-Origin, also for HEAD and for the header Range; or download the folder and drop it here",
    redirected: (host: string) => `${host} sends the page on to another address, as to a log-in`,
    redirectedHint: "give the address that it leads to",
    status: (host: string, status: number, text: string, path: string) =>
      `${host} answered ${status} ${text} for ${path}`,
    missingHint:
      "give the address of the folder that leaklens index wrote; where its list is missing or old, leaklens index --list -o DIR writes it",
    page: (host: string, path: string) => `${host} answers with a web page for ${path}`,
    pageHint:
      "it may be a log-in; give the address of the folder that leaklens index wrote, or of its leaklens-index.json",
    stalled: (host: string, seconds: number) => `${host} sent nothing for ${seconds} seconds`,
    broken: (host: string) => `the answer of ${host} broke off`,
    again: "try again",
    noRanges: (host: string, size: number) =>
      `${host} does not answer range requests, and the file has ${formatBytes(size)}`,
    noRangesHint:
      "serve it from a server or bucket that answers them (Accept-Ranges: bytes), or download the folder and drop it here",
    noSize: (host: string) => `${host} does not say how large the file is`,
    noSizeHint:
      "open the index by its leaklens-index.json, which says it, or let the server send Content-Length",
    tooMuch: (host: string, path: string, most: number) =>
      `${host} sent more than ${formatBytes(most)} for ${path}`,
    cut: (host: string, path: string, got: number, size: number) =>
      `${host} sent ${formatBytes(got)} of ${formatBytes(size)} for ${path}`,
    cutHint:
      "the file is cut, or was written again since: leaklens index --list -o DIR writes the list again",
  },
  unreadable: (why: string) => `it cannot be read: ${why}`,
  unreadableHint: "drop the folder once more",

  none: "no profile of the index is a heap with a time that could be shown",
  noneHint: (profiles: number) =>
    profiles === 0
      ? "it holds no profiles"
      : "differences, sums of scrapes and other subjects than heaps are left out, and so is what has no time",
} as const;
