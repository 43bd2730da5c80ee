import { catalogue } from "../catalogue.js";
import kubernetes from "../en/kubernetes.json" with { type: "json" };

const { say, words } = catalogue("kubernetes", kubernetes);

type Key = keyof typeof kubernetes;
const isKey = (key: string): key is Key => Object.hasOwn(kubernetes, key);

/** The word for a name of a vocabulary; `otherwise` for a name that is in none. */
const wordFor = (vocabulary: string, name: string, otherwise: string): string => {
  const key = `${vocabulary}.${name}`;
  return isKey(key) ? say(key) : otherwise;
};

const part = <const P extends string>(id: P) =>
  ({ name: `part.${id}`, text: `part.${id}.text` }) as const;

/** What `kubernetes` says of memory: kinds, stages, categories, and what a heap does not show. */
export const KUBERNETES_WORDS = words({
  customResources: "customResources",
  stage: (stage: string) => wordFor("stage", stage, stage),
  category: (category: string) => wordFor("category", category, category),
  whole: (sampleType: string) => wordFor("whole", sampleType, say("whole")),

  connections: {
    grpc: "connections.grpc",
    http2: "connections.http2",
    tls: "connections.tls",
  },

  /** why a table of functions tells a kind */
  table: {
    method: "table.method",
    anyMaps: "table.anyMaps",
    byteMaps: "table.byteMaps",
    stringMaps: "table.stringMaps",
  },

  /** parts of a process's memory */
  parts: {
    live: part("live"),
    garbage: part("garbage"),
    fragmentation: part("fragmentation"),
    idle: part("idle"),
    stacks: part("stacks"),
    runtime: part("runtime"),
    rest: part("rest"),
    mapped: part("mapped"),
    cgo: part("cgo"),
    "page-cache": part("page-cache"),
  },
  etcdMaps: "etcdMaps",
});

/** Key of a part of a process's memory. */
export type MemoryPart = keyof typeof KUBERNETES_WORDS.parts;
/** Key of a sort of connections. */
export type ConnectionSort = keyof typeof KUBERNETES_WORDS.connections;
