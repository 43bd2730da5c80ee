import { dhat } from "./dhat.js";
import { flamebearer } from "./flamebearer.js";
import { folded } from "./folded.js";
import { gperftools } from "./gperftools.js";
import type { Importer } from "./importer.js";
import { jemalloc } from "./jemalloc.js";
import { massif } from "./massif.js";
import { nodeCpu } from "./node-cpu.js";
import { nodeHeap } from "./node-heap.js";
import { otlpJson } from "./otlp.js";
import { parca } from "./parca.js";
import { perfScript } from "./perf-script.js";
import { protoJson } from "./proto-json.js";
import { speedscope } from "./speedscope.js";

/** What other profilers write as text, each told by what only it has at its beginning. */
export const OTHERS: readonly Importer[] = [
  otlpJson,
  speedscope,
  nodeHeap,
  nodeCpu,
  flamebearer,
  parca,
  dhat,
  protoJson,
  gperftools,
  jemalloc,
  massif,
  perfScript,
  folded,
];
