import { expect, test } from "vitest";
import { dependencies } from "../../../src/kubernetes/frames/own-frames.js";

const GZIP = "github.com/NYTimes/gziphandler.GzipHandlerWithOpts.func1.1";

test("a module with a version of its own is a dependency, that of main is not", () => {
  const names = ["main.main", "k8s.io/kubernetes/pkg/controller/job.(*Controller).syncJob", GZIP];
  expect(
    dependencies(names, [
      "/root/go/pkg/mod/k8s.io/kubernetes@v1.37.2/cmd/kube-apiserver/apiserver.go",
      "/root/go/pkg/mod/k8s.io/kubernetes@v1.37.2/pkg/controller/job/job_controller.go",
      "/root/go/pkg/mod/github.com/!n!y!times/gziphandler@v1.1.1/gzip.go",
    ]),
  ).toEqual([false, false, true]);
});

test("a program that is built where it stands has versions in its dependencies alone", () => {
  expect(
    dependencies(
      ["main.main", "example.com/shop/internal/orders.Keep", GZIP],
      ["/src/shop/main.go", "example.com/shop/internal/orders/keep.go", "x.org/y@v2.0.0/z.go"],
    ),
  ).toEqual([false, false, true]);
});

test("what is vendored is one; without main and sources nothing is told", () => {
  expect(dependencies([`k8s.io/kubernetes/vendor/${GZIP}`, "shop/orders.Keep"], ["", ""])).toEqual([
    true,
    false,
  ]);
  expect(dependencies(["shop/orders.Keep"], ["/go/pkg/mod/shop@v1.0.0/a.go"])).toEqual([false]);
});
