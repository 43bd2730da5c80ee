import { flamebearer } from "./flamebearer.js";
import { folded } from "./folded.js";
import type { Importer } from "./importer.js";
import { dhat } from "./native/dhat.js";
import { gperftools } from "./native/gperftools.js";
import { jemalloc } from "./native/jemalloc.js";
import { massif } from "./native/massif.js";
import { perfScript } from "./native/perf-script.js";
import { otlpJson } from "./otlp/otlp.js";
import { parca } from "./parca.js";
import { protoJson } from "./proto-json.js";
import { speedscope } from "./speedscope.js";
import { nodeCpu } from "./v8/node-cpu.js";
import { nodeHeap } from "./v8/node-heap.js";

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
