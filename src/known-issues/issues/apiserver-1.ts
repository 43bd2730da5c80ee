import type { KnownIssue } from "../known-issue.js";
import { API_SERVER, SERVERS } from "../scopes.js";

export const APISERVER_1_ISSUES: readonly KnownIssue[] = [
  {
    id: "apiserver-timeout-handler-send",
    title: "Handlers whose request timed out stay blocked on a channel that has no reader",
    scope: API_SERVER,
    profile: "goroutine",
    frames: [
      "runtime\\.chansend1?$",
      "k8s\\.io/apiserver/pkg/server/filters\\.\\(\\*timeoutHandler\\)\\.ServeHTTP\\.func1",
    ],
    mended: ["1.17.0", "1.16.2", "1.15.5"],
    least: { count: 2 },
    tellApart:
      "The send is instant in a sound server: a few goroutines of more than a minute, never fewer, are the fault.",
    act: "Update to 1.17.0; until then find what makes requests time out (slow etcd, slow webhooks).",
    source: "https://github.com/kubernetes/kubernetes/pull/83333",
    confidence: "high",
  },
  {
    id: "apiserver-watch-not-stopped-on-early-error",
    title:
      "A watch that fails before its events are served is not stopped: its goroutine and buffers stay",
    scope: API_SERVER,
    profile: "goroutine",
    frames: ["apiserver/pkg/storage/cacher\\.\\(\\*cacheWatcher\\)\\.process"],
    mended: ["1.18.0", "1.17.12"],
    least: { count: 100 },
    usual: true,
    tellApart:
      "One of these goroutines per open watch is normal. Compare their number with that of goroutines in WatchServer: clearly more is the fault.",
    act: "Update the API server to 1.18.0.",
    source: "https://github.com/kubernetes/kubernetes/pull/85410",
    confidence: "medium",
  },
  {
    id: "apiserver-bookmark-buckets-clock-jump",
    title:
      "After the clock jumped forward and back, new watchers pile up in a bookmark bucket of the future",
    scope: API_SERVER,
    profile: "heap",
    frames: ["apiserver/pkg/storage/cacher\\.\\(\\*watcherBookmarkTimeBuckets\\)\\.addWatcher"],
    mended: ["1.20.0", "1.19.5", "1.18.13", "1.17.15"],
    least: { share: 0.05 },
    tellApart:
      "A few hundred kB are normal here. Megabytes that follow the watches ever opened, not those open now, are the fault.",
    act: "Set the clock right, restart the server, then update.",
    source: "https://github.com/kubernetes/kubernetes/issues/96259",
    confidence: "medium",
  },
  {
    id: "apiserver-bookmark-buckets-idle-resource",
    title:
      "Watchers with bookmarks on a resource that never changes are not removed from their time buckets",
    scope: API_SERVER,
    profile: "heap",
    frames: ["apiserver/pkg/storage/cacher\\.\\(\\*watcherBookmarkTimeBuckets\\)\\.addWatcher"],
    since: "1.15.0",
    mended: ["1.16.0"],
    least: { share: 0.05, growth: true },
    tellApart:
      "The frame occurs in normal use: growth with reconnecting clients while open watches stay level is the fault.",
    act: "Update to 1.16.0, or turn the WatchBookmark gate off in 1.15.",
    source: "https://github.com/kubernetes/kubernetes/issues/80690",
    confidence: "medium",
  },
  {
    id: "apiserver-cachewatcher-big-channels",
    title: "Each watch has two channels of about 1,000 places, however quiet its resource is",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "apiserver/pkg/storage/cacher\\.newCacheWatcher$",
      "apiserver/pkg/storage/cacher\\.\\(\\*Cacher\\)\\.Watch",
    ],
    mended: ["1.25.0"],
    least: { share: 0.1 },
    tellApart:
      "Divide by the number of open watches: near 40 KiB each is this, far less after the mend.",
    act: "Update to 1.25.0; until then lower the number of watches (shared informers, immutable Secrets and ConfigMaps).",
    source: "https://github.com/kubernetes/kubernetes/issues/86299",
    confidence: "medium",
  },
  {
    id: "apiserver-cachewatcher-initial-events-stuck",
    title: "Watchers stay blocked on their initial events although the client has gone",
    scope: API_SERVER,
    profile: "goroutine",
    frames: [
      "apiserver/pkg/storage/cacher\\.\\(\\*cacheWatcher\\)\\.sendWatchCacheEvent",
      "apiserver/pkg/storage/cacher\\.\\(\\*cacheWatcher\\)\\.processInterval",
    ],
    since: "1.34.0",
    least: { count: 10 },
    usual: true,
    tellApart:
      "Starting watches pass here for a moment. Goroutines that stay for minutes with no WatchServer beside them are stuck.",
    act: "Restart frees them; follow the issue, and consider turning WatchList off in the clients.",
    source: "https://github.com/kubernetes/kubernetes/issues/137631",
    confidence: "low",
  },
  {
    id: "apiserver-watchcache-init-events-copy",
    title:
      "Every starting watch copies the cached events since its version into a slice of its own",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "apiserver/pkg/storage/cacher\\.\\(\\*watchCache\\)\\.GetAllEventsSinceThreadUnsafe",
      "apiserver/pkg/storage/cacher\\.\\(\\*Cacher\\)\\.Watch",
    ],
    mended: ["1.24.0"],
    least: { share: 0.1 },
    tellApart:
      "A little is normal. Tens of megabytes live, or a leading share of what was allocated after a restart, is the spike of many watches that reconnect.",
    act: "Update to 1.24.0; until then spread reconnecting clients, and avoid watches from version 0 on large resources.",
    source: "https://github.com/kubernetes/kubernetes/issues/102259",
    confidence: "high",
  },
  {
    id: "apiserver-watch-from-store-buffer",
    title:
      "A watch that begins with the whole state makes one event for each object before anything is filtered",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "apiserver/pkg/storage/cacher\\.newCacheIntervalFromStore",
      "apiserver/pkg/storage/cacher\\.\\(\\*Cacher\\)\\.Watch",
    ],
    since: "1.24.0",
    least: { share: 0.15 },
    tellApart:
      "It passes within minutes in normal use. A large share means many such watches started at once on a large resource.",
    act: "From 1.31 on watches of one named object are spared; else spread reconnects and limit them by flow control.",
    source: "https://github.com/kubernetes/kubernetes/pull/124692",
    confidence: "medium",
  },
  {
    id: "apiserver-list-json-whole-buffer",
    title:
      "Answers to LISTs in JSON are built whole in one buffer, and the pool keeps buffers that grew",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "encoding/json\\.\\(\\*Encoder\\)\\.Encode",
      "apimachinery/pkg/runtime/serializer/json\\.\\(\\*Serializer\\)\\.doEncode",
      "apiserver/pkg/endpoints/handlers\\.ListResource",
    ],
    without: "\\.streamEncodeCollections$|handlers\\.(serveWatch|handleWatch|\\(\\*[wW]atch)",
    mended: ["1.33.0"],
    least: { share: 0.15, bytes: 32_000_000 },
    tellApart:
      "Small amounts are normal. In use, far more than the answers being sent now is this spike; since 1.33 streamEncodeCollections stands between the frames.",
    act: "Update to 1.33; page LISTs (limit), prefer protobuf or informers. Find the client: apiserver_request_total by resource and verb LIST, or the audit log.",
    source: "https://github.com/kubernetes/kubernetes/issues/129304",
    confidence: "high",
  },
  {
    id: "apiserver-list-protobuf-whole-buffer",
    title: "Answers to LISTs in protobuf are encoded whole into one buffer before anything is sent",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "apimachinery/pkg/runtime/serializer/protobuf\\.\\(\\*Serializer\\)\\.(doEncode|encode)$",
      "apiserver/pkg/endpoints/handlers\\.ListResource",
    ],
    without: "\\.streamingEncodeList$|handlers\\.(serveWatch|handleWatch|\\(\\*[wW]atch)",
    mended: ["1.33.0"],
    least: { share: 0.15, bytes: 32_000_000 },
    tellApart: "Small amounts are normal. Many megabytes in use, before 1.33, is the spike.",
    act: "Update to 1.33, or page LISTs with limit.",
    source: "https://github.com/kubernetes/kubernetes/pull/129407",
    confidence: "medium",
  },
  {
    id: "apiserver-list-cbor-whole-buffer",
    title: "Answers to LISTs in CBOR are encoded whole in memory",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "apimachinery/pkg/runtime/serializer/cbor\\.\\(\\*serializer\\)\\.encode",
      "apiserver/pkg/endpoints/handlers\\.ListResource",
    ],
    since: "1.32.0",
    mended: ["1.37.0"],
    least: { share: 0.15 },
    tellApart:
      "Each CBOR LIST passes here; only a large amount in use counts, and only with the gate CBORServingAndStorage on.",
    act: "Turn the gate off, or update to 1.37.",
    source: "https://github.com/kubernetes/kubernetes/issues/139076",
    confidence: "medium",
  },
  {
    id: "apiserver-audit-response-object-copy",
    title:
      "With audit level RequestResponse each answer is copied as JSON into its audit event, large LISTs too",
    scope: API_SERVER,
    profile: "heap",
    frames: ["apiserver/pkg/audit\\.encodeObject", "apiserver/pkg/audit\\.LogResponseObject"],
    least: { share: 0.1 },
    tellApart:
      "Small amounts go with that level. Amounts like whole LIST answers are the issue, worse where the audit backend is slow.",
    act: "Use level Metadata or Request for get and list, or exclude large resources from the policy.",
    source: "https://github.com/kubernetes/kubernetes/issues/131720",
    confidence: "medium",
  },
  {
    id: "kubernetes-otel-global-meter",
    title:
      "Each client or transport with tracing registers new instruments in OpenTelemetry's global meter, which keeps all",
    scope: SERVERS,
    profile: "heap",
    frames: [
      "go\\.opentelemetry\\.io/otel/internal/global\\.\\(\\*meter\\)\\.(Int64|Float64)[A-Za-z]+$",
      "go\\.opentelemetry\\.io/contrib/instrumentation/(net/http/otelhttp|google\\.golang\\.org/grpc/otelgrpc)\\.",
    ],
    since: "1.29.0",
    mended: ["1.32.0", "1.31.2", "1.30.6", "1.29.10"],
    least: { share: 0.05 },
    tellApart:
      "A few kB from start are normal. What rises over days, with webhooks, aggregated APIs or CRI connections made again, is the leak.",
    act: "Update to 1.32.0, or turn APIServerTracing or KubeletTracing off.",
    source: "https://github.com/kubernetes/kubernetes/issues/126918",
    confidence: "high",
  },
  {
    id: "etcd3-client-zap-sampler-per-crd",
    title:
      "Each resource has an etcd client with its own logger and about half a megabyte of sampling counters",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "go\\.uber\\.org/zap/zapcore\\.newCounters",
      "go\\.etcd\\.io/etcd/client(v3|/v3)\\.newClient",
      "apiserver/pkg/storage/storagebackend/factory\\.newETCD3Client",
    ],
    mended: ["1.25.0", "1.24.4", "1.23.10", "1.22.13"],
    least: { share: 0.05, bytes: 64_000_000 },
    tellApart:
      "One or two loggers are normal. About half a megabyte times the number of CRDs is the fault.",
    act: "Update to 1.25.0: the logger is shared since.",
    source: "https://github.com/kubernetes/kubernetes/issues/111476",
    confidence: "high",
  },
  {
    id: "aggregator-transport-cache",
    title: "Each update of an APIService adds a transport to the TLS cache, which never drops one",
    scope: API_SERVER,
    profile: "heap",
    frames: [
      "client-go/transport\\.\\(\\*tlsTransportCache\\)\\.get",
      "kube-aggregator/pkg/apiserver\\.\\(\\*proxyHandler\\)\\.updateAPIService",
    ],
    since: "1.26.0",
    mended: ["1.28.0", "1.27.2", "1.26.5"],
    least: { share: 0.03 },
    tellApart:
      "One entry per aggregated API is normal; growth with updates of APIServices is the leak.",
    act: "Update to 1.28.0; a restart frees the memory.",
    source: "https://github.com/kubernetes/kubernetes/issues/117250",
    confidence: "high",
  },
];
