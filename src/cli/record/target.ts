import type { Bounds, Cluster, PodScheme } from "./cluster.js";
import { checked } from "./cluster.js";
import { type Answer, httpGet } from "./http-get.js";
import type { Pod } from "./pods.js";

/** One process that is recorded, and how it is asked. */
export interface Target {
  /** what messages and files call it: "kube-system/kube-apiserver-a", "localhost:6060" */
  readonly name: string;
  readonly pod: Pod | null;
  /** it is an API server: it tells its release and takes the user's credentials */
  readonly isServer: boolean;
  /** where its heap profile is, with its query */
  readonly heapPath: string;
  /** @throws TargetError, Interrupted */
  get(path: string, bounds: Bounds): Promise<Answer>;
}

const HEAP_PATH = "/debug/pprof/heap";

/** A pod, asked through a port-forward. */
export function podTarget(cluster: Cluster, pod: Pod, port: number, how: PodScheme): Target {
  const scheme = { ...how, names: [pod.address, pod.node, pod.name].filter((name) => name !== "") };
  const at = { namespace: pod.namespace, pod: pod.name, port };
  return {
    name: `${pod.namespace}/${pod.name}`,
    pod,
    isServer: how.trusted,
    heapPath: HEAP_PATH,
    get: (path, bounds) => cluster.getFromPod(at, scheme, path, bounds),
  };
}

/** The API server at the kubeconfig's own address: behind a balancer any of several. */
export function serverTarget(cluster: Cluster): Target {
  return {
    name: new URL(cluster.server).host,
    pod: null,
    isServer: true,
    heapPath: HEAP_PATH,
    get: (path, bounds) => cluster.get(path, bounds),
  };
}

/**
 * A plain address: of a heap profile, or of a program that serves one at /debug/pprof/heap.
 * @throws TypeError where it is no address
 */
export function addressTarget(address: string): Target {
  const given = new URL(/^https?:\/\//i.test(address) ? address : `http://${address}`);
  const isBare = given.pathname === "/" && given.search === "";
  return {
    name: isBare ? given.host : `${given.host}${given.pathname}`,
    pod: null,
    isServer: false,
    heapPath: isBare ? HEAP_PATH : `${given.pathname}${given.search}`,
    get: async (path, bounds) => {
      const url = new URL(path, given);
      url.username = given.username;
      url.password = given.password;
      return checked(await httpGet(url, bounds), path);
    },
  };
}
