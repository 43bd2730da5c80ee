/**
 * Frame names of Go and Kubernetes, one a line, and which of them each calls (line numbers in
 * base 36, the likeliest first). Line 0 stands for the root. Made by scripts/dictionary.js; read
 * by links for ever, so never changed.
 */
export const DICTIONARY_1 = `	1	cj	k3	k5	sf	pt	19u	19z	1as	sh	1az	1bv	1bz	ps	1f3	1fg	1fn	1fq	1fr	1fw	k4	po	pq	21	1fy	1g1	1g2	1gy	1gz	1h0	1h9	1qu	20	du	pm	k6	kk	1r8	1r9	ct	1z	us	v0	ur	22	1hb	1ha	1ra	1qh	1qi	v1	v2	pb	23	dt	sz	ku	kn	si	dx	kl	ut	cu	w0
runtime.main	2
runtime.doInit	2	3	1v	3y	5a	5b	5c	5d	66	67	7m	7n	7o	7p	7q	7r	7u	7w	8y	8z	95	96	97	98	99	9c	9e	9g	az	b0	b1	b2	b3	b4	b5	b7	b8	bd	be	bg	bh	bi	bk	bl	bm	bo	bp	bq	bv	bz	c0	c1	c3	c5	c6	c7	c9	cb	cc	ce	cf	cg	ch	ci
k8s.io/kube-openapi/pkg/handler.init.0	4
mime.AddExtensionType	5
sync.(*Once).Do	6
sync.(*Once).doSlow	7	h	k	n	p	q	1u
mime.initMime	8
mime.initMimeUnix	9
mime.loadMimeGlobsFile	a	f
mime.setExtensionType	b	d
sync.(*Map).Store	c
sync.(*Map).dirtyLocked
mime.FormatMediaType	e
strings.(*Builder).WriteByte
strings.Split	g
strings.genSplit
k8s.io/apiserver/pkg/storage/value/encrypt/envelope.registerMetrics.func1	i
k8s.io/component-base/metrics.(*kubeRegistry).MustRegister	j
k8s.io/component-base/metrics.(*lazyMetric).Create	5
k8s.io/component-base/metrics.(*lazyMetric).Create.func1	l
k8s.io/component-base/metrics.(*HistogramVec).initializeMetric	m
github.com/prometheus/client_golang/prometheus.NewHistogramVec
golang.org/x/net/http2/hpack.buildRootHuffmanNode	o
golang.org/x/net/http2/hpack.addDecoderNode
k8s.io/apiserver/pkg/endpoints/filters.(*auditResponseWriter).processCode.func1
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.buildDefinitionsFunc	r
k8s.io/apiextensions-apiserver/pkg/generated/openapi.GetOpenAPIDefinitions	s	t	u	1j	1k	1s	1t
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_pkg_apis_meta_v1_ObjectMeta
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_ObjectMetricStatus
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_ExternalMetricSource	v
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.buildDefinitionsFunc.func1	w
github.com/go-openapi/spec.MustCreateRef	x
github.com/go-openapi/jsonreference.MustCreateRef	y
github.com/go-openapi/jsonreference.New	z
github.com/go-openapi/jsonreference.(*Ref).parse	10	12	1h
github.com/go-openapi/jsonpointer.New	11
github.com/go-openapi/jsonpointer.(*Pointer).parse	f
github.com/PuerkitoBio/purell.NormalizeURL	13	19
github.com/PuerkitoBio/urlesc.Escape	14	15	18
bytes.(*Buffer).String
bytes.(*Buffer).WriteByte	16
bytes.(*Buffer).grow	17
bytes.growSlice
bytes.(*Buffer).WriteString	16
github.com/PuerkitoBio/purell.removeDefaultPort	1a
regexp.(*Regexp).ReplaceAllStringFunc	1b
regexp.(*Regexp).replaceAll	1c
regexp.(*Regexp).doExecute	1d
regexp.(*Regexp).backtrack	1e	1f
regexp.(*bitState).reset
regexp.(*Regexp).tryBacktrack	1g
regexp.(*bitState).push
net/url.Parse	1i
net/url.parse
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_pkg_apis_meta_v1_StatusDetails	v
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_HorizontalPodAutoscalerSpec	1l
k8s.io/kube-openapi/pkg/builder.newOpenAPI.func3	w	1m
k8s.io/apiserver/pkg/endpoints/openapi.(*DefinitionNamer).GetDefinitionName	1n	1o
k8s.io/apiserver/pkg/endpoints/openapi.groupVersionKinds.JSON
k8s.io/apiserver/pkg/endpoints/openapi.friendlyName	1p	f
strings.Join	1q
strings.(*Builder).Grow	1r
strings.(*Builder).grow
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_pkg_apis_meta_v1_APIResource
k8s.io/apiextensions-apiserver/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_Scale
syscall.copyenv
github.com/go-openapi/spec.init.0	1w
github.com/go-openapi/spec.initResolutionCache	1x	3w
github.com/go-openapi/spec.MustLoadJSONSchemaDraft04	1y
github.com/go-openapi/spec.JSONSchemaDraft04	1z	3g
encoding/json.Unmarshal	20	3d
encoding/json.(*decodeState).unmarshal	21
encoding/json.(*decodeState).value	22	37	3b
encoding/json.(*decodeState).object	21	23	24	25	26	27	2a	2g	2i	2j	2n	2o	2r	2s	2t	2u	2v	2w	2z	2m	30	31
github.com/go-openapi/spec.(*Operation).UnmarshalJSON	1z
github.com/go-openapi/spec.(*Parameter).UnmarshalJSON	1z
github.com/go-openapi/spec.(*PathItem).UnmarshalJSON	1z
github.com/go-openapi/spec.(*Paths).UnmarshalJSON	1z
github.com/go-openapi/spec.(*Schema).UnmarshalJSON	1z	28	29
github.com/go-openapi/spec.(*Ref).fromMap	y
github.com/go-openapi/swag.(*NameProvider).GetJSONNames
encoding/json.(*decodeState).objectInterface	2b	2d
encoding/json.(*decodeState).valueInterface	2c	2a	2f
encoding/json.(*decodeState).literalInterface	2d
encoding/json.unquote	2e
encoding/json.unquoteBytes
encoding/json.(*decodeState).arrayInterface	2b
github.com/go-openapi/spec.(*VendorExtensible).UnmarshalJSON	1z	2h
strings.ToLower	1q
github.com/go-openapi/spec.(*Refable).UnmarshalJSON	1z
reflect.Value.Convert	2k
reflect.cvtBytesString	2l
reflect.makeString	2m
reflect.New
encoding/json.indirect	2m
reflect.MakeMap	2p
reflect.MakeMapWithSize	2q
reflect.makemap
github.com/go-openapi/spec.(*Response).UnmarshalJSON	1z
github.com/go-openapi/spec.(*Responses).UnmarshalJSON	1z
github.com/go-openapi/spec.(*ResponsesProps).UnmarshalJSON	1z
github.com/go-openapi/spec.(*Ref).UnmarshalJSON	1z
encoding/json.(*RawMessage).UnmarshalJSON
reflect.Value.SetMapIndex	2x	2y
reflect.mapassign
reflect.mapassign_faststr
github.com/go-openapi/spec.(*SchemaOrArray).UnmarshalJSON	1z
github.com/go-openapi/spec.(*SchemaOrBool).UnmarshalJSON	1z
encoding/json.cachedTypeFields	32
encoding/json.typeFields	33	14
encoding/json.typeEncoder	34
encoding/json.newTypeEncoder	35	36
encoding/json.newStructEncoder	31
encoding/json.newPtrEncoder	33
encoding/json.(*decodeState).array	21	2f	38	3a
reflect.MakeSlice	39
reflect.unsafe_NewArray
github.com/go-openapi/spec.(*SchemaOrStringArray).UnmarshalJSON	1z
encoding/json.(*decodeState).literalStore	2e	3c
github.com/go-openapi/spec.(*StringOrArray).UnmarshalJSON	1z
encoding/json.checkValid	3e
encoding/json.stateBeginValue	3f
encoding/json.(*scanner).pushParseState
github.com/go-openapi/spec.Asset	3h	3u
github.com/go-openapi/spec.v2SchemaJSON	3i
github.com/go-openapi/spec.v2SchemaJSONBytes	3j
github.com/go-openapi/spec.bindataRead	3k	3p
io.Copy	3l
io.copyBuffer	3m	3o
net/http.(*timeoutWriter).Write	3n
bytes.(*Buffer).Write	16
bytes.(*Buffer).ReadFrom	16
compress/gzip.NewReader	3q
compress/gzip.(*Reader).Reset	3r
compress/gzip.(*Reader).readHeader	3s
compress/flate.NewReader	3t
compress/flate.(*dictDecoder).init
github.com/go-openapi/spec.jsonschemaDraft04JSON	3v
github.com/go-openapi/spec.jsonschemaDraft04JSONBytes	3j
github.com/go-openapi/spec.MustLoadSwagger20Schema	3x
github.com/go-openapi/spec.Swagger20Schema	1z	3g
github.com/docker/distribution/reference.init	3z	56	58	40	59
github.com/docker/distribution/reference.anchored	40	55
regexp.MustCompile	41
regexp.Compile	42
regexp.compile	43	4a	4l	50	52	53
regexp.compileOnePass	44	45
regexp.onePassCopy
regexp.makeOnePass	46	47
regexp.newQueue
regexp.makeOnePass.func1	47	48
regexp.mergeRuneSets	49
regexp.mergeRuneSets.func2
regexp/syntax.Compile	4b	4k	4d
regexp/syntax.(*compiler).compile	4b	4c	4e	4f	4h	4i	4j
regexp/syntax.(*compiler).rune	4d
regexp/syntax.(*compiler).inst
regexp/syntax.(*compiler).quest	4d
regexp/syntax.(*compiler).plus	4g
regexp/syntax.(*compiler).loop	4d
regexp/syntax.(*compiler).cap	4d
regexp/syntax.(*compiler).empty	4d
regexp/syntax.(*compiler).star	4g
regexp/syntax.(*compiler).init	4d
regexp/syntax.Parse	4m
regexp/syntax.parse	4n	4q	4t	4u	4y	4r	4z
regexp/syntax.(*parser).literal	4o	4p
regexp/syntax.(*parser).newRegexp
regexp/syntax.(*parser).push
regexp/syntax.(*parser).parseRightParen	4r
regexp/syntax.(*parser).concat	4s
regexp/syntax.(*parser).collapse	4o
regexp/syntax.(*parser).repeat	4o
regexp/syntax.(*parser).parseClass	4p	4v
regexp/syntax.(*parser).parseUnicodeClass	4w
regexp/syntax.appendTable	4x
regexp/syntax.appendRange
regexp/syntax.(*parser).op	4o
regexp/syntax.(*parser).parsePerlFlags	4y
regexp/syntax.(*Regexp).Simplify	50	51
regexp/syntax.simplify1
regexp/syntax.(*Regexp).CapNames
regexp.onePassPrefix	54
strings.(*Builder).WriteRune
github.com/docker/distribution/reference.expression	40
github.com/docker/distribution/reference.optional	57	55
github.com/docker/distribution/reference.group	40	55
github.com/docker/distribution/reference.capture	40	55
github.com/docker/distribution/reference.repeated	57
github.com/go-openapi/spec.init.4	3w	1x
internal/profile.init	40
github.com/asaskevich/govalidator.init	40
k8s.io/component-base/logs/json.init.0	5e
k8s.io/component-base/logs/json.NewJSONLogger	5f
go.uber.org/zap.NewProduction	5g
go.uber.org/zap.Config.Build	5h	5o
go.uber.org/zap.New	5i
go.uber.org/zap.(*Logger).WithOptions	5j
go.uber.org/zap.optionFunc.apply	5k
go.uber.org/zap.WrapCore.func1	5l
go.uber.org/zap.Config.buildOptions.func1	5m
go.uber.org/zap/zapcore.NewSampler	5n
go.uber.org/zap/zapcore.newCounters
go.uber.org/zap.Config.buildEncoder	5p
go.uber.org/zap.newEncoder	5q
go.uber.org/zap.glob..func2	5r
go.uber.org/zap/zapcore.NewJSONEncoder	5s
go.uber.org/zap/zapcore.newJSONEncoder	5t
go.uber.org/zap/buffer.Pool.Get	5u
sync.(*Pool).Get	5v	5w	5x	5z	60	61	62	64	65
golang.org/x/net/http2.glob..func5
golang.org/x/net/http2.glob..func1
sync.(*Pool).pin	5y
sync.(*Pool).pinSlow
golang.org/x/net/http2.glob..func12
golang.org/x/net/http2.glob..func3
google.golang.org/grpc/internal/transport.newHTTP2Client.func4
golang.org/x/net/http2.glob..func10	63
bufio.NewWriterSize
golang.org/x/net/http2.glob..func4
go.uber.org/zap/internal/bufferpool.init.func1
github.com/aws/aws-sdk-go/aws/endpoints.init
k8s.io/client-go/kubernetes/fake.init.0	68
k8s.io/apimachinery/pkg/runtime.(*SchemeBuilder).AddToScheme	68	69	6r	6s	6t	6u	6x	6y	6z	70	71	72	73	74	75	76	77	78	79	7a	7b	7c	7d	7e	7f	7g	7i	7j	7k	7l
k8s.io/api/coordination/v1beta1.addKnownTypes	6a	6l
k8s.io/apimachinery/pkg/runtime.(*Scheme).AddKnownTypes	6b
k8s.io/apimachinery/pkg/runtime.(*Scheme).AddKnownTypeWithName	6c	6k
reflect.Value.MethodByName	6d
reflect.(*rtype).MethodByName	6e
reflect.(*rtype).Method	6f
reflect.FuncOf	6g	6h	6i
reflect.FuncOf.func1	b
reflect.funcStr
reflect.resolveReflectName	6j
reflect.addReflectOff
k8s.io/apimachinery/pkg/runtime.(*Scheme).addObservedVersion
k8s.io/apimachinery/pkg/apis/meta/v1.AddToGroupVersion	6m	6a	6q	6b
k8s.io/apimachinery/pkg/apis/meta/v1.RegisterConversions	6n
k8s.io/apimachinery/pkg/runtime.(*Scheme).AddConversionFunc	6o
k8s.io/apimachinery/pkg/conversion.(*Converter).RegisterUntypedConversionFunc	6p
k8s.io/apimachinery/pkg/conversion.ConversionFuncs.AddUntyped
k8s.io/apimachinery/pkg/runtime.(*Scheme).AddUnversionedTypes	6a
k8s.io/apiserver/pkg/admission/plugin/webhook/config/apis/webhookadmission.addKnownTypes	6a
k8s.io/api/flowcontrol/v1alpha1.addKnownTypes	6l
k8s.io/api/autoscaling/v1.addKnownTypes	6l
k8s.io/kubernetes/pkg/apis/batch/v1beta1.RegisterConversions	6v
k8s.io/apimachinery/pkg/runtime.(*Scheme).AddGeneratedConversionFunc	6w
k8s.io/apimachinery/pkg/conversion.(*Converter).RegisterGeneratedUntypedConversionFunc	6p
k8s.io/apiserver/pkg/admission/plugin/resourcequota/apis/resourcequota/v1.addKnownTypes	6b
k8s.io/api/scheduling/v1alpha1.addKnownTypes	6a
k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1.addKnownTypes	6l
k8s.io/kubernetes/pkg/apis/networking/v1beta1.RegisterConversions	6v
k8s.io/api/networking/v1beta1.addKnownTypes	6l
k8s.io/api/extensions/v1beta1.addKnownTypes	6a
k8s.io/api/node/v1beta1.addKnownTypes	6l
k8s.io/apiserver/pkg/apis/apiserver/v1beta1.RegisterConversions	6v
k8s.io/apiserver/pkg/apis/audit.addKnownTypes	6a
k8s.io/kubernetes/pkg/apis/core.addKnownTypes	6a
k8s.io/api/apiserverinternal/v1alpha1.addKnownTypes	6a
k8s.io/kubernetes/pkg/apis/core/v1.RegisterConversions	6v
k8s.io/api/apps/v1beta1.addKnownTypes
k8s.io/api/authentication/v1beta1.addKnownTypes	6l
k8s.io/api/apps/v1.addKnownTypes	6a
k8s.io/api/apps/v1beta2.addKnownTypes	6l
k8s.io/kubernetes/pkg/apis/rbac.addKnownTypes
k8s.io/api/flowcontrol/v1beta1.addKnownTypes	6l
k8s.io/api/authorization/v1beta1.addKnownTypes
k8s.io/kubernetes/pkg/apis/autoscaling/v1.addDefaultingFuncs	7h
k8s.io/kubernetes/pkg/apis/autoscaling/v1.RegisterDefaults
k8s.io/api/admission/v1beta1.addKnownTypes	6l
k8s.io/kubernetes/pkg/apis/flowcontrol/v1beta1.RegisterConversions	6v
k8s.io/api/batch/v2alpha1.addKnownTypes	6l
k8s.io/api/rbac/v1beta1.addKnownTypes	6a
github.com/vmware/govmomi/vim25/types.init.3328
go.opencensus.io/resource.init	40
k8s.io/kube-openapi/pkg/validation/strfmt.init	40
k8s.io/apiserver/pkg/admission/plugin/webhook/config.init.0	68
k8s.io/api/core/v1.init
go.etcd.io/etcd/etcdserver/api/v3rpc/rpctypes.init	7s
go.etcd.io/etcd/etcdserver/api/v3rpc/rpctypes.ErrorDesc	7t
google.golang.org/grpc/status.FromError
k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1.init.0	7v
github.com/gogo/protobuf/proto.RegisterType
github.com/googleapis/gnostic/openapiv2.init.1	7x
github.com/golang/protobuf/proto.RegisterFile	7y	3p	8a
google.golang.org/protobuf/internal/filedesc.Builder.Build	7z	87
google.golang.org/protobuf/internal/filedesc.newRawFile	80
google.golang.org/protobuf/internal/filedesc.(*File).unmarshalSeed	81	85
google.golang.org/protobuf/internal/filedesc.(*Message).unmarshalSeed	82
google.golang.org/protobuf/internal/filedesc.appendFullName	83
google.golang.org/protobuf/internal/strs.(*Builder).AppendFullName	84
google.golang.org/protobuf/internal/strs.(*Builder).grow
google.golang.org/protobuf/internal/filedesc.(*Enum).unmarshalSeed	86
google.golang.org/protobuf/internal/filedesc.(*EnumValue).unmarshalFull	82
google.golang.org/protobuf/reflect/protoregistry.(*Files).RegisterFile	88
google.golang.org/protobuf/reflect/protoregistry.rangeTopLevelDescriptors	89
google.golang.org/protobuf/reflect/protoregistry.(*Files).RegisterFile.func2
io/ioutil.ReadAll	8b
io.ReadAll	8c	8i	8s
golang.org/x/net/http2.(*gzipReader).Read	8d
compress/gzip.(*Reader).Read	8e
compress/flate.(*decompressor).Read	8f
compress/flate.(*decompressor).nextBlock	8g
compress/flate.(*decompressor).readHuffman	8h
compress/flate.(*huffmanDecoder).init
io.(*LimitedReader).Read	8j	8q
bufio.(*Reader).Read	8k	8p
crypto/tls.(*Conn).Read	8l
crypto/tls.(*Conn).readRecord	8m
crypto/tls.(*Conn).readRecordOrCCS	8n
crypto/tls.(*Conn).readFromUntil	8o
bytes.(*Buffer).Grow	16
net/http.(*connReader).Read	8k
net/http.(*body).Read	8r
net/http.(*body).readLocked	8i
golang.org/x/net/http2.transportResponseBody.Read	8t
golang.org/x/net/http2.(*pipe).Read	8u
golang.org/x/net/http2.(*dataBuffer).Read	8v
golang.org/x/net/http2.putDataBufferChunk	8w
sync.(*Pool).Put	8x
sync.(*poolChain).pushHead
github.com/google/go-cmp/cmp.init	40
go.etcd.io/etcd/etcdserver/etcdserverpb.init.2	90
github.com/golang/protobuf/proto.RegisterType	91
google.golang.org/protobuf/internal/impl.Export.LegacyMessageTypeOf	92
google.golang.org/protobuf/internal/impl.legacyLoadMessageInfo	93
google.golang.org/protobuf/internal/impl.legacyLoadMessageDesc	94
google.golang.org/protobuf/internal/impl.legacyLoadFileDesc	3p	8a
go.opencensus.io/trace/tracestate.init	40
github.com/Azure/azure-sdk-for-go/storage.init	40
k8s.io/client-go/kubernetes/scheme.init.0	68
go.etcd.io/etcd/etcdserver/etcdserverpb.init.5	7x
k8s.io/legacy-cloud-providers/azure.init	40	9a
hash/crc32.MakeTable	9b
hash/crc32.simpleMakeTable
k8s.io/kubernetes/pkg/apis/core/install.init.0	9d
k8s.io/kubernetes/pkg/apis/core/install.Install	68
k8s.io/kubernetes/pkg/apis/autoscaling/install.init.0	9f
k8s.io/kubernetes/pkg/apis/autoscaling/install.Install	68
sigs.k8s.io/structured-merge-diff/v4/typed.init	9h
sigs.k8s.io/structured-merge-diff/v4/typed.createOrDie	9i
sigs.k8s.io/structured-merge-diff/v4/typed.create	9j
gopkg.in/yaml%2ev2.Unmarshal	9k
gopkg.in/yaml%2ev2.unmarshal	9l	aj	aw	ay
gopkg.in/yaml%2ev2.(*parser).parse	9m	9o	af	9p	ag	ah
gopkg.in/yaml%2ev2.(*parser).document	9l	9n
gopkg.in/yaml%2ev2.(*parser).node
gopkg.in/yaml%2ev2.(*parser).mapping	9l	9n	9p
gopkg.in/yaml%2ev2.(*parser).peek	9q
gopkg.in/yaml%2ev2.yaml_parser_parse	9r
gopkg.in/yaml%2ev2.yaml_parser_state_machine	9s	a8	a9	ac	ad	ae
gopkg.in/yaml%2ev2.yaml_parser_parse_flow_mapping_value	9t
gopkg.in/yaml%2ev2.peek_token	9u
gopkg.in/yaml%2ev2.yaml_parser_fetch_more_tokens	9v
gopkg.in/yaml%2ev2.yaml_parser_fetch_next_token	9w	a0	a2	a4	a5	a6	a7
gopkg.in/yaml%2ev2.yaml_parser_fetch_flow_scalar	9x	9z
gopkg.in/yaml%2ev2.yaml_parser_scan_flow_scalar	9y
gopkg.in/yaml%2ev2.read
gopkg.in/yaml%2ev2.yaml_parser_save_simple_key
gopkg.in/yaml%2ev2.yaml_parser_fetch_stream_start	a1
gopkg.in/yaml%2ev2.yaml_insert_token
gopkg.in/yaml%2ev2.yaml_parser_fetch_value	a3	a1
gopkg.in/yaml%2ev2.yaml_parser_roll_indent	a1
gopkg.in/yaml%2ev2.yaml_parser_fetch_stream_end	a1
gopkg.in/yaml%2ev2.yaml_parser_fetch_flow_collection_end	a1
gopkg.in/yaml%2ev2.yaml_parser_fetch_flow_collection_start	9z
gopkg.in/yaml%2ev2.yaml_parser_fetch_plain_scalar	9z
gopkg.in/yaml%2ev2.yaml_parser_parse_flow_mapping_key	9t
gopkg.in/yaml%2ev2.yaml_parser_parse_document_start	9t	aa
gopkg.in/yaml%2ev2.yaml_parser_process_directives	ab
gopkg.in/yaml%2ev2.yaml_parser_append_tag_directive
gopkg.in/yaml%2ev2.yaml_parser_parse_stream_start	9t
gopkg.in/yaml%2ev2.yaml_parser_parse_block_sequence_entry	9t
gopkg.in/yaml%2ev2.yaml_parser_parse_flow_sequence_entry	9t
gopkg.in/yaml%2ev2.(*parser).scalar	9n
gopkg.in/yaml%2ev2.(*parser).sequence	9l	9p	9n
gopkg.in/yaml%2ev2.(*parser).init	ai
gopkg.in/yaml%2ev2.(*parser).expect	9q
gopkg.in/yaml%2ev2.(*decoder).unmarshal	ak	al	as	au
gopkg.in/yaml%2ev2.(*decoder).document	aj
gopkg.in/yaml%2ev2.(*decoder).mapping	am	an	2m	ar	aj
gopkg.in/yaml%2ev2.(*decoder).mappingSlice	aj
reflect.Value.Set	ao
reflect.Value.assignTo	ap
reflect.valueInterface	aq
reflect.packEface
gopkg.in/yaml%2ev2.(*decoder).setMapIndex	2w
gopkg.in/yaml%2ev2.(*decoder).scalar	at
gopkg.in/yaml%2ev2.resolve
gopkg.in/yaml%2ev2.(*decoder).sequence	aj	av	an
gopkg.in/yaml%2ev2.settableValueOf	2m
gopkg.in/yaml%2ev2.newParser	ax
gopkg.in/yaml%2ev2.yaml_parser_initialize
gopkg.in/yaml%2ev2.newDecoder
k8s.io/client-go/dynamic.init.0	6l
k8s.io/cluster-bootstrap/token/util.init	40
github.com/vmware/govmomi/vim25/types.init.832
k8s.io/apimachinery/pkg/apis/meta/v1.init.2	6q
github.com/googleapis/gnostic/extensions.init.0	90
github.com/googleapis/gnostic/openapiv2.init.0	90
k8s.io/kubernetes/pkg/apis/batch/install.init.0	b6
k8s.io/kubernetes/pkg/apis/batch/install.Install	68
go.etcd.io/etcd/etcdserver/etcdserverpb.init.4	90
k8s.io/kubernetes/pkg/apis/flowcontrol/internalbootstrap.init	b9	bc
k8s.io/kubernetes/pkg/apis/flowcontrol/internalbootstrap.internalizePLs	ba
k8s.io/kubernetes/pkg/apis/flowcontrol/internalbootstrap.NewAPFScheme	bb
k8s.io/kubernetes/pkg/apis/flowcontrol/install.Install	68
k8s.io/kubernetes/pkg/apis/flowcontrol/internalbootstrap.internalizeFSes	ba
google.golang.org/grpc/binarylog/grpc_binarylog_v1.init.0	90
k8s.io/apiserver/pkg/storage/value/encrypt/envelope.init.0	bf
k8s.io/apiserver/pkg/storage/value/encrypt/envelope.registerMetrics	5
k8s.io/api/apps/v1.init
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.init.0
k8s.io/apiserver/pkg/admission/plugin/resourcequota.init.0	bj
k8s.io/apiserver/pkg/admission/plugin/resourcequota/apis/resourcequota/install.Install	68
github.com/vmware/govmomi/vim25/types.init.5877
k8s.io/apimachinery/pkg/apis/meta/v1.init
k8s.io/legacy-cloud-providers/gce.init	bn
k8s.io/legacy-cloud-providers/gce.registerAPIMetrics
go.etcd.io/etcd/raft/raftpb.init
k8s.io/apiserver/pkg/apis/audit/v1.init.0	7v
encoding/gob.init.1	br
encoding/gob.registerBasics	bs
encoding/gob.Register	bt
encoding/gob.RegisterName	bu
sync.(*Map).LoadOrStore
github.com/prometheus/client_golang/prometheus.init.0	bw
github.com/prometheus/client_golang/prometheus.NewGoCollector	bx
github.com/prometheus/client_golang/prometheus.NewDesc	by
sort.Strings
k8s.io/apimachinery/pkg/util/validation.init	40
k8s.io/kubernetes/pkg/apis/flowcontrol/install.init.0	bb
k8s.io/apiextensions-apiserver/pkg/apiserver.init.0	c2
k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install.Install	68
k8s.io/kubernetes/pkg/apis/networking/install.init.0	c4
k8s.io/kubernetes/pkg/apis/networking/install.Install	68
github.com/opencontainers/go-digest.init	40
k8s.io/api/autoscaling/v1.init.0	7v
k8s.io/kubernetes/pkg/apis/extensions/install.init.0	c8
k8s.io/kubernetes/pkg/apis/extensions/install.Install	68
k8s.io/apiserver/pkg/server/egressselector.init.0	ca
k8s.io/apiserver/pkg/apis/apiserver/install.Install	68
k8s.io/apiserver/pkg/audit.init.1	68
k8s.io/kubernetes/pkg/apis/apiserverinternal/install.init.0	cd
k8s.io/kubernetes/pkg/apis/apiserverinternal/install.Install	68
github.com/googleapis/gnostic/extensions.init.1	7x
go.etcd.io/etcd/etcdserver/etcdserverpb.init.1	7x
go.etcd.io/etcd/etcdserver/etcdserverpb.init.0	90
google.golang.org/grpc/binarylog/grpc_binarylog_v1.init.1	7x
k8s.io/kubernetes/pkg/apis/core/validation.init	40
k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch.func1.1	ck
k8s.io/client-go/tools/pager.(*ListPager).List	cl
k8s.io/client-go/tools/pager.SimplePageFunc.func1	cm
k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch.func1.1.2	cn	hj
k8s.io/client-go/tools/cache.(*ListWatch).List	co	gx	gz	h1	h3	h5	h7	hh
k8s.io/client-go/informers/core/v1.NewFilteredConfigMapInformer.func1	cp
k8s.io/client-go/kubernetes/typed/core/v1.(*configMaps).List	cq	fj
k8s.io/client-go/rest.Result.Into	cr	fi
k8s.io/apimachinery/pkg/runtime.WithoutVersionDecoder.Decode	cs	en
k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).Decode	ct	ek	em
github.com/json-iterator/go.(*frozenConfig).Unmarshal	cu
github.com/json-iterator/go.(*Iterator).ReadVal	cv	e2	dt	cy	d0	e3	e4	ej
github.com/json-iterator/go.(*sixFieldsStructDecoder).Decode	cw
github.com/json-iterator/go.(*structFieldDecoder).Decode	cx	dn	dr	dt	cy	e0	e1
github.com/json-iterator/go.(*placeholderDecoder).Decode	cy	dm
github.com/json-iterator/go.(*mapDecoder).Decode	cx	cz	d0	dj	dk
github.com/modern-go/reflect2.(*UnsafeMapType).UnsafeSetIndex	2x
github.com/json-iterator/go.(*efaceDecoder).Decode	d1
github.com/json-iterator/go.(*Iterator).Read	d2	da	d4
github.com/json-iterator/go.(*Iterator).ReadMapCB	d3	d4	d7
github.com/json-iterator/go.(*Iterator).Read.func2	cu
github.com/json-iterator/go.(*Iterator).ReadString	d5
github.com/json-iterator/go.(*Iterator).readStringSlowPath	d6
github.com/json-iterator/go.(*Iterator).readEscapedChar
sigs.k8s.io/structured-merge-diff/v4/fieldpath.readIterV1.func1	d8	d9
sigs.k8s.io/structured-merge-diff/v4/fieldpath.readIterV1	d2
sigs.k8s.io/structured-merge-diff/v4/fieldpath.DeserializePathElement
github.com/json-iterator/go.(*Iterator).ReadArrayCB	db	dc
github.com/json-iterator/go.(*Iterator).Read.func1	cu
github.com/json-iterator/go.(*Iterator).skipArray.func1	dd
github.com/json-iterator/go.(*Iterator).Skip	de	dh	di
github.com/json-iterator/go.(*Iterator).skipObject	df
github.com/json-iterator/go.(*Iterator).ReadObjectCB	dg	d4
github.com/json-iterator/go.(*Iterator).skipObject.func1	dd
github.com/json-iterator/go.(*Iterator).skipString	d4
github.com/json-iterator/go.(*Iterator).skipArray	da
github.com/modern-go/reflect2.(*unsafeType).UnsafeNew
github.com/modern-go/reflect2.(*UnsafeMapType).UnsafeMakeMap	dl
github.com/modern-go/reflect2.makeMapWithSize	2q
github.com/json-iterator/go.(*stringCodec).Decode	d4
github.com/json-iterator/go.(*sliceDecoder).Decode	do
github.com/json-iterator/go.(*sliceDecoder).doDecode	cv	dp
github.com/modern-go/reflect2.(*UnsafeSliceType).UnsafeGrow	dq
github.com/modern-go/reflect2.(*UnsafeSliceType).UnsafeMakeSlice	39
github.com/json-iterator/go.(*generalStructDecoder).Decode	ds
github.com/json-iterator/go.(*generalStructDecoder).decodeOneField	cw
github.com/json-iterator/go.(*referenceDecoder).Decode	du
github.com/json-iterator/go.(*unmarshalerDecoder).Decode	dv	dx	dy	dz
github.com/json-iterator/go.(*Iterator).SkipAndReturnBytes	dd	dw
github.com/json-iterator/go.(*Iterator).stopCapture
github.com/go-openapi/spec.(*Swagger).UnmarshalJSON	1z
k8s.io/apimachinery/pkg/apis/meta/v1.(*FieldsV1).UnmarshalJSON
k8s.io/apimachinery/pkg/runtime.(*RawExtension).UnmarshalJSON
github.com/json-iterator/go.(*OptionalDecoder).Decode	dt
github.com/json-iterator/go.(*oneFieldStructDecoder).Decode	cw
github.com/json-iterator/go.(*fourFieldsStructDecoder).Decode	cw
github.com/json-iterator/go.(*twoFieldsStructDecoder).Decode	cw
github.com/json-iterator/go.(*frozenConfig).DecoderOf	e5
github.com/json-iterator/go.decoderOfType	e6
github.com/json-iterator/go.createDecoderOfType	e7
github.com/json-iterator/go._createDecoderOfType	e8	eh	ei
github.com/json-iterator/go.decoderOfStruct	e9
github.com/json-iterator/go.describeStruct	e5	ea	eg	f
github.com/json-iterator/go.encoderOfType	eb
github.com/json-iterator/go.createEncoderOfType	ec
github.com/json-iterator/go._createEncoderOfType	ed	ee	ef
github.com/json-iterator/go.encoderOfStruct	e9
github.com/json-iterator/go.encoderOfSlice	ea
github.com/json-iterator/go.encoderOfMap	eg
github.com/json-iterator/go.(*ctx).append
github.com/json-iterator/go.decoderOfSlice	e5
github.com/json-iterator/go.decoderOfOptional	e5
github.com/json-iterator/go.(*fiveFieldsStructDecoder).Decode	cw
k8s.io/apimachinery/pkg/runtime.UseOrCreateObject	el
k8s.io/apimachinery/pkg/runtime.(*Scheme).New	2m
k8s.io/apimachinery/pkg/runtime/serializer/json.SimpleMetaFactory.Interpret	1z
k8s.io/apimachinery/pkg/runtime/serializer/protobuf.(*Serializer).Decode	eo	fg
k8s.io/apimachinery/pkg/runtime/serializer/protobuf.unmarshalToObject	ep	ek
github.com/gogo/protobuf/proto.Unmarshal	eq	ev	ey	f0	f2	f6	f8	fa	fe
k8s.io/api/core/v1.(*ConfigMap).XXX_Unmarshal	er
k8s.io/api/core/v1.(*ConfigMap).Unmarshal	es
k8s.io/apimachinery/pkg/apis/meta/v1.(*ObjectMeta).Unmarshal	et
k8s.io/apimachinery/pkg/apis/meta/v1.(*ManagedFieldsEntry).Unmarshal	eu
k8s.io/apimachinery/pkg/apis/meta/v1.(*FieldsV1).Unmarshal
k8s.io/api/rbac/v1.(*ClusterRole).XXX_Unmarshal	ew
k8s.io/api/rbac/v1.(*ClusterRole).Unmarshal	ex	es
k8s.io/api/rbac/v1.(*PolicyRule).Unmarshal
k8s.io/api/core/v1.(*Secret).XXX_Unmarshal	ez
k8s.io/api/core/v1.(*Secret).Unmarshal	es
k8s.io/api/core/v1.(*SecretList).XXX_Unmarshal	f1
k8s.io/api/core/v1.(*SecretList).Unmarshal	ez
k8s.io/api/rbac/v1.(*ClusterRoleBinding).XXX_Unmarshal	f3
k8s.io/api/rbac/v1.(*ClusterRoleBinding).Unmarshal	es	f4	f5
k8s.io/api/rbac/v1.(*Subject).Unmarshal
k8s.io/api/rbac/v1.(*RoleRef).Unmarshal
k8s.io/api/rbac/v1.(*ClusterRoleList).XXX_Unmarshal	f7
k8s.io/api/rbac/v1.(*ClusterRoleList).Unmarshal	ew
k8s.io/api/rbac/v1.(*ClusterRoleBindingList).XXX_Unmarshal	f9
k8s.io/api/rbac/v1.(*ClusterRoleBindingList).Unmarshal	f3
k8s.io/api/flowcontrol/v1beta1.(*FlowSchema).XXX_Unmarshal	fb
k8s.io/api/flowcontrol/v1beta1.(*FlowSchema).Unmarshal	fc	es
k8s.io/api/flowcontrol/v1beta1.(*FlowSchemaSpec).Unmarshal	fd
k8s.io/api/flowcontrol/v1beta1.(*PolicyRulesWithSubjects).Unmarshal
k8s.io/apimachinery/pkg/apis/meta/v1.(*Status).XXX_Unmarshal	ff
k8s.io/apimachinery/pkg/apis/meta/v1.(*Status).Unmarshal
k8s.io/apimachinery/pkg/runtime.(*Unknown).Unmarshal	fh
k8s.io/apimachinery/pkg/runtime.(*TypeMeta).Unmarshal
k8s.io/client-go/rest.Result.Error	cr
k8s.io/client-go/rest.(*Request).Do	fk
k8s.io/client-go/rest.(*Request).request	fl	g4	g8	gq	gs	gv
k8s.io/client-go/rest.(*Request).request.func2	fm
k8s.io/client-go/rest.(*Request).Do.func1	fn
k8s.io/client-go/rest.(*Request).transformResponse	8a	fo
k8s.io/client-go/rest.(*Request).transformUnstructuredResponseError	fp
k8s.io/client-go/rest.(*Request).newUnstructuredResponseError	fq
k8s.io/apimachinery/pkg/api/errors.NewGenericServerResponse	fr
fmt.Sprintf	fs
fmt.(*pp).doPrintf	ft
fmt.(*pp).printArg	fu	g2
fmt.(*pp).fmtString	fv	fy
fmt.(*fmt).fmtS	fw
fmt.(*fmt).padString	fx
fmt.(*buffer).writeString
fmt.(*fmt).fmtQ	fz
strconv.AppendQuote	g0
strconv.appendQuotedWith	g1
strconv.appendEscapedRune
fmt.(*pp).printValue	g2	g3
reflect.Value.Interface	ap
k8s.io/client-go/rest.(*Request).URL	g5
path.Join	g6
path.Clean	g7
path.(*lazybuf).string
net/http.(*Client).Do	g9
net/http.(*Client).do	ga	gn
net/http.(*Client).send	gb
net/http.send	gc
k8s.io/client-go/transport.(*userAgentRoundTripper).RoundTrip	gd	gl
k8s.io/client-go/transport.(*bearerAuthRoundTripper).RoundTrip	ge	gl
net/http.(*Transport).RoundTrip	gf
net/http.(*Transport).roundTrip	gg
golang.org/x/net/http2.noDialH2RoundTripper.RoundTrip	gh
golang.org/x/net/http2.(*Transport).RoundTrip	gi
golang.org/x/net/http2.(*Transport).RoundTripOpt	gj
golang.org/x/net/http2.(*ClientConn).roundTrip	gk
golang.org/x/net/http2.(*ClientConn).newStream
k8s.io/apimachinery/pkg/util/net.CloneRequest	gm
k8s.io/apimachinery/pkg/util/net.CloneHeader
net/http.(*Client).makeHeadersCopier	go
net/http.cloneOrMakeHeader	gp
net/http.Header.Clone
net/url.(*URL).String	gr	e
strings.(*Builder).WriteString
k8s.io/client-go/rest.(*Request).request.func1	gt	gu
k8s.io/component-base/metrics/prometheus/restclient.(*latencyAdapter).Observe	gq
k8s.io/client-go/rest.Request.finalURLTemplate	g4
net/http.NewRequest	gw
net/http.NewRequestWithContext	1h
k8s.io/client-go/informers/core/v1.NewFilteredSecretInformer.func1	gy
k8s.io/client-go/kubernetes/typed/core/v1.(*secrets).List	fj	cq
k8s.io/client-go/informers/rbac/v1.NewFilteredClusterRoleBindingInformer.func1	h0
k8s.io/client-go/kubernetes/typed/rbac/v1.(*clusterRoleBindings).List	cq	fj
k8s.io/client-go/informers/rbac/v1.NewFilteredClusterRoleInformer.func1	h2
k8s.io/client-go/kubernetes/typed/rbac/v1.(*clusterRoles).List	cq	fj
k8s.io/client-go/informers/core/v1.NewFilteredPodInformer.func1	h4
k8s.io/client-go/kubernetes/typed/core/v1.(*pods).List	cq
k8s.io/client-go/informers/rbac/v1.NewFilteredRoleInformer.func1	h6
k8s.io/client-go/kubernetes/typed/rbac/v1.(*roles).List	cq
k8s.io/client-go/informers/core/v1.NewFilteredResourceQuotaInformer.func1	h8
k8s.io/client-go/kubernetes/typed/core/v1.(*resourceQuotas).List	h9
k8s.io/client-go/rest.(*Request).VersionedParams	ha
k8s.io/client-go/rest.(*Request).SpecificallyVersionedParams	hb
k8s.io/apimachinery/pkg/runtime.(*parameterCodec).EncodeParameters	hc
k8s.io/apimachinery/pkg/conversion/queryparams.Convert	hd
k8s.io/apimachinery/pkg/conversion/queryparams.convertStruct	he	hg
k8s.io/apimachinery/pkg/conversion/queryparams.addParam	hf
net/url.Values.Add
k8s.io/apimachinery/pkg/conversion/queryparams.jsonTag	f
k8s.io/kube-aggregator/pkg/client/informers/externalversions/apiregistration/v1.NewFilteredAPIServiceInformer.func1	hi
k8s.io/kube-aggregator/pkg/client/clientset_generated/clientset/typed/apiregistration/v1.(*aPIServices).List	fj
k8s.io/apiserver/pkg/storage/cacher.(*cacherListerWatcher).List	hk
k8s.io/apiserver/pkg/storage/etcd3.(*store).List	hl	hw	jm	jn
k8s.io/apiserver/pkg/storage/etcd3.appendListItem	hm	hs	ht
k8s.io/apimachinery/pkg/runtime/serializer/versioning.(*codec).Decode	hn	cs	en
k8s.io/apimachinery/pkg/runtime/serializer/recognizer.(*decoder).Decode	en	ho	hr	cs
k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).RecognizesData	hp
k8s.io/apimachinery/pkg/util/yaml.GuessJSONStream	hq
bufio.NewReaderSize
bytes.NewBuffer
k8s.io/apiserver/pkg/storage/etcd3.getNewItemFunc.func2	2m
reflect.Append	hu
reflect.grow	hv
reflect.Value.Slice
go.etcd.io/etcd/clientv3.(*kv).Get	hx	jl
go.etcd.io/etcd/clientv3.(*kv).Do	hy
go.etcd.io/etcd/clientv3.(*retryKVClient).Range	hz
go.etcd.io/etcd/etcdserver/etcdserverpb.(*kVClient).Range	i0
google.golang.org/grpc.Invoke	i1
google.golang.org/grpc.(*ClientConn).Invoke	i2
github.com/grpc-ecosystem/go-grpc-prometheus.(*ClientMetrics).UnaryClientInterceptor.func1	i3	jk
google.golang.org/grpc.invoke	i4	j6	jb
google.golang.org/grpc.(*clientStream).RecvMsg	i5
google.golang.org/grpc.(*clientStream).withRetry	i6	ir	j3
google.golang.org/grpc.(*clientStream).RecvMsg.func1	i7
google.golang.org/grpc.(*csAttempt).recvMsg	i8
google.golang.org/grpc.recv	i9	ih
google.golang.org/grpc/encoding/proto.codec.Unmarshal	ia	ic	ie
go.etcd.io/etcd/etcdserver/etcdserverpb.(*RangeResponse).Unmarshal	ib
go.etcd.io/etcd/mvcc/mvccpb.(*KeyValue).Unmarshal
go.etcd.io/etcd/etcdserver/etcdserverpb.(*WatchResponse).Unmarshal	id
go.etcd.io/etcd/mvcc/mvccpb.(*Event).Unmarshal	ib
go.etcd.io/etcd/etcdserver/etcdserverpb.(*TxnResponse).Unmarshal	if
go.etcd.io/etcd/etcdserver/etcdserverpb.(*ResponseOp).Unmarshal	ig
go.etcd.io/etcd/etcdserver/etcdserverpb.(*PutResponse).Unmarshal
google.golang.org/grpc.recvAndDecompress	ii
google.golang.org/grpc.(*parser).recvMsg	ij
google.golang.org/grpc/internal/transport.(*Stream).Read	ik
io.ReadFull	il
io.ReadAtLeast	8j	im
google.golang.org/grpc/internal/transport.(*transportReader).Read	in
google.golang.org/grpc/internal/transport.(*recvBufferReader).Read	io
google.golang.org/grpc/internal/transport.(*recvBufferReader).readClient	ip
google.golang.org/grpc/internal/transport.(*recvBufferReader).readAdditional	iq
google.golang.org/grpc/internal/transport.(*bufferPool).put	8w
google.golang.org/grpc.newClientStream.func3	is
google.golang.org/grpc.(*csAttempt).newStream	it
google.golang.org/grpc/internal/transport.(*http2Client).NewStream	iu	iy	iz	j1
google.golang.org/grpc/internal/transport.(*http2Client).newStream	iv	iw	ix
google.golang.org/grpc/internal/transport.newWriteQuota
google.golang.org/grpc/internal/transport.newRecvBuffer
context.(*cancelCtx).Done
google.golang.org/grpc/internal/transport.(*http2Client).createHeaderFields
google.golang.org/grpc/internal/transport.(*controlBuffer).executeAndPut	j0
google.golang.org/grpc/internal/transport.(*itemList).enqueue
google.golang.org/grpc/peer.NewContext	j2
context.WithValue
google.golang.org/grpc.(*clientStream).SendMsg.func2	j4
google.golang.org/grpc.(*csAttempt).sendMsg	j5
google.golang.org/grpc/internal/transport.(*http2Client).Write
google.golang.org/grpc.(*clientStream).SendMsg	j7	i5
google.golang.org/grpc.prepareMsg	j8
google.golang.org/grpc.encode	j9
google.golang.org/grpc/encoding/proto.codec.Marshal	ja
go.etcd.io/etcd/etcdserver/etcdserverpb.(*TxnRequest).Marshal
google.golang.org/grpc.newClientStream	i5	jc	je	jj
context.WithCancel	jd
context.propagateCancel	ix
google.golang.org/grpc.(*clientStream).newAttemptLocked	jf
google.golang.org/grpc.(*ClientConn).getTransport	jg
google.golang.org/grpc.(*pickerWrapper).pick	jh
google.golang.org/grpc.(*v2PickerWrapper).Pick	ji
go.etcd.io/etcd/clientv3/balancer/picker.(*rrBalanced).Pick
google.golang.org/grpc.newContextWithRPCInfo	j2
github.com/grpc-ecosystem/go-grpc-prometheus.newClientReporter
go.etcd.io/etcd/clientv3.OpGet
k8s.io/apiserver/pkg/storage/etcd3.growSlice	38
k8s.io/apiserver/pkg/storage/etcd3/metrics.RecordEtcdRequestLatency	jo
k8s.io/component-base/metrics.(*HistogramVec).WithLabelValues	jp
github.com/prometheus/client_golang/prometheus.(*HistogramVec).WithLabelValues	jq
github.com/prometheus/client_golang/prometheus.(*HistogramVec).GetMetricWithLabelValues	jr
github.com/prometheus/client_golang/prometheus.(*metricVec).getMetricWithLabelValues	js
github.com/prometheus/client_golang/prometheus.(*metricMap).getOrCreateMetricWithLabelValues	jt	jw	jx	jy
github.com/prometheus/client_golang/prometheus.NewHistogramVec.func1	ju
github.com/prometheus/client_golang/prometheus.newHistogram	jv
github.com/prometheus/client_golang/prometheus.makeLabelPairs
github.com/prometheus/client_golang/prometheus.NewCounterVec.func1	jv
github.com/prometheus/client_golang/prometheus.inlineLabelValues
github.com/prometheus/client_golang/prometheus.NewSummaryVec.func1	jz
github.com/prometheus/client_golang/prometheus.newSummary	k0
github.com/prometheus/client_golang/prometheus.(*summary).newStream	k1
github.com/beorn7/perks/quantile.NewTargeted	k2
github.com/beorn7/perks/quantile.newStream
k8s.io/apiserver/pkg/server/filters.(*timeoutHandler).ServeHTTP.func1	k4
net/http.HandlerFunc.ServeHTTP	k5	pb	pd	pm	po	pp	q4	qg	rk	rq	rr	ru	rv	rx	s0	s1	s3	s9	sa	se
k8s.io/apiserver/pkg/endpoints/filterlatency.trackCompleted.func1	k4	k6	p9
k8s.io/apiserver/pkg/server.director.ServeHTTP	k7	p5	p8
github.com/emicklei/go-restful.(*Container).Dispatch	k8
github.com/emicklei/go-restful.(*Container).dispatch	k9	ow	p1	p3
k8s.io/apiserver/pkg/endpoints/metrics.InstrumentRouteFunc.func1	ka	nz	oe	oo	ot
k8s.io/apiserver/pkg/endpoints.restfulListResource.func1	kb
k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1	kc	n3	n7	nm	nt	nw
k8s.io/apiserver/pkg/endpoints/handlers.transformResponseObject	kd
k8s.io/apiserver/pkg/endpoints/handlers/responsewriters.WriteObjectNegotiated	ke	mv	mx
k8s.io/apiserver/pkg/endpoints/handlers/responsewriters.SerializeObject	kf
k8s.io/apimachinery/pkg/runtime/serializer/versioning.(*codec).Encode	kg
k8s.io/apimachinery/pkg/runtime/serializer/versioning.(*codec).doEncode	kh	mg	mn
k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).Encode	ki
k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).doEncode	kj
encoding/json.(*Encoder).Encode	kk	lp	3n
encoding/json.(*encodeState).marshal	kl
encoding/json.(*encodeState).reflectValue	km	ks	kn	kr	ko	lm	lo
encoding/json.ptrEncoder.encode	kn
encoding/json.structEncoder.encode	ko	lm	kn	ks	kr	18	kp
encoding/json.mapEncoder.encode	kp	kr	lg	li	lj	lk	kq
encoding/json.stringEncoder	kq
encoding/json.(*encodeState).string	18	15
encoding/json.condAddrEncoder.encode	ks	ld
encoding/json.marshalerEncoder	kt	ky	kz	l0	l1	l2	l3	l4	l5	l6	l7	l8	l9	la	lb	lc
github.com/go-openapi/spec.Schema.MarshalJSON	ku	kv	kx
encoding/json.Marshal	kk
github.com/go-openapi/spec.Ref.MarshalJSON	ku	kw
github.com/go-openapi/jsonreference.(*Ref).String	gq
github.com/go-openapi/swag.ConcatJSON	3n	15
github.com/go-openapi/spec.Swagger.MarshalJSON	ku	kx
encoding/json.compact	3n
github.com/go-openapi/spec.OperationProps.MarshalJSON	ku
github.com/go-openapi/spec.Response.MarshalJSON	ku	kx
github.com/go-openapi/spec.Responses.MarshalJSON	ku	kx
github.com/go-openapi/spec.ResponsesProps.MarshalJSON	ku
github.com/go-openapi/spec.VendorExtensible.MarshalJSON	ku
github.com/go-openapi/spec.Paths.MarshalJSON	ku	kx
github.com/go-openapi/spec.PathItem.MarshalJSON	ku	kx
github.com/go-openapi/spec.Operation.MarshalJSON	ku	kx
github.com/go-openapi/spec.SchemaOrArray.MarshalJSON	ku
github.com/go-openapi/spec.StringOrArray.MarshalJSON	ku
k8s.io/apimachinery/pkg/apis/meta/v1.Time.MarshalJSON
github.com/go-openapi/spec.Refable.MarshalJSON	kv
github.com/go-openapi/spec.SchemaOrBool.MarshalJSON	ku
encoding/json.addrMarshalerEncoder	le	la	lf
github.com/go-openapi/spec.Parameter.MarshalJSON	ku	kx
k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime.MarshalJSON	ku
reflect.(*MapIter).Key	lh
reflect.copyVal
reflect.(*MapIter).Value	lh
encoding/json.interfaceEncoder	kl
sort.Slice	ll
internal/reflectlite.Swapper
encoding/json.sliceEncoder.encode	ln
encoding/json.arrayEncoder.encode	kn	kr	lj
encoding/json.valueEncoder	33
k8s.io/apiserver/pkg/endpoints/handlers/responsewriters.(*deferredResponseWriter).Write	lq	lz
k8s.io/apiserver/pkg/endpoints/metrics.(*ResponseWriterDelegator).WriteHeader	lr	lt
k8s.io/apiserver/pkg/endpoints/filters.(*auditResponseWriter).WriteHeader	ls	lt
k8s.io/apiserver/pkg/endpoints/filters.(*auditResponseWriter).processCode	5
k8s.io/apiserver/pkg/server/filters.(*baseTimeoutWriter).WriteHeader	lu
k8s.io/apiserver/pkg/server/httplog.(*respLogger).WriteHeader	lv	lw
net/http.(*response).WriteHeader	gp
golang.org/x/net/http2.(*responseWriter).WriteHeader	lx
golang.org/x/net/http2.(*responseWriterState).writeHeader	ly
golang.org/x/net/http2.cloneHeader
k8s.io/apiserver/pkg/endpoints/metrics.(*ResponseWriterDelegator).Write	m0	m1
k8s.io/apiserver/pkg/endpoints/filters.(*auditResponseWriter).Write	m1
k8s.io/apiserver/pkg/server/filters.(*baseTimeoutWriter).Write	m2
k8s.io/apiserver/pkg/server/httplog.(*respLogger).Write	m3
net/http.(*response).Write	m4
net/http.(*response).write	m5
bufio.(*Writer).Write	m6	m7	mc
net/http.(*chunkWriter).Write	m5
net/http.checkConnErrorWriter.Write	m8
crypto/tls.(*Conn).Write	m9
crypto/tls.(*Conn).writeRecordLocked	ma	mb
crypto/tls.(*halfConn).encrypt
crypto/tls.(*Conn).write
bufio.(*Writer).Flush	md	m7
golang.org/x/net/http2.chunkWriter.Write	me
golang.org/x/net/http2.(*responseWriterState).writeChunk	mf
golang.org/x/net/http2.(*serverConn).writeDataFromHandler	5u
k8s.io/apimachinery/pkg/runtime/serializer/protobuf.(*Serializer).Encode	mh
k8s.io/apimachinery/pkg/runtime/serializer/protobuf.(*Serializer).doEncode	3n	mi	lp
k8s.io/apimachinery/pkg/runtime.(*Unknown).NestedMarshalTo	mj	ml
k8s.io/api/core/v1.(*ConfigMap).MarshalToSizedBuffer	mk
github.com/gogo/protobuf/sortkeys.Strings	by
k8s.io/api/core/v1.(*SecretList).MarshalToSizedBuffer	mm
k8s.io/api/core/v1.(*Secret).MarshalToSizedBuffer
k8s.io/apimachinery/pkg/runtime.unsafeObjectConvertor.ConvertToVersion	mo
k8s.io/apimachinery/pkg/runtime.(*Scheme).UnsafeConvertToVersion	mp
k8s.io/apimachinery/pkg/runtime.(*Scheme).convertToVersion	el	mq	mu
k8s.io/apimachinery/pkg/runtime.setTargetKind	mr
k8s.io/apimachinery/pkg/apis/meta/v1.(*TypeMeta).SetGroupVersionKind	ms
k8s.io/apimachinery/pkg/runtime/schema.GroupVersionKind.ToAPIVersionAndKind	mt
k8s.io/apimachinery/pkg/runtime/schema.GroupVersion.String
k8s.io/apimachinery/pkg/conversion.(*Converter).Convert
k8s.io/apiserver/pkg/audit.LogResponseObject	mw
k8s.io/apiserver/pkg/audit.encodeObject	kf
k8s.io/apimachinery/pkg/runtime/serializer.CodecFactory.EncoderForVersion	my
k8s.io/apimachinery/pkg/runtime/serializer.CodecFactory.CodecForVersions	mz
k8s.io/apimachinery/pkg/runtime/serializer/versioning.NewDefaultingCodecForScheme	n0
k8s.io/apimachinery/pkg/runtime/serializer/versioning.NewCodec	n1
k8s.io/apimachinery/pkg/runtime/serializer/versioning.identifier	n2
k8s.io/apimachinery/pkg/runtime.multiGroupVersioner.Identifier	ku
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).List	n4
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).ListPredicate	n5
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).List	n6
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).List	hk	38
k8s.io/apiserver/pkg/endpoints/metrics.RecordLongRunning	n8
k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1.2	n9
k8s.io/apiserver/pkg/endpoints/handlers.serveWatch	na
k8s.io/apiserver/pkg/endpoints/handlers.(*WatchServer).ServeHTTP	kf	nb	nc
k8s.io/apimachinery/pkg/runtime/serializer/streaming.(*encoder).Encode	kf	m3
k8s.io/apiserver/pkg/endpoints/handlers.serveWatch.func1	nd
k8s.io/apiserver/pkg/endpoints/handlers.transformObject	ne
k8s.io/apiserver/pkg/endpoints/handlers.doTransformObject	nf
k8s.io/apiserver/pkg/endpoints/handlers.setObjectSelfLink	ng
k8s.io/apimachinery/pkg/api/meta.IsListType	nh
k8s.io/apimachinery/pkg/api/meta.getItemsPtr	ni
reflect.Value.FieldByName	nj
reflect.(*rtype).FieldByName	nk
reflect.(*structType).FieldByName	nl
reflect.(*structType).FieldByNameFunc
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).Watch	nn
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).WatchPredicate	no
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).WatchList	np
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).WatchList	nq
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).Watch	nr	ns
k8s.io/apiserver/pkg/storage/cacher.newCacheWatcher
k8s.io/apiserver/pkg/storage/cacher.filterWithAttrsFunction
k8s.io/utils/trace.(*Trace).LogIfLong	nu
k8s.io/utils/trace.(*Trace).Log	nv
k8s.io/utils/trace.(*Trace).logTrace	18
net/url.(*URL).Query	nx
net/url.ParseQuery	ny
net/url.parseQuery
k8s.io/apiserver/pkg/endpoints.restfulUpdateResource.func1	o0
k8s.io/apiserver/pkg/endpoints/handlers.UpdateResource.func1	o1	kc	hm	o2	o3	o7	nw	oa	od
k8s.io/apiserver/pkg/endpoints/handlers.limitedReadBody	8a
k8s.io/apiserver/pkg/audit.LogRequestObject	mw
k8s.io/apiserver/pkg/endpoints/handlers.finishRequest	o4
time.After	o5
time.NewTimer	o6
time.startTimer
context.WithTimeout	o8
context.WithDeadline	o9	jd
time.AfterFunc	o6
k8s.io/apiserver/pkg/endpoints/handlers/negotiation.NegotiateOutputMediaType	ob
k8s.io/apiserver/pkg/endpoints/handlers/negotiation.NegotiateMediaTypeOptions	oc
github.com/munnerz/goautoneg.ParseAccept
k8s.io/apimachinery/pkg/runtime/serializer.CodecFactory.DecoderToVersion	my
k8s.io/apiserver/pkg/endpoints.restfulGetResource.func1	of
k8s.io/apiserver/pkg/endpoints/handlers.getResourceHandler.func1	og	kc	oa
k8s.io/apiserver/pkg/endpoints/handlers.GetResource.func1	oh	om	on
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).Get	oi
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).Get	oj
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).Get	ok
k8s.io/apiserver/pkg/storage/etcd3.(*store).Get	hw	ol	g5
k8s.io/apiserver/pkg/storage/etcd3.decode	hm
k8s.io/kubernetes/pkg/registry/core/service/storage.(*REST).Get	oh
k8s.io/kubernetes/pkg/registry/core/namespace/storage.(*REST).Get	oh
k8s.io/apiserver/pkg/endpoints/metrics.MonitorRequest	jo	op	os
k8s.io/component-base/metrics.(*CounterVec).WithLabelValues	oq
github.com/prometheus/client_golang/prometheus.(*CounterVec).WithLabelValues	or
github.com/prometheus/client_golang/prometheus.(*CounterVec).GetMetricWithLabelValues	jr
k8s.io/apiserver/pkg/endpoints/metrics.cleanVerb	nw
k8s.io/apiserver/pkg/endpoints.restfulCreateResource.func1	ou
k8s.io/apiserver/pkg/endpoints/handlers.createHandler.func1	o1	hm	kc	o7	ov
k8s.io/apiserver/pkg/endpoints/handlers.isDryRun	nw
github.com/emicklei/go-restful.(*Container).dispatch.func3	ox
github.com/emicklei/go-restful.CurlyRouter.SelectRoute	oy	oz
github.com/emicklei/go-restful.CurlyRouter.selectRoutes
github.com/emicklei/go-restful.CurlyRouter.detectRoute	p0
github.com/emicklei/go-restful.sortableCurlyRoutes.routes
github.com/emicklei/go-restful.defaultPathProcessor.ExtractParameters	p2
github.com/emicklei/go-restful.tokenizePath	f
github.com/emicklei/go-restful.(*Route).wrapRequestResponse	p4
github.com/emicklei/go-restful.NewRequest
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).ServeHTTP	p6
k8s.io/apiserver/pkg/server/mux.(*pathHandler).ServeHTTP	p7	k6	k4
k8s.io/kube-aggregator/pkg/apiserver.(*proxyHandler).ServeHTTP	k6
github.com/emicklei/go-restful.(*Container).RegisteredWebServices
k8s.io/apiserver/pkg/endpoints/filterlatency.TrackCompleted.func1	pa
k8s.io/apiserver/pkg/endpoints/metrics.RecordFilterLatency
k8s.io/apiserver/pkg/endpoints/filterlatency.trackStarted.func1	k4	pc
net/http.(*Request).WithContext
k8s.io/apiserver/pkg/endpoints/filters.WithAuthentication.func1	k4	pc	pe	pl
k8s.io/apiserver/pkg/authentication/request/union.(*unionAuthRequestHandler).AuthenticateRequest	pf	pg	pe
k8s.io/apiserver/pkg/authentication/group.(*AuthenticatedGroupAdder).AuthenticateRequest	pe
k8s.io/apiserver/pkg/authentication/request/bearertoken.(*Authenticator).AuthenticateRequest	ph	pk
k8s.io/apiserver/pkg/authentication/token/cache.(*cachedTokenAuthenticator).AuthenticateToken	pi
k8s.io/apiserver/pkg/authentication/token/cache.(*cachedTokenAuthenticator).doAuthenticateToken	pj
k8s.io/apiserver/pkg/authentication/token/cache.statsCollector.authenticating.func1
strings.SplitN	g
k8s.io/apiserver/pkg/endpoints/filters.recordAuthMetrics
k8s.io/apiserver/pkg/endpoints/filters.WithAuthorization.func1	k4	pn
k8s.io/apiserver/pkg/audit.LogAnnotation
k8s.io/apiserver/pkg/endpoints/filters.WithImpersonation.func1	k4
k8s.io/apiserver/pkg/server/filters.WithPriorityAndFairness.func1	pq	k4	q3
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).Handle	pr	q2
k8s.io/apiserver/pkg/util/flowcontrol.immediateRequest.Finish	ps
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).Handle.func2	pt	pz	q1
k8s.io/apiserver/pkg/server/filters.WithPriorityAndFairness.func1.4	k4	pu	py
net/http.Header.Set	pv
net/textproto.MIMEHeader.Set	pw
net/textproto.CanonicalMIMEHeaderKey	px
net/textproto.canonicalMIMEHeaderKey
net/http.(*Request).Clone	gp
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).Handle.func2.1	q0
k8s.io/apiserver/pkg/util/flowcontrol/metrics.ObserveExecutionDuration
k8s.io/apiserver/pkg/util/flowcontrol/metrics.AddDispatch
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).startRequest
k8s.io/apiserver/pkg/util/flowcontrol.(*immediateRequest).Finish	pr
k8s.io/apiserver/pkg/endpoints/filters.WithAudit.func1	k4	q5	qb	qf	q6
k8s.io/apiserver/pkg/endpoints/filters.WithAudit.func1.1	q6
k8s.io/apiserver/pkg/endpoints/filters.processAuditEvent	q7
k8s.io/apiserver/plugin/pkg/audit/buffered.(*bufferedBackend).ProcessEvents	q8
k8s.io/apiserver/pkg/apis/audit.(*Event).DeepCopy	q9
k8s.io/apiserver/pkg/apis/audit.(*Event).DeepCopyInto	qa
k8s.io/apimachinery/pkg/runtime.(*Unknown).DeepCopyInto
k8s.io/apiserver/pkg/endpoints/filters.createAuditEventAndAttachToContext	qc	qd
k8s.io/apiserver/pkg/audit.NewEventFromRequest
k8s.io/apiserver/pkg/endpoints/request.WithAuditEvent	qe
k8s.io/apiserver/pkg/endpoints/request.WithValue	j2
k8s.io/apiserver/pkg/endpoints/filters.decorateResponseWriter
net/http/pprof.Index	qh
net/http/pprof.handler.ServeHTTP	qi
runtime/pprof.(*Profile).WriteTo	qj
runtime/pprof.writeHeap	qk
runtime/pprof.writeHeapInternal	ql	rj
runtime/pprof.writeHeapProto	qm	rc	rf	rg
runtime/pprof.(*profileBuilder).appendLocsForStack	qn	qo	rb
runtime/pprof.allFrames
runtime/pprof.(*profileBuilder).emitLocation	qp	ra
runtime/pprof.(*profileBuilder).flush	qq
compress/gzip.(*Writer).Write	qr	qx
compress/flate.NewWriter	qs
compress/flate.(*compressor).init	qt	qu	qv
compress/flate.(*compressor).initDeflate
compress/flate.newDeflateFast
compress/flate.newHuffmanBitWriter	qw
compress/flate.newHuffmanEncoder
compress/flate.(*Writer).Write	qy
compress/flate.(*compressor).write	qz	r6
compress/flate.(*compressor).deflate	r0
compress/flate.(*compressor).writeBlock	r1
compress/flate.(*huffmanBitWriter).writeBlock	r2
compress/flate.(*huffmanBitWriter).writeTokens	r3	r5
compress/flate.(*huffmanBitWriter).writeCode	r4
compress/flate.(*huffmanBitWriter).write	3n
compress/flate.(*huffmanBitWriter).writeBits	r4
compress/flate.(*compressor).encSpeed	r7
compress/flate.(*huffmanBitWriter).writeBlockDynamic	r8
compress/flate.(*huffmanBitWriter).indexTokens	r9
compress/flate.(*huffmanEncoder).generate
runtime/pprof.(*profileBuilder).stringIndex
runtime/pprof.(*pcDeck).tryAdd
runtime/pprof.(*profileBuilder).build	rd
runtime/pprof.(*protobuf).strings	re
runtime/pprof.(*protobuf).string
runtime/pprof.(*profileBuilder).pbSample	qp
runtime/pprof.newProfileBuilder	rh
runtime/pprof.(*profileBuilder).readMapping	ri
os.ReadFile
runtime/pprof.printStackRecord
k8s.io/apiserver/pkg/endpoints/metrics.InstrumentHandlerFunc.func1	rl	oo
k8s.io/apiserver/pkg/server/healthz.handleRootHealth.func1	rm	rp
k8s.io/apiserver/pkg/server/healthz.(*healthzCheck).Check	rn
k8s.io/apiserver/pkg/server/options.(*EtcdOptions).addEtcdHealthEndpoint.func1	ro
k8s.io/apiserver/pkg/storage/storagebackend/factory.newETCD3HealthCheck.func2	hw
fmt.Fprintf	3n
k8s.io/apiserver/pkg/endpoints/filters.WithCacheControl.func1	k4	pu
k8s.io/apiserver/pkg/endpoints/filters.WithRequestInfo.func1	k4	rs	pc	rt
k8s.io/apiserver/pkg/endpoints/request.(*RequestInfoFactory).NewRequestInfo	nw
k8s.io/apiserver/pkg/endpoints/request.WithRequestInfo	qe
k8s.io/apiserver/pkg/endpoints/filters.WithWarningRecorder.func1	k4	pc
k8s.io/apiserver/pkg/endpoints/filters.withRequestReceivedTimestampWithClock.func1	k4	rw	pc
k8s.io/apiserver/pkg/endpoints/request.WithReceivedTimestamp	qe
k8s.io/apiserver/pkg/server/filters.WithWaitGroup.func1	ry
k8s.io/apiserver/pkg/server/filters.(*timeoutHandler).ServeHTTP	rz	k4
k8s.io/apiserver/pkg/server/filters.WithTimeoutForNonLongRunningRequests.func1	pc	o4	jc	fr
k8s.io/apiserver/pkg/server/filters.withPanicRecovery.func1	k4
k8s.io/apiserver/pkg/server/httplog.WithLogging.func1	k4	pc	s2
k8s.io/apiserver/pkg/server/httplog.newLogged
github.com/NYTimes/gziphandler.NewGzipLevelAndMinSize.func1.1	k4	s4	s6
net/http.Header.Add	s5
net/textproto.MIMEHeader.Add
github.com/NYTimes/gziphandler.acceptsGzip	s7
github.com/NYTimes/gziphandler.parseEncodings	s8
fmt.Errorf
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*Downloader).handlerWithUser.func1	k6	pc
k8s.io/kube-openapi/pkg/handler.(*OpenAPIService).RegisterOpenAPIVersionedService.func1	sb
net/http.ServeContent	sc
net/http.serveContent	sd
io.CopyN	3k
k8s.io/apiserver/pkg/endpoints/filters.WithAuditAnnotations.func1	k4	pc
k8s.io/apimachinery/pkg/util/wait.(*Group).Start.func1	sg	19s
k8s.io/client-go/tools/cache.(*processorListener).run	sh
k8s.io/apimachinery/pkg/util/wait.Until	si
k8s.io/apimachinery/pkg/util/wait.JitterUntil	sj	19r
k8s.io/apimachinery/pkg/util/wait.BackoffUntil	sk	19p
k8s.io/apimachinery/pkg/util/wait.BackoffUntil.func1	sl	st	x6	yf	yv	yz	11o	11s	11w	124	125	128	19f	19l
k8s.io/client-go/tools/cache.(*processorListener).run.func1	sm	ss
k8s.io/client-go/tools/cache.ResourceEventHandlerFuncs.OnAdd	sn
k8s.io/kubernetes/pkg/controlplane/controller/crdregistration.NewCRDRegistrationController.func1	so
k8s.io/kubernetes/pkg/controlplane/controller/crdregistration.(*crdRegistrationController).enqueueCRD	sp
k8s.io/client-go/util/workqueue.(*Type).Add	sq	sr
k8s.io/client-go/util/workqueue.(*defaultQueueMetrics).add
k8s.io/client-go/util/workqueue.set.insert
k8s.io/client-go/tools/cache.ResourceEventHandlerFuncs.OnUpdate
k8s.io/kube-aggregator/pkg/controllers/openapi.(*AggregationController).runWorker	su
k8s.io/kube-aggregator/pkg/controllers/openapi.(*AggregationController).processNextWorkItem	sv
k8s.io/kube-aggregator/pkg/controllers/openapi.(*AggregationController).sync	sw	x3
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*specAggregator).UpdateAPIServiceSpec	sx
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*specAggregator).tryUpdatingServiceSpecs	sy
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*specAggregator).updateOpenAPISpec	sz	w7
k8s.io/kube-openapi/pkg/handler.(*OpenAPIService).UpdateSpec	t0	vy	ct	w3
k8s.io/kube-openapi/pkg/handler.ToProtoBinary	t1	up	vw
github.com/googleapis/gnostic/openapiv2.NewDocument	t2	uo
github.com/googleapis/gnostic/openapiv2.NewPaths	t3	td
github.com/googleapis/gnostic/openapiv2.NewPathItem	t4	t5	th
github.com/googleapis/gnostic/openapiv2.NewOperation	t5	ui	to	un	th
github.com/googleapis/gnostic/openapiv2.NewParametersItem	t6	uh	th
github.com/googleapis/gnostic/openapiv2.NewParameter	t7	tj	th
github.com/googleapis/gnostic/openapiv2.NewNonBodyParameter	t8	ta	tg	th	ti	tc	tb	fr
github.com/googleapis/gnostic/openapiv2.NewFormDataParameterSubSchema	t9	fr
github.com/googleapis/gnostic/compiler.NewError
github.com/googleapis/gnostic/openapiv2.NewPathParameterSubSchema	fr	tb	tc	t9	td
github.com/googleapis/gnostic/compiler.NewErrorGroupOrNil
github.com/googleapis/gnostic/compiler.MissingKeysInMap
github.com/googleapis/gnostic/compiler.InvalidKeysInMap	te
regexp.(*Regexp).MatchString	tf
regexp.(*Regexp).doMatch	1c
github.com/googleapis/gnostic/openapiv2.NewHeaderParameterSubSchema	fr	t9	td
github.com/googleapis/gnostic/compiler.NewContext
github.com/googleapis/gnostic/openapiv2.NewQueryParameterSubSchema	t9	fr	td
github.com/googleapis/gnostic/openapiv2.NewBodyParameter	td	t9	1p	tc	tb	fr	tk
github.com/googleapis/gnostic/openapiv2.NewSchema	tl	tm	tn	to	th	td	ug
github.com/googleapis/gnostic/openapiv2.NewProperties	tk	th
github.com/googleapis/gnostic/openapiv2.NewTypeItem
github.com/googleapis/gnostic/openapiv2.NewItemsItem	tk	th
github.com/googleapis/gnostic/openapiv2.NewAny	tp
gopkg.in/yaml%2ev2.Marshal	tq	ts
gopkg.in/yaml%2ev2.newEncoder	tr
gopkg.in/yaml%2ev2.yaml_emitter_initialize
gopkg.in/yaml%2ev2.(*encoder).marshalDoc	tt	tx
gopkg.in/yaml%2ev2.(*encoder).marshal	tu	ud	tt	uf
gopkg.in/yaml%2ev2.(*encoder).itemsv	tv
gopkg.in/yaml%2ev2.(*encoder).mappingv	tw	tx
gopkg.in/yaml%2ev2.(*encoder).itemsv.func1	tt
gopkg.in/yaml%2ev2.(*encoder).emit	ty
gopkg.in/yaml%2ev2.yaml_emitter_emit	tz
gopkg.in/yaml%2ev2.yaml_emitter_state_machine	u0	u2	u5	u7
gopkg.in/yaml%2ev2.yaml_emitter_emit_document_start	u1
gopkg.in/yaml%2ev2.yaml_emitter_append_tag_directive
gopkg.in/yaml%2ev2.yaml_emitter_emit_document_end	u3
gopkg.in/yaml%2ev2.yaml_emitter_flush	u4
gopkg.in/yaml%2ev2.yaml_string_write_handler
gopkg.in/yaml%2ev2.yaml_emitter_emit_block_mapping_key	u6
gopkg.in/yaml%2ev2.yaml_emitter_increase_indent
gopkg.in/yaml%2ev2.yaml_emitter_emit_block_mapping_value	u8
gopkg.in/yaml%2ev2.yaml_emitter_emit_node	u9
gopkg.in/yaml%2ev2.yaml_emitter_emit_scalar	ua
gopkg.in/yaml%2ev2.yaml_emitter_process_scalar	ub
gopkg.in/yaml%2ev2.yaml_emitter_write_plain_scalar	uc
gopkg.in/yaml%2ev2.write	u3
gopkg.in/yaml%2ev2.(*encoder).stringv	ue	at
gopkg.in/yaml%2ev2.(*encoder).emitScalar	tx
gopkg.in/yaml%2ev2.(*encoder).slicev	tt	tx
github.com/googleapis/gnostic/openapiv2.NewAdditionalPropertiesItem	tk
github.com/googleapis/gnostic/openapiv2.NewJsonReference	fr	t9	td	tc	1p	tb
github.com/googleapis/gnostic/openapiv2.NewResponses	uj	th
github.com/googleapis/gnostic/openapiv2.NewResponseValue	uh	uk	th
github.com/googleapis/gnostic/openapiv2.NewResponse	ul	th
github.com/googleapis/gnostic/openapiv2.NewSchemaItem	um	tk	th
github.com/googleapis/gnostic/openapiv2.NewFileSchema	fr	td	tc	t9	tb
github.com/googleapis/gnostic/compiler.ConvertInterfaceArrayToStringArray
github.com/googleapis/gnostic/openapiv2.NewDefinitions	tk
github.com/golang/protobuf/proto.Marshal	uq
github.com/golang/protobuf/proto.marshalAppend	ur
google.golang.org/protobuf/proto.MarshalOptions.MarshalAppend	us
google.golang.org/protobuf/proto.MarshalOptions.marshal	ut	v0	vb
google.golang.org/protobuf/internal/impl.(*MessageInfo).marshal	uu
google.golang.org/protobuf/internal/impl.(*MessageInfo).marshalAppendPointer	uv	vt	vv
google.golang.org/protobuf/internal/impl.makeMessageFieldCoder.func2	uw	v5
google.golang.org/protobuf/internal/impl.appendMessage	ur	ux
google.golang.org/protobuf/proto.Size	uy
google.golang.org/protobuf/proto.MarshalOptions.Size	uz
google.golang.org/protobuf/proto.MarshalOptions.size	v0	vb
google.golang.org/protobuf/internal/impl.(*MessageInfo).size	v1
google.golang.org/protobuf/internal/impl.(*MessageInfo).sizePointer	v2
google.golang.org/protobuf/internal/impl.(*MessageInfo).sizePointerSlow	v3	v8	va
google.golang.org/protobuf/internal/impl.makeMessageFieldCoder.func1	v4	v5
google.golang.org/protobuf/internal/impl.sizeMessage	ux
google.golang.org/protobuf/internal/impl.asMessage	v6
google.golang.org/protobuf/internal/impl.legacyWrapMessage	v7
google.golang.org/protobuf/internal/impl.(*MessageInfo).MessageOf
google.golang.org/protobuf/internal/impl.makeMessageSliceFieldCoder.func1	v9
google.golang.org/protobuf/internal/impl.sizeMessageSlice	ux	v5
google.golang.org/protobuf/internal/impl.(*MessageInfo).initOneofFieldCoders.func3	v3
google.golang.org/protobuf/proto.protoMethods	vc
google.golang.org/protobuf/internal/impl.(*messageReflectWrapper).ProtoMethods	vd
google.golang.org/protobuf/internal/impl.(*MessageInfo).init	ve
google.golang.org/protobuf/internal/impl.(*MessageInfo).initOnce	vf	vr	vs
google.golang.org/protobuf/internal/impl.(*MessageInfo).makeReflectFuncs	vg
google.golang.org/protobuf/internal/impl.(*MessageInfo).makeKnownFieldsFunc	vh	vp	vq
google.golang.org/protobuf/internal/filedesc.(*Message).Fields	vi
google.golang.org/protobuf/internal/filedesc.(*Message).lazyInit	vj
google.golang.org/protobuf/internal/filedesc.(*File).lazyInit	vk
google.golang.org/protobuf/internal/filedesc.(*File).lazyInitOnce	vl
google.golang.org/protobuf/internal/filedesc.(*File).lazyRawInit	vm
google.golang.org/protobuf/internal/filedesc.(*File).unmarshalFull	vn
google.golang.org/protobuf/internal/filedesc.(*Message).unmarshalFull	vo
google.golang.org/protobuf/internal/filedesc.(*Field).unmarshalFull	82
google.golang.org/protobuf/internal/impl.fieldInfoForScalar
google.golang.org/protobuf/internal/impl.makeOneofInfo
google.golang.org/protobuf/internal/impl.(*MessageInfo).makeStructInfo	6d
google.golang.org/protobuf/internal/impl.(*MessageInfo).makeCoderMethods
google.golang.org/protobuf/internal/impl.makeMessageSliceFieldCoder.func2	vu
google.golang.org/protobuf/internal/impl.appendMessageSlice	ur	v5	ux
google.golang.org/protobuf/internal/impl.(*MessageInfo).initOneofFieldCoders.func4	uv
k8s.io/kube-openapi/pkg/handler.jsonToYAML	vx
k8s.io/kube-openapi/pkg/handler.jsonToYAMLValue	vw	vx
github.com/json-iterator/go.(*frozenConfig).Marshal	vz
github.com/json-iterator/go.(*Stream).WriteVal	w0
github.com/json-iterator/go.(*onePtrEncoder).Encode	w1
github.com/json-iterator/go.(*marshalerEncoder).Encode	ky	w2
github.com/json-iterator/go.(*Stream).Write
k8s.io/kube-openapi/pkg/handler.toGzip	qq	w4
compress/gzip.(*Writer).Close	w5
compress/flate.(*Writer).Close	w6
compress/flate.(*compressor).close	qz
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*specAggregator).buildOpenAPISpec	w8	x0
k8s.io/kube-openapi/pkg/aggregator.MergeSpecsIgnorePathConflict	w9
k8s.io/kube-openapi/pkg/aggregator.mergeSpecs	wa	wm	wr
k8s.io/kube-openapi/pkg/aggregator.FilterSpecByPathsWithoutSideEffects	wb	wd
k8s.io/kube-openapi/pkg/util.NewTrie	wc
k8s.io/kube-openapi/pkg/util.(*Trie).Add
k8s.io/kube-openapi/pkg/aggregator.usedDefinitionForSpec	we
k8s.io/kube-openapi/pkg/aggregator.walkOnAllReferences	wf
k8s.io/kube-openapi/pkg/aggregator.(*readonlyReferenceWalker).Start	wg	wl
k8s.io/kube-openapi/pkg/aggregator.(*readonlyReferenceWalker).walkOperation	wh	wl
k8s.io/kube-openapi/pkg/aggregator.(*readonlyReferenceWalker).walkResponse	wi
k8s.io/kube-openapi/pkg/aggregator.(*readonlyReferenceWalker).walkSchema	wj	wi
k8s.io/kube-openapi/pkg/aggregator.walkOnAllReferences.func1	wk	wi	kw
k8s.io/kube-openapi/pkg/aggregator.usedDefinitionForSpec.func1	kw
k8s.io/kube-openapi/pkg/aggregator.(*readonlyReferenceWalker).walkParams	wi
k8s.io/kube-openapi/pkg/aggregator.deepEqualDefinitionsModuloGVKs	wn
reflect.DeepEqual	wo
reflect.deepValueEqual	wo	wp	wq
reflect.Value.MapIndex	lh
reflect.Value.MapKeys	lh
k8s.io/kube-openapi/pkg/aggregator.renameDefinition	ws
k8s.io/kube-openapi/pkg/aggregator.replaceReferences	wt
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).Start	wu	ww
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).walkSchema	wu	wv
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).walkSchema.func1
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).walkPaths	wx
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).walkPathItem	wy
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).walkOperation	wz
k8s.io/kube-openapi/pkg/aggregator.(*mutatingReferenceWalker).walkParameter	wu
k8s.io/kube-openapi/pkg/handler.PruneDefaults	x1
k8s.io/kube-openapi/pkg/handler.PruneDefaultsSchema	x1	x2
k8s.io/kube-openapi/pkg/handler.PruneDefaultsSchema.func1
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*Downloader).Download	ct	x4	s4	gv
net/http.(*timeoutHandler).ServeHTTP	x5	pc
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*inMemoryResponseWriter).Write
k8s.io/apiserver/pkg/storage/cacher.NewCacherFromConfig.func1.1	x7
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).startCaching	x8
k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch	x9	xi	xu	xz
k8s.io/client-go/tools/cache.(*Reflector).watchHandler	xa
k8s.io/apiserver/pkg/storage/cacher.(*watchCache).Update	xb
k8s.io/apiserver/pkg/storage/cacher.(*watchCache).processEvent	xc	xf
k8s.io/kubernetes/pkg/registry/core/configmap.GetAttrs	xd
k8s.io/kubernetes/pkg/registry/core/configmap.SelectableFields	xe
k8s.io/apiserver/pkg/registry/generic.ObjectMetaFieldsSet
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).CompleteWithOptions.func6	xg
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).CompleteWithOptions.func3	xh
k8s.io/apiserver/pkg/registry/generic/registry.NamespaceKeyFunc
k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch.func1	xj	xk
k8s.io/apimachinery/pkg/api/meta.ExtractList	g3
k8s.io/client-go/tools/cache.(*Reflector).syncWith	xl	xs
k8s.io/apiserver/pkg/storage/cacher.(*watchCache).Replace	xm	xo	xq
k8s.io/client-go/tools/cache.(*cache).Replace	xn
k8s.io/client-go/tools/cache.(*threadSafeMap).Replace
k8s.io/kube-aggregator/pkg/registry/apiservice.GetAttrs	xp
k8s.io/kube-aggregator/pkg/registry/apiservice.ToSelectableFields	xe
k8s.io/kubernetes/pkg/registry/core/secret.GetAttrs	xr
k8s.io/kubernetes/pkg/registry/core/secret.SelectableFields	xe
k8s.io/client-go/tools/cache.(*DeltaFIFO).Replace	xt
k8s.io/client-go/tools/cache.(*DeltaFIFO).queueActionLocked
k8s.io/apiserver/pkg/storage/cacher.(*cacherListerWatcher).Watch	xv
k8s.io/apiserver/pkg/storage/etcd3.(*store).WatchList	xw
k8s.io/apiserver/pkg/storage/etcd3.(*store).watch	xx
k8s.io/apiserver/pkg/storage/etcd3.(*watcher).Watch	xy
k8s.io/apiserver/pkg/storage/etcd3.(*watcher).createWatchChan
k8s.io/client-go/tools/cache.(*ListWatch).Watch	y0	y4	y6
k8s.io/client-go/informers/node/v1.NewFilteredRuntimeClassInformer.func2	y1
k8s.io/client-go/kubernetes/typed/node/v1.(*runtimeClasses).Watch	y2
k8s.io/client-go/rest.(*Request).Watch	y3	pc
k8s.io/apimachinery/pkg/runtime/serializer/streaming.NewDecoder
k8s.io/client-go/informers/core/v1.NewFilteredSecretInformer.func2	y5
k8s.io/client-go/kubernetes/typed/core/v1.(*secrets).Watch	y2
k8s.io/client-go/informers/storage/v1.NewFilteredStorageClassInformer.func2	y7
k8s.io/client-go/kubernetes/typed/storage/v1.(*storageClasses).Watch	y8
k8s.io/client-go/rest.(*RESTClient).Get	y9
k8s.io/client-go/rest.(*RESTClient).Verb	ya
k8s.io/client-go/rest.NewRequest	yb	g5	yc
k8s.io/client-go/rest.(*Request).SetHeader	s4
k8s.io/client-go/rest.readExpBackoffConfig	yd
strconv.ParseInt	ye
strconv.syntaxError
k8s.io/kube-aggregator/pkg/apiserver.(*APIServiceRegistrationController).runWorker	yg
k8s.io/kube-aggregator/pkg/apiserver.(*APIServiceRegistrationController).processNextWorkItem	yh
k8s.io/kube-aggregator/pkg/apiserver.(*APIServiceRegistrationController).sync	yi	yr	yt
k8s.io/kube-aggregator/pkg/apiserver.(*APIAggregator).AddAPIService	yj	yo	yp	yq
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).UnlistedHandlePrefix	yk	ym
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).refreshMuxLocked	yl
k8s.io/apimachinery/pkg/util/sets.String.List
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).trackCallers	yn
runtime/debug.Stack
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).Handle	ym	yk
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).UnlistedHandle	ym	yk
k8s.io/apimachinery/pkg/util/sets.String.Insert
k8s.io/kube-aggregator/pkg/apiserver.(*APIAggregator).RemoveAPIService	ys
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).Unregister	yk
k8s.io/kube-aggregator/pkg/client/listers/apiregistration/v1.(*aPIServiceLister).Get	yu
k8s.io/apimachinery/pkg/api/errors.NewNotFound
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).startObservingCount.func1	yw
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).Count	yx
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).Count	yy
k8s.io/apiserver/pkg/storage/etcd3.(*store).Count	jn	hw
k8s.io/apiextensions-apiserver/pkg/controller/openapi.(*Controller).runWorker	z0
k8s.io/apiextensions-apiserver/pkg/controller/openapi.(*Controller).processNextWorkItem	z1
k8s.io/apiextensions-apiserver/pkg/controller/openapi.(*Controller).sync	z2
k8s.io/apiextensions-apiserver/pkg/controller/openapi.buildVersionSpecs	z3	wn
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.BuildSwagger	z4	11f	11j
k8s.io/kube-openapi/pkg/builder.BuildOpenAPISpec	z5	110
k8s.io/kube-openapi/pkg/builder.newOpenAPI	z6	10z
k8s.io/kubernetes/pkg/generated/openapi.GetOpenAPIDefinitions	z7	z8	z9	za	zb	zc	zd	ze	zf	zg	zh	zi	zj	zk	zl	zm	zn	zo	zp	zq	zr	zs	zt	zu	zv	zw	zx	zy	zz	100	101	102	103	104	105	106	107	108	109	10a	10b	10c	10d	10e	10f	10g	10h	10i	10j	10k	10l	10m	10n	10o	10p	10q	10r	10s	10t	10u	10v	10w	10x	10y
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_Volume	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_Container	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_JSONSchemaProps	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_PodSecurityPolicySpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kubelet_config_v1beta1_KubeletConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_ManagedFieldsEntry
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_DeploymentSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_VolumeProjection	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v1_JobSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodPortForwardOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_APIResource
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiregistration_v1beta1_APIService	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_policy_v1beta1_PodSecurityPolicySpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_EphemeralContainer	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_NodeResources	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1_WebhookClientConfig	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_certificates_v1beta1_CertificateSigningRequestCondition	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1beta1_SubjectAccessReviewSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodAffinityTerm	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1_ResourceAttributes
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v2alpha1_CronJobSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ScaleIOVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ServiceSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_events_v1beta1_Event
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_node_v1beta1_RuntimeClass
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1beta1_Policy
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_EventList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authentication_v1_TokenRequest	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_DeleteOptions	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1_AggregationRule	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1_Event
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_policy_v1beta1_Eviction
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1beta1_SelfSubjectRulesReview	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_custom_metrics_v1beta2_MetricValue	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PersistentVolumeClaimSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_ReplicaSetStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_DeploymentSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v1_JobStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_WebhookClientConfig
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_Ingress	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta1_ObjectMetricStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1beta1_AggregationRule	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1alpha1_VolumeAttachmentList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1beta1_VolumeAttachmentSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_NonResourcePolicyRule
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v2alpha1_CronJob
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1beta1_ResourceAttributes
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiregistration_v1_APIServiceSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_LoadBalancerIngress	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1beta1_ValidatingWebhook	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_APIGroup	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1beta1_VolumeAttachmentStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_StorageClass
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_scheduler_config_v1beta1_PodTopologySpreadArgs
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiregistration_v1beta1_APIServiceStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_discovery_v1alpha1_EndpointSlice	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_FlowSchema	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1_SubjectRulesReviewStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_ResourceMetricSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_controller_manager_config_v1alpha1_EndpointControllerConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ConfigMapList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_NodeStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ObjectReference
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.(*builder).getOpenAPIConfig.func2	r
k8s.io/kube-openapi/pkg/builder.(*openAPI).buildPaths	111	11b	11d	11e
k8s.io/kube-openapi/pkg/builder.(*openAPI).buildOperations	112	116	117	11a
k8s.io/kube-openapi/pkg/builder.(*openAPI).buildResponse	113
k8s.io/kube-openapi/pkg/builder.(*openAPI).toSchema	114	w
k8s.io/kube-openapi/pkg/builder.(*openAPI).buildDefinitionForType	1m	115
k8s.io/kube-openapi/pkg/builder.(*openAPI).buildDefinitionRecursively	1m	115
k8s.io/kube-openapi/pkg/builder.(*openAPI).buildParameter	113
k8s.io/apiserver/pkg/endpoints/openapi.GetOperationIDAndTags	118	f
k8s.io/apiserver/pkg/endpoints/openapi.ToValidOperationID	119
bytes.(*Buffer).WriteRune	15
github.com/go-openapi/spec.Extensions.Add
k8s.io/kube-openapi/pkg/builder.(*openAPI).findCommonParameters	ku	11c
k8s.io/kube-openapi/pkg/builder.mapKeyFromParam
k8s.io/kube-openapi/pkg/builder.groupRoutesByPath
k8s.io/kube-openapi/pkg/builder.sortParameters
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.newBuilder	11g
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.(*builder).buildListSchema	11h
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.addTypeMetaProperties	11i
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.getDefinition	5
github.com/emicklei/go-restful.(*WebService).Route	11k
github.com/emicklei/go-restful.(*RouteBuilder).Build	11l	11n
github.com/emicklei/go-restful.newPathExpression	41	11m
github.com/emicklei/go-restful.templateToRegularExpression	18	14
github.com/emicklei/go-restful.(*Route).postBuild	p2
k8s.io/kubernetes/pkg/controlplane.(*Controller).RunKubernetesService.func2	11p
k8s.io/kubernetes/pkg/controlplane.(*Controller).UpdateKubernetesService	11q
k8s.io/kubernetes/pkg/controlplane.(*Controller).CreateOrUpdateMasterServiceIfNeeded	11r
k8s.io/client-go/kubernetes/typed/core/v1.(*services).Get	y8	fj	h9
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).updateObservations	11t
k8s.io/apiserver/pkg/util/flowcontrol/fairqueuing/queueset.(*queueSet).UpdateObservations	11u
k8s.io/apiserver/pkg/util/flowcontrol/metrics.(*sampleAndWaterMarkHistograms).Add	11v
k8s.io/apiserver/pkg/util/flowcontrol/metrics.(*sampleAndWaterMarkHistograms).innerSet	jo
k8s.io/client-go/tools/cache.(*controller).processLoop	11x
k8s.io/client-go/tools/cache.(*DeltaFIFO).Pop	11y
k8s.io/client-go/tools/cache.(*sharedIndexInformer).HandleDeltas	11z	122
k8s.io/client-go/tools/cache.(*cache).Get	120
k8s.io/client-go/tools/cache.DeletionHandlingMetaNamespaceKeyFunc	121
k8s.io/client-go/tools/cache.MetaNamespaceKeyFunc
k8s.io/client-go/tools/cache.(*cache).Add	123
k8s.io/client-go/tools/cache.(*threadSafeMap).Add
k8s.io/client-go/tools/cache.(*Reflector).Run.func1	x8
k8s.io/kube-aggregator/pkg/controllers/autoregister.(*autoRegisterController).runWorker	126
k8s.io/kube-aggregator/pkg/controllers/autoregister.(*autoRegisterController).processNextWorkItem	127
k8s.io/kube-aggregator/pkg/controllers/autoregister.(*autoRegisterController).checkAPIService
k8s.io/kubernetes/pkg/registry/core/service/ipallocator/controller.(*Repair).RunUntil.func1	129
k8s.io/kubernetes/pkg/registry/core/service/ipallocator/controller.(*Repair).RunOnce	12a
k8s.io/client-go/util/retry.RetryOnConflict	12b
k8s.io/client-go/util/retry.OnError	12c
k8s.io/apimachinery/pkg/util/wait.ExponentialBackoff	12d
k8s.io/apimachinery/pkg/util/wait.runConditionWithCrashProtection	12e	18m	18p	19e
k8s.io/client-go/util/retry.OnError.func1	12f	12s	135	136	138	18l
k8s.io/kubernetes/pkg/registry/rbac/rest.(*PolicyData).EnsureRBACPolicy.func1.1.1	12g
k8s.io/component-helpers/auth/rbac/reconciliation.(*ReconcileRoleOptions).Run	12h
k8s.io/component-helpers/auth/rbac/reconciliation.(*ReconcileRoleOptions).run	12i	12k	12q
k8s.io/component-helpers/auth/rbac/reconciliation.ClusterRoleModifier.Get	12j
k8s.io/client-go/kubernetes/typed/rbac/v1.(*clusterRoles).Get	fj	cq	y8
k8s.io/component-helpers/auth/rbac/reconciliation.computeReconciledRole	12l
k8s.io/component-helpers/auth/rbac/validation.Covers	12m	12p
k8s.io/component-helpers/auth/rbac/validation.ruleCovers	12n
k8s.io/component-helpers/auth/rbac/validation.resourceCoversAll	12o
k8s.io/component-helpers/auth/rbac/validation.hasAll
k8s.io/component-helpers/auth/rbac/validation.BreakdownRule
k8s.io/component-helpers/auth/rbac/reconciliation.ClusterRoleModifier.Create	12r
k8s.io/client-go/kubernetes/typed/rbac/v1.(*clusterRoles).Create	cq	fj
k8s.io/kubernetes/pkg/registry/rbac/rest.(*PolicyData).EnsureRBACPolicy.func1.1.2	12t
k8s.io/component-helpers/auth/rbac/reconciliation.(*ReconcileRoleBindingOptions).Run	12u
k8s.io/component-helpers/auth/rbac/reconciliation.(*ReconcileRoleBindingOptions).run	12v	12x	12z
k8s.io/component-helpers/auth/rbac/reconciliation.ClusterRoleBindingClientAdapter.Get	12w
k8s.io/client-go/kubernetes/typed/rbac/v1.(*clusterRoleBindings).Get	fj	cq	y8
k8s.io/component-helpers/auth/rbac/reconciliation.RoleBindingClientAdapter.Get	12y
k8s.io/client-go/kubernetes/typed/rbac/v1.(*roleBindings).Get	fj
k8s.io/component-helpers/auth/rbac/reconciliation.computeReconciledRoleBinding	130	134
k8s.io/component-helpers/auth/rbac/reconciliation.ClusterRoleBindingAdapter.DeepCopyRoleBinding	131
k8s.io/component-helpers/auth/rbac/reconciliation.(*ClusterRoleBindingAdapter).DeepCopy	132
k8s.io/component-helpers/auth/rbac/reconciliation.(*ClusterRoleBindingAdapter).DeepCopyInto	133
k8s.io/api/rbac/v1.(*ClusterRoleBinding).DeepCopyInto
k8s.io/component-helpers/auth/rbac/reconciliation.merge
k8s.io/kubernetes/pkg/registry/rbac/rest.(*PolicyData).EnsureRBACPolicy.func1.1.4	12t
k8s.io/kubernetes/pkg/registry/core/service/portallocator/controller.(*Repair).runOnce	137
k8s.io/client-go/kubernetes/typed/core/v1.(*services).List	fj
k8s.io/kubernetes/pkg/registry/core/service/ipallocator/controller.(*Repair).runOnce	139	13b
k8s.io/kubernetes/pkg/registry/core/service/ipallocator.NewFromSnapshot	13a
net.ParseCIDR
k8s.io/kubernetes/pkg/registry/core/service/ipallocator/controller.(*Repair).saveSnapShot	13c
k8s.io/kubernetes/pkg/registry/core/service/allocator/storage.(*Etcd).CreateOrUpdate	13d
k8s.io/apiserver/pkg/storage/etcd3.(*store).GuaranteedUpdate	ol	13e	13f	13g	18c	18f	18g	18h	18k
k8s.io/apiserver/pkg/storage/etcd3.(*store).getStateFromObject	13f
k8s.io/apimachinery/pkg/runtime.Encode	kf
k8s.io/apiserver/pkg/storage/etcd3.(*store).updateState	13h
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).Update.func1	13i	16w	17m	185
k8s.io/apiserver/pkg/registry/rest.(*defaultUpdatedObjectInfo).UpdatedObject	13j	16m	16w	17f
k8s.io/apiserver/pkg/endpoints/handlers.UpdateResource.func1.1	13k
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*FieldManager).UpdateNoErrors	13l
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*FieldManager).Update	13m	162	16a
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*lastAppliedUpdater).Update	13n
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*lastAppliedManager).Update	13o
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*skipNonAppliedManager).Update	13p
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*capManagersManager).Update	13q
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*buildManagerInfoManager).Update	13r	160
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*managedFieldsUpdater).Update	13s	15x
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*stripMetaManager).Update	13t
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*structuredMergeManager).Update	13u	15i
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*typeConverter).ObjectToTyped	13v
sigs.k8s.io/structured-merge-diff/v4/typed.ParseableType.FromStructured	13w
sigs.k8s.io/structured-merge-diff/v4/typed.AsTyped	13x
sigs.k8s.io/structured-merge-diff/v4/typed.TypedValue.Validate	13y
sigs.k8s.io/structured-merge-diff/v4/typed.(*validatingObjectWalker).validate	13z
sigs.k8s.io/structured-merge-diff/v4/typed.resolveSchema	140
sigs.k8s.io/structured-merge-diff/v4/typed.handleAtom	141	14y	150	159	15f
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).doMap	142
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).visitMapItems	143
sigs.k8s.io/structured-merge-diff/v4/value.MapZipUsing	144	14d
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.ZipUsing	145
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.structZip	146	149
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).visitMapItems.func1	147
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).visitMapItem	148
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).merge	140
sigs.k8s.io/structured-merge-diff/v4/value.(*valueReflect).mustReuse	14a
sigs.k8s.io/structured-merge-diff/v4/value.(*valueReflect).reuse	14b
sigs.k8s.io/structured-merge-diff/v4/value.TypeReflectCacheEntry.ToUnstructured	14c
k8s.io/apimachinery/pkg/apis/meta/v1.Time.ToUnstructured
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.ZipUsing	14e	14g
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.unorderedReflectZip	146	lg	14f	li
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.get	wp
sigs.k8s.io/structured-merge-diff/v4/value.defaultMapZip	14h
sigs.k8s.io/structured-merge-diff/v4/value.unorderedMapZip	14i
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.IterateUsing	14j
sigs.k8s.io/structured-merge-diff/v4/value.eachMapEntry	lg	li	14k
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.IterateUsing.func1	14l	14w
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.Unstructured.func1	14m
sigs.k8s.io/structured-merge-diff/v4/value.valueReflect.Unstructured	14n	14p
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.Unstructured	14o
sigs.k8s.io/structured-merge-diff/v4/value.mapReflect.Iterate	14i
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.Unstructured	14q
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.Iterate	14r
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.IterateUsing	14s
sigs.k8s.io/structured-merge-diff/v4/value.eachStructField	14t
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.IterateUsing.func1	14u	14v
sigs.k8s.io/structured-merge-diff/v4/typed.(*validatingObjectWalker).visitMapItems.func1	13y
sigs.k8s.io/structured-merge-diff/v4/value.structReflect.Unstructured.func1	14m
sigs.k8s.io/structured-merge-diff/v4/value.unorderedMapZip.func1	14x
sigs.k8s.io/structured-merge-diff/v4/value.MapZipUsing.func1	146
sigs.k8s.io/structured-merge-diff/v4/typed.(*validatingObjectWalker).doMap	14z
sigs.k8s.io/structured-merge-diff/v4/typed.(*validatingObjectWalker).visitMapItems	14r	14i
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).doMap	151
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).visitMapItems	152	157
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*PathElementSet).Iterate	153
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).visitMapItems.func3	154
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).visitMapItems.func1	155	156
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).prepareDescent
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).reconcile	140
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*SetNodeMap).Iterate	158
sigs.k8s.io/structured-merge-diff/v4/typed.(*reconcileWithSchemaWalker).visitMapItems.func2	154
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).doScalar	15a
sigs.k8s.io/structured-merge-diff/v4/typed.(*mergingWalker).doLeaf	15b
sigs.k8s.io/structured-merge-diff/v4/typed.TypedValue.Compare.func1	15c
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).Insert	15d	15e
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*PathElementSet).Insert
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*SetNodeMap).Descend
sigs.k8s.io/structured-merge-diff/v4/typed.(*validatingObjectWalker).doList	15g
sigs.k8s.io/structured-merge-diff/v4/typed.(*validatingObjectWalker).visitListItems	15h
sigs.k8s.io/structured-merge-diff/v4/fieldpath.MakePathElementSet
sigs.k8s.io/structured-merge-diff/v4/merge.(*Updater).Update	15j	15s	15q
sigs.k8s.io/structured-merge-diff/v4/merge.(*Updater).update	15k	15m	15p	15q
sigs.k8s.io/structured-merge-diff/v4/typed.TypedValue.Compare	15l
sigs.k8s.io/structured-merge-diff/v4/typed.merge	148
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).Intersection	15n	15o
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*SetNodeMap).Intersection	15m
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*PathElementSet).Intersection
sigs.k8s.io/structured-merge-diff/v4/fieldpath.NewVersionedSet
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).Difference	15r
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*PathElementSet).Difference
sigs.k8s.io/structured-merge-diff/v4/merge.(*Updater).reconcileManagedFieldsWithSchemaChanges	15t	15u
sigs.k8s.io/structured-merge-diff/v4/typed.ReconcileFieldSetWithSchema	156
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*versionConverter).Convert	15v
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*typeConverter).TypedToObject	15w
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.valueToObject	14m
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).Union	15y	15z
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*SetNodeMap).Union	15x
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*PathElementSet).Union
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.(*buildManagerInfoManager).buildManagerInfo	161
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.BuildManagerIdentifier	ku
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.decodeManagedFields	163
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.decodeLiveManagedFields	164
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.DecodeObjectManagedFields	165
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.decodeManagedFields	166
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.decodeVersionedSet	167
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.FieldsToSet	168
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).FromJSON	d8	169
github.com/json-iterator/go.Parse
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.EncodeObjectManagedFields	16b
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.encodeManagedFields	16c
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.encodeManagerVersionedSet	16d
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.SetToFields	16e
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).ToJSON	16f
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).ToJSONStream	16g
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).emitContentsV1	16g	16h	16j
sigs.k8s.io/structured-merge-diff/v4/fieldpath.manageMemory	16i
github.com/json-iterator/go.(*Stream).Flush	3n
sigs.k8s.io/structured-merge-diff/v4/fieldpath.(*Set).emitContentsV1.func1	16k
github.com/json-iterator/go.(*Stream).WriteMore	16l
github.com/json-iterator/go.(*Stream).writeByte
k8s.io/apiserver/pkg/endpoints/handlers.UpdateResource.func1.2	16n	17e
k8s.io/apiserver/pkg/admission.auditHandler.Admit	16o
k8s.io/apiserver/pkg/admission/metrics.pluginHandlerWithMetrics.Admit	16p	16r	179
k8s.io/apiserver/pkg/admission.(*reinvoker).Admit	16q
k8s.io/apiserver/pkg/admission.chainAdmissionHandler.Admit	16o
k8s.io/apiserver/pkg/admission/plugin/webhook/mutating.(*Plugin).Admit	16s
k8s.io/apiserver/pkg/admission/plugin/webhook/generic.(*Webhook).Dispatch	16t	176
k8s.io/apiserver/pkg/admission/plugin/webhook/mutating.(*mutatingDispatcher).Dispatch	16u	175
k8s.io/apiserver/pkg/admission/plugin/webhook/mutating.(*mutatingDispatcher).Dispatch.func1	16v
k8s.io/apiserver/pkg/admission/plugin/webhook/mutating.(*webhookReinvokeContext).SetLastWebhookInvocationOutput	16w	172
k8s.io/kubernetes/pkg/apis/core.(*ConfigMap).DeepCopyObject	16x
k8s.io/kubernetes/pkg/apis/core.(*ConfigMap).DeepCopy	16y
k8s.io/kubernetes/pkg/apis/core.(*ConfigMap).DeepCopyInto	16z
k8s.io/apimachinery/pkg/apis/meta/v1.(*ObjectMeta).DeepCopyInto	170
k8s.io/apimachinery/pkg/apis/meta/v1.(*ManagedFieldsEntry).DeepCopyInto	171
k8s.io/apimachinery/pkg/apis/meta/v1.(*FieldsV1).DeepCopyInto
k8s.io/kubernetes/pkg/apis/rbac.(*ClusterRole).DeepCopyObject	173
k8s.io/kubernetes/pkg/apis/rbac.(*ClusterRole).DeepCopy	174
k8s.io/kubernetes/pkg/apis/rbac.(*ClusterRole).DeepCopyInto	16z
k8s.io/apiserver/pkg/admission.(*reinvocationContext).SetValue
k8s.io/apiserver/pkg/admission.(*Handler).WaitForReady	o4	177
k8s.io/apiserver/pkg/admission/plugin/webhook/generic.(*Webhook).SetExternalKubeInformerFactory.func1	178
k8s.io/client-go/informers/core/v1.(*namespaceInformer).Informer
k8s.io/apiserver/pkg/admission/metrics.(*AdmissionMetrics).ObserveAdmissionStep	17a
k8s.io/apiserver/pkg/admission/metrics.(*metricSet).observe	17b
k8s.io/component-base/metrics.(*SummaryVec).WithLabelValues	17c
github.com/prometheus/client_golang/prometheus.(*SummaryVec).WithLabelValues	17d
github.com/prometheus/client_golang/prometheus.(*SummaryVec).GetMetricWithLabelValues	jr
k8s.io/apiserver/pkg/admission.NewAttributesRecord
k8s.io/apiserver/pkg/endpoints/handlers.(*patcher).applyPatch	17g
k8s.io/apiserver/pkg/endpoints/handlers.(*smpPatcher).applyPatchToCurrentObject	17h
k8s.io/apiserver/pkg/endpoints/handlers.strategicPatchObject	17i
k8s.io/apimachinery/pkg/runtime.(*unstructuredConverter).ToUnstructured	17j
k8s.io/apimachinery/pkg/runtime.toUnstructured	17k
k8s.io/apimachinery/pkg/runtime.structToUnstructured	17l	17j
k8s.io/apimachinery/pkg/runtime.fieldInfoFromField
k8s.io/apiserver/pkg/registry/rest.BeforeUpdate	17n	180
k8s.io/apiserver/pkg/registry/rest.validateCommonFields	17o	17w
k8s.io/apimachinery/pkg/api/validation.ValidateObjectMetaAccessorUpdate	17p	17r
k8s.io/apimachinery/pkg/util/validation/field.(*Path).Child	17q
k8s.io/apimachinery/pkg/util/validation/field.NewPath
k8s.io/apimachinery/pkg/api/validation.ValidateImmutableField	17s
k8s.io/apimachinery/third_party/forked/golang/reflect.Equalities.DeepEqual	17t
k8s.io/apimachinery/third_party/forked/golang/reflect.Equalities.deepValueEqual	17u
reflect.Value.Call	17v
reflect.Value.call
k8s.io/apimachinery/pkg/api/validation.ValidateObjectMetaAccessor	17p	17x
k8s.io/apimachinery/pkg/apis/meta/v1/validation.ValidateLabels	17y
k8s.io/apimachinery/pkg/apis/meta/v1/validation.ValidateLabelName	17z
k8s.io/apimachinery/pkg/util/validation.IsQualifiedName	f
k8s.io/kubernetes/pkg/registry/core/configmap.strategy.ValidateUpdate	181
k8s.io/kubernetes/pkg/apis/core/validation.ValidateConfigMapUpdate	182
k8s.io/kubernetes/pkg/apis/core/validation.ValidateConfigMap	183
k8s.io/kubernetes/pkg/apis/core/validation.ValidateObjectMeta	184
k8s.io/apimachinery/pkg/api/validation.ValidateObjectMeta	17w
k8s.io/apiserver/pkg/registry/rest.AdmissionToValidateObjectUpdateFunc.func2	186
k8s.io/apiserver/pkg/admission.auditHandler.Validate	187
k8s.io/apiserver/pkg/admission/metrics.pluginHandlerWithMetrics.Validate	188	18a	179	18b
k8s.io/apiserver/pkg/admission.(*reinvoker).Validate	189
k8s.io/apiserver/pkg/admission.chainAdmissionHandler.Validate	187
k8s.io/apiserver/pkg/admission/plugin/webhook/validating.(*Plugin).Validate	16s
k8s.io/apiserver/pkg/admission/metrics.(*AdmissionMetrics).ObserveAdmissionController
go.etcd.io/etcd/clientv3.(*txn).Commit	18d
go.etcd.io/etcd/clientv3.(*retryKVClient).Txn	18e
go.etcd.io/etcd/etcdserver/etcdserverpb.(*kVClient).Txn	i0
go.etcd.io/etcd/clientv3.OpPut
k8s.io/utils/trace.(*Trace).Step
go.etcd.io/etcd/clientv3.(*txn).Else	18i
go.etcd.io/etcd/clientv3.Op.toRequestOp	18j
go.etcd.io/etcd/clientv3.Op.toRangeRequest
k8s.io/apiserver/pkg/storage/etcd3.(*store).GuaranteedUpdate.func1	hw
k8s.io/kubernetes/pkg/registry/rbac/rest.(*PolicyData).EnsureRBACPolicy.func1.1.3	12g
k8s.io/kubernetes/pkg/registry/rbac/rest.(*PolicyData).EnsureRBACPolicy.func1.1	18n	h2	h0	18o
k8s.io/kubernetes/pkg/registry/rbac/rest.retryOnConflictOrServiceUnavailable	12b
k8s.io/kubernetes/pkg/registry/rbac/rest.primeAggregatedClusterRoles	12j
k8s.io/apiserver/pkg/storage/storagebackend/factory.newETCD3HealthCheck.func1	18q
k8s.io/apiserver/pkg/storage/storagebackend/factory.newETCD3Client	18r
go.etcd.io/etcd/clientv3.New	18s
go.etcd.io/etcd/clientv3.newClient	5g	18t	19d	fr
go.etcd.io/etcd/clientv3.(*Client).dialWithBalancer	18u
go.etcd.io/etcd/clientv3.(*Client).dial	18v	o7
google.golang.org/grpc.DialContext	18w	197
google.golang.org/grpc.newCCResolverWrapper	18x
go.etcd.io/etcd/clientv3/balancer/resolver/endpoint.(*builder).Build	18y
go.etcd.io/etcd/clientv3/balancer/resolver/endpoint.(*ResolverGroup).addResolver	18z
google.golang.org/grpc.(*ccResolverWrapper).NewAddress	190	197
google.golang.org/grpc.(*ClientConn).updateResolverState	191	194
google.golang.org/grpc.(*ccBalancerWrapper).updateClientConnState	192
go.etcd.io/etcd/clientv3/balancer.(*baseBalancer).HandleResolvedAddrs	193
google.golang.org/grpc.(*ccBalancerWrapper).NewSubConn
google.golang.org/grpc.(*ClientConn).maybeApplyDefaultServiceConfig	195
google.golang.org/grpc.(*ClientConn).applyServiceConfigAndBalancer	196
google.golang.org/grpc.newCCBalancerWrapper
google.golang.org/grpc/grpclog.Infof	198
go.etcd.io/etcd/pkg/logutil.(*defaultLogger).Infof	199
k8s.io/apiserver/pkg/storage/etcd3.klogWrapper.Infof	fr	19a
k8s.io/klog/v2.InfoDepth	19b
k8s.io/klog/v2.(*loggingT).printDepth	19c
k8s.io/klog/v2.(*loggingT).header
go.etcd.io/etcd/clientv3.NewKV
k8s.io/kubernetes/pkg/controlplane.(*Controller).RunKubernetesService.func1	y8	fj
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).runWorker	19g
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).processNextWorkItem	19h
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).processNextWorkItem.func1	19i
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).syncOne	19j
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).digestConfigObjects	19k
k8s.io/client-go/kubernetes/typed/flowcontrol/v1beta1.(*flowSchemas).Patch	fj
k8s.io/kube-aggregator/pkg/controllers/status.(*AvailableConditionController).runWorker	19m
k8s.io/kube-aggregator/pkg/controllers/status.(*AvailableConditionController).processNextWorkItem	19n
k8s.io/kube-aggregator/pkg/controllers/status.(*AvailableConditionController).sync	19o
k8s.io/kube-aggregator/pkg/apis/apiregistration/v1.(*APIService).DeepCopy
k8s.io/apimachinery/pkg/util/wait.(*jitteredBackoffManagerImpl).Backoff	19q
k8s.io/apimachinery/pkg/util/clock.RealClock.NewTimer	o5
k8s.io/apimachinery/pkg/util/wait.NewJitteredBackoffManager
k8s.io/apimachinery/pkg/util/wait.(*Group).StartWithChannel.func1	19t
k8s.io/client-go/tools/cache.(*Reflector).Run	sj
k8s.io/apiserver/pkg/storage/etcd3.(*watchChan).processEvent	19v
k8s.io/apiserver/pkg/storage/etcd3.(*watchChan).transform	19w
k8s.io/apiserver/pkg/storage/etcd3.(*watchChan).prepareObjs	19x
k8s.io/apiserver/pkg/storage/etcd3.decodeObj	19y
k8s.io/apimachinery/pkg/runtime.Decode	hm	cr
golang.org/x/net/http2.(*ClientConn).readLoop	1a0
golang.org/x/net/http2.(*clientConnReadLoop).run	1a1	1al	1aq
golang.org/x/net/http2.(*Framer).ReadFrame	1a2	1a3	1af	1ah	1ai	1aj	1ak
golang.org/x/net/http2.readFrameHeader	ik
golang.org/x/net/http2.(*Framer).readMetaFrame	1a4
golang.org/x/net/http2/hpack.(*Decoder).Write	1a5
golang.org/x/net/http2/hpack.(*Decoder).parseHeaderFieldRepr	1a6	1a9
golang.org/x/net/http2/hpack.(*Decoder).parseFieldIndexed	1a7
golang.org/x/net/http2/hpack.(*Decoder).callEmit	1a8
golang.org/x/net/http2.(*Framer).readMetaFrame.func1
golang.org/x/net/http2/hpack.(*Decoder).parseFieldLiteral	1a7	1aa	1ad
golang.org/x/net/http2/hpack.(*Decoder).readString	1ab
golang.org/x/net/http2/hpack.huffmanDecode	1ac
golang.org/x/net/http2/hpack.getRootHuffmanNode	5
golang.org/x/net/http2/hpack.(*dynamicTable).add	1ae
golang.org/x/net/http2/hpack.(*headerFieldTable).addEntry
golang.org/x/net/http2.parseDataFrame	1ag
golang.org/x/net/http2.(*frameCache).getDataFrame
google.golang.org/grpc/internal/transport.newFramer.func1
golang.org/x/net/http2.parsePingFrame
golang.org/x/net/http2.parseHeadersFrame
golang.org/x/net/http2.parseSettingsFrame
golang.org/x/net/http2.(*clientConnReadLoop).processData	1am
golang.org/x/net/http2.(*pipe).Write	1an
golang.org/x/net/http2.(*dataBuffer).Write	1ao
golang.org/x/net/http2.(*dataBuffer).lastChunkOrAlloc	1ap
golang.org/x/net/http2.getDataBufferChunk	5u
golang.org/x/net/http2.(*clientConnReadLoop).processHeaders	1ar
golang.org/x/net/http2.(*clientConnReadLoop).handleResponse
k8s.io/apimachinery/pkg/watch.(*StreamWatcher).receive	1at
k8s.io/client-go/rest/watch.(*Decoder).Decode	19y	1au
k8s.io/apimachinery/pkg/runtime/serializer/streaming.(*decoder).Decode	cs	1av
k8s.io/apimachinery/pkg/util/framer.(*jsonFrameReader).Read	1aw
encoding/json.(*Decoder).Decode	1ax
encoding/json.(*Decoder).readValue	1ay
encoding/json.(*Decoder).refill
k8s.io/apiserver/pkg/endpoints/handlers.finishRequest.func1	1b0	1b9	1bl	1bo
k8s.io/apiserver/pkg/endpoints/handlers.UpdateResource.func1.5	1b1
k8s.io/apiserver/pkg/endpoints/handlers.UpdateResource.func1.4	1b2	1b6	17e	1b7	1b8
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).Update	1b3	1b5
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).GuaranteedUpdate	1b4
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).GuaranteedUpdate	13d	16w
k8s.io/kubernetes/pkg/registry/core/configmap/storage.NewREST.func1
k8s.io/apiserver/pkg/registry/rest.AdmissionToValidateObjectUpdateFunc
k8s.io/apiserver/pkg/endpoints/handlers.updateToCreateOptions
k8s.io/apiserver/pkg/registry/rest.AdmissionToValidateObjectFunc
k8s.io/apiserver/pkg/endpoints/handlers.createHandler.func1.2	1ba	16n	13k
k8s.io/apiserver/pkg/endpoints/handlers.createHandler.func1.1	1bb
k8s.io/apiserver/pkg/endpoints/handlers.(*namedCreaterAdapter).Create	1bc	1bi	1bj	1bk
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).Create	1bd	1bh	172
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).Create	1be
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).Create	1bf
k8s.io/apiserver/pkg/storage/etcd3.(*store).Create	ol	13f	18f	18c	1bg
go.etcd.io/etcd/clientv3.(*kv).Txn
k8s.io/apiserver/pkg/registry/rest.AdmissionToValidateObjectFunc.func2	186
k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding/policybased.(*Storage).Create	1bc
k8s.io/kubernetes/pkg/registry/rbac/rolebinding/policybased.(*Storage).Create	1bc
k8s.io/kubernetes/pkg/registry/rbac/clusterrole/policybased.(*Storage).Create	1bc
k8s.io/apiserver/pkg/endpoints/handlers.(*patcher).patchResource.func3	1bm
k8s.io/apiserver/pkg/endpoints/handlers.(*patcher).patchResource.func2	1bn
k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema/storage.(*StatusREST).Update	1b2
k8s.io/apiserver/pkg/endpoints/handlers.DeleteResource.func1.1	1bp
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).Delete	1bq
k8s.io/apiserver/pkg/registry/generic/registry.(*DryRunnableStorage).Delete	1br
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).Delete	1bs
k8s.io/apiserver/pkg/storage/etcd3.(*store).Delete	1bt
k8s.io/apiserver/pkg/storage/etcd3.(*store).conditionalDelete	1bu
k8s.io/apiserver/pkg/registry/rest.AdmissionToValidateObjectDeleteFunc.func1	16n
runtime.systemstack	1bw
runtime.newproc.func1	1bx
runtime.newproc1	1by
runtime.malg
net/http.(*conn).serve	1c0	1c3	1ck	1ez
net/http.serverHandler.ServeHTTP	1c1	1c2
k8s.io/apiserver/pkg/server.(*APIServerHandler).ServeHTTP	k4
net/http.(*ServeMux).ServeHTTP	k4
golang.org/x/net/http2.ConfigureServer.func1	1c4
golang.org/x/net/http2.(*Server).ServeConn	1c5
golang.org/x/net/http2.(*serverConn).serve	1c6	1cj
golang.org/x/net/http2.(*serverConn).processFrameFromReader	1c7
golang.org/x/net/http2.(*serverConn).processFrame	1c8	1cc	1ci
golang.org/x/net/http2.(*serverConn).processHeaders	1c9	1cb
golang.org/x/net/http2.(*serverConn).newWriterAndRequest	1ca	s4
golang.org/x/net/http2.(*serverConn).newWriterAndRequestNoBody	5u
golang.org/x/net/http2.(*serverConn).newStream
golang.org/x/net/http2.(*serverConn).processWindowUpdate	1cd
golang.org/x/net/http2.(*serverConn).scheduleFrameWrite	1ce	1ch
golang.org/x/net/http2.(*randomWriteScheduler).Pop	1cf
golang.org/x/net/http2.(*writeQueue).consume	1cg
golang.org/x/net/http2.FrameWriteRequest.Consume
golang.org/x/net/http2.(*serverConn).startFrameWrite
golang.org/x/net/http2.(*serverConn).processData	1am
golang.org/x/net/http2.(*serverConn).wroteFrame	1cd
crypto/tls.(*Conn).HandshakeContext	1cl
crypto/tls.(*Conn).handshakeContext	1cm	1ek
crypto/tls.(*Conn).serverHandshake	1cn
crypto/tls.(*serverHandshakeStateTLS13).handshake	1co	1dv	1ei	1ej
crypto/tls.(*serverHandshakeStateTLS13).sendServerCertificate	1cp	1dj
crypto/rsa.(*PrivateKey).Sign	1cq
crypto/rsa.SignPSS	1cr
crypto/rsa.signPSSWithSalt	1cs	1de	1dh
crypto/rsa.decryptAndCheck	1ct	1dd
crypto/rsa.decrypt	1cu	1d6	1dc
math/big.(*Int).Exp	1cv
math/big.nat.expNN	1cw	1d0	1cy	1d2	1d3	1d5
math/big.nat.expNNMontgomery	1cx	1cz	1d0
math/big.nat.montgomery	1cy
math/big.nat.make
math/big.nat.shl	1cy
math/big.nat.div	1d1
math/big.nat.divLarge	1cy
math/big.nat.set	1cy
math/big.nat.mul	1d4	1cy
math/big.nat.mulAddWW	1cy
math/big.nat.sqr	1cy
math/big.(*Int).ModInverse	1d7
math/big.(*Int).GCD	1d8
math/big.(*Int).lehmerGCD	1d9
math/big.lehmerUpdate	1da	1dc
math/big.(*Int).Add	1db
math/big.nat.add	1cy	1db
math/big.(*Int).Mul	1d3
crypto/rsa.encrypt	1cu
crypto/rsa.emsaPSSEncode	1df
crypto/rsa.mgf1XOR	1dg
crypto/sha256.(*digest).Sum
math/big.(*Int).SetBytes	1di
math/big.nat.setBytes	1cy
crypto/tls.(*Conn).writeHandshakeRecord	1dk	m9	1du
crypto/tls.(*certificateMsgTLS13).marshal	1dl
vendor/golang.org/x/crypto/cryptobyte.(*Builder).AddUint24LengthPrefixed	1dm
vendor/golang.org/x/crypto/cryptobyte.(*Builder).addLengthPrefixed	1dn
vendor/golang.org/x/crypto/cryptobyte.(*Builder).callContinuation	1do	1dq	1dr
crypto/tls.(*certificateMsgTLS13).marshal.func1	1dp
crypto/tls.marshalCertificate	1dl
crypto/tls.marshalCertificate.func1	1dl
crypto/tls.marshalCertificate.func1.1	1ds
vendor/golang.org/x/crypto/cryptobyte.(*Builder).AddBytes	1dt
vendor/golang.org/x/crypto/cryptobyte.(*Builder).add
crypto/tls.(*newSessionTicketMsgTLS13).marshal	1dl
crypto/tls.(*serverHandshakeStateTLS13).sendServerFinished	1dw	1eb	1eh
crypto/tls.(*serverHandshakeStateTLS13).sendSessionTickets	1dx	1dj	1e0
crypto/tls.(*Conn).encryptTicket	1dy
crypto/aes.NewCipher	1dz
crypto/aes.newCipher
crypto/tls.(*cipherSuiteTLS13).finishedHash	1e1	1e4
crypto/hmac.New	1e2
crypto.Hash.New	1e3
crypto/sha256.New
crypto/tls.(*cipherSuiteTLS13).expandLabel	1e5	1e9	1ea
vendor/golang.org/x/crypto/hkdf.(*hkdf).Read	1e6	1e8
crypto/hmac.(*hmac).Reset	1e7
crypto/sha256.(*digest).MarshalBinary
crypto/hmac.(*hmac).Sum	1dg
vendor/golang.org/x/crypto/hkdf.Expand	1e1
vendor/golang.org/x/crypto/cryptobyte.(*Builder).AddUint8LengthPrefixed	1dm
crypto/tls.(*halfConn).setTrafficSecret	1ec	1ed
crypto/tls.(*cipherSuiteTLS13).trafficKey	1e4
crypto/tls.aeadAESGCMTLS13	1dy	1ee
crypto/cipher.NewGCM	1ef
crypto/cipher.newGCMWithNonceAndTagSize	1eg
crypto/aes.(*aesCipherGCM).NewGCM
crypto/tls.(*cipherSuiteTLS13).deriveSecret	1e4	1e2
crypto/tls.(*serverHandshakeStateTLS13).readClientFinished	1eb
crypto/tls.(*serverHandshakeStateTLS13).sendServerParameters	1eh
crypto/tls.(*Conn).clientHandshake	1el	1ey
crypto/tls.(*clientHandshakeStateTLS13).handshake	1em	1eu	1ev
crypto/tls.(*clientHandshakeStateTLS13).readServerCertificate	1en	1ep	1eq	1er
crypto/tls.verifyHandshakeSignature	1eo
crypto/rsa.VerifyPSS	1dd	1e2
crypto/tls.signedMessage	1dg
crypto/tls.(*Conn).readHandshake
crypto/tls.(*Conn).verifyServerCertificate	1es
crypto/x509.(*CertPool).AddCert	1et
crypto/x509.(*CertPool).addCertFunc
crypto/tls.(*clientHandshakeStateTLS13).readServerFinished	1eb	1eh	1e0
crypto/tls.(*clientHandshakeStateTLS13).establishHandshakeKeys	1eb	1eh	1ew
crypto/tls.(*cipherSuiteTLS13).extract	1ex
vendor/golang.org/x/crypto/hkdf.Extract	1e1
crypto/tls.(*Conn).makeClientHello
net/http.(*conn).readRequest	1f0
net/http.readRequest	1f1
net/textproto.(*Reader).ReadMIMEHeader	1f2
net/textproto.readMIMEHeader
google.golang.org/grpc/internal/transport.(*http2Client).reader	1a1	1f4	1f8	1fd	1fe
google.golang.org/grpc/internal/transport.(*http2Client).handleData	3n	1f5	1f7
google.golang.org/grpc/internal/transport.(*Stream).write	1f6
google.golang.org/grpc/internal/transport.(*recvBuffer).put
google.golang.org/grpc/internal/transport.(*bufferPool).get	5u
google.golang.org/grpc/internal/transport.(*http2Client).operateHeaders	1f9	1fa
google.golang.org/grpc/internal/transport.(*http2Client).closeStream	iz
google.golang.org/grpc/internal/transport.(*decodeState).decodeHeader	1fb
google.golang.org/grpc/internal/transport.(*decodeState).processHeaderField	1fc
google.golang.org/grpc/internal/transport.(*decodeState).addMetadata
google.golang.org/grpc/internal/transport.(*http2Client).handleSettings
google.golang.org/grpc/internal/transport.(*http2Client).handleWindowUpdate	1ff
google.golang.org/grpc/internal/transport.(*controlBuffer).put	iz
google.golang.org/grpc.(*addrConn).resetTransport	1fh
google.golang.org/grpc.(*addrConn).tryAllAddrs	1fi
google.golang.org/grpc.(*addrConn).createTransport	1fj	o4
google.golang.org/grpc/internal/transport.NewClientTransport	1fk
google.golang.org/grpc/internal/transport.newHTTP2Client	1fl
google.golang.org/grpc/internal/transport.newFramer	1fm	hq
google.golang.org/grpc/internal/transport.newBufWriter
go.etcd.io/etcd/clientv3.(*watchGrpcStream).serveWatchClient	1fo
go.etcd.io/etcd/etcdserver/etcdserverpb.(*watchWatchClient).Recv	1fp
github.com/grpc-ecosystem/go-grpc-prometheus.(*monitoredClientStream).RecvMsg	i4
k8s.io/apiserver/pkg/storage/cacher.NewCacherFromConfig.func1	sh
golang.org/x/net/http2.(*serverConn).runHandler	1fs	1ft
net/http.initALPNRequest.ServeHTTP	1c0
golang.org/x/net/http2.(*serverConn).runHandler.func1	1fu
golang.org/x/net/http2.(*responseWriter).handlerDone	1fv
golang.org/x/net/http2.(*responseWriter).Flush	mc
k8s.io/klog/v2.(*loggingT).flushDaemon	1fx
time.NewTicker
k8s.io/apiextensions-apiserver/pkg/controller/openapi.(*Controller).Run	1fz	z2
k8s.io/apiextensions-apiserver/pkg/controller/openapi.(*Controller).updateSpecLocked	sz	1g0
k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder.MergeSpecs	w8
net/http.(*timeoutHandler).ServeHTTP.func1	k4
k8s.io/apiserver/pkg/server.runPostStartHook	1g3
k8s.io/apiserver/pkg/server.runPostStartHook.func1	1g4	1g8	1gb
k8s.io/kubernetes/pkg/registry/rbac/rest.(*PolicyData).EnsureRBACPolicy.func1	1g5
k8s.io/apimachinery/pkg/util/wait.Poll	1g6
k8s.io/apimachinery/pkg/util/wait.pollInternal	1g7
k8s.io/apimachinery/pkg/util/wait.WaitFor	12d
k8s.io/kubernetes/pkg/controlplane.(*Controller).PostStartHook	1g9
k8s.io/kubernetes/pkg/controlplane.(*Controller).Start	1ga	129
k8s.io/kubernetes/pkg/registry/core/service/portallocator/controller.(*Repair).RunOnce	12a
k8s.io/kubernetes/pkg/controlplane.completedConfig.New.func1	1gc
k8s.io/client-go/kubernetes.NewForConfig	1gd	1gn	1go	1gp	1gq	1gr	1gs	1gt	1gu	1gv	1gw	1gx
k8s.io/client-go/kubernetes/typed/node/v1.NewForConfig	1ge
k8s.io/client-go/rest.RESTClientFor	1gf	1gm
k8s.io/client-go/rest.TransportFor	1gg	1gl
k8s.io/client-go/transport.New	1gh	1gj
k8s.io/client-go/transport.(*tlsTransportCache).get	1gi
k8s.io/client-go/transport.tlsConfigKey
k8s.io/client-go/transport.HTTPWrappersForConfig	1gk
k8s.io/client-go/transport.NewUserAgentRoundTripper
k8s.io/client-go/rest.(*Config).TransportConfig
k8s.io/client-go/rest.NewRESTClient
k8s.io/client-go/kubernetes/typed/admissionregistration/v1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/scheduling/v1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/storage/v1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/authorization/v1beta1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/rbac/v1alpha1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/apps/v1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/networking/v1beta1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/admissionregistration/v1beta1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/batch/v1beta1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/certificates/v1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/storage/v1beta1.NewForConfig	1ge
k8s.io/apimachinery/pkg/util/wait.PollUntil	1g7
net/http.(*persistConn).addTLS.func2	1ck
k8s.io/apiserver/plugin/pkg/audit/buffered.(*bufferedBackend).Run.func1	1h1
k8s.io/apiserver/plugin/pkg/audit/buffered.(*bufferedBackend).processIncomingEvents	1h2
k8s.io/apiserver/plugin/pkg/audit/buffered.(*bufferedBackend).processIncomingEvents.func1	1h3
k8s.io/apiserver/plugin/pkg/audit/buffered.(*bufferedBackend).processEvents	1h4
k8s.io/apiserver/plugin/pkg/audit/buffered.(*bufferedBackend).processEvents.func2	1h5
k8s.io/apiserver/plugin/pkg/audit/log.(*backend).ProcessEvents	1h6
k8s.io/apiserver/plugin/pkg/audit/log.(*backend).logEvent	13f	1h7
fmt.Fprint	1h8
fmt.(*pp).doPrint	ft
k8s.io/kubernetes/cmd/kube-apiserver/app.NewAPIServerCommand.func2	1ha	1qw	1r3
k8s.io/kubernetes/cmd/kube-apiserver/app.Run	1hb	1qh
k8s.io/kubernetes/cmd/kube-apiserver/app.CreateServerChain	1hc	1o2	1ot	1q3	1qf	1qg
k8s.io/kubernetes/cmd/kube-apiserver/app.CreateKubeAPIServer	1hd
k8s.io/kubernetes/pkg/controlplane.completedConfig.New	1he	1mx	1no	1o1
k8s.io/kubernetes/pkg/controlplane.(*Instance).InstallAPIs	1hf	1k2	1ko	1kt	1l3	1l9	1le	1lk	1lo	1ls	1lw	1m0	1m3	1m7	1mb	1mf	1mh	1ms
k8s.io/apiserver/pkg/server.(*GenericAPIServer).InstallAPIGroups	1hg	1jj	1k1
k8s.io/apiserver/pkg/server.(*GenericAPIServer).installAPIResources	1hh	1hy
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.NewTypeConverter	1hi
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.NewGVKParser	1hj	1hw	1hx
k8s.io/kube-openapi/pkg/schemaconv.ToSchemaWithPreserveUnknownFields	1hk
k8s.io/kube-openapi/pkg/schemaconv.(*convert).convertAll	1hl	1hw
k8s.io/kube-openapi/pkg/schemaconv.(*convert).insertTypeDef	1hm	1ht	1hu
k8s.io/kube-openapi/pkg/util/proto.(*Kind).Accept	1hn
k8s.io/kube-openapi/pkg/schemaconv.(*convert).VisitKind	1ho
k8s.io/kube-openapi/pkg/schemaconv.(*convert).makeRef	1hp	1hr	1ht	1hu
k8s.io/kube-openapi/pkg/util/proto.(*Primitive).Accept	1hq
k8s.io/kube-openapi/pkg/schemaconv.(*convert).VisitPrimitive
k8s.io/kube-openapi/pkg/util/proto.(*Array).Accept	1hs
k8s.io/kube-openapi/pkg/schemaconv.(*convert).VisitArray	1ho
k8s.io/kube-openapi/pkg/schemaconv.(*convert).push
k8s.io/kube-openapi/pkg/util/proto.(*Map).Accept	1hv
k8s.io/kube-openapi/pkg/schemaconv.(*convert).VisitMap	1ho
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).ListModels
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager/internal.parseGroupVersionKind
k8s.io/apiserver/pkg/endpoints.(*APIGroupVersion).InstallREST	1hz	1jd	1jf
k8s.io/apiserver/pkg/endpoints.(*APIInstaller).Install	1i0	1ja
k8s.io/apiserver/pkg/endpoints.(*APIInstaller).registerResourceHandlers	1i1	11j	1i7	1i8	1if	1ig	1il	1i2	1it	1iu	el	1iv	1iw	mr	1ix	1iy	1iz	1j1	1j3	1j5	1j7	1j8
k8s.io/apiserver/pkg/endpoints.AddObjectParams	1i2	1i4	1i5	pk
github.com/emicklei/go-restful.(*WebService).QueryParameter	1i3
github.com/emicklei/go-restful.QueryParameter
github.com/emicklei/go-restful.(*RouteBuilder).Param
reflect.(*rtype).Field	1i6
reflect.(*structType).Field
github.com/emicklei/go-restful.(*RouteBuilder).Metadata
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.NewDefaultFieldManager	1i9
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.newDefaultFieldManager	1ia	1ie
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.NewStripMetaManager	1ib	1id
sigs.k8s.io/structured-merge-diff/v4/fieldpath.MakePathOrDie	1ic
sigs.k8s.io/structured-merge-diff/v4/fieldpath.MakePath
sigs.k8s.io/structured-merge-diff/v4/fieldpath.NewSet	15c
k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.NewProbabilisticSkipNonAppliedManager
github.com/emicklei/go-restful.(*RouteBuilder).Returns
k8s.io/apiserver/pkg/endpoints.GetResourceKind	1ih	1ik
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).New	1ii	1ij
k8s.io/kubernetes/pkg/registry/apps/deployment/storage.NewREST.func1
k8s.io/kubernetes/pkg/registry/rbac/rolebinding/storage.NewREST.func1
k8s.io/kubernetes/pkg/registry/apps/daemonset/storage.(*StatusREST).New
k8s.io/apimachinery/pkg/runtime.(*equivalentResourceRegistry).RegisterKindFor	1im
k8s.io/apiserver/pkg/server.(*Config).Complete.func1	1in
k8s.io/apiserver/pkg/server/options.(*StorageFactoryRestOptionsFactory).GetRESTOptions	1io
k8s.io/apiserver/pkg/server/storage.(*DefaultStorageFactory).NewConfig	1ip	1ir
k8s.io/apiserver/pkg/server/storage.NewStorageCodec	mx	1iq
mime.ParseMediaType
k8s.io/apiserver/pkg/server/storage.(*DefaultResourceEncodingConfig).StorageEncodingFor	1is
k8s.io/apimachinery/pkg/runtime.(*Scheme).PrioritizedVersionsForGroup
k8s.io/apiserver/pkg/endpoints.indirectArbitraryPointer	g3
github.com/emicklei/go-restful.(*WebService).GET
k8s.io/apiserver/pkg/endpoints/metrics.InstrumentRouteFunc
k8s.io/apiserver/pkg/endpoints.restfulPatchResource
k8s.io/apiserver/pkg/endpoints.restfulCreateResource
k8s.io/apiserver/pkg/endpoints.restfulListResource
k8s.io/api/core/v1.(*PersistentVolumeClaim).DeepCopyObject	1j0
k8s.io/api/core/v1.(*PersistentVolumeClaim).DeepCopy
github.com/emicklei/go-restful.(*WebService).PathParameter	1j2
github.com/emicklei/go-restful.PathParameter
k8s.io/api/apps/v1.(*ReplicaSet).DeepCopyObject	1j4
k8s.io/api/apps/v1.(*ReplicaSet).DeepCopy
k8s.io/api/authorization/v1beta1.(*SelfSubjectRulesReview).DeepCopyObject	1j6
k8s.io/api/authorization/v1beta1.(*SelfSubjectRulesReview).DeepCopy
github.com/emicklei/go-restful.(*WebService).PUT
k8s.io/api/batch/v1beta1.(*CronJob).DeepCopyObject	1j9
k8s.io/api/batch/v1beta1.(*CronJob).DeepCopy
k8s.io/apiserver/pkg/endpoints.(*APIInstaller).newWebService	1jb
github.com/emicklei/go-restful.(*WebService).Path	1jc
github.com/emicklei/go-restful.(*WebService).compilePathExpression	11l
k8s.io/apiserver/pkg/endpoints/discovery.(*APIVersionHandler).AddToWebService	11j	1je
k8s.io/apiserver/pkg/endpoints/handlers/negotiation.MediaTypesForSerializer
github.com/emicklei/go-restful.(*Container).Add	1jg
github.com/emicklei/go-restful.(*Container).addHandler	1jh
net/http.(*ServeMux).HandleFunc	1ji
net/http.(*ServeMux).Handle
k8s.io/apiserver/pkg/server.(*GenericAPIServer).getOpenAPIModels	1jk	1jl	1k0
k8s.io/kube-openapi/pkg/builder.BuildOpenAPIDefinitionsForResources	z5	113
k8s.io/apiserver/pkg/util/openapi.ToProtoModels	9j	1jm	1jp	t1
encoding/json.MarshalIndent	ku	1jn
encoding/json.Indent	15	1jo
encoding/json.newline	18
k8s.io/kube-openapi/pkg/util/proto.NewOpenAPIData	1jq
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).ParseSchema	1jr	1jw	1jx	1jy	1jz
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).parseKind	1jq	1js	1jv
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).parseBaseSchema	1jt	1ju
k8s.io/kube-openapi/pkg/util/proto.VendorExtensionToMap	9j
k8s.io/kube-openapi/pkg/util/proto.parseDefault	9j
k8s.io/kube-openapi/pkg/util/proto.(*Path).FieldPath	fr
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).parseReference	1js
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).parseArray	1jq	1js
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).parsePrimitive	1js
k8s.io/kube-openapi/pkg/util/proto.(*Definitions).parseMap	1jq
k8s.io/apiserver/pkg/server.getResourceNamesForGroup	g5
k8s.io/apiserver/pkg/endpoints/discovery.(*APIGroupHandler).WebService	1jb	11j
k8s.io/kubernetes/pkg/registry/storage/rest.RESTStorageProvider.NewRESTStorage	1k3	1kn
k8s.io/kubernetes/pkg/registry/storage/rest.RESTStorageProvider.v1Storage	1k4	1kh	1kl	1km
k8s.io/kubernetes/pkg/registry/storage/volumeattachment/storage.NewStorage	1k5
k8s.io/apiserver/pkg/registry/generic/registry.(*Store).CompleteWithOptions	1k6	1kg	1in
k8s.io/apiserver/pkg/registry/generic/registry.StorageWithCacher.func1	1k7	1kc
k8s.io/apiserver/pkg/registry/generic.NewRawStorage	1k8
k8s.io/apiserver/pkg/storage/storagebackend/factory.Create	1k9
k8s.io/apiserver/pkg/storage/storagebackend/factory.newETCD3Storage	18q	1ka	1kb
k8s.io/apiserver/pkg/storage/storagebackend/factory.startCompactorOnce	18q
k8s.io/apiserver/pkg/storage/storagebackend/factory.startDBSizeMonitorPerEndpoint	jc
k8s.io/apiserver/pkg/storage/cacher.NewCacherFromConfig	1kd	1ke	1kf
k8s.io/apiserver/pkg/storage/cacher.newWatchCache
k8s.io/apimachinery/pkg/runtime.CheckCodec	13f
k8s.io/kubernetes/pkg/registry/certificates/certificates/storage.NewREST.func1
k8s.io/apiserver/pkg/registry/generic.UndecoratedStorage	1k7
k8s.io/kubernetes/pkg/registry/storage/csinode/storage.NewStorage	1k5	1ki
k8s.io/kubernetes/pkg/printers.(*HumanReadableGenerator).With	1kj
k8s.io/kubernetes/pkg/printers/internalversion.AddHandlers	1kk
k8s.io/kubernetes/pkg/printers.(*HumanReadableGenerator).TableHandler
k8s.io/kubernetes/pkg/registry/storage/storageclass/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/storage/csidriver/storage.NewStorage	1k5	1ki
k8s.io/kubernetes/pkg/registry/storage/rest.RESTStorageProvider.v1beta1Storage	1km	1kl	1kh	1k4
k8s.io/kubernetes/pkg/registry/admissionregistration/rest.RESTStorageProvider.NewRESTStorage	1kp	1ks
k8s.io/kubernetes/pkg/registry/admissionregistration/rest.RESTStorageProvider.v1Storage	1kq	1kr
k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/admissionregistration/rest.RESTStorageProvider.v1beta1Storage	1kq	1kr
k8s.io/kubernetes/pkg/registry/apps/rest.StorageProvider.NewRESTStorage	1ku
k8s.io/kubernetes/pkg/registry/apps/rest.StorageProvider.v1Storage	1kv	1kx	1kz	1l0	1l2
k8s.io/kubernetes/pkg/registry/apps/deployment/storage.NewStorage	1kw
k8s.io/kubernetes/pkg/registry/apps/deployment/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/apps/replicaset/storage.NewStorage	1ky
k8s.io/kubernetes/pkg/registry/apps/replicaset/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/apps/controllerrevision/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/apps/statefulset/storage.NewStorage	1l1
k8s.io/kubernetes/pkg/registry/apps/statefulset/storage.NewREST	1ki	1k5
k8s.io/kubernetes/pkg/registry/apps/daemonset/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/networking/rest.RESTStorageProvider.NewRESTStorage	1l4	1l8
k8s.io/kubernetes/pkg/registry/networking/rest.RESTStorageProvider.v1Storage	1l5	1l6	1l7
k8s.io/kubernetes/pkg/registry/networking/ingressclass/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/networking/ingress/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/networking/networkpolicy/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/networking/rest.RESTStorageProvider.v1beta1Storage	1l5	1l6
k8s.io/kubernetes/pkg/registry/batch/rest.RESTStorageProvider.NewRESTStorage	1la	1lc
k8s.io/kubernetes/pkg/registry/batch/rest.RESTStorageProvider.v1beta1Storage	1lb
k8s.io/kubernetes/pkg/registry/batch/cronjob/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/batch/rest.RESTStorageProvider.v1Storage	1ld
k8s.io/kubernetes/pkg/registry/batch/job/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/rbac/rest.RESTStorageProvider.NewRESTStorage	1lf
k8s.io/kubernetes/pkg/registry/rbac/rest.RESTStorageProvider.storage	1lg	1lh	1li	1lj
k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/rbac/clusterrole/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/rbac/role/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/rbac/rolebinding/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/flowcontrol/rest.RESTStorageProvider.NewRESTStorage	1ll
k8s.io/kubernetes/pkg/registry/flowcontrol/rest.RESTStorageProvider.storage	1lm	1ln
k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/node/rest.RESTStorageProvider.NewRESTStorage	1lp	1lr
k8s.io/kubernetes/pkg/registry/node/rest.RESTStorageProvider.v1beta1Storage	1lq
k8s.io/kubernetes/pkg/registry/node/runtimeclass/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/node/rest.RESTStorageProvider.v1Storage	1lq
k8s.io/kubernetes/pkg/registry/events/rest.RESTStorageProvider.NewRESTStorage	1lt	1lv
k8s.io/kubernetes/pkg/registry/events/rest.RESTStorageProvider.v1Storage	1lu
k8s.io/kubernetes/pkg/registry/core/event/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/events/rest.RESTStorageProvider.v1beta1Storage	1lu
k8s.io/kubernetes/pkg/registry/coordination/rest.RESTStorageProvider.NewRESTStorage	1lx	1lz
k8s.io/kubernetes/pkg/registry/coordination/rest.RESTStorageProvider.v1Storage	1ly
k8s.io/kubernetes/pkg/registry/coordination/lease/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/coordination/rest.RESTStorageProvider.v1beta1Storage	1ly
k8s.io/kubernetes/pkg/registry/discovery/rest.StorageProvider.NewRESTStorage	1m1
k8s.io/kubernetes/pkg/registry/discovery/rest.StorageProvider.v1beta1Storage	1m2
k8s.io/kubernetes/pkg/registry/discovery/endpointslice/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/scheduling/rest.RESTStorageProvider.NewRESTStorage	1m4	1m6
k8s.io/kubernetes/pkg/registry/scheduling/rest.RESTStorageProvider.v1beta1Storage	1m5
k8s.io/kubernetes/pkg/registry/scheduling/priorityclass/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/scheduling/rest.RESTStorageProvider.v1Storage	1m5
k8s.io/kubernetes/pkg/registry/policy/rest.RESTStorageProvider.NewRESTStorage	1m8
k8s.io/kubernetes/pkg/registry/policy/rest.RESTStorageProvider.v1beta1Storage	1m9	1ma
k8s.io/kubernetes/pkg/registry/policy/podsecuritypolicy/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/certificates/rest.RESTStorageProvider.NewRESTStorage	1mc	1me
k8s.io/kubernetes/pkg/registry/certificates/rest.RESTStorageProvider.v1beta1Storage	1md
k8s.io/kubernetes/pkg/registry/certificates/certificates/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/certificates/rest.RESTStorageProvider.v1Storage	1md
k8s.io/kubernetes/pkg/registry/extensions/rest.RESTStorageProvider.NewRESTStorage	1mg
k8s.io/kubernetes/pkg/registry/extensions/rest.RESTStorageProvider.v1beta1Storage	1l6
k8s.io/kubernetes/pkg/registry/rbac/rest.RESTStorageProvider.PostStartHook	1mi	1mn	1mr
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.ControllerRoles	1mj
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.buildControllerRoles	1mk	1mm
k8s.io/kubernetes/pkg/apis/rbac/v1.(*PolicyRuleBuilder).RuleOrDie	1ml
k8s.io/kubernetes/pkg/apis/rbac/v1.(*PolicyRuleBuilder).Rule	by
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.addControllerRole
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.ClusterRoleBindingsToSplit	1mo
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.ClusterRoleBindings	1mp
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.addClusterRoleBindingLabel	1mq
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.addDefaultMetadata
k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy.ClusterRoles
k8s.io/kubernetes/pkg/registry/autoscaling/rest.RESTStorageProvider.NewRESTStorage	1mt	1mv	1mw
k8s.io/kubernetes/pkg/registry/autoscaling/rest.RESTStorageProvider.v1Storage	1mu
k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/autoscaling/rest.RESTStorageProvider.v2beta1Storage	1mu
k8s.io/kubernetes/pkg/registry/autoscaling/rest.RESTStorageProvider.v2beta2Storage	1mu
k8s.io/kubernetes/pkg/controlplane.(*Instance).InstallLegacyAPI	1my	1mz
k8s.io/apiserver/pkg/server.(*GenericAPIServer).InstallLegacyAPIGroup	1hg	1jj
k8s.io/kubernetes/pkg/registry/core/rest.LegacyRESTStorageProvider.NewLegacyRESTStorage	1n0	1n1	1n2	1n3	1n6	1n7	1n8	1lu	1n9	1na	1nb	1nc	1nd	1ne	1ng	1nh	1ni	1nk
k8s.io/kubernetes/pkg/registry/core/namespace/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/configmap/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/node/storage.NewStorage	1k5
k8s.io/kubernetes/pkg/registry/core/service/portallocator.NewPortAllocatorCustom	1n4
k8s.io/kubernetes/pkg/registry/core/rest.LegacyRESTStorageProvider.NewLegacyRESTStorage.func3	1n5
k8s.io/kubernetes/pkg/registry/core/service/allocator/storage.NewEtcd	1k7
k8s.io/kubernetes/pkg/registry/core/service/storage.NewGenericREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/core/secret/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/core/podtemplate/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/core/pod/storage.NewStorage	1k5
k8s.io/kubernetes/pkg/registry/core/serviceaccount/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/endpoint/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/core/limitrange/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/persistentvolume/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/replicationcontroller/storage.NewStorage	1nf
k8s.io/kubernetes/pkg/registry/core/replicationcontroller/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/resourcequota/storage.NewREST	1k5	1ki
k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim/storage.NewREST	1k5
k8s.io/kubernetes/pkg/registry/core/service/storage.NewREST	1nj
k8s.io/kubernetes/pkg/registry/core/service.StrategyForServiceCIDRs
k8s.io/kubernetes/pkg/registry/core/service/ipallocator.NewAllocatorCIDRRange	1nl
k8s.io/kubernetes/pkg/registry/core/rest.LegacyRESTStorageProvider.NewLegacyRESTStorage.func1	1n5	1nm
k8s.io/kubernetes/pkg/registry/core/service/allocator.NewAllocationMap	1nn
math/rand.NewSource
k8s.io/apiserver/pkg/server.completedConfig.New	1np	1nw
k8s.io/apiserver/pkg/server.installAPI	1nq	1ns	1nt	1nu	1nv
k8s.io/apiserver/pkg/server/routes.Profiling.Install	1nr
k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).UnlistedHandleFunc	yp
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).Install	1nr
k8s.io/apiserver/pkg/endpoints/discovery.(*rootAPIsHandler).WebService	1jb
k8s.io/apiserver/pkg/server/routes.Index.Install	yp
k8s.io/apiserver/pkg/server/routes.DebugFlags.Install	yp
k8s.io/apiserver/pkg/server.NewAPIServerHandler	1nx
k8s.io/apiserver/pkg/server.completedConfig.New.func1	1ny
k8s.io/apiserver/pkg/server.DefaultBuildHandlerChain	1nz
k8s.io/apiserver/pkg/endpoints/filters.WithRequestReceivedTimestamp	1o0
k8s.io/apiserver/pkg/endpoints/filters.withRequestReceivedTimestampWithClock
k8s.io/kubernetes/pkg/routes.(*OpenIDMetadataServer).Install	11j
k8s.io/kubernetes/cmd/kube-apiserver/app.createAPIExtensionsServer	1o3	1op
k8s.io/apiextensions-apiserver/pkg/apiserver.completedConfig.New	1o4	1o5	1o6	1o8	1od
k8s.io/apiserver/pkg/server.(*GenericAPIServer).InstallAPIGroup	1hf
k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition.NewREST	1k5
k8s.io/apiserver/pkg/server.(*GenericAPIServer).AddPostStartHookOrDie	1o7
k8s.io/apiserver/pkg/server.(*GenericAPIServer).AddPostStartHook	yn
k8s.io/apiextensions-apiserver/pkg/controller/openapi.NewController	1o9
k8s.io/client-go/tools/cache.(*sharedIndexInformer).AddEventHandler	1oa
k8s.io/client-go/tools/cache.(*sharedIndexInformer).AddEventHandlerWithResyncPeriod	1ob
k8s.io/client-go/tools/cache.newProcessListener	1oc
k8s.io/utils/buffer.NewRingGrowing
k8s.io/apiextensions-apiserver/pkg/controller/nonstructuralschema.NewConditionController	1oe
k8s.io/client-go/util/workqueue.NewNamedRateLimitingQueue	1of
k8s.io/client-go/util/workqueue.NewNamedDelayingQueue	1og
k8s.io/client-go/util/workqueue.NewDelayingQueueWithCustomClock	1oh	1oo
k8s.io/client-go/util/workqueue.NewNamed	1oi
k8s.io/client-go/util/workqueue.(*queueMetricsFactory).newQueueMetrics	1oj	1ok
k8s.io/component-base/metrics/prometheus/workqueue.prometheusMetricsProvider.NewLatencyMetric	jo
k8s.io/component-base/metrics/prometheus/workqueue.prometheusMetricsProvider.NewUnfinishedWorkSecondsMetric	1ol
k8s.io/component-base/metrics.(*GaugeVec).WithLabelValues	1om
github.com/prometheus/client_golang/prometheus.(*GaugeVec).WithLabelValues	1on
github.com/prometheus/client_golang/prometheus.(*GaugeVec).GetMetricWithLabelValues	jr
k8s.io/client-go/util/workqueue.newDelayingQueue
k8s.io/apiextensions-apiserver/pkg/apiserver.(*Config).Complete	1oq
k8s.io/apiserver/pkg/server.(*RecommendedConfig).Complete	1or
k8s.io/apiserver/pkg/server.(*Config).Complete	1os
k8s.io/apimachinery/pkg/runtime.NewEquivalentResourceRegistryWithIdentity
k8s.io/kubernetes/cmd/kube-apiserver/app.CreateKubeAPIServerConfig	1ou
k8s.io/kubernetes/cmd/kube-apiserver/app.buildGenericConfig	1ov	1ox	1gc	1pe	1pt	1pz
k8s.io/apiserver/pkg/endpoints/openapi.NewDefinitionNamer	1ow
k8s.io/apiserver/pkg/endpoints/openapi.typeName	fr
k8s.io/apiserver/pkg/server/options.(*SecureServingOptionsWithLoopback).ApplyTo	1oy
k8s.io/client-go/util/cert.GenerateSelfSignedCertKey	1oz
k8s.io/client-go/util/cert.GenerateSelfSignedCertKeyWithFixtures	1p0	1p8
crypto/rsa.GenerateKey	1p1
crypto/rsa.GenerateMultiPrimeKey	1p2
crypto/rand.Prime	1p3
math/big.(*Int).ProbablyPrime	1p4	1p7
math/big.nat.probablyPrimeMillerRabin	1cv	1nn	1d5	1p5	1p6
math/big.nat.sub	1cy
math/big.nat.random	1cy
math/big.nat.modW	1cy
crypto/x509.CreateCertificate	1p9
crypto/x509.subjectBytes	1pa
encoding/asn1.Marshal	1pb
encoding/asn1.MarshalWithParams	1pc
encoding/asn1.makeField	1pd
encoding/asn1.makeBody	1pc
k8s.io/kubernetes/pkg/kubeapiserver/options.(*AdmissionOptions).ApplyTo	1pf
k8s.io/apiserver/pkg/server/options.(*AdmissionOptions).ApplyTo	1pg	1gc
k8s.io/apiserver/pkg/admission.(*Plugins).NewFromPlugins	1ph
k8s.io/apiserver/pkg/admission.(*Plugins).InitPlugin	1pi	1po
k8s.io/apiserver/pkg/admission.PluginInitializers.Initialize	1pj
k8s.io/apiserver/pkg/admission/initializer.pluginInitializer.Initialize	1pk	1pm
k8s.io/apiserver/pkg/admission/plugin/webhook/generic.(*Webhook).SetExternalKubeInformerFactory	1pl
k8s.io/apiserver/pkg/admission/configuration.NewValidatingWebhookConfigurationManager	1o9
k8s.io/kubernetes/plugin/pkg/admission/limitranger.(*LimitRanger).SetExternalKubeInformerFactory	1pn
k8s.io/client-go/informers/core/v1.(*limitRangeInformer).Informer
k8s.io/apiserver/pkg/admission.(*Plugins).getPlugin	1pp
k8s.io/apiserver/pkg/admission/plugin/webhook/validating.Register.func1	1pq
k8s.io/apiserver/pkg/admission/plugin/webhook/validating.NewValidatingAdmissionWebhook	1pr
k8s.io/apiserver/pkg/admission/plugin/webhook/generic.NewWebhook	1ps
k8s.io/apiserver/pkg/util/webhook.NewClientManager	68
k8s.io/kubernetes/pkg/kubeapiserver/options.(*BuiltInAuthenticationOptions).ApplyTo	1pu
k8s.io/client-go/informers/core/v1.(*serviceAccountInformer).Lister	1pv
k8s.io/client-go/informers/core/v1.(*serviceAccountInformer).Informer	1pw
k8s.io/client-go/informers.(*sharedInformerFactory).InformerFor	1px
k8s.io/client-go/informers/core/v1.(*serviceAccountInformer).defaultInformer	1py
k8s.io/client-go/informers/core/v1.NewFilteredServiceAccountInformer
k8s.io/apiserver/pkg/server/options.(*AuditOptions).ApplyTo	1q0
k8s.io/apiserver/pkg/server/options.(*AuditOptions).newPolicyChecker	1q1
k8s.io/apiserver/pkg/audit/policy.LoadPolicyFromFile	1q2
k8s.io/apiserver/pkg/audit/policy.LoadPolicyFromBytes	hm
k8s.io/kubernetes/cmd/kube-apiserver/app.createAggregatorServer	1q4	1q9	1qa
k8s.io/kube-aggregator/pkg/apiserver.completedConfig.NewWithDelegate	1q5	1no	1o4	1q7	1q8	yp
k8s.io/kube-aggregator/pkg/registry/apiservice/rest.NewRESTStorage	1q6
k8s.io/kube-aggregator/pkg/registry/apiservice/etcd.NewREST	1k5
k8s.io/kube-aggregator/pkg/controllers/status.NewAvailableConditionController	1o9	1oe
k8s.io/kube-aggregator/pkg/apiserver.NewAPIServiceRegistrationController	1o9
k8s.io/kubernetes/pkg/controlplane/controller/crdregistration.NewCRDRegistrationController	1oe
k8s.io/kubernetes/cmd/kube-apiserver/app.apiServicesToRegister	1qb	1qd
k8s.io/kube-aggregator/pkg/controllers/autoregister.(*autoRegisterController).AddAPIServiceToSyncOnStart	1qc
k8s.io/kube-aggregator/pkg/controllers/autoregister.(*autoRegisterController).addAPIServiceToSync	sp
k8s.io/apiserver/pkg/server.(*GenericAPIServer).ListedPaths	1qe
k8s.io/apiserver/pkg/server/routes.ListedPathProviders.ListedPaths	yl
k8s.io/kubernetes/cmd/kube-apiserver/app.createAPIExtensionsConfig	1pe
k8s.io/kubernetes/cmd/kube-apiserver/app.createAggregatorConfig	1pe
k8s.io/kube-aggregator/pkg/apiserver.(*APIAggregator).PrepareRun	1qi	1qu
k8s.io/apiserver/pkg/server.(*GenericAPIServer).PrepareRun	1qi	1qj	1qm	1qq	1qs
k8s.io/apiserver/pkg/server/routes.OpenAPI.Install	1qk	z4	x0	1ql
k8s.io/kube-openapi/pkg/handler.NewOpenAPIService	sz
k8s.io/kube-openapi/pkg/handler.(*OpenAPIService).RegisterOpenAPIVersionedService	yo
k8s.io/apiserver/pkg/server.(*GenericAPIServer).installLivez	1qn
k8s.io/apiserver/pkg/server/healthz.InstallLivezHandler	1qo
k8s.io/apiserver/pkg/server/healthz.InstallPathHandler	yo	1qp
k8s.io/apiserver/pkg/server/healthz.formatQuoted	fr
k8s.io/apiserver/pkg/server.(*GenericAPIServer).installHealthz	1qr
k8s.io/apiserver/pkg/server/healthz.InstallHandler	1qo
k8s.io/apiserver/pkg/server.(*GenericAPIServer).installReadyz	1qt
k8s.io/apiserver/pkg/server/healthz.InstallReadyzHandler	1qo
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.BuildAndRegisterAggregator	1qk	x3	w7	z4	1qv
k8s.io/kube-aggregator/pkg/controllers/openapi/aggregator.(*specAggregator).addLocalSpec
k8s.io/kubernetes/cmd/kube-apiserver/app.Complete	1qx	1qy
k8s.io/apiserver/pkg/server/options.(*SecureServingOptions).MaybeDefaultWithSelfSignedCerts	1oz
k8s.io/client-go/util/keyutil.PrivateKeyFromFile	1qz
k8s.io/client-go/util/keyutil.ParsePrivateKeyPEM	1r0
crypto/x509.ParsePKCS8PrivateKey	1r1
crypto/x509.ParsePKCS1PrivateKey	1r2
crypto/rsa.(*PrivateKey).Precompute	1d6
k8s.io/kubernetes/cmd/kube-apiserver/app/options.(*ServerRunOptions).Validate	1r4
k8s.io/component-base/metrics.(*Options).Validate	1r5
k8s.io/component-base/metrics.parseVersion	1r6
regexp.(*Regexp).FindAllStringSubmatch	1r7
regexp.(*Regexp).allMatches	1c
github.com/spf13/cobra.(*Command).ExecuteC	1r9
github.com/spf13/cobra.(*Command).execute	1h9
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).dispatchEvents	1rb	1rc	1rf	1rg	1rh	1ri
k8s.io/apiserver/pkg/storage/cacher.(*watcherBookmarkTimeBuckets).popExpiredWatchers
k8s.io/apiserver/pkg/storage/cacher.(*Cacher).dispatchEvent	1rd
k8s.io/apiserver/pkg/storage/cacher.setCachingObjects	1re
k8s.io/apiserver/pkg/storage/cacher.newCachingObject	16w
k8s.io/kubernetes/pkg/registry/scheduling/priorityclass/storage.NewREST.func1
k8s.io/kubernetes/pkg/registry/core/namespace/storage.NewREST.func1
k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding/storage.NewREST.func1
k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema/storage.NewREST.func1
bufio.NewWriter	63
crypto/tls.(*listener).Accept	1rm
crypto/tls.Client
crypto/tls.Server
encoding/csv.NewWriter	1rj
github.com/beorn7/perks/quantile.(*Stream).Insert	1rq
github.com/beorn7/perks/quantile.(*Stream).flush	1rr
github.com/beorn7/perks/quantile.(*Stream).insert	1rp
github.com/beorn7/perks/quantile.(*stream).merge
github.com/grpc-ecosystem/go-grpc-prometheus.(*ClientMetrics).StreamClientInterceptor.func1	jb
github.com/prometheus/client_golang/prometheus.(*summary).asyncFlush.func1	1ru
github.com/prometheus/client_golang/prometheus.(*summary).flushColdBuf	1ro
github.com/prometheus/client_model/go.init.1	7x
github.com/spf13/cobra.(*Command).Execute	1r8
github.com/spf13/pflag.(*FlagSet).StringSliceVar	1ry
github.com/spf13/pflag.(*FlagSet).VarP	1rz
github.com/spf13/pflag.(*FlagSet).VarPF	1s0
github.com/spf13/pflag.(*stringSliceValue).String	1s1
github.com/spf13/pflag.writeAsCSV	1rn
github.com/vmware/govmomi/vim25/types.init.1664
github.com/vmware/govmomi/vim25/xml.init
go.etcd.io/etcd/auth/authpb.init.1	7x
go.etcd.io/etcd/clientv3.(*watchGrpcStream).dispatchEvent
go.etcd.io/etcd/clientv3.(*watchGrpcStream).newWatchClient	1s7
go.etcd.io/etcd/clientv3.(*watchGrpcStream).openWatchClient	1se
go.etcd.io/etcd/clientv3.(*watchGrpcStream).run	1s6	1s9	1s5
go.etcd.io/etcd/clientv3.(*watchRequest).toPB
go.etcd.io/etcd/clientv3.(*watcher).Watch	1sb
go.etcd.io/etcd/clientv3.(*watcher).newWatcherGrpcStream	jc
go.etcd.io/etcd/clientv3/balancer.(*baseBalancer).HandleSubConnStateChange	1sd
go.etcd.io/etcd/clientv3/balancer.(*baseBalancer).updatePicker
go.etcd.io/etcd/etcdserver/etcdserverpb.(*watchClient).Watch	1sv
go.etcd.io/etcd/raft/raftpb.init.0	90
go.etcd.io/etcd/raft/raftpb.init.1	7x
go.opencensus.io/metric/metricproducer.(*Manager).AddProducer
go.opencensus.io/stats/view.(*worker).start	1sh
golang.org/x/net/html.init
golang.org/x/net/http2.(*Framer).WriteData	1sl
golang.org/x/net/http2.(*Framer).WriteDataPadded
golang.org/x/net/http2.(*serverConn).readFrames	1a1
golang.org/x/net/http2.(*serverConn).writeFrameAsync	1sp	1so
golang.org/x/net/http2.(*writeData).writeFrame	1sk
golang.org/x/net/http2.(*writeResHeaders).writeFrame	1sq	1sr
golang.org/x/net/http2.encKV	1ss
golang.org/x/net/http2.encodeHeaders	1sq
golang.org/x/net/http2/hpack.(*Encoder).WriteField	1ad	3n
google.golang.org/grpc.(*ClientConn).NewStream	1rs
google.golang.org/grpc.(*ccBalancerWrapper).watcher	1sc
google.golang.org/grpc.NewClientStream	1st
google.golang.org/grpc/internal/transport.(*controlBuffer).get
google.golang.org/grpc/internal/transport.(*http2Client).NewStream.func2
google.golang.org/grpc/internal/transport.(*http2Client).keepalive	o5
google.golang.org/grpc/internal/transport.(*loopyWriter).handle	1t0
google.golang.org/grpc/internal/transport.(*loopyWriter).headerHandler	1t1
google.golang.org/grpc/internal/transport.(*loopyWriter).originateStream	1t4	1sx
google.golang.org/grpc/internal/transport.(*loopyWriter).processData	1sk
google.golang.org/grpc/internal/transport.(*loopyWriter).run	1sz	1sw	1t2
google.golang.org/grpc/internal/transport.(*loopyWriter).writeHeader	1ss
google.golang.org/grpc/internal/transport.newHTTP2Client.func3	1t3
internal/godebug.Get	21a
internal/intern.init	1t8
internal/intern.safeMap	1t6
k8s.io/api/core/v1.(*ConfigMap).DeepCopy	1ta
k8s.io/api/core/v1.(*ConfigMap).DeepCopyInto	16z
k8s.io/api/core/v1.init.0	7v
k8s.io/apimachinery/pkg/runtime/serializer.NewCodecFactory	1td
k8s.io/apimachinery/pkg/runtime/serializer.newSerializersForScheme	1te
k8s.io/apimachinery/pkg/runtime/serializer/json.NewSerializerWithOptions	1tf
k8s.io/apimachinery/pkg/runtime/serializer/json.identifier	ku
k8s.io/apimachinery/pkg/util/naming.GetNameFromCallsite	1th
k8s.io/apimachinery/pkg/util/naming.extractStackCreator	21b	yn
k8s.io/apimachinery/pkg/util/version.init	40
k8s.io/apimachinery/pkg/util/wait.NonSlidingUntil	si
k8s.io/apimachinery/pkg/util/wait.PollImmediateUntil	1ui	1gy	213
k8s.io/apimachinery/pkg/watch.(*Broadcaster).Watch.func1
k8s.io/apimachinery/pkg/watch.(*Broadcaster).blockQueue.func1	1tl
k8s.io/apimachinery/pkg/watch.(*Broadcaster).loop	1tm
k8s.io/apiserver/pkg/audit.init	1tc
k8s.io/apiserver/pkg/features.init.0	1ub
k8s.io/apiserver/pkg/server.RunServer.func2	215
k8s.io/apiserver/pkg/server/options.(*AdmissionOptions).AddFlags	1ts	1p	1rx
k8s.io/apiserver/pkg/server/options.(*AdmissionOptions).defaultEnabledPluginNames
k8s.io/apiserver/pkg/server/options.(*SecureServingOptions).AddFlags	1rx
k8s.io/apiserver/pkg/storage/cacher.(*cacheWatcher).convertToWatchEvent	1tx
k8s.io/apiserver/pkg/storage/cacher.(*cacheWatcher).process	1tw
k8s.io/apiserver/pkg/storage/cacher.(*cacheWatcher).sendWatchCacheEvent	1tu
k8s.io/apiserver/pkg/storage/cacher.getEventObject	16w
k8s.io/apiserver/pkg/storage/etcd3.(*watchChan).run
k8s.io/apiserver/pkg/storage/etcd3.(*watchChan).startWatching	1sa
k8s.io/apiserver/pkg/util/flowcontrol.(*configController).MaintainObservations	sh
k8s.io/client-go/kubernetes.NewForConfigOrDie	1u3
k8s.io/client-go/kubernetes/typed/events/v1beta1.NewForConfig	1ge
k8s.io/client-go/kubernetes/typed/events/v1beta1.NewForConfigOrDie	1u2
k8s.io/client-go/kubernetes/typed/flowcontrol/v1beta1.(*priorityLevelConfigurations).Get	y8
k8s.io/client-go/scale.NewScaleConverter	68
k8s.io/client-go/scale.init	1u5
k8s.io/client-go/tools/cache.(*controller).Run	1u9	sh
k8s.io/client-go/tools/cache.(*sharedIndexInformer).Run	1u7
k8s.io/client-go/tools/cache.NewReflector	1tg
k8s.io/client-go/tools/cache.WaitForNamedCacheSync	1ug
k8s.io/component-base/featuregate.(*featureGate).Add
k8s.io/component-base/metrics.NewKubeRegistry	1ud
k8s.io/component-base/metrics.newKubeRegistry	1r5
k8s.io/component-base/metrics/legacyregistry.init	1uc
k8s.io/klog/v2.(*loggingT).printf	19c
k8s.io/klog/v2.Infof	1uf
k8s.io/kube-aggregator/pkg/apiserver.(*APIServiceRegistrationController).Run	1tk
k8s.io/kube-aggregator/pkg/apiserver.(*APIServiceRegistrationController).Run.func1	yi
k8s.io/kubernetes/cmd/kube-apiserver/app.NewAPIServerCommand	1uk
k8s.io/kubernetes/cmd/kube-apiserver/app/options.(*ServerRunOptions).Flags	210	1tt
k8s.io/kubernetes/pkg/apis/authorization/install.Install	68
k8s.io/kubernetes/pkg/apis/authorization/install.init.0	1ul
k8s.io/kubernetes/pkg/apis/coordination/install.Install	68
k8s.io/kubernetes/pkg/apis/coordination/install.init.0	1un
k8s.io/kubernetes/pkg/apis/rbac/install.Install	68
k8s.io/kubernetes/pkg/apis/rbac/install.init.0	1up
k8s.io/kubernetes/pkg/controlplane.(*Controller).RunKubernetesService	1tk	1tj
k8s.io/kubernetes/pkg/controlplane/controller/crdregistration.(*crdRegistrationController).Run	1ua
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1_MutatingWebhookConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1_RuleWithOperations
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1_ServiceReference
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1_ValidatingWebhookConfiguration
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1beta1_MutatingWebhook
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_admissionregistration_v1beta1_Rule
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apiserverinternal_v1alpha1_StorageVersionStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_DaemonSet	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_DaemonSetCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_DaemonSetList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_DaemonSetSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_DaemonSetUpdateStrategy
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_Deployment
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_ReplicaSet	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_ReplicaSetCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1_StatefulSetUpdateStrategy
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta1_ControllerRevisionList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta1_DeploymentList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta1_Scale	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta1_StatefulSetStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_ControllerRevision
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_ControllerRevisionList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_DaemonSetCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_DaemonSetStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_ReplicaSet
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_ReplicaSetList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_ReplicaSetSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_ReplicaSetStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_RollingUpdateStatefulSetStrategy
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_StatefulSetList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_apps_v1beta2_StatefulSetStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authentication_v1_TokenReview
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1_SelfSubjectRulesReview
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1_SubjectAccessReviewSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_authorization_v1beta1_SubjectAccessReview	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_CrossVersionObjectReference
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_ExternalMetricStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v1_MetricStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta1_ExternalMetricSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta1_HorizontalPodAutoscalerCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta1_ResourceMetricStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_CrossVersionObjectReference
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_HorizontalPodAutoscalerCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_MetricSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_MetricTarget	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_MetricValueStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_autoscaling_v2beta2_ObjectMetricSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v1_Job	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v1_JobCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v1beta1_JobTemplate	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_batch_v2alpha1_JobTemplate
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_certificates_v1_CertificateSigningRequest	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_certificates_v1beta1_CertificateSigningRequestList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_coordination_v1_LeaseList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_coordination_v1_LeaseSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_AzureFilePersistentVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_CSIPersistentVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_CSIVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_CephFSVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_CinderPersistentVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_CinderVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ComponentStatusList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ConfigMapProjection
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ConfigMapVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_EnvFromSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_EphemeralContainerCommon
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_Event	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_GlusterfsVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_HostAlias
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ISCSIPersistentVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_LimitRange	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_LimitRangeItem
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_LimitRangeList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_NodeDaemonEndpoints
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_NodeList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_NodeSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_NodeSystemInfo
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PersistentVolumeClaim
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PersistentVolumeClaimStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PersistentVolumeList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PersistentVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PersistentVolumeSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodAttachOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodDNSConfig
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodExecOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodStatusResult
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PodTemplate
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_PreferAvoidPodsEntry
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_QuobyteVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_RBDPersistentVolumeSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_RangeAllocation
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ReplicationController	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ReplicationControllerCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ResourceQuotaSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ScaleIOPersistentVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_SecurityContext
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_Service	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_ServicePort
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_StorageOSVolumeSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_TopologySpreadConstraint	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_VolumeSource	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_core_v1_VsphereVirtualDiskVolumeSource
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_discovery_v1alpha1_Endpoint
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_discovery_v1beta1_EndpointPort
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_events_v1_Event
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_events_v1beta1_EventList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_AllowedCSIDriver
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_AllowedHostPath
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_DaemonSet
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_Deployment	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_DeploymentList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_DeploymentRollback
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_FSGroupStrategyOptions	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_IDRange
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_IngressRule	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_ReplicaSet	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_ReplicaSetList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_ReplicaSetSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_RollingUpdateDeployment	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_Scale	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_extensions_v1beta1_ScaleStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1alpha1_FlowSchema	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1alpha1_PolicyRulesWithSubjects
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1alpha1_PriorityLevelConfigurationCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1alpha1_ResourcePolicyRule
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_FlowSchemaSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_PriorityLevelConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_PriorityLevelConfigurationList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_ResourcePolicyRule
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_flowcontrol_v1beta1_Subject	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_imagepolicy_v1alpha1_ImageReview
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_imagepolicy_v1alpha1_ImageReviewContainerSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_imagepolicy_v1alpha1_ImageReviewSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_HTTPIngressRuleValue
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_IngressClassList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_IngressList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_IngressServiceBackend
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_NetworkPolicyList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_networking_v1_NetworkPolicyPort
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_node_v1_Scheduling	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_node_v1alpha1_RuntimeClass
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_node_v1alpha1_Scheduling
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_node_v1beta1_RuntimeClassList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_policy_v1beta1_PodDisruptionBudgetStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_policy_v1beta1_PodSecurityPolicy	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_policy_v1beta1_PodSecurityPolicyList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_policy_v1beta1_RunAsGroupStrategyOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1_ClusterRoleBinding
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1_RoleBindingList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1_RoleList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1beta1_ClusterRoleBinding	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1beta1_ClusterRoleBindingList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1beta1_ClusterRoleList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1beta1_PolicyRule
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_rbac_v1beta1_Role
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_scheduling_v1alpha1_PriorityClass
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_CSIDriverSpec	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_CSINode
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_CSINodeList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_StorageClassList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_VolumeAttachment
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1_VolumeAttachmentList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1alpha1_VolumeAttachmentStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1beta1_CSINode
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1beta1_StorageClass	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1beta1_StorageClassList
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_api_storage_v1beta1_VolumeAttachmentList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_cloud_provider_config_v1alpha1_CloudControllerManagerConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_cloud_provider_config_v1alpha1_KubeCloudSharedConfiguration
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_controller_manager_config_v1alpha1_GenericControllerManagerConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_controller_manager_config_v1alpha1_DeploymentControllerConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_controller_manager_config_v1alpha1_KubeControllerManagerConfiguration	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_controller_manager_config_v1alpha1_VolumeConfiguration
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_proxy_config_v1alpha1_KubeProxyConfiguration
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_proxy_config_v1alpha1_KubeProxyIPVSConfiguration
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_scheduler_config_v1_LegacyExtender
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_scheduler_config_v1_Policy
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_scheduler_config_v1_PredicateArgument	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_scheduler_config_v1beta1_KubeSchedulerConfiguration
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kube_scheduler_config_v1beta1_NodeResourcesFitArgs
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kubelet_config_v1alpha1_CredentialProvider
k8s.io/kubernetes/pkg/generated/openapi.schema_k8sio_kubelet_config_v1beta1_SerializedNodeConfigSource
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1_ConversionResponse	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1_CustomResourceDefinitionCondition	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1_CustomResourceDefinitionList
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1_CustomResourceDefinitionNames
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1_JSONSchemaProps	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_ConversionResponse	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_CustomResourceDefinitionCondition
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_CustomResourceDefinitionNames
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_CustomResourceDefinitionStatus
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_CustomResourceDefinitionVersion	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiextensions_v1beta1_CustomResourceSubresources	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_apiregistration_v1beta1_APIServiceSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1_EventList
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1_Policy
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1_PolicyList
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1alpha1_Event
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1alpha1_GroupResources
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_audit_v1beta1_Event
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_clientauthentication_v1alpha1_ExecCredential
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_clientauthentication_v1alpha1_ExecCredentialSpec
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_clientauthentication_v1alpha1_ExecCredentialStatus	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_clientauthentication_v1beta1_Cluster
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_clientauthentication_v1beta1_ExecCredential	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_custom_metrics_v1beta1_MetricListOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_custom_metrics_v1beta1_MetricValueList
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_custom_metrics_v1beta2_MetricIdentifier
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_custom_metrics_v1beta2_MetricValueList
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_ExportOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_GroupVersionForDiscovery
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_GroupVersionKind
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_ListOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_ObjectMeta	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_PatchOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_StatusDetails
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_TableOptions
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_TableRow
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_meta_v1_Timestamp
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_metrics_v1alpha1_NodeMetricsList	1l
k8s.io/kubernetes/pkg/generated/openapi.schema_pkg_apis_metrics_v1beta1_NodeMetrics	1l
k8s.io/kubernetes/pkg/kubeapiserver/options.(*AdmissionOptions).AddFlags	1tr
k8s.io/kubernetes/pkg/registry/core/service/ipallocator/controller.(*Repair).RunUntil	sh
k8s.io/kubernetes/pkg/registry/flowcontrol/rest.RESTStorageProvider.PostStartHook.func1.1	1tk
k8s.io/kubernetes/pkg/registry/flowcontrol/rest.RESTStorageProvider.PostStartHook.func1.1.2	214
k8s.io/kubernetes/pkg/registry/flowcontrol/rest.upgrade	1u4
net/http.(*Server).Serve	216	1rk
net/http.(*Server).newConn
net/http.(*Transport).dialConn	219
net/http.(*Transport).dialConnFor	217
net/http.(*persistConn).addTLS	1rl
os.Getenv	21q
regexp.(*Regexp).FindStringSubmatch	1c
runtime.(*scavengerState).init
runtime.allocm	1by
runtime.bgscavenge	21c
runtime.gopreempt_m	21g
runtime.goschedImpl	21n
runtime.handoffp	21o
runtime.mcall	21m
runtime.morestack	21l
runtime.newm	21d
runtime.newstack	21f
runtime.park_m	21n
runtime.schedule	21p
runtime.startm	21k
runtime.stoplockedm	21h
syscall.Getenv	5`;
