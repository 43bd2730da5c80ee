import { describe, expect, test } from "vitest";
import { frameName, PatternIndex } from "../../../src/kubernetes/frames/frame-pattern.js";

const fits = (pattern: string, name: string) =>
  new PatternIndex([pattern]).match(frameName(name)).length > 0;

const ENDPOINTS = "k8s.io/apiserver/pkg/endpoints";
const LIST_CLOSURE = "(*APIInstaller).registerResourceHandlers.restfulListResource.func6";

describe("patterns of function names", () => {
  test.each([
    ["etcd3.(*store).List", "k8s.io/apiserver/pkg/storage/etcd3.(*store).List", true],
    [
      "storage/etcd3.(*store).List",
      "k8s.io/kubernetes/vendor/k8s.io/apiserver/pkg/storage/etcd3.(*store).List",
      true,
    ],
    ["etcd3.(*store).List", "k8s.io/apiserver/pkg/storage/etcd3.(*store).List.func1.2", true],
    ["etcd3.(*store).List", "k8s.io/apiserver/pkg/storage/etcd3.(*store).List-fm", true],
    ["etcd3.(*store).List", "k8s.io/apiserver/pkg/storage/etcd3.(*store).List.gowrap1", true],
    ["etcd3.(*store).List", "k8s.io/apiserver/pkg/storage/etcd3.(*store).ListPrefix", false],
    ["etcd3.(*store).List", "k8s.io/apiserver/pkg/storage/notetcd3.(*store).List", false],
    ["cache.(*Store).*", "x.io/cache.(*Store[...]).Get[...]", true],
    [
      "handlers.limitedReadBody*",
      "k8s.io/apiserver/pkg/endpoints/handlers.limitedReadBodyWithRecordMetric",
      true,
    ],
    ["zapcore.*", "go.uber.org/zap/zapcore.newCounters", true],
    ["kube-openapi/...", "k8s.io/kube-openapi/pkg/handler.(*OpenAPIService).UpdateSpec", true],
    ["kube-openapi/...", "k8s.io/not-kube-openapi/pkg.f", false],
    ["/log.*", "log.Println", true],
    ["/log.*", "k8s.io/apiserver/plugin/pkg/audit/log.(*backend).logEvent", false],
    ["*.DeepCopyInto", "k8s.io/api/core/v1.(*ConfigMap).DeepCopyInto", true],
    ["*.DeepCopyInto", "k8s.io/api/core/v1.(*ConfigMap).notDeepCopyInto", false],
    ["*.autoConvert_*", "k8s.io/kubernetes/pkg/apis/core/v1.autoConvert_v1_Pod_To_core_Pod", true],
    ["apis/core.f", "k8s.io/api@v0.29.1/apis/core.f", true],
    // Closures, as Go 1.26 names them: they belong to who made them.
    ["endpoints.(*APIInstaller).*!", `${ENDPOINTS}.(*APIInstaller).registerResourceHandlers`, true],
    ["endpoints.(*APIInstaller).*!", `${ENDPOINTS}.${LIST_CLOSURE}`, false],
    ["endpoints.restfulListResource", `${ENDPOINTS}.${LIST_CLOSURE}`, true],
    ["endpoints.restfulListResource!", `${ENDPOINTS}.${LIST_CLOSURE}`, false],
    ["endpoints.restfulListResource", `${ENDPOINTS}.restfulListResource.func1`, true],
    ["endpoints.(*APIInstaller).registerResourceHandlers", `${ENDPOINTS}.${LIST_CLOSURE}`, false],
    ["app.BuildControllers!", "k8s.io/x/app.BuildControllers.func1", false],
    ["app.BuildControllers!", "k8s.io/x/app.BuildControllers.deferwrap1", false],
    ["app.BuildControllers!", "k8s.io/x/app.BuildControllers", true],
    [
      "cacher.(*Cacher).Watch!",
      "k8s.io/apiserver/pkg/storage/cacher.(*Cacher).Watch-range1",
      false,
    ],
    ["wait.(*Group).Start", "k8s.io/x/wait.(*controller).Run.(*Group).Start.func3", true],
    ["wait.(*Group).Start", "k8s.io/x/wait.(*Group).Start.func1.2", true],
  ])("%s and %s: %s", (pattern, name, yes) => {
    expect(fits(pattern, name)).toBe(yes);
  });

  test("a pattern without a function is refused", () => {
    expect(() => new PatternIndex(["etcd3"])).toThrow("etcd3");
  });
});
