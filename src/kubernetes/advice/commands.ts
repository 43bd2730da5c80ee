import { resourceOf, resourcePath } from "../frames/kind-names.js";
import type { Program } from "../program/program.js";
import { isBefore, proven } from "./conditions.js";
import type { Situation } from "./situation.js";

const MOST_FIRST = "sort -t' ' -k2 -rn | head -20";

/** Requests and watches of a kind, by the server's own series: who asks for how much. */
export function callers({ kind }: Situation): string {
  const resource = resourceOf(kind);
  const ofKind = resource === "" ? "" : ` | grep 'resource="${resource}"'`;
  return `kubectl get --raw /metrics | grep -E '^apiserver_(request_total|longrunning_(requests|gauge))'${ofKind} | ${MOST_FIRST}`;
}

/** A LIST of a kind with a query; of custom resources of which nothing names the kind, of all. */
export function lists({ kind, group }: Situation, query: string): string {
  if (resourceOf(kind) !== "") return `kubectl get --raw '${resourcePath(kind, group)}?${query}'`;
  const path = "/apis/{.spec.group}/{.spec.versions[0].name}/{.spec.names.plural}";
  const each = `{range .items[*]}${path}{"\\n"}{end}`;
  return `kubectl get crd -o jsonpath='${each}' | sed 's/$/?${query.replaceAll("&", "\\&")}/' | xargs -n1 kubectl get --raw`;
}

/** How many objects are stored of each resource: the series has had three names. */
export function storedObjects(s: Situation): string {
  const series = proven(s, "1.34")
    ? "-E '^apiserver_(resource_objects|resource_size_estimate_bytes)'"
    : isBefore(s, "1.21")
      ? "'^etcd_object_counts'"
      : "'^apiserver_storage_objects'";
  return `kubectl get --raw /metrics | grep ${series} | ${MOST_FIRST}`;
}

/** Where components of a control plane serve what they say of themselves. */
const SECURE_PORTS: readonly (readonly [name: RegExp, port: number])[] = [
  [/^kube-controller-manager/, 10257],
  [/^kube-scheduler/, 10259],
  [/^cloud-controller-manager/, 10258],
];

/**
 * What prints the answer of a path that a program serves: TOKEN and NODE are the reader's to set.
 */
export function asks({ role, name, controllerRuntime }: Program, path: string): string {
  const secure = SECURE_PORTS.find(([pattern]) => pattern.test(name))?.[1];
  if (role === "apiserver") return `kubectl get --raw '${path}'`;
  if (role === "kubelet") return `kubectl get --raw '/api/v1/nodes/NODE/proxy${path}'`;
  if (role === "etcd") return `curl -s 'localhost:2379${path}'`;
  if (secure !== undefined) {
    return `curl -sk -H "Authorization: Bearer $TOKEN" 'https://localhost:${secure}${path}'`;
  }
  const isMetrics = path === "/metrics";
  return `curl -s 'localhost:${isMetrics && controllerRuntime !== null ? 8080 : 6060}${path}'`;
}

/** How an informer of controller-runtime, or else one of client-go, is made to keep less. */
export function narrowed({ kind, group, program }: Situation): string {
  return program.controllerRuntime === null
    ? 'informers.NewSharedInformerFactoryWithOptions(client, 0, informers.WithNamespace("NAMESPACE"), informers.WithTweakListOptions(func(o *metav1.ListOptions) { o.LabelSelector = "KEY=VALUE" }))'
    : `cache.Options{ByObject: map[client.Object]cache.ByObject{&${goType(kind, group ?? "")}{}: {Label: selector}}}`;
}

/** `appsv1.Deployment`, as packages of API types are imported by convention. */
function goType(kind: string, group: string): string {
  if (kind === "CRD") return "unstructured.Unstructured";
  return `${group === "" ? "core" : group.split(".", 1)[0]}v1.${kind}`;
}
