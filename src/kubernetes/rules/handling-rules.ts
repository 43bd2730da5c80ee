import type { FramePath } from "../frames/frame-path.js";
import type { Handling } from "../vocabulary.js";

/**
 * What was allocated: frames in this order from root to leaf, other frames may stand between. The
 * first rule that fits decides. Closures of a function count unless its pattern ends in `!`.
 */
export interface HandlingRule {
  readonly handling: Handling;
  readonly path: FramePath;
}

const rule = (handling: Handling, ...path: FramePath): HandlingRule => ({ handling, path });

const DECODE: FramePath[number] = [
  "versioning.(*codec).Decode",
  "versioning.DirectDecoder.Decode",
  "runtime.Decode",
  "runtime.DecodeInto",
  "runtime.WithoutVersionDecoder.Decode",
  "recognizer.(*decoder).Decode",
  "serializer/json.(*Serializer).Decode",
  "serializer/protobuf.(*Serializer).Decode",
  "serializer/protobuf.(*RawSerializer).Decode",
  "serializer/cbor.(*serializer).Decode",
  "handlers.decodeObject",
  "streaming.(*decoder).Decode",
  "rest.Result.Into",
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
const ANSWER: FramePath[number] = [
  "responsewriters.*",
  "handlers.transformResponseObject",
  "handlers.writeObject*",
];

export const HANDLING_RULES: readonly HandlingRule[] = [
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
  // What one watch gets before its first event, or one LIST out of the cache. The interval is read
  // by processInterval before it calls process, which follows the events.
  rule("initial-events", [
    "cacher.(*watchCache).GetAllEventsSince*",
    "cacher.(*watchCache).getAllEventsSince*",
    "cacher.(*watchCache).getIntervalFromStoreLocked",
    "cacher.newCacheIntervalFromStore",
    "cacher.newCacheInterval",
    "cacher.(*watchCacheInterval).*",
  ]),
  rule("initial-events", ["cacher.(*cacheWatcher).processInterval"]),

  rule("decrypted", [
    "storage/value.(*prefixTransformers).TransformFromStorage",
    "storage/value.PrefixTransformers.TransformFromStorage",
    "*.TransformFromStorage",
  ]),
  rule("received", ETCD_CLIENT, GRPC_RECEIVE),
  rule("received", [
    "etcdserverpb.(*RangeResponse).*",
    "etcdserverpb.(*WatchResponse).*",
    "etcdserverpb.(*TxnResponse).*",
    "etcdserverpb.(*ResponseOp).*",
    "mvccpb.(*KeyValue).*",
    "mvccpb.(*Event).*",
  ]),
  // Frames of HTTP/2 tell nothing of whose answer they are a part.
  rule("received-frames", [
    "grpc/internal/transport.(*http2Client).handleData",
    "grpc/internal/transport.(*framer).readDataFrame",
  ]),

  rule("converted", ["*.autoConvert_*", "*.Convert_*"]),
  rule("converted", ["runtime.(*Scheme).ConvertToVersion", "runtime.(*Scheme).convertToVersion"]),
  rule("tabulated", [
    "handlers.asTable",
    "handlers.asPartialObjectMetadata*",
    "printers.*",
    "printers/internalversion.*",
    "printers/storage.*",
    "rest.defaultTableConvertor.*",
    "tableconvertor.*",
  ]),

  // 1.33 on: lists item by item.
  rule("encoded-json", [
    "serializer/json.streamEncodeCollections",
    "serializer/json.streamingEncode*",
    "serializer/json.encodeItemsObjectIterator",
  ]),
  rule("encoded-json", ANSWER, [
    "serializer/json.(*Serializer).Encode*",
    "serializer/json.(*Serializer).doEncode",
    "unstructured.unstructuredJSONScheme.Encode",
    "unstructured.unstructuredJSONScheme.doEncode",
    "encoding/json.(*Encoder).Encode",
    "encoding/json.Marshal",
  ]),
  rule("encoded-protobuf", ["serializer/protobuf.streamingEncode*"]),
  // What is encoded for etcd is no answer.
  rule(
    "stored",
    ["etcd3.(*store).*"],
    [
      "runtime.Encode",
      "versioning.(*codec).Encode*",
      "google.golang.org/grpc.(*clientStream).SendMsg",
    ],
  ),
  rule("encoded-protobuf", [
    "serializer/protobuf.(*Serializer).Encode*",
    "serializer/protobuf.(*Serializer).doEncode",
    "serializer/protobuf.(*RawSerializer).Encode*",
    "serializer/protobuf.(*RawSerializer).doEncode",
    "runtime.(*Unknown).MarshalTo*",
    "runtime.(*Unknown).NestedMarshalTo",
  ]),

  rule("unstructured", [
    "unstructured.unstructuredJSONScheme.decode*",
    "unstructured.unstructuredJSONScheme.Decode",
    "unstructured.unstructuredJSONScheme.unmarshal",
    "unstructured.(*Unstructured).*",
    "unstructured.(*UnstructuredList).*",
    "runtime.(*unstructuredConverter).*",
    "runtime.DeepCopyJSON*",
    "registry/customresource.*",
    "customresource.objectMetaFieldsSet",
    "apiserver.schemaCoercingDecoder.*",
    "apiserver.schemaCoercingConverter.*",
    "apiserver.(*schemaCoercingDecoder).*",
    "apiserver.unstructuredDefaulter.*",
    "schema/defaulting.*",
    "schema/pruning.*",
  ]),
  rule("copied", ["*.DeepCopyInto", "*.DeepCopyObject", "*.DeepCopy"]),

  rule("encoded-json", [
    "serializer/json.(*Serializer).Encode*",
    "serializer/json.(*Serializer).doEncode",
  ]),
  rule("encoded-json", [
    "responsewriters.SerializeObject",
    "responsewriters.WriteObjectNegotiated",
  ]),

  // What a request brings. A client's own requests carry objects too.
  rule("body", ["handlers.limitedReadBody*", "rest.(*Request).Body"]),
  // appendListItem before 1.31, decodeListItem after; List before 1.19, GetList from 1.22.
  rule("decoded-from-storage", [
    "etcd3.appendListItem",
    "etcd3.decodeListItem",
    "etcd3.decode",
    "etcd3.decodeObj",
    "etcd3.defaultDecoder.*",
    "etcd3.(*decoder).*",
  ]),
  // Bytes of an answer before they are an object: its body, and the envelope around its objects;
  // below storage it is part of decoding.
  rule("raw", ["rest.(*Request).transformResponse"]),
  rule("raw", [
    "pkg/runtime.(*Unknown).Unmarshal",
    "runtime/serializer/streaming.(*decoder).Decode!",
  ]),
  rule("decoded-from-storage", ["etcd3.(*store).*", "etcd3.(*objState).*"], DECODE),
  // What a write sends to etcd.
  rule("stored", [
    "etcd3.(*store).Create",
    "etcd3.(*store).GuaranteedUpdate",
    "etcd3.(*store).Delete*",
    "clientv3.OpPut",
    "etcd/client/v3.OpPut",
  ]),
  rule("decoded", DECODE),
];
