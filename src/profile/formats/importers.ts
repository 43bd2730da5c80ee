import { goText } from "./go-text/go-text.js";
import type { Importer } from "./importer.js";
import { OTHERS } from "./others.js";
import { otlpProto } from "./otlp/otlp.js";
import { pprofProto } from "./pprof-proto.js";
import { printedList } from "./printed/printed-list.js";
import { printedTable } from "./printed/printed-table.js";
import { printedTraces } from "./printed/printed-traces.js";
import { printedTree } from "./printed/printed-tree.js";

/** Texts, in the order in which they are looked for: exact forms first, loose ones last. */
const TEXT_IMPORTERS: readonly Importer[] = [
  ...OTHERS,
  goText,
  printedTraces,
  printedTree,
  printedList,
  printedTable,
];

/** Formats that are no text. */
const BINARY_IMPORTERS: readonly Importer[] = [otlpProto, pprofProto];

/** All formats that are read, in the order in which a file's content is looked at. */
export const IMPORTERS: readonly Importer[] = [...TEXT_IMPORTERS, ...BINARY_IMPORTERS];
