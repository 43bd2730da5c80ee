import { describe, expect, test } from "vitest";
import { frameName } from "../../../src/kubernetes/frames/frame-pattern.js";
import { namedKind, plural } from "../../../src/kubernetes/frames/kind-names.js";

const kindOf = (name: string) => {
  const found = namedKind(frameName(name));
  if (!found) return "nothing";
  if (!found.name) return "a part";
  return found.name.group ? `${found.name.kind}.${found.name.group}` : found.name.kind;
};

describe("kinds out of names of functions", () => {
  test.each([
    ["k8s.io/api/core/v1.(*ConfigMap).Unmarshal", "ConfigMap"],
    ["k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMapList).Unmarshal", "ConfigMap"],
    ["k8s.io/api@v0.29.1/core/v1.(*Secret).XXX_Unmarshal", "Secret"],
    ["k8s.io/api/apps/v1.(*Deployment).DeepCopyObject", "Deployment.apps"],
    ["k8s.io/api/apps/v1beta2.(*DeploymentList).DeepCopyInto", "Deployment.apps"],
    ["k8s.io/api/coordination/v1.(*Lease).Unmarshal", "Lease.coordination.k8s.io"],
    ["k8s.io/api/rbac/v1.(*ClusterRole).Unmarshal", "ClusterRole.rbac.authorization.k8s.io"],
    ["k8s.io/api/discovery/v1.(*EndpointSlice).Unmarshal", "EndpointSlice.discovery.k8s.io"],
    ["k8s.io/api/core/v1.(*Event).Unmarshal", "Event"],
    ["k8s.io/kubernetes/pkg/apis/core.(*ConfigMap).DeepCopyInto", "ConfigMap"],
    ["k8s.io/kubernetes/pkg/apis/core/v1.autoConvert_v1_Secret_To_core_Secret", "Secret"],
    [
      "k8s.io/kubernetes/pkg/apis/apps/v1.Convert_v1_ReplicaSetList_To_apps_ReplicaSetList",
      "ReplicaSet.apps",
    ],
    ["k8s.io/kubernetes/pkg/registry/core/configmap.strategy.PrepareForUpdate", "ConfigMap"],
    ["k8s.io/kubernetes/pkg/registry/apps/deployment/storage.(*REST).Get", "Deployment.apps"],
    ["k8s.io/client-go/kubernetes/typed/core/v1.(*configMaps).List", "ConfigMap"],
    ["k8s.io/client-go/informers/core/v1.NewFilteredConfigMapInformer.func1", "ConfigMap"],
    [
      "k8s.io/client-go/informers/networking/v1.(*networkPolicyInformer).defaultInformer",
      "NetworkPolicy.networking.k8s.io",
    ],
    ["k8s.io/client-go/listers/core/v1.(*podLister).List", "Pod"],
    [
      "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1.(*CustomResourceDefinition).DeepCopyInto",
      "CustomResourceDefinition.apiextensions.k8s.io",
    ],
    [
      "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1.(*Certificate).DeepCopyInto",
      "Certificate.certmanager",
    ],
    [
      "github.com/acme/widget-operator/api/v1alpha1.(*Widget).DeepCopyInto",
      "Widget.widget-operator",
    ],
    [
      "github.com/acme/operator/apis/tools.acme.com/v1.(*HammerList).DeepCopyObject",
      "Hammer.tools.acme.com",
    ],
  ])("%s", (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  test.each([
    ["k8s.io/api/core/v1.(*PodSpec).Unmarshal", "a part"],
    ["k8s.io/api/core/v1.(*Container).Unmarshal", "a part"],
    ["k8s.io/apimachinery/pkg/apis/meta/v1.(*ObjectMeta).Unmarshal", "a part"],
    ["k8s.io/apiserver/pkg/apis/audit.(*Event).DeepCopyInto", "a part"],
    ["github.com/acme/operator/api/v1.(*WidgetSpec).DeepCopyInto", "a part"],
    ["k8s.io/kubernetes/pkg/registry/core/podtemplate/storage.NewREST", "nothing"],
    [
      "k8s.io/kubernetes/pkg/registry/core/rest.LegacyRESTStorageProvider.NewLegacyRESTStorage",
      "nothing",
    ],
    ["k8s.io/api/core/v1.ConfigMap.SwaggerDoc", "nothing"],
    ["k8s.io/apimachinery/pkg/runtime.(*Unknown).Unmarshal", "nothing"],
    ["encoding/json.structEncoder.encode", "nothing"],
    ["", "nothing"],
  ])("%s names no kind", (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  test("a name of any length is judged at once", () => {
    const long = `k8s.io/${"api/".repeat(100_000)}v1.(*${"A".repeat(100_000)}).Unmarshal`;
    expect(kindOf(long)).toBe("nothing");
  });
});

test("kinds have proper plurals", () => {
  expect(
    [
      "ConfigMap",
      "Ingress",
      "NetworkPolicy",
      "Endpoints",
      "PodMetrics",
      "IPAddress",
      "Gateway",
    ].map(plural),
  ).toEqual([
    "ConfigMaps",
    "Ingresses",
    "NetworkPolicies",
    "Endpoints",
    "PodMetrics",
    "IPAddresses",
    "Gateways",
  ]);
});
