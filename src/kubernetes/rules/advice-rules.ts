import { asks, callers, lists, narrowed, storedObjects } from "../advice/commands.js";
import {
  type AdviceRule,
  all,
  CLIENTS,
  category,
  IN_FLIGHT,
  isBefore,
  isData,
  isObject,
  kind,
  proven,
  SERVER,
  shareOf,
  stage,
  weighs,
} from "../advice/conditions.js";
import { resourceOf } from "../frames/kind-names.js";

const DOCS = "https://kubernetes.io/docs";
/** The documentation's table of feature gates carries the stage of each gate in each release. */
const GATES = `Feature gates ${DOCS}/reference/command-line-tools-reference/feature-gates/`;
const APISERVER = `kube-apiserver ${DOCS}/reference/command-line-tools-reference/kube-apiserver/`;
const METRICS = `Metrics ${DOCS}/reference/instrumentation/metrics/`;

/**
 * One entry a fact. Which release has what is read off the feature gates of the sources, 1.31 to
 * 1.37; what a release has already is not advised.
 */
export const ADVICE_RULES: readonly AdviceRule[] = [
  {
    id: "stream-json-lists",
    roles: SERVER,
    until: "1.33",
    when: all(isObject, stage("json-response")),
    text: "The whole LIST is encoded into one JSON buffer, and encoding/json keeps its buffers at their largest size. From 1.33 on the items of a list are encoded one by one.",
    action: "upgrade kube-apiserver to 1.33 or later",
    since: "StreamingCollectionEncodingToJSON: beta and on by default in 1.33, stable in 1.34",
    source: GATES,
  },
  {
    id: "find-callers",
    roles: SERVER,
    when: all(isData, IN_FLIGHT, weighs),
    text: "Find who asks: the audit log names the client of each request; the server's metrics count LISTs by resource, and the watches that are open.",
    action: callers,
    since: "",
    source: METRICS,
  },
  {
    id: "page-lists",
    roles: SERVER,
    when: all(isObject, stage("json-response", "storage-decode", "etcd-receive", "list")),
    text: (s) =>
      proven(s, "1.34")
        ? "Let the caller page its LISTs, or follow a watch instead of listing again and again. Pages are served from the cache since 1.34."
        : "Let the caller page its LISTs, or follow a watch instead of listing again and again. Before 1.34 a page is read from etcd, not from the cache: it bounds one answer, not the load on etcd.",
    action: (s) => lists(s, "limit=500"),
    since:
      "limit and continue: since 1.9; from the cache (ListFromCacheSnapshot) on by default since 1.34",
    source: `Retrieving large results in chunks ${DOCS}/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks`,
  },
  {
    id: "ask-for-protobuf",
    roles: SERVER,
    when: all(isObject, stage("json-response"), (s) => s.kind !== "CRD"),
    text: "Clients written in Go can ask for protobuf, whose answers are smaller and are not encoded by reflection; custom resources have none.",
    action: 'config.ContentType = "application/vnd.kubernetes.protobuf"',
    since: "",
    source: `Alternate representations of resources ${DOCS}/reference/using-api/api-concepts/#alternate-representations-of-resources`,
  },
  {
    id: "read-from-cache",
    roles: SERVER,
    when: all(isObject, (s) => shareOf(s, "storage-decode", "etcd-receive") >= 0.3),
    text: (s) =>
      proven(s, "1.31")
        ? "These LISTs went past the watch cache: each read every object from etcd and decoded a copy of its own. This release reads consistently from its cache: check that the cache is on (--watch-cache), and that etcd is 3.4.31, 3.5.13 or later, without which it falls back to etcd."
        : "These LISTs went past the watch cache: each read every object from etcd and decoded a copy of its own. With resourceVersion=0 a LIST is answered from the cache; from 1.31 on consistent ones are as well, with etcd 3.4.31, 3.5.13 or later.",
    action: (s) => lists(s, "resourceVersion=0&limit=1"),
    since: "ConsistentListFromCache: beta and on by default in 1.31, stable in 1.34",
    source: GATES,
  },
  {
    id: "watch-list",
    roles: SERVER,
    until: "1.34",
    when: all(
      isObject,
      stage("storage-decode", "etcd-receive", "json-response"),
      weighs,
      // On by default there, and off once more in the release after it.
      (s) => !(s.program.since === "1.32" && s.program.until === "1.32"),
    ),
    text: "Informers can be filled by a watch that begins with all objects instead of a LIST.",
    action: "feature gate WatchList on kube-apiserver, WatchListClient in client-go",
    since:
      "WatchList: on by default in 1.32, off in 1.33, on from 1.34; WatchListClient: on from client-go 0.35",
    source: GATES,
  },
  {
    id: "fairness",
    roles: SERVER,
    from: "1.20",
    when: all(isObject, IN_FLIGHT, weighs),
    text: "Memory in flight is the number of requests at once times the size of an answer: bound the number for the caller at fault, by a FlowSchema and a priority level of its own.",
    action: "kubectl get flowschemas,prioritylevelconfigurations",
    since: "API Priority and Fairness: beta in 1.20, stable in 1.29",
    source: `API Priority and Fairness ${DOCS}/concepts/cluster-administration/flow-control/`,
  },
  {
    id: "goaway-chance",
    roles: SERVER,
    from: "1.18",
    when: (s) => s.set === "fleet" && IN_FLIGHT(s),
    text: "One apiserver has what its siblings have not: clients keep their HTTP/2 connection to it. A small chance of GOAWAY makes them reconnect and spread.",
    action: "--goaway-chance=0.001",
    since: "1.18",
    source: APISERVER,
  },
  {
    id: "audit-level",
    roles: SERVER,
    when: stage("audit"),
    text: "The audit log keeps whole requests and answers until its backend has written them. Log large kinds at level Metadata only.",
    action: (s) =>
      resourceOf(s.kind) === ""
        ? "rules: [{level: Metadata}]"
        : `rules: [{level: Metadata, resources: [{group: "${s.group ?? ""}", resources: ["${resourceOf(s.kind)}"]}]}]`,
    since: "",
    source: `Auditing ${DOCS}/tasks/debug/debug-cluster/audit/`,
  },
  {
    id: "audit-truncate",
    roles: SERVER,
    when: stage("audit"),
    text: "Bound what one audit event may hold. In batch mode (--audit-log-mode=batch; the log backend's default is blocking) the buffer counts events, not bytes: make it smaller.",
    action: "--audit-log-truncate-enabled --audit-log-truncate-max-event-size=102400",
    since: "1.11",
    source: APISERVER,
  },
  {
    id: "keep-less",
    when: all(isData, stage("application")),
    text: "The program's own code made these copies and still holds them. Bound what it keeps: a size, an age, or keys in place of objects. What is still there when the load is gone is kept; record once more then.",
    action: (s) => `${asks(s.program, "/debug/pprof/heap?gc=1")} > later.pb.gz`,
    since: "",
    source: `A guide to the Go garbage collector https://go.dev/doc/gc-guide`,
  },
  {
    id: "held-elsewhere",
    roles: CLIENTS,
    when: all(isObject, stage("watch-receive"), (s) => s.growth > 0),
    text: "These objects were decoded by the client's watches; a heap profile says who allocated them, not who holds them. Look at queues, maps and indexes that are filled from event handlers, and at the length of work queues.",
    action: (s) => `${asks(s.program, "/metrics")} | grep -E '^workqueue_(depth|adds_total)'`,
    since: "",
    source: "client-go workqueue https://pkg.go.dev/k8s.io/client-go/util/workqueue",
  },
  {
    id: "narrow-informer",
    roles: CLIENTS,
    // Components of Kubernetes have no setting for it.
    when: all(
      isObject,
      stage("informer", "watch-receive"),
      (s) => s.program.controllerRuntime !== null || !/^(?:kube|cloud)-/.test(s.program.name),
    ),
    text: "This process keeps a copy of every object of the kind. Watch less of it: by label or field selector, by namespace, or metadata alone.",
    action: narrowed,
    since: "controller-runtime 0.15 (ByObject); client-go: any release",
    source:
      "controller-runtime cache.Options https://pkg.go.dev/sigs.k8s.io/controller-runtime/pkg/cache#Options",
  },
  {
    id: "drop-managed-fields",
    roles: CLIENTS,
    when: stage("managed-fields"),
    text: "Managed fields are a share of every object that is kept. A controller that does not read them can drop them before its informer stores the object (client-go 0.34 has a fault by which transforms are not applied to watch-list events).",
    action:
      "informer.SetTransform(func(o any) (any, error) { if m, err := meta.Accessor(o); err == nil { m.SetManagedFields(nil) }; return o, nil })",
    since: "SetTransform: client-go 0.24",
    source:
      "SharedInformer.SetTransform https://pkg.go.dev/k8s.io/client-go/tools/cache#SharedInformer",
  },
  {
    id: "slow-watchers",
    roles: SERVER,
    when: all(isData, stage("watch-fanout")),
    text: "Events wait for watchers that read them slowly, or many watches are open. Find the watches, and who opens them; let them select less.",
    action:
      "kubectl get --raw /metrics | grep -E '^apiserver_(longrunning_(requests|gauge)|watch_events_total|terminated_watchers_total)' | sort -t' ' -k2 -rn | head -20",
    since: "",
    source: METRICS,
  },
  {
    id: "reopened-watches",
    roles: SERVER,
    when: all(isData, stage("watch-initial")),
    text: "Each watch that is opened is sent its initial events, a copy of every object or of the events since its version. Find clients that reconnect again and again, and let them watch less of the kind.",
    action: callers,
    since: "",
    source: METRICS,
  },
  {
    id: "immutable",
    roles: SERVER,
    from: "1.19",
    when: all(kind("ConfigMap", "Secret"), stage("watch-fanout"), (s) => s.growth <= 0),
    text: "Kubelets watch the ConfigMaps and Secrets of their pods. Those that never change can be marked immutable; kubelets then close the watch. It does not help against LISTs, nor for objects that change.",
    action: "immutable: true",
    since: "1.21 (beta in 1.19)",
    source: `Immutable Secrets and ConfigMaps ${DOCS}/concepts/configuration/configmap/#configmap-immutable`,
  },
  {
    id: "large-objects",
    when: all(kind("ConfigMap", "Secret"), weighs, (s) => (s.objectBytes ?? 0) >= 100_000),
    text: "These objects are large: every copy of one costs as much again. Split them, or keep bulk data out of etcd; 1 MiB is the most that is accepted.",
    action: (s) =>
      `kubectl get ${resourceOf(s.kind)} -A -o json | jq -r '.items[] | [(tostring | length), .metadata.namespace, .metadata.name] | @tsv' | sort -rn | head`,
    since: "",
    source: `ConfigMaps ${DOCS}/concepts/configuration/configmap/`,
  },
  {
    id: "helm-history",
    when: all(kind("Secret"), weighs, (s) => (s.objectBytes ?? 0) >= 50_000),
    text: "If they are releases of Helm: it keeps every revision of a chart as one object, ten by default, and all of them where the limit is 0.",
    action: "kubectl get secrets -A -l owner=helm --no-headers | wc -l",
    since: "10 by default since Helm 3",
    source: "helm upgrade https://helm.sh/docs/helm/helm_upgrade/",
  },
  {
    id: "watch-cache-by-design",
    roles: SERVER,
    when: all(
      isObject,
      (s) => shareOf(s, "watch-cache", "watch-etcd") >= 0.5 && s.share >= 0.4,
      (s) => s.set !== "fleet",
    ),
    text: "The watch cache holds one copy of every object of a cached kind and a window of past changes, by design: at least those of the last 75 seconds, old and new version each whole. It shrinks with the number, the size and the rate of change of the objects.",
    action: storedObjects,
    since:
      "apiserver_storage_objects: 1.21; apiserver_resource_objects and _size_estimate_bytes: 1.34",
    source: METRICS,
  },
  {
    id: "admission-scope",
    roles: SERVER,
    when: stage("admission"),
    text: "Each admission webhook gets a copy of the whole object. Narrow what is sent to it, by namespaceSelector, objectSelector and matchConditions.",
    action: "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o yaml",
    since: "objectSelector 1.15; matchConditions: beta in 1.28, stable in 1.30",
    source: `Dynamic admission control ${DOCS}/reference/access-authn-authz/extensible-admission-controllers/`,
  },
  {
    id: "conversion-webhook",
    roles: SERVER,
    when: stage("conversion-webhook"),
    text: "Custom resources stored in one version are sent to a conversion webhook each time they are read in another, a LIST with all items at once. Migrate what is stored to the version that clients ask for.",
    action:
      "kubectl get crd -o custom-columns=NAME:.metadata.name,STRATEGY:.spec.conversion.strategy,STORED:.status.storedVersions",
    since: "",
    source: `Versions in CustomResourceDefinitions ${DOCS}/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/`,
  },
  {
    id: "definitions",
    roles: SERVER,
    when: all(category("definitions", "openapi"), weighs),
    text: "Schemas and OpenAPI documents grow with the number, the versions and the size of CustomResourceDefinitions, not with the objects. Remove definitions and served versions that nobody uses.",
    action: "kubectl get crd --no-headers | wc -l",
    since: "",
    source: `Custom resources ${DOCS}/concepts/extend-kubernetes/api-extension/custom-resources/`,
  },
  {
    id: "policies",
    roles: SERVER,
    when: all(category("expressions"), weighs),
    text: "Admission policies are compiled for each policy and binding, again whenever one changes. Look for policies that are written over and over, or that are very many.",
    action:
      "kubectl get validatingadmissionpolicies,validatingadmissionpolicybindings --no-headers | wc -l",
    since: "",
    source: `Validating admission policy ${DOCS}/reference/access-authn-authz/validating-admission-policy/`,
  },
  {
    id: "metric-series",
    when: all(category("metrics"), weighs, (s) => s.program.role !== "apiserver"),
    text: "Metrics hold one series for each combination of label values, for ever. Look for labels whose values are names, UIDs or addresses, and delete series of objects that are gone.",
    action: (s) =>
      `${asks(s.program, "/metrics")} | cut -d'{' -f1 | sort | uniq -c | sort -rn | head`,
    since: "",
    source: "Prometheus instrumentation https://prometheus.io/docs/practices/instrumentation/",
  },
  {
    id: "clients-made-again",
    roles: CLIENTS,
    when: all(category("connections", "certificates"), weighs, (s) => s.growth > 0),
    text: "Connections, certificates and codecs grow where a client is made again and again, at each reconciliation for instance. Make one client per configuration and keep it; each that is left has goroutines that read its connection.",
    action: (s) => `${asks(s.program, "/debug/pprof/goroutine?debug=1")} | head -40`,
    since: "",
    source:
      "client-go kubernetes.NewForConfig https://pkg.go.dev/k8s.io/client-go/kubernetes#NewForConfig",
  },
  {
    id: "custom-resources",
    roles: SERVER,
    when: (s) => s.kind === "CRD" && weighs(s),
    text: "Custom resources are handled as maps, several times the size of their JSON. Count them, and look for a controller that writes status or history into them.",
    action: storedObjects,
    since: "apiserver_storage_objects: 1.21; apiserver_resource_objects: 1.34",
    source: `Custom resources ${DOCS}/concepts/extend-kubernetes/api-extension/custom-resources/`,
  },
  {
    id: "events-apart",
    roles: SERVER,
    when: (s) => s.kind === "Event" && weighs(s),
    text: "Events can be kept in an etcd of their own, and for a shorter time.",
    action: "--event-ttl=30m --etcd-servers-overrides=/events#https://etcd-events:2379",
    since: "",
    source: APISERVER,
  },
  {
    id: "etcd-ranges",
    roles: ["etcd"],
    when: stage("etcd-range"),
    text: "Each range request holds its whole answer, as values and as the encoded message, until the client has read it. Find who asks for whole prefixes: an API server without a watch cache, a backup, a dashboard.",
    action: "etcdctl endpoint status --cluster -w table",
    since: "",
    source: "etcd metrics https://etcd.io/docs/latest/metrics/",
  },
  {
    id: "etcd-raft-log",
    roles: ["etcd"],
    when: stage("etcd-raft"),
    text: "Raft keeps the entries since the last snapshot in memory, and some behind it for slow members: as many as --snapshot-count, each with the value that was written. Large values make them large.",
    action: "--snapshot-count=10000",
    since: "10,000 by default since etcd 3.6, 100,000 before",
    source: "etcd configuration https://etcd.io/docs/latest/op-guide/configuration/",
  },
  {
    id: "memory-limit",
    when: all(
      isObject,
      weighs,
      (s) => IN_FLIGHT(s) || stage("application", "audit")(s),
      (s) => s.program.role !== "apiserver" || !isBefore(s, "1.25"),
    ),
    text: "Leave room for the collector: a process needs about its live heap times (1 + GOGC/100) at the end of a cycle. Set GOMEMLIMIT somewhat below the container's limit.",
    action: "GOMEMLIMIT=8GiB",
    since: "Go 1.19 (Kubernetes 1.25 is built with it)",
    source: "A guide to the Go garbage collector https://go.dev/doc/gc-guide",
  },
];
