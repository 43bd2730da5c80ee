import { TextMemo } from "../../lib/memo.js";
import type { FrameName } from "./frame-pattern.js";

/** Hosts and organisations of libraries that a Kubernetes program is built from. */
const LIBRARIES: readonly string[] = [
  "k8s.io/",
  "sigs.k8s.io/",
  "go.etcd.io/",
  "google.golang.org/",
  "golang.org/",
  "gopkg.in/",
  "go.uber.org/",
  "go.opentelemetry.io/",
  "go.opencensus.io/",
  "go.starlark.net/",
  "github.com/gogo/",
  "github.com/golang/",
  "github.com/google/",
  "github.com/opencontainers/",
  "github.com/containerd/",
  "github.com/json-iterator/",
  "github.com/modern-go/",
  "github.com/go-openapi/",
  "github.com/go-logr/",
  "github.com/emicklei/",
  "github.com/spf13/",
  "github.com/prometheus/client_golang",
  "github.com/prometheus/client_model",
  "github.com/prometheus/common",
  "github.com/prometheus/procfs",
  "github.com/grpc-ecosystem/",
  "github.com/evanphx/",
  "github.com/sirupsen/",
  "github.com/gorilla/",
  "github.com/hashicorp/go-",
  "github.com/hashicorp/golang-lru",
  "github.com/hashicorp/hcl",
  "github.com/klauspost/",
  "github.com/onsi/",
  "github.com/davecgh/",
  "github.com/beorn7/",
  "github.com/cespare/",
  "github.com/fsnotify/",
  "github.com/imdario/",
  "github.com/mailru/",
  "github.com/munnerz/",
  "github.com/pkg/",
  "github.com/fxamacker/",
  "github.com/coreos/go-",
  "github.com/coreos/pkg",
  "github.com/vmware/govmomi",
  "github.com/Azure/azure-sdk-for-go",
  "github.com/Azure/go-",
  "github.com/aws/aws-sdk-go",
  "github.com/aws/smithy-go",
  "cloud.google.com/",
];

/** Modules of Kubernetes that programs are built from; all others of its hosts are programs. */
const KUBERNETES_LIBRARIES: readonly string[] = [
  ..."api apimachinery apiserver apiextensions-apiserver cli-runtime client-go cloud-provider".split(
    " ",
  ),
  ..."cluster-bootstrap component-base component-helpers controller-manager cri-api".split(" "),
  ..."cri-client cri-streaming csi-translation-lib dynamic-resource-allocation".split(" "),
  ..."endpointslice externaljwt kms kube-aggregator kube-openapi kubectl kubelet klog".split(" "),
  ..."metrics mount-utils pod-security-admission utils".split(" "),
].map((name) => `k8s.io/${name}`);
const SIGS_LIBRARIES: readonly string[] = [
  ..."apiserver-network-proxy controller-runtime json kustomize mcs-api randfill release-utils".split(
    " ",
  ),
  ..."structured-merge-diff yaml gateway-api knftables".split(" "),
].map((name) => `sigs.k8s.io/${name}`);
/** Parts of `k8s.io/kubernetes` that are no library: what its programs do. */
const COMPONENTS =
  /^k8s\.io\/kubernetes\/(?:cmd\/(?!kube-apiserver)|pkg\/(?:controller|controlplane\/controller|scheduler|kubelet|proxy|volume|quota)\/)/;

const OWN = 1;
const FOREIGN = 2;
const KUBERNETES = 3;
const origins = new TextMemo((path) => {
  if (path.startsWith("k8s.io/") || path.startsWith("sigs.k8s.io/")) {
    const parts = path.split("/");
    const module = `${parts[0]}/${parts[1]}`;
    if (module === "k8s.io/kubernetes") return COMPONENTS.test(`${path}/`) ? OWN : KUBERNETES;
    const library = KUBERNETES_LIBRARIES.includes(module) || SIGS_LIBRARIES.includes(module);
    return library ? KUBERNETES : OWN;
  }
  const host = path.slice(0, path.indexOf("/"));
  return host.includes(".") && !LIBRARIES.some((l) => path.startsWith(l)) ? OWN : FOREIGN;
});

/**
 * Whether a function is the program's own: its package is `main`, or a module that is no known
 * library and whose source was not taken from the module cache, a vendor folder or Go itself.
 */
export function isOwnFrame(raw: string, name: FrameName, file: string): boolean {
  if (name.package === "main") return true;
  if (origins.of(name.package) !== OWN || raw.includes("/vendor/")) return false;
  return !/@v|\/vendor\/|\/pkg\/mod\//.test(file);
}

/**
 * Whether a function is code that somebody works on: of a program or one of its parts, be it taken
 * from the module cache, and of no known library.
 */
export function isComponentFrame(name: FrameName): boolean {
  return name.package === "main" || origins.of(name.package) === OWN;
}

/** The module whose version a source's path has: `github.com/NYTimes/gziphandler`. */
function moduleOfSource(file: string): string | undefined {
  return /(?:^|\/pkg\/mod\/)((?:[^/@]+\/)*[^/@]+)@v/.exec(file)?.[1];
}

/**
 * Which functions come from a module that the program was only built with: its source has a
 * version, and `main` is of another module; or it is vendored.
 * @param files source file of each function, "" where it is not known
 */
export function dependencies(names: readonly string[], files: readonly string[]): boolean[] {
  const main = files[names.indexOf("main.main")] ?? "";
  const program = moduleOfSource(main);
  return names.map((raw, f) => {
    if (raw.includes("/vendor/")) return true;
    const module = main === "" ? undefined : moduleOfSource(files[f] ?? "");
    return module !== undefined && module !== program;
  });
}

/** Whether a function is code of Kubernetes or of its client libraries. */
export function isKubernetesFrame(name: FrameName): boolean {
  return origins.of(name.package) === KUBERNETES;
}
