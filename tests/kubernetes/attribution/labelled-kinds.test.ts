import { describe, expect, test } from "vitest";
import { labelledKind } from "../../../src/kubernetes/attribution/labelled-kinds.js";
import { kindPlural } from "../../../src/kubernetes/words.js";
import { judged } from "./stack-reader.js";

const SERVED = [
  "k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1",
  "k8s.io/apiserver/pkg/storage/etcd3.(*store).GetList",
  "k8s.io/apimachinery/pkg/apis/meta/v1/unstructured.unstructuredJSONScheme.decode",
  "encoding/json.Unmarshal",
];

describe("a label names a kind in the forms that Kubernetes writes", () => {
  test.each([
    ["cert-manager.io/v1, Kind=Certificate", "cert-manager.io", "Certificate"],
    ["/v1, Kind=ConfigMap", "", "ConfigMap"],
    ["cert-manager.io/v1beta1, Resource=certificates", "cert-manager.io", "certificates"],
    ["/apis/cert-manager.io/v1/certificates?limit=500", "cert-manager.io", "certificates"],
    [
      "/apis/cert-manager.io/v1/namespaces/shop/certificates/web",
      "cert-manager.io",
      "certificates",
    ],
    ["/apis/cert-manager.io/v1/watch/certificates", "cert-manager.io", "certificates"],
  ])("%s", (text, group, kind) => {
    expect(labelledKind(text)).toEqual({ group, kind });
  });

  test.each(["Pod", "ConfigMap", "/metrics", "/apis/apps", "shop/web", "", "/".repeat(9999)])(
    "and in no other: %.20s",
    (text) => {
      expect(labelledKind(text)).toBeUndefined();
    },
  );
});

describe("custom resources are named by their labels", () => {
  test("where their frames tell nothing more", () => {
    expect(judged(SERVED)).toBe("CRD named custom-resource");
    expect(judged(SERVED, { label: "cert-manager.io/v1, Kind=Certificate" })).toBe(
      "Certificate.cert-manager.io named custom-resource",
    );
  });

  test("never against what frames say", () => {
    const stack = [...SERVED.slice(0, 2), "k8s.io/api/core/v1.(*Secret).Unmarshal"];
    expect(judged(stack, { label: "/v1, Kind=ConfigMap" })).toMatch(/^Secret named/);
    expect(judged(["net/http.newBufioReader"], { label: "/v1, Kind=ConfigMap" })).toMatch(
      /^other connections/,
    );
  });

  test("a resource is written as it is called", () => {
    expect(kindPlural("certificates")).toBe("certificates");
    expect(kindPlural("Certificate")).toBe("Certificates");
  });
});
