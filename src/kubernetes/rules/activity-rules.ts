import type { FramePath } from "../frames/frame-path.js";
import type { Activity } from "../vocabulary.js";

/**
 * What a goroutine was doing: frames in this order from root to leaf, other frames may stand
 * between. The first rule that fits decides, so what is special stands above what is general.
 * Names are those of Kubernetes 1.16 to 1.37 and etcd 3.3 to 3.7; closures of a function count
 * unless its pattern ends in `!`.
 */
export interface ActivityRule {
  readonly activity: Activity;
  readonly path: FramePath;
}

const rule = (activity: Activity, ...path: FramePath): ActivityRule => ({ activity, path });

/** HTTP handlers of an API server; all of 1.16 on. */
const REQUEST: FramePath[number] = [
  "handlers.ListResource",
  "handlers.handleList",
  "handlers.handleWatch",
  "handlers.GetResource",
  "handlers.getResourceHandler",
  "handlers.CreateResource",
  "handlers.createHandler",
  "handlers.UpdateResource",
  "handlers.PatchResource",
  "handlers.DeleteResource",
  "handlers.DeleteCollection",
  "handlers.ConnectResource",
  "endpoints.restfulListResource",
  "finisher.finishRequest",
  "handlers.finishRequest",
];

export const ACTIVITY_RULES: readonly ActivityRule[] = [
  // Audit copies and encodes whole objects; whatever is below these frames is audit's.
  rule("auditing", [
    "audit.LogRequestObject",
    "audit.LogRequestPatch",
    "audit.LogResponseObject",
    "audit.encodeObject",
    "audit.(*AuditContext).*",
    "apis/audit.(*Event).*",
    "apis/audit.(*EventList).*",
    "apis/audit/v1.(*Event).*",
    "apis/audit/v1.(*EventList).*",
    "audit/buffered.*",
    "audit/log.*",
    "audit/webhook.*",
    "audit/truncate.*",
    "filters.processAuditEvent",
  ]),
  rule("calling-conversion-webhook", [
    "apiserver/conversion.(*webhookConverter).*",
    "apiserver/conversion.createConversionReview*",
    "apiserver/conversion.getConvertedObjectsFromResponse",
    "apiextensions-apiserver/pkg/apiserver/conversion.(*webhookConverter).*",
  ]),
  rule("calling-admission-webhook", [
    "plugin/webhook/...",
    "webhook/mutating.(*mutatingDispatcher).*",
    "webhook/validating.(*validatingDispatcher).*",
    "admission/plugin/webhook/...",
    "admissionreview.*",
    "webhook/request.*",
  ]),

  // A watch that is opened reads the events since its version, or all objects, for itself alone.
  rule("serving-watch", ["cacher.newCacheWatcher"]),
  rule("opening-watch", [
    "cacher.(*Cacher).Watch!",
    "cacher.(*CacheDelegator).Watch!",
    "cacher.(*CacheProxy).Watch!",
    "registry.(*Store).WatchPredicate!",
  ]),
  // 1.16 to 1.27 ServeHTTP, HandleHTTP from 1.28, HandleWS for websockets.
  rule("serving-watch", [
    "handlers.(*WatchServer).*",
    "handlers.serveWatch*",
    "handlers.handleWatch",
    "handlers.(*watchEncoder).*",
    "handlers.(*watchEmbeddedEncoder).*",
    "cacher.(*cacheWatcher).*",
    "streaming.(*encoder).Encode",
  ]),
  rule("dispatching-events", [
    "cacher.(*Cacher).dispatchEvent*",
    "cacher.setCachingObjects",
    "cacher.(*cachingObject).*",
  ]),

  rule("serving-list", [
    "handlers.ListResource",
    "handlers.handleList",
    "endpoints.restfulListResource",
  ]),
  rule("serving-get", [
    "handlers.GetResource",
    "handlers.getResourceHandler",
    "handlers.ConnectResource",
  ]),
  rule("serving-write", REQUEST),

  // The reflector of the server's own cache, and what it puts there.
  rule("filling-watch-cache", [
    "cacher.(*cacherListerWatcher).*",
    "cacher.(*listerWatcher).*",
    "cacher.(*Cacher).startCaching",
    "cacher.(*Cacher).processEvent",
    "cacher.(*watchCache).*",
    "cacher.NewCacherFromConfig",
  ]),
  rule("following-etcd", [
    "etcd3.(*watchChan).*",
    "etcd3.(*watcher).*",
    "etcd3.(*concurrentOrderedEventProcessing).*",
    "etcd3.parseEvent",
    "clientv3.(*watchGrpcStream).*",
    "client/v3.(*watchGrpcStream).*",
    "etcdserverpb.(*watchWatchClient).*",
  ]),

  // An etcd server. Its packages were named otherwise before 3.5; a range of a transaction counts.
  rule("serving-range", [
    "etcdserverpb._KV_Range_Handler",
    "etcdserverpb._KV_RangeStream_Handler",
    "v3rpc.(*kvServer).Range*",
    "v3rpc.(*quotaKVServer).Range*",
    "etcdserver.(*EtcdServer).Range*",
    "etcdserver.(*applierV3backend).Range",
    "etcdserver/apply.(*applierV3backend).Range",
    "etcdserver/txn.Range",
    "etcdserver/txn.executeRange",
    "mvcc.(*storeTxnRead).rangeKeys",
    "mvcc.(*storeTxnCommon).rangeKeys",
  ]),
  rule("serving-etcd-watch", [
    "mvcc.(*watchableStore).*",
    "mvcc.(*watchStream).*",
    "v3rpc.(*serverWatchStream).*",
    "v3rpc.(*watchServer).*",
    "etcdserverpb._Watch_Watch_Handler",
    "mvcc.kvsToEvents",
    "mvcc.newWatchBatch",
  ]),
  rule("indexing-keys", [
    "mvcc.(*treeIndex).*",
    "mvcc.(*keyIndex).*",
    "mvcc.(*generation).*",
    "mvcc.(*store).restore*",
    "mvcc.restoreIntoIndex",
    "mvcc.restoreChunk",
  ]),
  rule("running-raft", [
    "etcd/raft.*",
    "etcd/raft/...",
    "go.etcd.io/raft/...",
    "raft/v3.*",
    "raft/raftpb.*",
    "raft/v3/raftpb.*",
    "raftpb.*",
    "etcdserver.(*raftNode).*",
    "etcdserver.(*EtcdServer).processInternalRaftRequest*",
    "etcdserver.(*EtcdServer).raftRequest*",
    "etcdserver.(*EtcdServer).apply*",
    "rafthttp.*",
    "wal.*",
    "server/storage/wal/...",
    "etcdserver/api/snap.*",
    "api/rafthttp.*",
    "api/snap.*",
  ]),

  // A client; a server's loopback client is one too.
  rule("receiving-watch", [
    "watch.(*StreamWatcher).receive",
    "rest/watch.(*Decoder).*",
    "k8s.io/apimachinery/pkg/watch.NewStreamWatcher",
  ]),
  rule(
    "listing-for-informer",
    ["cache.(*Reflector).*", "cache.(*ListWatch).*"],
    [
      "rest.(*Request).Do*",
      "rest.(*Request).request",
      "rest.(*Request).transformResponse",
      "rest.Result.*",
      "pager.(*ListPager).*",
      "cache.(*ListWatch).List*",
      "dynamic.(*dynamicResourceClient).List",
      "metadata.(*client).List",
    ],
  ),
  rule("listing-for-informer", ["pager.(*ListPager).*"], ["rest.(*Request).*", "rest.Result.*"]),
  // What reads the cache gets copies, and keeps or drops them.
  rule("reading-cache", [
    "controller-runtime/pkg/cache/internal.(*CacheReader).*",
    "controller-runtime/pkg/cache.(*informerCache).Get",
    "controller-runtime/pkg/cache.(*informerCache).List",
  ]),
  rule("running-informer", [
    "cache.(*Reflector).*",
    "cache.(*threadSafeMap).*",
    "cache.(*storeIndex).*",
    "cache.(*DeltaFIFO).*",
    "cache.(*RealFIFO).*",
    "cache.(*FIFO).*",
    "cache.(*sharedIndexInformer).*",
    "cache.(*sharedProcessor).*",
    "cache.(*processorListener).*",
    "cache.(*controller).*",
    "cache.(*cache).*",
    "cache.newProcessListener",
    "cache.newProcessorListener",
    "cache.processDeltas",
    "cache.handleAnyWatch",
    "cache.handleWatch",
    "cache.watchHandler",
    "controller-runtime/pkg/cache/...",
  ]),
  rule("calling-server", [
    "rest.(*Request).Do*",
    "rest.(*Request).request",
    "rest.(*Request).transformResponse",
    "rest.(*Request).Stream",
    "rest.Result.*",
  ]),
];
