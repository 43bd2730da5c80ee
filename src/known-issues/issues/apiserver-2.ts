import type { KnownIssue } from "../known-issue.js";
import { API_SERVER, COMPONENT } from "../scopes.js";

export const APISERVER_2_ISSUES: readonly KnownIssue[] = [
  {
    id: "aggregator-discovery-docs",
    title: "Discovery documents of a service stay cached after its APIService points to another",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "kube-aggregator/pkg/apiserver\\.\\(\\*discoveryManager\\)\\.fetchFreshDiscoveryForService",
    ],
    since: "1.26.0",
    mended: ["1.30.0"],
    least: { share: 0.03, growth: true },
    tellApart: "One document per aggregated service is normal; more than services is the fault.",
    act: "Update to 1.30.0; stop rewriting spec.service in a loop.",
    source: "https://github.com/kubernetes/kubernetes/pull/123517",
    confidence: "medium",
  },
  {
    id: "aggregator-available-controller-errch",
    title:
      "Availability checks of aggregated APIs leave goroutines blocked on a channel once the check gave up",
    scope: API_SERVER,
    profile: "goroutine",
    frames: [
      "runtime\\.chansend1?$",
      "kube-aggregator/pkg/controllers/status\\.\\(\\*AvailableConditionController\\)\\.sync\\.func",
    ],
    mended: ["1.19.0"],
    least: { count: 2 },
    tellApart: "Such a send ends at once: any goroutine there for more than seconds counts.",
    act: "Mend or remove the unavailable APIService, then update.",
    source: "https://github.com/kubernetes/kubernetes/pull/91160",
    confidence: "high",
  },
  {
    id: "deletecollection-distributor-blocked",
    title:
      "DeleteCollection leaves the goroutine that hands out work blocked when its workers stopped on an error",
    scope: API_SERVER,
    profile: "goroutine",
    frames: [
      "runtime\\.chansend1?$",
      "apiserver/pkg/registry/generic/registry\\.\\(\\*Store\\)\\.DeleteCollection\\.func1",
    ],
    mended: ["1.23.0"],
    least: { count: 2 },
    tellApart:
      "One is normal while a collection is deleted. Those older than the request timeout are leaked, each with its listed objects.",
    act: "Update to 1.23.0; find the webhook or admission plugin that refuses deletions.",
    source: "https://github.com/kubernetes/kubernetes/pull/105606",
    confidence: "high",
  },
  {
    id: "handleerror-backoff-lock",
    title:
      "A flood of failing requests queues behind the error handler, which sleeps with its lock held (HTTP/2 rapid reset)",
    scope: API_SERVER,
    profile: "goroutine",
    frames: [
      "(sync\\.\\(\\*(Mutex|RWMutex)\\)\\.|runtime_Semacquire|internal/sync\\.)",
      "apimachinery/pkg/util/runtime\\.\\(\\*rudimentaryErrorBackoff\\)\\.OnError",
    ],
    mended: ["1.29.0", "1.28.3", "1.27.7", "1.26.10", "1.25.15"],
    least: { count: 100 },
    tellApart: "One or two goroutines are normal; hundreds that wait for the lock are the pile-up.",
    act: "Update to 1.29.0, and turn UnauthenticatedHTTP2DOSMitigation on where it is off.",
    source: "https://github.com/kubernetes/kubernetes/pull/121120",
    confidence: "high",
  },
  {
    id: "apiserver-request-metrics-labels",
    title:
      "Request metrics took labels from requests as they came: made-up requests make series without end",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "prometheus/client_golang/prometheus\\.",
      "apiserver/pkg/endpoints/metrics\\.(MonitorRequest|Record[A-Za-z]*)$",
    ],
    mended: ["1.19.0", "1.18.4", "1.17.7", "1.16.11"],
    least: { share: 0.05 },
    tellApart:
      "Some megabytes are normal in large clusters. Growth together with a /metrics of many megabytes is the fault.",
    act: "Update to 1.19.0; forbid anonymous access where that is possible.",
    source: "https://github.com/kubernetes/kubernetes/issues/89378",
    confidence: "high",
  },
  {
    id: "apiserver-request-termination-metrics",
    title: "Counters of dropped and ended requests take unbounded labels from the request",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "prometheus/client_golang/prometheus\\.",
      "apiserver/pkg/endpoints/metrics\\.Record(RequestTermination|DroppedRequest)",
    ],
    least: { share: 0.05, growth: true },
    tellApart: "A small fixed amount is normal; only steady growth matches.",
    act: "Limit who can reach the server, and follow the issue for a release.",
    source: "https://github.com/kubernetes/kubernetes/issues/141007",
    confidence: "low",
  },
  {
    id: "openapi-v2-eager-marshal",
    title:
      "Each change of a CRD renders the whole OpenAPI v2 document at once, as JSON, protobuf and gzip",
    scope: API_SERVER,
    profile: "heap",
    frames: ["kube-openapi/pkg/handler\\.\\(\\*OpenAPIService\\)\\.UpdateSpec"],
    mended: ["1.23.0", "1.22.4", "1.21.7", "1.20.13"],
    least: { share: 0.1, bytes: 64_000_000 },
    tellApart: "Once at start is normal; a leading share while CRDs change is the fault.",
    act: "Update to 1.23.0; install CRDs in batches with pauses.",
    source: "https://github.com/kubernetes/kubernetes/issues/101755",
    confidence: "high",
  },
  {
    id: "openapi-v2-eager-merge",
    title: "Each change of a CRD or APIService merges all OpenAPI v2 parts by deep copies",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "kube-openapi/",
      "(kube-aggregator/pkg/controllers/openapi/aggregator\\.\\(\\*specAggregator\\)\\.(buildOpenAPISpec|updateOpenAPISpec)|apiextensions-apiserver/pkg/controller/openapi\\.\\(\\*Controller\\)\\.updateSpecLocked)",
    ],
    mended: ["1.28.0"],
    least: { share: 0.15, bytes: 64_000_000 },
    tellApart:
      "Small amounts occur in all releases; hundreds of megabytes before 1.28 are the fault.",
    act: "Update to 1.28 or later.",
    source: "https://github.com/kubernetes/kubernetes/issues/118136",
    confidence: "medium",
  },
  {
    id: "admission-policy-compiled-cel",
    title:
      "Each admission policy with its binding holds compiled CEL programs and an environment of its own",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "github\\.com/google/cel-go/",
      "apiserver/pkg/admission/plugin/policy/(validating|mutating)\\.compilePolicy",
    ],
    since: "1.30.0",
    least: { share: 0.05 },
    tellApart:
      "By design 0.2 to 0.6 MiB a policy; it matters where that is a good part of the heap.",
    act: "Merge policies that differ in values only: one policy with parameter objects.",
    source: "https://github.com/kubernetes/kubernetes/issues/131417",
    confidence: "medium",
  },
  {
    id: "node-authorizer-refcount",
    title:
      "The node authorizer counts references up more often than down: ids of removed nodes and pods stay in its index",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "plugin/pkg/auth/authorizer/node\\.\\(\\*intSet\\)\\.increment",
      "plugin/pkg/auth/authorizer/node\\.\\(\\*Graph\\)\\.addEdgeToDestinationIndex",
    ],
    mended: ["1.38.0"],
    least: { share: 0.03, growth: true },
    tellApart:
      "It follows pods that exist in normal use; growth at a level number of pods is the leak.",
    act: "A restart frees it; update when the release with the mend is out.",
    source: "https://github.com/kubernetes/kubernetes/pull/142574",
    confidence: "medium",
  },
  {
    id: "customresource-watch-cache-decoded",
    title:
      "The watch cache holds custom resources as decoded maps, several times the size they are stored in",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "apiextensions-apiserver/pkg/apiserver\\.\\(?\\*?schemaCoercingDecoder\\)?\\.Decode",
      "apiserver/pkg/storage/",
    ],
    least: { share: 0.5 },
    tellApart:
      "These frames hold memory wherever custom resources exist. Compare with number and stored size of the objects: about five times as much is this.",
    act: "Keep fewer or smaller objects; --watch-cache-sizes has no effect on custom resources.",
    source: "https://github.com/kubernetes/kubernetes/issues/142062",
    confidence: "medium",
  },
  {
    id: "egress-uds-dial-leak",
    title:
      "While the konnectivity socket is down, each outgoing dial leaves a gRPC connection that retries for ever",
    scope: API_SERVER,
    profile: "both",
    frames: [
      "google\\.golang\\.org/grpc[./]",
      "konnectivity-client/pkg/client\\.CreateSingleUseGrpcTunnel",
      "apiserver/pkg/server/egressselector\\.\\(\\*udsGRPCConnector\\)\\.connect",
    ],
    mended: ["1.26.0", "1.25.5", "1.24.9", "1.23.17"],
    least: { share: 0.03, count: 10 },
    tellApart:
      "A few per open tunnel are normal; a number that climbs while the proxy is down is the leak.",
    act: "Update to 1.26.0; bring the proxy server back, then restart the API server.",
    source: "https://github.com/kubernetes/kubernetes/pull/108215",
    confidence: "medium",
  },
  {
    id: "konnectivity-client-serve",
    title:
      "A dial through konnectivity that timed out leaves its tunnel's goroutine and gRPC connection",
    scope: API_SERVER,
    profile: "goroutine",
    frames: ["konnectivity-client/pkg/client\\.\\(\\*grpcTunnel\\)\\.serve"],
    mended: ["1.24.0", "1.23.5", "1.22.8", "1.21.11"],
    least: { count: 50 },
    usual: true,
    tellApart: "One per open proxied connection is normal; many more than connections is the leak.",
    act: "Update (konnectivity-client 0.0.30 or later).",
    source: "https://github.com/kubernetes/kubernetes/pull/108437",
    confidence: "high",
  },
  {
    id: "rest-client-metrics-url-label",
    title: "Client latency metrics carried the complete URL: each object name makes a series",
    scope: COMPONENT,
    profile: "heap",
    frames: [
      "prometheus/client_golang/prometheus\\.",
      "component-base/metrics/prometheus/restclient\\.\\(\\*latencyAdapter\\)\\.Observe",
    ],
    mended: ["1.24.0", "1.23.7", "1.22.10"],
    least: { share: 0.05 },
    tellApart:
      "A small fixed amount is normal; growth with a /metrics of many megabytes is the fault.",
    act: "Update the component to 1.24.0.",
    source: "https://github.com/kubernetes/kubernetes/issues/106538",
    confidence: "high",
  },
];
