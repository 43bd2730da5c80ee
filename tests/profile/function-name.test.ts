import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalName, packageOf, shortName } from "../../src/profile/function-name.js";

describe("the canonical name", () => {
  it.each([
    [
      "k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
      "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
    ],
    [
      "k8s.io/api@v0.29.1/core/v1.(*ConfigMap).Unmarshal",
      "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
    ],
    ["a/vendor/b/vendor/c.F", "c.F"],
    ["runtime.main", "runtime.main"],
    ["vendor/golang.org/x/net/http2/hpack.F", "vendor/golang.org/x/net/http2/hpack.F"],
    ["", ""],
    // Vendoring in a type argument is no vendoring of the function.
    [
      "k8s.io/kubernetes/pkg/util.Map[k8s.io/kubernetes/vendor/k8s.io/api/core/v1.Pod].Get",
      "k8s.io/kubernetes/pkg/util.Map[k8s.io/api/core/v1.Pod].Get",
    ],
    ["x/vendor/a.Map[y/vendor/b.K,*z/vendor/c.V].Get", "a.Map[b.K,*c.V].Get"],
  ])("of %s is %s", (name, canonical) => {
    expect(canonicalName(name)).toBe(canonical);
  });

  it("is its own canonical name", () => {
    const part = fc.constantFrom(
      "a",
      "k8s.io",
      "/vendor/",
      "@v1.2/",
      "/",
      "[",
      "]",
      "(*T)",
      ".F",
      ",",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const name = canonicalName(parts.join(""));
        expect(canonicalName(name)).toBe(name);
      }),
    );
  });
});

describe("the short name", () => {
  it.each([
    ["k8s.io/api/core/v1.(*ConfigMap).Unmarshal", "v1.(*ConfigMap).Unmarshal"],
    ["a/b.Map[k8s.io/api/core/v1.Pod].Get", "b.Map[k8s.io/api/core/v1.Pod].Get"],
    ["main.main", "main.main"],
    ["", ""],
  ])("of %s is %s", (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

describe("the package", () => {
  it.each([
    ["k8s.io/api/core/v1.(*ConfigMap).Unmarshal", "k8s.io/api/core/v1"],
    ["gopkg.in/yaml%2ev2.Unmarshal", "gopkg.in/yaml%2ev2"],
    ["runtime.mallocgc", "runtime"],
    ["a/b.Map[k8s.io/api/core/v1.Pod].Get", "a/b"],
    ["_start", ""],
  ])("of %s is %j", (name, pkg) => {
    expect(packageOf(name)).toBe(pkg);
  });
});

describe("the package of what has no name", () => {
  it("is the object it lies in", () => {
    expect(packageOf("[libc.so.6]")).toBe("libc.so.6");
    expect(packageOf("[[kernel.kallsyms]]")).toBe("[kernel.kallsyms]");
    expect(packageOf("main.Map[go.shape.int]")).toBe("main");
  });
});

describe("a link of references", () => {
  it.each([
    ["Spec. (k8s.io/api/core/v1.PodSpec)", "Spec. (v1.PodSpec)", "k8s.io/api/core/v1"],
    [
      "m. (map[k8s.io/a/schema.GVK]*x.org/y/internal.Cache)",
      "m. (map[schema.GVK]*internal.Cache)",
      "x.org/y/internal",
    ],
    ["q. ([]*b.io/p.Item)", "q. ([]*p.Item)", "b.io/p"],
    ["$mapval. (string)", "$mapval. (string)", ""],
  ])("%s is short as %s, of the package %s", (name, short, path) => {
    expect(shortName(name)).toBe(short);
    expect(packageOf(name)).toBe(path);
  });
});
