import { many, one, type Shape } from "../../pprof/message-shape.js";

/**
 * opentelemetry/proto/profiles/v1development/profiles.proto as of August 2026, and what it takes of
 * common.proto.
 */
const ANY_VALUE: Shape = {
  stringValue: one(1, "text"),
  boolValue: one(2, "bool"),
  intValue: one(3, "int"),
  doubleValue: one(4, "double"),
  arrayValue: one(5, () => ARRAY_VALUE),
  kvlistValue: one(6, () => KEY_VALUES),
  bytesValue: one(7, "hex"),
  stringValueStrindex: one(8, "int"),
};
const ARRAY_VALUE: Shape = { values: many(1, () => ANY_VALUE) };
const KEY_VALUE: Shape = {
  key: one(1, "text"),
  value: one(2, () => ANY_VALUE),
  keyStrindex: one(3, "int"),
};
const KEY_VALUES: Shape = { values: many(1, () => KEY_VALUE) };

const ENTITY_REF: Shape = {
  schemaUrl: one(1, "text"),
  type: one(2, "text"),
  idKeys: many(3, "text"),
  descriptionKeys: many(4, "text"),
};
const RESOURCE: Shape = {
  attributes: many(1, () => KEY_VALUE),
  droppedAttributesCount: one(2, "uint"),
  entityRefs: many(3, () => ENTITY_REF),
};
const SCOPE: Shape = {
  name: one(1, "text"),
  version: one(2, "text"),
  attributes: many(3, () => KEY_VALUE),
  droppedAttributesCount: one(4, "uint"),
};
const VALUE_TYPE: Shape = { typeStrindex: one(1, "int"), unitStrindex: one(2, "int") };
const SAMPLE: Shape = {
  stackIndex: one(1, "int"),
  attributeIndices: many(2, "int"),
  linkIndex: one(3, "int"),
  values: many(4, "int"),
  timestampsUnixNano: many(5, "fixed"),
};
const PROFILE: Shape = {
  sampleType: one(1, () => VALUE_TYPE),
  samples: many(2, () => SAMPLE),
  timeUnixNano: one(3, "fixed"),
  durationNano: one(4, "uint"),
  periodType: one(5, () => VALUE_TYPE),
  period: one(6, "int"),
  profileId: one(7, "hex"),
  droppedAttributesCount: one(8, "uint"),
  originalPayloadFormat: one(9, "text"),
  originalPayload: one(10, "hex"),
  attributeIndices: many(11, "int"),
};
const SCOPE_PROFILES: Shape = {
  scope: one(1, () => SCOPE),
  profiles: many(2, () => PROFILE),
  schemaUrl: one(3, "text"),
};
const RESOURCE_PROFILES: Shape = {
  resource: one(1, () => RESOURCE),
  scopeProfiles: many(2, () => SCOPE_PROFILES),
  schemaUrl: one(3, "text"),
};
const MAPPING: Shape = {
  memoryStart: one(1, "uint"),
  memoryLimit: one(2, "uint"),
  fileOffset: one(3, "uint"),
  filenameStrindex: one(4, "int"),
  attributeIndices: many(5, "int"),
};
const LINE: Shape = { functionIndex: one(1, "int"), line: one(2, "int"), column: one(3, "int") };
const LOCATION: Shape = {
  mappingIndex: one(1, "int"),
  address: one(2, "uint"),
  lines: many(3, () => LINE),
  attributeIndices: many(4, "int"),
};
const FUNCTION: Shape = {
  nameStrindex: one(1, "int"),
  systemNameStrindex: one(2, "int"),
  filenameStrindex: one(3, "int"),
  startLine: one(4, "int"),
};
const LINK: Shape = { traceId: one(1, "hex"), spanId: one(2, "hex") };
const ATTRIBUTE: Shape = {
  keyStrindex: one(1, "int"),
  value: one(2, () => ANY_VALUE),
  unitStrindex: one(3, "int"),
};
const STACK: Shape = { locationIndices: many(1, "int") };
const DICTIONARY: Shape = {
  mappingTable: many(1, () => MAPPING),
  locationTable: many(2, () => LOCATION),
  functionTable: many(3, () => FUNCTION),
  linkTable: many(4, () => LINK),
  stringTable: many(5, "text"),
  attributeTable: many(6, () => ATTRIBUTE),
  stackTable: many(7, () => STACK),
};

/** ProfilesData, and a request of the collector, which has the same fields. */
export const PROFILES_DATA: Shape = {
  resourceProfiles: many(1, () => RESOURCE_PROFILES),
  dictionary: one(2, () => DICTIONARY),
};

/** Keys of attributes that keep what pprof has and OpenTelemetry's profiles have no field for. */
export const PPROF_KEYS = {
  comment: "pprof.profile.comment",
  dropFrames: "pprof.profile.drop_frames",
  keepFrames: "pprof.profile.keep_frames",
  docUrl: "pprof.profile.doc_url",
  defaultType: "pprof.scope.default_sample_type",
  isFolded: "pprof.location.is_folded",
  buildId: "process.executable.build_id.gnu",
  hasFunctions: "pprof.mapping.has_functions",
  hasFilenames: "pprof.mapping.has_filenames",
  hasLineNumbers: "pprof.mapping.has_line_numbers",
  hasInlineFrames: "pprof.mapping.has_inline_frames",
} as const;
