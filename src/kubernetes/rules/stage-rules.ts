import type { FramePath } from "../frames/frame-path.js";
import type { Stage } from "../vocabulary.js";

/**
 * How a stage is recognised: frames in this order from root to leaf, other frames may stand
 * between. The first rule that fits decides, so what is special stands above what is general.
 * Names are those of Kubernetes 1.16 to 1.34; the release in which a name came is in the comment.
 */
export interface StageRule {
  readonly stage: Stage;
  readonly path: FramePath;
}

const rule = (stage: Stage, ...path: FramePath): StageRule => ({ stage, path });

const DECODE: FramePath[number] = [
  "versioning.(*codec).Decode",
  "runtime.Decode",
  "runtime.DecodeInto",
  "recognizer.(*decoder).Decode",
  "serializer/json.(*Serializer).Decode",
  "serializer/protobuf.(*Serializer).Decode",
  "serializer/protobuf.(*RawSerializer).Decode",
  "serializer/cbor.(*serializer).Decode",
  "handlers.decodeObject",
];
const ETCD_CLIENT: FramePath[number] = [
  "clientv3.*",
  "etcd/client/v3.*",
  "etcdserverpb.(*kVClient).*",
  "etcdserverpb.(*watchClient).*",
  "etcdserverpb.(*watchWatchClient).*",
  "storage/etcd3.*",
];
const GRPC_RECEIVE: FramePath[number] = [
  "google.golang.org/grpc.(*parser).recvMsg",
  "google.golang.org/grpc.recvAndDecompress",
  "google.golang.org/grpc.recv",
  "google.golang.org/grpc.decompress",
  "google.golang.org/grpc/mem.*",
  "google.golang.org/grpc.(*csAttempt).recvMsg",
];
const WRITE_HANDLER: FramePath[number] = [
  "handlers.CreateResource",
  "handlers.createHandler",
  "handlers.UpdateResource",
  "handlers.PatchResource",
  "handlers.DeleteResource",
  "handlers.DeleteCollection",
  "handlers.ConnectResource",
];
const ANSWER: FramePath[number] = [
  "responsewriters.*",
  "handlers.transformResponseObject",
  "handlers.writeObject*",
];
const REFLECTOR: FramePath[number] = [
  "cache.(*Reflector).*",
  "cache.handleWatch",
  "cache.handleAnyWatch",
  "cache.watchHandler",
];

export const STAGE_RULES: readonly StageRule[] = [
  // Audit copies and encodes whole objects; whatever is below these frames is audit's.
  rule("audit", [
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

  rule("managed-fields", [
    "handlers/fieldmanager/...",
    "util/managedfields/...",
    "structured-merge-diff/...",
    "meta/v1.(*FieldsV1).*",
    "meta/v1.FieldsV1.*",
    "meta/v1.(*ManagedFieldsEntry).*",
    "meta/v1.ManagedFieldsEntry.*",
    "runtime.structToUnstructured",
  ]),

  rule("admission", [
    "plugin/webhook/...",
    "webhook/mutating.(*mutatingDispatcher).*",
    "webhook/validating.(*validatingDispatcher).*",
    "admission/plugin/webhook/...",
    "admissionreview.*",
    "webhook/request.*",
  ]),

  rule("conversion", ["*.autoConvert_*", "*.Convert_*"]),
  rule("conversion", ["runtime.(*Scheme).ConvertToVersion", "runtime.(*Scheme).convertToVersion"]),

  // 1.16 to 1.27 ServeHTTP, HandleHTTP from 1.28, HandleWS for websockets.
  rule("watch-fanout", [
    "handlers.(*WatchServer).ServeHTTP",
    "handlers.(*WatchServer).HandleHTTP",
    "handlers.(*WatchServer).HandleWS",
    "handlers.serveWatch*",
    "handlers.(*watchEncoder).*",
    "handlers.(*watchEmbeddedEncoder).*",
    "cacher.(*cacheWatcher).*",
    "cacher.newCacheWatcher",
    "cacher.(*Cacher).dispatchEvent*",
    "cacher.setCachingObjects",
    "cacher.(*cachingObject).*",
    "streaming.(*encoder).Encode",
    "watch.(*StreamWatcher).receive",
  ]),

  rule("etcd-receive", ETCD_CLIENT, GRPC_RECEIVE),
  rule("etcd-receive", ["grpc/internal/transport.(*http2Client).handleData"]),
  rule("etcd-receive", [
    "etcdserverpb.(*RangeResponse).*",
    "etcdserverpb.(*WatchResponse).*",
    "etcdserverpb.(*TxnResponse).*",
    "etcdserverpb.(*ResponseOp).*",
    "mvccpb.(*KeyValue).*",
    "mvccpb.(*Event).*",
  ]),

  rule("custom-resource", [
    "unstructured.unstructuredJSONScheme.decode*",
    "unstructured.unstructuredJSONScheme.Decode",
    "unstructured.unstructuredJSONScheme.unmarshal",
    "unstructured.(*Unstructured).*",
    "unstructured.(*UnstructuredList).*",
    "runtime.(*unstructuredConverter).*",
    "runtime.DeepCopyJSON*",
    "registry/customresource.*",
    "customresource.objectMetaFieldsSet",
    "apiserver.(*crdHandler).*",
    "apiserver.schemaCoercingDecoder.*",
    "apiserver.schemaCoercingConverter.*",
    "apiserver.(*schemaCoercingDecoder).*",
    "apiserver.unstructuredDefaulter.*",
    "schema/defaulting.*",
    "schema/pruning.*",
  ]),

  rule("watch-etcd", [
    "etcd3.(*watchChan).*",
    "etcd3.(*watcher).*",
    "etcd3.parseEvent",
    "etcd3.decodeObj",
  ]),
  rule("watch-cache", ["cacher.(*cacherListerWatcher).*", "cacher.(*listerWatcher).*"]),
  rule("watch-cache", ["cacher.(*watchCache).*", "cacher.(*Cacher).processEvent"]),

  rule("deep-copy", ["*.DeepCopyInto", "*.DeepCopyObject", "*.DeepCopy"]),

  // appendListItem before 1.31, decodeListItem after; List before 1.19, GetList from 1.22.
  rule("storage-decode", ["etcd3.appendListItem", "etcd3.decodeListItem", "etcd3.decode"]),
  rule("storage-decode", ["etcd3.(*store).*", "etcd3.(*decoder).*", "etcd3.(*objState).*"], DECODE),

  // 1.33 on: one item at a time.
  rule("json-response", [
    "serializer/json.streamEncodeCollections",
    "serializer/json.streamingEncodeList",
    "serializer/json.encodeItemsObjectIterator",
    "serializer/json.streamingEncodeUnstructuredList",
  ]),
  rule("json-response", ANSWER, [
    "serializer/json.(*Serializer).Encode",
    "unstructured.unstructuredJSONScheme.Encode",
    "unstructured.unstructuredJSONScheme.doEncode",
    "encoding/json.(*Encoder).Encode",
    "encoding/json.Marshal",
  ]),
  rule("protobuf-response", ["serializer/protobuf.streamingEncode*"]),
  rule("protobuf-response", [
    "serializer/protobuf.(*Serializer).Encode*",
    "serializer/protobuf.(*Serializer).doEncode",
    "serializer/protobuf.(*RawSerializer).Encode*",
    "serializer/protobuf.(*RawSerializer).doEncode",
    "runtime.(*Unknown).MarshalTo*",
    "runtime.(*Unknown).NestedMarshalTo",
  ]),

  // A client's own requests carry objects too.
  rule("request-body", ["rest.(*Request).Body"]),
  rule("request-body", ["handlers.limitedReadBody*"]),
  rule("request-body", WRITE_HANDLER, DECODE),

  rule("informer", REFLECTOR, [
    "rest.(*Request).*",
    "rest.Result.*",
    "rest/watch.(*Decoder).*",
    "pager.(*ListPager).*",
    "versioning.(*codec).Decode",
    "cache.(*ListWatch).*",
    "gentype.*",
  ]),
  rule("informer", ["pager.(*ListPager).*"], ["rest.(*Request).*", "rest.Result.*"]),
  rule("informer", ["controller-runtime/pkg/cache/..."]),
  rule("informer", [
    "cache.(*threadSafeMap).*",
    "cache.(*DeltaFIFO).*",
    "cache.(*RealFIFO).*",
    "cache.(*sharedIndexInformer).HandleDeltas",
    "cache.(*cache).*",
  ]),

  // A client's call without an informer: the caller has what it asked for.
  rule("application", ["rest.Result.*", "rest.(*Request).Do", "rest.(*Request).DoRaw"]),

  rule("json-response", [
    "serializer/json.(*Serializer).Encode",
    "serializer/json.(*Serializer).doEncode",
  ]),
  rule("json-response", [
    "responsewriters.SerializeObject",
    "responsewriters.WriteObjectNegotiated",
  ]),
];
