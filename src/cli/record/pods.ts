import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { Bounds, Cluster } from "./cluster.js";
import { TargetError } from "./target-error.js";

/** What of a pod matters here. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly node: string;
  readonly address: string;
  /** "Running" where it can be asked */
  readonly phase: string;
  /** the image of the container that is recorded */
  readonly image: string;
  /** bytes; null where the pod has none, or it cannot be read */
  readonly limit: number | null;
  /** how often its containers were started again */
  readonly restarts: number;
}

/** So many pods are recorded at most. */
const MAX_PODS = 500;

/**
 * The pods of a namespace that a selector takes, in the order of their names.
 * @throws TargetError, Interrupted
 */
export async function listPods(
  cluster: Cluster,
  namespace: string,
  selector: string,
  bounds: Bounds,
): Promise<readonly Pod[]> {
  const query = new URLSearchParams({ labelSelector: selector, limit: String(MAX_PODS) });
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`;
  const { bytes } = await cluster.get(`${path}?${query}`, bounds);
  let items: unknown;
  try {
    items = (JSON.parse(new TextDecoder().decode(bytes)) as { items?: unknown }).items;
  } catch {
    // told below
  }
  if (!Array.isArray(items)) {
    throw new TargetError(RECORD_WORDS.pods.noServer, false);
  }
  return items
    .map((item) => podOf(item, namespace))
    .filter((pod) => pod.name !== "")
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Item {
  readonly metadata?: { name?: unknown; namespace?: unknown; uid?: unknown };
  readonly spec?: { nodeName?: unknown; containers?: unknown };
  readonly status?: { phase?: unknown; podIP?: unknown; containerStatuses?: unknown };
}

interface Container {
  readonly name?: unknown;
  readonly image?: unknown;
  readonly resources?: { limits?: { memory?: unknown } };
}

function podOf(item: unknown, namespace: string): Pod {
  const { metadata = {}, spec = {}, status = {} } = (item ?? {}) as Item;
  const containers = listOf<Container>(spec.containers);
  const name = text(metadata.name);
  // The container is named like the program, which static pods' names begin with.
  const container = containers.find((c) => name.startsWith(text(c.name))) ?? containers[0];
  const starts = listOf<{ restartCount?: unknown }>(status.containerStatuses);
  return {
    namespace: text(metadata.namespace) || namespace,
    name,
    uid: text(metadata.uid),
    node: text(spec.nodeName),
    address: text(status.podIP),
    phase: text(status.phase),
    image: text(container?.image),
    limit: parseQuantity(text(container?.resources?.limits?.memory)) ?? null,
    restarts: starts.reduce((sum, s) => sum + (Number(s.restartCount) || 0), 0),
  };
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "object" && v !== null) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** A quantity as Kubernetes writes it: "8Gi", "500M", "1e9"; undefined where it is none. */
export function parseQuantity(quantity: string): number | undefined {
  const found = /^(\d+(?:\.\d*)?|\.\d+)(?:e(\d{1,2})|(m|k|[MGTP]|[KMGTP]i)?)$/i.exec(quantity);
  if (!found) return undefined;
  const factor = found[2] ? 10 ** Number(found[2]) : FACTORS[found[3] ?? ""];
  return factor === undefined ? undefined : Math.round(Number(found[1]) * factor);
}
