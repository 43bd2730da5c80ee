import type { FramePath } from "../frames/frame-path.js";
import type { FramePattern } from "../frames/frame-pattern.js";
import type { OtherCategory } from "../vocabulary.js";

/**
 * How memory that is no API object is recognised: frames in this order from root to leaf. The
 * first rule that fits decides. What is above every worker or every request (wait loops, HTTP
 * handlers, the main function) proves nothing and is in no rule. Closures of a function count
 * unless its pattern ends in `!`.
 */
export interface OtherRule {
  readonly category: OtherCategory;
  readonly path: FramePath;
}

const rule = (category: OtherCategory, ...path: FramePath): OtherRule => ({ category, path });

export const OTHER_RULES: readonly OtherRule[] = [
  rule("profiling", ["runtime/pprof.*", "net/http/pprof.*", "runtime/trace.*"]),
  rule("openapi", [
    "kube-openapi/...",
    "go-openapi/...",
    "gnostic/...",
    "gnostic-models/...",
    "generated/openapi.*",
    "handlers/fieldmanager.NewTypeConverter",
    "handlers/fieldmanager/internal.NewGVKParser",
    "util/managedfields.NewTypeConverter",
    "util/managedfields/internal.NewTypeConverter",
    "util/managedfields/internal.newGVKParser",
    "aggregator.BuildAndRegisterAggregator",
    "controllers/openapi/...",
    "controllers/openapiv3/...",
    "pkg/controller/openapi/...",
    "pkg/controller/openapiv3/...",
    "client-go/openapi/...",
    "client-go/discovery.(*DiscoveryClient).OpenAPI*",
    "kubectl/pkg/util/openapi.*",
    "routes.OpenAPI.*",
    "apiserver/pkg/cel/openapi/...",
  ]),
  rule("definitions", [
    "apiextensions-apiserver/pkg/apiserver.(*crdHandler).getOrCreateServingInfoFor!",
    "apiextensions-apiserver/pkg/apiserver/schema.*",
    "apiextensions-apiserver/pkg/apiserver/validation.NewSchema*",
    "apiextensions-apiserver/pkg/controller/...",
    "apis/apiextensions/v1.(*JSON*",
    "apis/apiextensions/v1.JSON*",
    "apis/apiextensions.(*JSON*",
  ]),
  rule("logging", [
    "go.uber.org/zap/...",
    "k8s.io/klog/...",
    "github.com/go-logr/...",
    "/log.*",
    "/log/slog.*",
    "sirupsen/logrus.*",
    "rs/zerolog.*",
    "golang/glog.*",
    "go-kit/log/...",
    "go-kit/kit/log/...",
    "apex/log/...",
    "hashicorp/go-hclog.*",
  ]),
  // Spans are no series: they go with the requests that are traced, and wait to be exported.
  rule("tracing", [
    "go.opentelemetry.io/otel/trace/...",
    "go.opentelemetry.io/otel/sdk/trace/...",
    "go.opentelemetry.io/otel/exporters/otlp/otlptrace/...",
    "go.opentelemetry.io/otel/exporters/jaeger/...",
    "go.opentelemetry.io/otel/exporters/zipkin/...",
    "go.opencensus.io/trace.*",
    "opentracing/opentracing-go/...",
    "jaegertracing/jaeger-client-go/...",
    "openzipkin/zipkin-go/...",
    "DataDog/dd-trace-go/...",
  ]),
  rule("metrics", [
    "client_golang/prometheus.*",
    "client_golang/prometheus/internal.*",
    "prometheus/common/...",
    "prometheus/client_model/...",
    "component-base/metrics/...",
    "go.opentelemetry.io/otel/...",
    "go.opencensus.io/...",
    "VictoriaMetrics/metrics.*",
    "rcrowley/go-metrics/...",
    "armon/go-metrics/...",
    "hashicorp/go-metrics/...",
    "DataDog/datadog-go/...",
  ]),
  // What sets a server up mentions every kind and every stage without holding an object.
  rule("start-up", [
    "/runtime.doInit*",
    "*.AddToScheme",
    "*.addKnownTypes",
    "runtime.(*Scheme).AddKnownTypes",
    "app.CreateServerChain!",
    "app.CreateKubeAPIServer*!",
    "app.NewConfig!",
    "app.BuildControllers!",
    "app.(*ControllerDescriptor).BuildController!",
    "app.StartControllers!",
    "app.NewControllerInitializers!",
    "app.CreateControllerContext!",
    "controlplane.CompletedConfig.New!",
    "controlplane.(*Config).Complete!",
    "server.(*GenericAPIServer).PrepareRun!",
    "server.(*GenericAPIServer).InstallAPIGroups!",
    "server.(*GenericAPIServer).InstallLegacyAPIGroup!",
    "server.(*GenericAPIServer).installAPIResources!",
    "endpoints.(*APIInstaller).*!",
    "endpoints.(*APIGroupVersion).InstallREST!",
    "go-restful.(*RouteBuilder).*",
    "go-restful.(*WebService).Route",
    "go-restful/v3.(*RouteBuilder).*",
    "go-restful/v3.(*WebService).Route",
    "admission.PluginInitializers.Initialize!",
    "component-base/featuregate.*",
    "controller-runtime/pkg/manager.New!",
    "controller-runtime/pkg/builder.(*Builder).Complete!",
    "embed.StartEtcd!",
  ]),
  rule("connections", [
    "grpc/internal/transport.newHTTP2Client",
    "grpc/internal/transport.NewHTTP2Client",
    "grpc/internal/transport.newFramer",
    "grpc/internal/transport.newBufWriter",
    "grpc/internal/transport.newHTTP2Server",
    "grpc/internal/transport.NewServerTransport",
    "grpc/internal/transport.(*loopyWriter).*",
    "grpc/internal/transport.(*controlBuffer).*",
    "google.golang.org/grpc.DialContext",
    "google.golang.org/grpc.NewClient",
    "google.golang.org/grpc.(*addrConn).*",
    "google.golang.org/grpc.newCCBalancerWrapper",
  ]),
  // Each client made of a configuration has connections, certificates and codecs of its own.
  rule("connections", [
    "client-go/transport.(*tlsTransportCache).get",
    "client-go/transport.New",
    "client-go/rest.TransportFor",
    "client-go/rest.HTTPClientFor",
    "client-go/kubernetes.NewForConfig*",
    "client-go/dynamic.NewForConfig*",
    "client-go/rest.NewRESTClient",
    "crypto/tls.(*Conn).clientHandshake",
    "crypto/tls.(*Conn).serverHandshake",
  ]),
  rule("connections", [
    "x/net/http2.(*Server).ServeConn!",
    "x/net/http2.NewFramer",
    "x/net/http2.(*serverConn).processHeaders",
    "x/net/http2.(*serverConn).newStream",
    "x/net/http2.(*serverConn).newWriterAndRequest*",
    "x/net/http2.(*serverConn).serve!",
    "x/net/http2.(*serverConn).readFrames",
    "x/net/http2.(*serverConn).writeFrameAsync",
    "x/net/http2.(*Transport).*",
    "x/net/http2.(*ClientConn).*",
    "x/net/http2.(*clientConnReadLoop).*",
    "x/net/http2.(*Framer).*",
    "x/net/http2.(*dataBuffer).*",
    "x/net/http2.getDataBufferChunk",
    "x/net/http2/hpack.*",
    "net/http.http2NewFramer",
    "net/http.(*http2serverConn).serve!",
    "net/http.(*http2serverConn).processHeaders",
    "net/http.(*http2serverConn).newStream",
    "net/http.(*http2Framer).*",
    "net/http.(*http2ClientConn).*",
    "net/http.(*http2clientConnReadLoop).*",
    "net/http.(*http2Transport).*",
    "net/http.(*http2dataBuffer).*",
    "net/http.newBufioReader",
    "net/http.newBufioWriterSize",
    "net/http.(*Server).newConn",
    "net/http.(*Transport).dialConn*",
    "net/http.(*persistConn).*",
    "net/http.(*conn).readRequest",
    "crypto/tls.*",
    "/net.*",
    "gorilla/websocket.*",
  ]),
  rule("container-statistics", [
    "google/cadvisor/...",
    "opencontainers/runc/...",
    "opencontainers/cgroups/...",
    "containerd/cgroups/...",
  ]),
  rule("container-runtime", [
    "k8s.io/cri-api/...",
    "k8s.io/cri-client/...",
    "kubelet/pleg.*",
    "kubelet/kuberuntime.*",
    "kubelet/remote.*",
    "kubelet/cri/...",
    "kubelet/container.*",
  ]),
  rule("database", ["go.etcd.io/bbolt.*", "coreos/bbolt.*", "boltdb/bolt.*"]),
  // What informers hold for their listeners, and what waits there.
  rule("queues", [
    "tools/cache.newProcessListener",
    "tools/cache.newProcessorListener",
    "k8s.io/utils/buffer.*",
  ]),
  rule("certificates", ["crypto/x509.*", "encoding/asn1.*", "encoding/pem.*", "crypto/rsa.*"]),
  rule("compression", ["compress/gzip.*", "compress/flate.*", "klauspost/compress/..."]),
  rule("expressions", ["google/cel-go/...", "antlr4/...", "antlr/...", "antlr4-go/..."]),
];

/**
 * Whose code it is that allocated, where neither a kind nor a stage nor a rule above says more: the
 * frame nearest to the leaf that is in this list decides. Go's own helpers are not in it, and code
 * of no category ("") ends the search: what a filter calls is not the filter's.
 */
export interface OwnerRule {
  readonly category: OtherCategory | "";
  readonly frames: readonly FramePattern[];
}

/** Helpers of Kubernetes that say as little about whose memory it is as Go's own do. */
export const HELPER_FRAMES: readonly FramePattern[] = [
  "apimachinery/pkg/util/sets.*",
  "k8s.io/utils/set.*",
  "k8s.io/utils/ptr.*",
];

export const OWNER_RULES: readonly OwnerRule[] = [
  {
    category: "metrics",
    frames: [
      "endpoints/metrics.*",
      "component-base/metrics/...",
      "controller-runtime/pkg/metrics/...",
    ],
  },
  {
    category: "HTTP",
    frames: [
      "/net/http.*",
      "/net/textproto.*",
      "/mime.*",
      "/mime/multipart.*",
      "x/net/http2.*",
      "endpoints/filters.*",
      "endpoints/filters/impersonation.*",
      "endpoints/filterlatency.*",
      "endpoints/request.*",
      "endpoints/responsewriter.*",
      "handlers/responsewriters.*",
      "handlers/negotiation.*",
      "server/filters.*",
      "server/httplog.*",
      "server/mux.*",
      "server/routine.*",
      "apiserver/pkg/authentication/...",
      "apiserver/pkg/authorization/...",
      "apiserver/pkg/util/flowcontrol/...",
      "apiserver/plugin/pkg/authenticator/...",
      "kubernetes/plugin/pkg/auth/...",
      "go-restful/...",
      "felixge/httpsnoop.*",
      "client-go/transport.*",
      "client-go/rest.*",
    ],
  },
  {
    category: "connections",
    frames: ["google.golang.org/grpc/...", "go-grpc-middleware/...", "go-grpc-prometheus.*"],
  },
  {
    category: "queues",
    frames: [
      "util/workqueue.*",
      "client-go/tools/events.*",
      "client-go/tools/record.*",
      "client-go/tools/leaderelection.*",
      "apimachinery/pkg/watch.(*Broadcaster).*",
      "apimachinery/pkg/watch.New*Broadcaster",
      "/time.NewTimer",
      "/time.NewTicker",
      "/time.newTimer",
      "/time.AfterFunc",
    ],
  },
  {
    category: "runtime",
    frames: [
      "/runtime.malg",
      "/runtime.allocm",
      "/runtime.newproc1",
      "/runtime.mstart*",
      "/runtime.gcBgMarkWorker",
      "/runtime.bgsweep",
      "/runtime.addspecial",
      "/runtime.(*mheap).*",
      "/runtime.acquireSudog",
      "/context.*",
      "/sync.(*Pool).pinSlow",
    ],
  },
  {
    category: "start-up",
    frames: [
      "apimachinery/pkg/runtime.(*Scheme).AddKnownType*",
      "apimachinery/pkg/runtime/serializer.*",
      "spf13/cobra.*",
      "spf13/pflag.*",
      "component-base/cli/...",
      "component-base/featuregate.*",
      "component-base/config/...",
    ],
  },
  // What controllers of Kubernetes note of objects: graphs, expectations, sets of names.
  { category: "controllers", frames: ["kubernetes/pkg/controller/..."] },
  {
    category: "",
    frames: ["k8s.io/...", "sigs.k8s.io/...", "go.etcd.io/..."],
  },
];
