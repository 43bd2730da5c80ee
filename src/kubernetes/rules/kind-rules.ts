import type { FramePattern } from "../frames/frame-pattern.js";

/**
 * The built-in API groups: the folder of their Go packages under `k8s.io/api`,
 * `k8s.io/kubernetes/pkg/apis` and `.../pkg/registry`, their name, and their kinds.
 * To add a kind, add its name; a List suffix belongs to the item's kind and is not listed.
 */
export interface GroupRule {
  readonly folder: string;
  readonly group: string;
  readonly kinds: readonly string[];
}

const group = (folder: string, name: string, kinds: string): GroupRule => ({
  folder,
  group: name,
  kinds: kinds.split(" "),
});

export const GROUP_RULES: readonly GroupRule[] = [
  group(
    "core",
    "",
    "Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node " +
      "PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController " +
      "ResourceQuota Secret Service ServiceAccount",
  ),
  group("apps", "apps", "ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet"),
  group("batch", "batch", "CronJob Job"),
  group("autoscaling", "autoscaling", "HorizontalPodAutoscaler Scale"),
  group("policy", "policy", "Eviction PodDisruptionBudget PodSecurityPolicy"),
  group(
    "extensions",
    "extensions",
    "DaemonSet Deployment Ingress NetworkPolicy PodSecurityPolicy ReplicaSet",
  ),
  group(
    "networking",
    "networking.k8s.io",
    "Ingress IngressClass IPAddress NetworkPolicy ServiceCIDR",
  ),
  group("events", "events.k8s.io", "Event"),
  group("coordination", "coordination.k8s.io", "Lease LeaseCandidate"),
  group("discovery", "discovery.k8s.io", "EndpointSlice"),
  group("node", "node.k8s.io", "RuntimeClass"),
  group("scheduling", "scheduling.k8s.io", "PriorityClass"),
  group(
    "storage",
    "storage.k8s.io",
    "CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass",
  ),
  group("rbac", "rbac.authorization.k8s.io", "ClusterRole ClusterRoleBinding Role RoleBinding"),
  group(
    "authorization",
    "authorization.k8s.io",
    "LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview",
  ),
  group("authentication", "authentication.k8s.io", "SelfSubjectReview TokenRequest TokenReview"),
  group(
    "certificates",
    "certificates.k8s.io",
    "CertificateSigningRequest ClusterTrustBundle PodCertificateRequest",
  ),
  group(
    "admissionregistration",
    "admissionregistration.k8s.io",
    "MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration " +
      "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration",
  ),
  group("flowcontrol", "flowcontrol.apiserver.k8s.io", "FlowSchema PriorityLevelConfiguration"),
  group("apiserverinternal", "internal.apiserver.k8s.io", "StorageVersion"),
  group("storagemigration", "storagemigration.k8s.io", "StorageVersionMigration"),
  group(
    "resource",
    "resource.k8s.io",
    "DeviceClass DeviceTaintRule PodSchedulingContext ResourceClaim ResourceClaimTemplate " +
      "ResourceClass ResourceSlice",
  ),
  group("apiextensions", "apiextensions.k8s.io", "CustomResourceDefinition"),
  group("apiregistration", "apiregistration.k8s.io", "APIService"),
  group("metrics", "metrics.k8s.io", "NodeMetrics PodMetrics"),
  group("imagepolicy", "imagepolicy.k8s.io", "ImageReview"),
];

/** Groups whose types carry other objects or describe requests: no kind is read from them. */
export const CARRIER_FOLDERS: readonly string[] = ["meta", "audit", "admission", "testapigroup"];

/** Endings of types that are parts of a kind, for groups whose kinds are not listed above. */
export const PART_SUFFIXES: readonly string[] = [
  "Spec",
  "Status",
  "Template",
  "Condition",
  "Config",
  "Configuration",
  "Options",
  "Ref",
  "Reference",
  "Selector",
  "Source",
  "Strategy",
  "Rule",
  "Port",
  "Address",
];

/** Code of a server through which nothing but custom resources passes. */
export const CUSTOM_FRAMES: readonly FramePattern[] = [
  "apiextensions-apiserver/pkg/apiserver.(*crdHandler).serveResource",
  "apiextensions-apiserver/pkg/apiserver.(*crdHandler).serveStatus",
  "apiextensions-apiserver/pkg/apiserver.(*crdHandler).serveScale",
  "apiextensions-apiserver/pkg/apiserver.schemaCoercingDecoder.*",
  "apiextensions-apiserver/pkg/apiserver.(*schemaCoercingDecoder).*",
  "apiextensions-apiserver/pkg/apiserver.schemaCoercingConverter.*",
  "apiextensions-apiserver/pkg/apiserver.(*schemaCoercingConverter).*",
  "apiextensions-apiserver/pkg/apiserver/conversion.*",
  "registry/customresource.*",
];

/** Methods of a type that are called without an object of it at hand. */
export const IDLE_METHODS: readonly string[] = [
  "SwaggerDoc",
  "Descriptor",
  "ProtoMessage",
  "OpenAPIModelName",
  "OpenAPISchemaType",
  "APILifecycleIntroduced",
  "APILifecycleDeprecated",
  "APILifecycleRemoved",
  "APILifecycleReplacement",
];
