import type { Situation } from "../advice/situation.js";
import type { Stage } from "../vocabulary.js";

/** What to do about memory, and when that is worth saying. */
export interface AdviceRule {
  readonly id: string;
  /** whether the evidence is there */
  readonly when: (situation: Situation) => boolean;
  readonly text: string;
  /** a command, a flag or a setting */
  readonly action: string;
  /** since which version, and by which proposal; "" where any version has it */
  readonly since: string;
  readonly source: string;
}

/** A stage counts where it has this share of what the situation is about. */
const MAIN = 0.15;
const DOCS = "https://kubernetes.io/docs";
const KEPS = "https://github.com/kubernetes/enhancements/tree/master/keps";

const stage =
  (...names: readonly Stage[]) =>
  (s: Situation): boolean =>
    names.reduce((sum, name) => sum + (s.stages[name] ?? 0), 0) >= MAIN;
const kind =
  (...names: readonly string[]) =>
  (s: Situation): boolean =>
    names.includes(s.kind);
const all =
  (...tests: readonly ((s: Situation) => boolean)[]) =>
  (s: Situation): boolean =>
    tests.every((test) => test(s));
const isObject = (s: Situation): boolean => s.kind !== "other" && s.kind !== "unknown";
/** Worth a change of the whole server, not only of one caller. */
const weighs = (s: Situation): boolean => s.share >= 0.1;

const IN_FLIGHT = stage(
  "json-response",
  "protobuf-response",
  "storage-decode",
  "etcd-receive",
  "conversion",
);
const INFORMED = stage("informer", "watch-fanout", "application");

export const ADVICE_RULES: readonly AdviceRule[] = [
  {
    id: "stream-json-lists",
    when: all(isObject, stage("json-response")),
    text: "The whole LIST is encoded into one JSON buffer, and encoding/json keeps its buffers at their largest size. From 1.33 on lists are encoded item by item.",
    action:
      "upgrade kube-apiserver to 1.33 or later (feature gate StreamingCollectionEncodingToJSON)",
    since: "KEP-5116: beta and on by default in 1.33, stable in 1.34",
    source: `KEP-5116 ${KEPS}/sig-api-machinery/5116-streaming-response-encoding`,
  },
  {
    id: "page-lists",
    when: all(isObject, stage("json-response", "storage-decode", "etcd-receive")),
    text: "Until then make each answer small: find who LISTs the whole kind, let it page, and let it follow a watch instead of listing again and again.",
    action: "kubectl get --raw '/api/v1/configmaps?limit=500'",
    since: "limit and continue: stable since 1.29, beta since 1.9",
    source: `Retrieving large results in chunks ${DOCS}/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks`,
  },
  {
    id: "ask-for-protobuf",
    when: all(isObject, stage("json-response"), (s) => s.kind !== "CRD"),
    text: "Clients written in Go can ask for protobuf, whose answers are smaller and are not encoded by reflection; custom resources have none.",
    action: 'config.ContentType = "application/vnd.kubernetes.protobuf"',
    since: "",
    source: `Alternate representations of resources ${DOCS}/reference/using-api/api-concepts/#alternate-representations-of-resources`,
  },
  {
    id: "read-from-cache",
    when: all(isObject, stage("storage-decode", "etcd-receive")),
    text: "Each of these LISTs went past the watch cache: it read every object from etcd and decoded a copy of its own. With resourceVersion=0 a LIST is answered from the cache; from 1.31 on consistent ones are as well.",
    action: "kubectl get --raw '/api/v1/configmaps?resourceVersion=0'",
    since: "consistent reads from cache, KEP-2340: beta and on by default in 1.31, stable in 1.34",
    source: `KEP-2340 ${KEPS}/sig-api-machinery/2340-Consistent-reads-from-cache`,
  },
  {
    id: "watch-list",
    when: all(isObject, stage("storage-decode", "etcd-receive", "json-response"), weighs),
    text: "Informers can be filled by a watch that begins with all objects instead of a LIST.",
    action: "feature gate WatchList on kube-apiserver, WatchListClient in client-go",
    since: "KEP-3157: alpha in 1.27, beta in 1.32",
    source: `KEP-3157 ${KEPS}/sig-api-machinery/3157-watch-list`,
  },
  {
    id: "fairness",
    when: all(isObject, IN_FLIGHT, weighs),
    text: "Memory in flight is the number of requests at once times the size of an answer: bound the number, for the caller at fault by a FlowSchema of its own.",
    action:
      "kubectl get flowschemas; --max-requests-inflight=400 --max-mutating-requests-inflight=200",
    since: "API Priority and Fairness, KEP-1040: beta in 1.20, stable in 1.29",
    source: `API Priority and Fairness ${DOCS}/concepts/cluster-administration/flow-control/`,
  },
  {
    id: "goaway-chance",
    when: (s) => s.set === "fleet" && IN_FLIGHT(s),
    text: "One apiserver has what its siblings have not: clients keep their HTTP/2 connection to it for ever. A small chance of GOAWAY makes them connect anew and spread.",
    action: "--goaway-chance=0.001",
    since: "1.18",
    source: `kube-apiserver ${DOCS}/reference/command-line-tools-reference/kube-apiserver/`,
  },
  {
    id: "audit-level",
    when: stage("audit"),
    text: "The audit log keeps whole requests and answers until its backend has written them. Log large kinds at level Metadata only.",
    action:
      'rules: [{level: Metadata, resources: [{group: "", resources: ["configmaps", "secrets"]}]}]',
    since: "",
    source: `Auditing ${DOCS}/tasks/debug/debug-cluster/audit/`,
  },
  {
    id: "audit-truncate",
    when: stage("audit"),
    text: "Bound what one audit event may hold, and how many events may wait: the buffer counts events, not bytes.",
    action:
      "--audit-log-truncate-enabled --audit-log-truncate-max-event-size=102400 --audit-log-batch-buffer-size=1000",
    since: "1.11",
    source: `kube-apiserver ${DOCS}/reference/command-line-tools-reference/kube-apiserver/`,
  },
  {
    id: "keep-less",
    when: all(isObject, stage("application")),
    text: "The program's own code made these copies and still holds them. Bound what it keeps: a size, an age, or keys in place of objects.",
    action: "",
    since: "",
    source: "",
  },
  {
    id: "narrow-informer",
    when: all(isObject, stage("informer")),
    text: "This process keeps a copy of every object of the kind. Watch less of it: by label or field selector, by namespace, or metadata alone.",
    action:
      "cache.Options{ByObject: map[client.Object]cache.ByObject{&corev1.ConfigMap{}: {Label: selector}}}",
    since: "controller-runtime 0.15 (ByObject)",
    source:
      "controller-runtime cache.Options https://pkg.go.dev/sigs.k8s.io/controller-runtime/pkg/cache#Options",
  },
  {
    id: "drop-managed-fields",
    when: stage("managed-fields"),
    text: "Managed fields are a share of every object that is kept. A controller that does not read them can drop them before its informer stores the object.",
    action:
      "informer.SetTransform(func(o any) (any, error) { if m, err := meta.Accessor(o); err == nil { m.SetManagedFields(nil) }; return o, nil })",
    since: "SetTransform: client-go 0.24; server-side apply: beta in 1.16, stable in 1.22",
    source:
      "SharedInformer.SetTransform https://pkg.go.dev/k8s.io/client-go/tools/cache#SharedInformer",
  },
  {
    id: "slow-watchers",
    when: all(isObject, stage("watch-fanout"), (s) => !stage("application", "informer")(s)),
    text: "Events wait for watchers that read them slowly. Find the watchers, and let them select less.",
    action:
      "kubectl get --raw /metrics | grep -E 'apiserver_longrunning_requests|apiserver_terminated_watchers_total'",
    since: "",
    source: `Metrics ${DOCS}/reference/instrumentation/metrics/`,
  },
  {
    id: "immutable",
    when: all(
      kind("ConfigMap", "Secret"),
      stage("watch-cache", "watch-etcd", "watch-fanout", "storage-decode"),
    ),
    text: "Kubelets watch the ConfigMaps and Secrets of their pods. Those that never change can be marked immutable; kubelets then close the watch.",
    action: "immutable: true",
    since: "KEP-1412: beta in 1.19, stable in 1.21",
    source: `KEP-1412 ${KEPS}/sig-storage/1412-immutable-secrets-and-configmaps`,
  },
  {
    id: "large-objects",
    when: all(kind("ConfigMap", "Secret"), (s) => (s.objectBytes ?? 0) >= 100_000),
    text: "These objects are large: every copy of one costs as much again. Split them, or keep bulk data out of etcd; 1 MiB is the most that is accepted.",
    action:
      "kubectl get configmaps -A -o json | jq -r '.items[] | [(tostring | length), .metadata.namespace, .metadata.name] | @tsv' | sort -rn | head",
    since: "",
    source: `ConfigMaps ${DOCS}/concepts/configuration/configmap/`,
  },
  {
    id: "helm-history",
    when: all(kind("Secret", "ConfigMap"), weighs, (s) => (s.objectBytes ?? 0) >= 50_000),
    text: "If they are releases of Helm: it keeps every revision of a chart as one object, ten by default, and all of them where the limit is 0.",
    action: "helm upgrade --history-max 3 ...; kubectl get secrets,configmaps -A -l owner=helm",
    since: "10 by default since Helm 3",
    source: "helm upgrade https://helm.sh/docs/helm/helm_upgrade/",
  },
  {
    id: "watch-cache-by-design",
    when: all(isObject, stage("watch-cache", "watch-etcd"), (s) => s.growth <= 0 || s.share >= 0.1),
    text: "The watch cache holds one copy of every object of a cached kind and a window of past events, by design: it shrinks only with the number and the size of the objects.",
    action: "kubectl get --raw /metrics | grep apiserver_storage_objects",
    since:
      "apiserver_storage_objects: 1.21; etcd_object_counts before, apiserver_resource_objects from 1.34",
    source: `Metrics ${DOCS}/reference/instrumentation/metrics/`,
  },
  {
    id: "admission-scope",
    when: stage("admission"),
    text: "Each admission webhook gets a copy of the whole object. Narrow what is sent to it.",
    action: "namespaceSelector, objectSelector and matchConditions of the webhook",
    since: "objectSelector 1.15; matchConditions, KEP-3716: beta in 1.28, stable in 1.30",
    source: `Dynamic admission control ${DOCS}/reference/access-authn-authz/extensible-admission-controllers/`,
  },
  {
    id: "custom-resources",
    when: (s) => s.kind === "CRD" && weighs(s),
    text: "Custom resources are handled as maps, several times the size of their JSON. Count them, and look for a controller that writes status or history into them.",
    action: "kubectl get --raw /metrics | grep apiserver_storage_objects | sort -k2 -n | tail",
    since:
      "apiserver_storage_objects: 1.21; etcd_object_counts before, apiserver_resource_objects from 1.34",
    source: `Custom resources ${DOCS}/concepts/extend-kubernetes/api-extension/custom-resources/`,
  },
  {
    id: "events-apart",
    when: (s) => s.kind === "Event" && weighs(s),
    text: "Events can be kept in an etcd of their own, and for a shorter time.",
    action: "--event-ttl=30m --etcd-servers-overrides=/events#https://etcd-events:2379",
    since: "",
    source: `kube-apiserver ${DOCS}/reference/command-line-tools-reference/kube-apiserver/`,
  },
  {
    id: "memory-limit",
    when: all(isObject, weighs, (s) => IN_FLIGHT(s) || INFORMED(s) || stage("audit")(s)),
    text: "Room for the collector: a process needs about its live heap times (1 + GOGC/100). Set GOMEMLIMIT somewhat below the container's limit, and alert at 60% of the host's memory.",
    action: "GOMEMLIMIT=8GiB",
    since: "Go 1.19 (Kubernetes 1.25 is built with it)",
    source: "A guide to the Go garbage collector https://go.dev/doc/gc-guide",
  },
];
