import { ADVICE_WORDS } from "../../words/kubernetes/advice-words.js";
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
    action: () => ADVICE_WORDS.action("stream-json-lists"),
    source: GATES,
  },
  {
    id: "find-callers",
    roles: SERVER,
    when: all(isData, IN_FLIGHT, weighs),
    action: callers,
    source: METRICS,
  },
  {
    id: "page-lists",
    roles: SERVER,
    when: all(isObject, stage("json-response", "storage-decode", "etcd-receive", "list")),
    choices: (s) => ({ cached: proven(s, "1.34") ? "yes" : "no" }),
    action: (s) => lists(s, "limit=500"),
    source: `Retrieving large results in chunks ${DOCS}/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks`,
  },
  {
    id: "ask-for-protobuf",
    roles: SERVER,
    when: all(isObject, stage("json-response"), (s) => s.kind !== "CRD"),
    action: 'config.ContentType = "application/vnd.kubernetes.protobuf"',
    source: `Alternate representations of resources ${DOCS}/reference/using-api/api-concepts/#alternate-representations-of-resources`,
  },
  {
    id: "read-from-cache",
    roles: SERVER,
    when: all(isObject, (s) => shareOf(s, "storage-decode", "etcd-receive") >= 0.3),
    choices: (s) => ({ consistent: proven(s, "1.31") ? "yes" : "no" }),
    action: (s) => lists(s, "resourceVersion=0&limit=1"),
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
    action: () => ADVICE_WORDS.action("watch-list"),
    source: GATES,
  },
  {
    id: "fairness",
    roles: SERVER,
    from: "1.20",
    when: all(isObject, IN_FLIGHT, weighs),
    action: "kubectl get flowschemas,prioritylevelconfigurations",
    source: `API Priority and Fairness ${DOCS}/concepts/cluster-administration/flow-control/`,
  },
  {
    id: "goaway-chance",
    roles: SERVER,
    from: "1.18",
    when: (s) => s.set === "fleet" && IN_FLIGHT(s),
    action: "--goaway-chance=0.001",
    source: APISERVER,
  },
  {
    id: "audit-level",
    roles: SERVER,
    when: stage("audit"),
    action: (s) =>
      resourceOf(s.kind) === ""
        ? "rules: [{level: Metadata}]"
        : `rules: [{level: Metadata, resources: [{group: "${s.group ?? ""}", resources: ["${resourceOf(s.kind)}"]}]}]`,
    source: `Auditing ${DOCS}/tasks/debug/debug-cluster/audit/`,
  },
  {
    id: "audit-truncate",
    roles: SERVER,
    when: stage("audit"),
    action: "--audit-log-truncate-enabled --audit-log-truncate-max-event-size=102400",
    source: APISERVER,
  },
  {
    id: "keep-less",
    when: all(isData, stage("application")),
    action: (s) => `${asks(s.program, "/debug/pprof/heap?gc=1")} > later.pb.gz`,
    source: `A guide to the Go garbage collector https://go.dev/doc/gc-guide`,
  },
  {
    id: "held-elsewhere",
    roles: CLIENTS,
    when: all(isObject, stage("watch-receive"), (s) => s.growth > 0),
    action: (s) => `${asks(s.program, "/metrics")} | grep -E '^workqueue_(depth|adds_total)'`,
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
    action: narrowed,
    source:
      "controller-runtime cache.Options https://pkg.go.dev/sigs.k8s.io/controller-runtime/pkg/cache#Options",
  },
  {
    id: "drop-managed-fields",
    roles: CLIENTS,
    when: stage("managed-fields"),
    action:
      "informer.SetTransform(func(o any) (any, error) { if m, err := meta.Accessor(o); err == nil { m.SetManagedFields(nil) }; return o, nil })",
    source:
      "SharedInformer.SetTransform https://pkg.go.dev/k8s.io/client-go/tools/cache#SharedInformer",
  },
  {
    id: "slow-watchers",
    roles: SERVER,
    when: all(isData, stage("watch-fanout")),
    action:
      "kubectl get --raw /metrics | grep -E '^apiserver_(longrunning_(requests|gauge)|watch_events_total|terminated_watchers_total)' | sort -t' ' -k2 -rn | head -20",
    source: METRICS,
  },
  {
    id: "reopened-watches",
    roles: SERVER,
    when: all(isData, stage("watch-initial")),
    action: callers,
    source: METRICS,
  },
  {
    id: "immutable",
    roles: SERVER,
    from: "1.19",
    when: all(kind("ConfigMap", "Secret"), stage("watch-fanout"), (s) => s.growth <= 0),
    action: "immutable: true",
    source: `Immutable Secrets and ConfigMaps ${DOCS}/concepts/configuration/configmap/#configmap-immutable`,
  },
  {
    id: "large-objects",
    when: all(kind("ConfigMap", "Secret"), weighs, (s) => (s.objectBytes ?? 0) >= 100_000),
    action: (s) =>
      `kubectl get ${resourceOf(s.kind)} -A -o json | jq -r '.items[] | [(tostring | length), .metadata.namespace, .metadata.name] | @tsv' | sort -rn | head`,
    source: `ConfigMaps ${DOCS}/concepts/configuration/configmap/`,
  },
  {
    id: "helm-history",
    when: all(kind("Secret"), weighs, (s) => (s.objectBytes ?? 0) >= 50_000),
    action: "kubectl get secrets -A -l owner=helm --no-headers | wc -l",
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
    action: storedObjects,
    source: METRICS,
  },
  {
    id: "admission-scope",
    roles: SERVER,
    when: stage("admission"),
    action: "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o yaml",
    source: `Dynamic admission control ${DOCS}/reference/access-authn-authz/extensible-admission-controllers/`,
  },
  {
    id: "conversion-webhook",
    roles: SERVER,
    when: stage("conversion-webhook"),
    action:
      "kubectl get crd -o custom-columns=NAME:.metadata.name,STRATEGY:.spec.conversion.strategy,STORED:.status.storedVersions",
    source: `Versions in CustomResourceDefinitions ${DOCS}/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/`,
  },
  {
    id: "definitions",
    roles: SERVER,
    when: all(category("definitions", "openapi"), weighs),
    action: "kubectl get crd --no-headers | wc -l",
    source: `Custom resources ${DOCS}/concepts/extend-kubernetes/api-extension/custom-resources/`,
  },
  {
    id: "policies",
    roles: SERVER,
    when: all(category("expressions"), weighs),
    action:
      "kubectl get validatingadmissionpolicies,validatingadmissionpolicybindings --no-headers | wc -l",
    source: `Validating admission policy ${DOCS}/reference/access-authn-authz/validating-admission-policy/`,
  },
  {
    id: "metric-series",
    when: all(category("metrics"), weighs, (s) => s.program.role !== "apiserver"),
    action: (s) =>
      `${asks(s.program, "/metrics")} | cut -d'{' -f1 | sort | uniq -c | sort -rn | head`,
    source: "Prometheus instrumentation https://prometheus.io/docs/practices/instrumentation/",
  },
  {
    id: "clients-made-again",
    roles: CLIENTS,
    when: all(category("connections", "certificates"), weighs, (s) => s.growth > 0),
    action: (s) => `${asks(s.program, "/debug/pprof/goroutine?debug=1")} | head -40`,
    source:
      "client-go kubernetes.NewForConfig https://pkg.go.dev/k8s.io/client-go/kubernetes#NewForConfig",
  },
  {
    id: "custom-resources",
    roles: SERVER,
    when: (s) => s.kind === "CRD" && weighs(s),
    action: storedObjects,
    source: `Custom resources ${DOCS}/concepts/extend-kubernetes/api-extension/custom-resources/`,
  },
  {
    id: "events-apart",
    roles: SERVER,
    when: (s) => s.kind === "Event" && weighs(s),
    action: "--event-ttl=30m --etcd-servers-overrides=/events#https://etcd-events:2379",
    source: APISERVER,
  },
  {
    id: "etcd-ranges",
    roles: ["etcd"],
    when: stage("etcd-range"),
    action: "etcdctl endpoint status --cluster -w table",
    source: "etcd metrics https://etcd.io/docs/latest/metrics/",
  },
  {
    id: "etcd-raft-log",
    roles: ["etcd"],
    when: stage("etcd-raft"),
    action: "--snapshot-count=10000",
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
    action: "GOMEMLIMIT=8GiB",
    source: "A guide to the Go garbage collector https://go.dev/doc/gc-guide",
  },
];
