import type { FramePath } from "../frames/frame-path.js";
import type { OtherCategory } from "../vocabulary.js";

/**
 * How memory that is no API object is recognised: frames in this order from root to leaf. The
 * first rule that fits decides. With `weak` a rule counts only where no stage of an object's
 * life was recognised either.
 */
export interface OtherRule {
  readonly category: OtherCategory;
  readonly path: FramePath;
  readonly weak?: true;
}

const rule = (category: OtherCategory, ...path: FramePath): OtherRule => ({ category, path });
const weak = (category: OtherCategory, ...path: FramePath): OtherRule => ({
  category,
  path,
  weak: true,
});

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
  ]),
  rule("logging", [
    "go.uber.org/zap/...",
    "k8s.io/klog/...",
    "github.com/go-logr/...",
    "/log.*",
    "/log/slog.*",
    "sirupsen/logrus.*",
  ]),
  rule("metrics", [
    "client_golang/prometheus.*",
    "client_golang/prometheus/internal.*",
    "prometheus/common/...",
    "prometheus/client_model/...",
    "component-base/metrics/...",
    "go.opentelemetry.io/otel/...",
    "go.opencensus.io/...",
  ]),
  // What sets a server up mentions every kind and every stage without holding an object.
  rule("start-up", [
    "/runtime.doInit*",
    "*.AddToScheme",
    "*.addKnownTypes",
    "runtime.(*Scheme).AddKnownTypes",
    "app.CreateServerChain",
    "app.CreateKubeAPIServer",
    "server.(*GenericAPIServer).PrepareRun",
    "server.(*GenericAPIServer).InstallAPIGroups",
    "server.(*GenericAPIServer).InstallLegacyAPIGroup",
    "endpoints.(*APIInstaller).*",
    "go-restful.(*RouteBuilder).*",
    "go-restful.(*WebService).*",
    "go-restful/v3.(*RouteBuilder).*",
    "go-restful/v3.(*WebService).*",
    "admission.PluginInitializers.Initialize",
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
  rule("connections", [
    "x/net/http2.(*Server).ServeConn",
    "x/net/http2.NewFramer",
    "x/net/http2.(*serverConn).processHeaders",
    "x/net/http2.(*serverConn).newStream",
    "x/net/http2.(*serverConn).newWriterAndRequest*",
    "x/net/http2.(*serverConn).serve",
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
    "net/http.(*http2serverConn).serve",
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
  rule("certificates", ["crypto/x509.*", "encoding/asn1.*", "encoding/pem.*", "crypto/rsa.*"]),
  rule("compression", ["compress/gzip.*", "compress/flate.*", "klauspost/compress/..."]),
  rule("expressions", ["google/cel-go/...", "antlr4/...", "antlr/...", "antlr4-go/..."]),

  // These wrap what others do: they say something only where nothing else does.
  weak("metrics", ["endpoints/metrics.Record*", "endpoints/metrics.Monitor*"]),
  weak("queues", ["util/workqueue.*", "client-go/tools/events.*", "client-go/tools/record.*"]),
  weak("connections", ["grpc/internal/transport.*"]),
  weak("HTTP", [
    "net/http.(*conn).serve",
    "x/net/http2.(*serverConn).runHandler",
    "net/http.(*http2serverConn).runHandler",
    "net/http.HandlerFunc.ServeHTTP",
    "filters.(*timeoutHandler).ServeHTTP",
    "handlers.finishRequest",
    "finisher.finishRequest",
  ]),
  weak("start-up", ["/runtime.main", "app.Run", "/regexp.MustCompile"]),
  weak("runtime", [
    "/runtime.malg",
    "/runtime.allocm",
    "/runtime.newproc1",
    "/runtime.mcall",
    "/runtime.mstart*",
    "/runtime.systemstack",
    "/runtime.gcBgMarkWorker",
    "/runtime.bgsweep",
    "/runtime.addspecial",
    "/runtime.(*mheap).*",
    "/runtime.acquireSudog",
    "time.NewTimer",
    "time.NewTicker",
    "/context.*",
    "sync.(*Pool).pinSlow",
  ]),
  weak("queues", ["util/wait.*", "client-go/tools/cache.*", "client-go/tools/leaderelection.*"]),
];
