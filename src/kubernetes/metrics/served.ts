import type { MemStats } from "../../profile/mem-stats.js";
import { plural } from "../frames/kind-names.js";
import { GROUP_RULES } from "../rules/kind-rules.js";
import type { KindName } from "../vocabulary.js";
import { type MetricSample, readMetricsText } from "./metrics-text.js";

/** What the series of an API server say of one resource. */
export interface ServedResource {
  /** "configmaps", "deployments" */
  readonly resource: string;
  readonly group: string;
  /** the kind, where the resource is a built-in one */
  readonly kind: KindName | undefined;
  /** objects in the store; null where no series says */
  readonly objects: number | null;
  /** bytes of all of them as stored, by the server's estimate; null where no series says */
  readonly storedBytes: number | null;
  /** watches that are open */
  readonly watches: number;
  /** requests since the server started, by verb */
  readonly requests: Readonly<Record<string, number>>;
}

/** A number of something that has a name. */
export interface Named {
  readonly name: string;
  readonly count: number;
}

/** What a `/metrics` text says that matters to memory. */
export interface Served {
  /** those with most stored bytes first, then objects, then watches */
  readonly resources: readonly ServedResource[];
  readonly watches: number;
  /** requests by the flow schema that took them: as near as series come to clients; most first */
  readonly flows: readonly Named[];
  /** keys that wait in work queues of controllers; most first */
  readonly queues: readonly Named[];
  /** go_goroutines; undefined where it is not there */
  readonly goroutines: number | undefined;
  /** process_resident_memory_bytes; undefined where it is not there */
  readonly residentBytes: number | undefined;
  /** of go_memstats_*; undefined where none is there */
  readonly memStats: MemStats | undefined;
  readonly unreadable: number;
  readonly firstUnreadable: number;
}

const SERIES = new Set([
  "apiserver_request_total",
  "apiserver_longrunning_requests",
  "apiserver_longrunning_gauge",
  "apiserver_registered_watchers",
  "apiserver_resource_objects",
  "apiserver_storage_objects",
  "etcd_object_counts",
  "apiserver_resource_size_estimate_bytes",
  "process_resident_memory_bytes",
  "apiserver_flowcontrol_dispatched_requests_total",
  "workqueue_depth",
  "go_goroutines",
]);
/** kinds by the name of their resource and their group: "deployments.apps" */
const KINDS: ReadonlyMap<string, KindName> = new Map(
  GROUP_RULES.flatMap(({ group, kinds }) =>
    kinds.map((kind) => [`${plural(kind.toLowerCase())}.${group}`, { group, kind }] as const),
  ),
);
const MEM = "go_memstats_";
const MEM_FIELDS: Readonly<Record<string, keyof MemStats>> = {
  alloc_bytes: "alloc",
  alloc_bytes_total: "totalAlloc",
  sys_bytes: "sys",
  mallocs_total: "mallocs",
  frees_total: "frees",
  heap_alloc_bytes: "heapAlloc",
  heap_sys_bytes: "heapSys",
  heap_idle_bytes: "heapIdle",
  heap_inuse_bytes: "heapInuse",
  heap_released_bytes: "heapReleased",
  heap_objects: "heapObjects",
  stack_inuse_bytes: "stackInuse",
  stack_sys_bytes: "stackSys",
  mspan_inuse_bytes: "mSpanInuse",
  mspan_sys_bytes: "mSpanSys",
  mcache_inuse_bytes: "mCacheInuse",
  mcache_sys_bytes: "mCacheSys",
  buck_hash_sys_bytes: "buckHashSys",
  gc_sys_bytes: "gcSys",
  other_sys_bytes: "otherSys",
  next_gc_bytes: "nextGC",
};

/** Reads what a `/metrics` text says of objects, watches, requests and the process's memory. */
export function readServed(text: string): Served {
  const { samples, unreadable, firstUnreadable } = readMetricsText(
    text,
    (name) => SERIES.has(name) || name.startsWith(MEM),
  );
  const rows = new Map<string, Row>();
  let watches = 0;
  let residentBytes: number | undefined;
  let goroutines: number | undefined;
  const flows = new Map<string, number>();
  const queues = new Map<string, number>();
  const memStats: Record<string, number> = {};
  for (const sample of samples) {
    const { name, labels, value } = sample;
    if (!Number.isFinite(value)) continue;
    if (name === "process_resident_memory_bytes") residentBytes = value;
    else if (name === "go_goroutines") goroutines = value;
    else if (name === "apiserver_flowcontrol_dispatched_requests_total") {
      addTo(flows, labels.flow_schema ?? labels.flowSchema ?? "", value);
    } else if (name === "workqueue_depth") addTo(queues, labels.name ?? "", value);
    else if (name.startsWith(MEM)) {
      const field = MEM_FIELDS[name.slice(MEM.length)];
      if (field) memStats[field] = value;
    } else {
      const row = rowOf(rows, sample);
      if (!row) continue;
      watches += add(row, name, labels.verb ?? "", value);
    }
  }
  const resources = [...rows.values()].map(
    ({ resource, group, objects, storedBytes, watches: open, requests }): ServedResource => ({
      resource,
      group,
      kind: KINDS.get(`${resource}.${group}`),
      objects,
      storedBytes,
      watches: open,
      requests,
    }),
  );
  const stored = (r: ServedResource) => r.storedBytes ?? 0;
  resources.sort(
    (a, b) =>
      stored(b) - stored(a) ||
      (b.objects ?? 0) - (a.objects ?? 0) ||
      b.watches - a.watches ||
      (a.resource < b.resource ? -1 : 1),
  );
  return {
    resources,
    watches,
    flows: mostFirst(flows),
    queues: mostFirst(queues),
    goroutines,
    residentBytes,
    memStats: Object.keys(memStats).length > 0 ? memStats : undefined,
    unreadable,
    firstUnreadable,
  };
}

function addTo(sums: Map<string, number>, name: string, value: number): void {
  if (name !== "" && value > 0) sums.set(name, (sums.get(name) ?? 0) + value);
}

function mostFirst(sums: ReadonlyMap<string, number>): Named[] {
  return [...sums]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

interface Row {
  readonly resource: string;
  readonly group: string;
  objects: number | null;
  storedBytes: number | null;
  watches: number;
  readonly requests: Record<string, number>;
}

/** `deployments.apps` of apiserver_storage_objects is the resource and its group in one. */
function rowOf(rows: Map<string, Row>, { name, labels }: MetricSample): Row | undefined {
  const whole = labels.resource ?? "";
  const joined = name === "apiserver_storage_objects" || name === "etcd_object_counts";
  const dot = joined ? whole.indexOf(".") : -1;
  const resource = dot < 0 ? whole : whole.slice(0, dot);
  const group = dot < 0 ? (labels.group ?? "") : whole.slice(dot + 1);
  if (resource === "") return undefined;
  const key = `${resource}.${group}`;
  let row = rows.get(key);
  if (!row) {
    row = {
      resource,
      group,
      objects: null,
      storedBytes: null,
      watches: 0,
      requests: Object.create(null),
    };
    rows.set(key, row);
  }
  return row;
}

/** @returns the watches that were added */
function add(row: Row, name: string, verb: string, value: number): number {
  switch (name) {
    case "apiserver_request_total":
      row.requests[verb] = (row.requests[verb] ?? 0) + value;
      return 0;
    case "apiserver_longrunning_requests":
    case "apiserver_longrunning_gauge":
      if (verb !== "WATCH") return 0;
      row.watches += value;
      return value;
    case "apiserver_registered_watchers":
      return 0;
    case "apiserver_resource_size_estimate_bytes":
      if (value >= 0) row.storedBytes = value;
      return 0;
    default:
      // Below zero the server could not count. The old name and the new one say the same.
      if (value >= 0) row.objects = Math.max(row.objects ?? 0, value);
      return 0;
  }
}
