/** Modules of k8s.io and sigs.k8s.io that programs are built from; others are programs. */
export const KUBERNETES_LIBRARIES: ReadonlySet<string> = new Set([
  "api",
  "apiextensions-apiserver",
  "apimachinery",
  "apiserver",
  "apiserver-network-proxy",
  "cli-runtime",
  "client-go",
  "cloud-provider",
  "cluster-bootstrap",
  "component-base",
  "component-helpers",
  "controller-manager",
  "controller-runtime",
  "cri-api",
  "cri-client",
  "cri-streaming",
  "csi-translation-lib",
  "dynamic-resource-allocation",
  "endpointslice",
  "externaljwt",
  "gateway-api",
  "gengo",
  "json",
  "klog",
  "kms",
  "kube-aggregator",
  "kube-controller-manager",
  "kube-openapi",
  "kube-proxy",
  "kube-scheduler",
  "kubectl",
  "kubelet",
  "kubernetes",
  "kustomize",
  "legacy-cloud-providers",
  "metrics",
  "mount-utils",
  "pod-security-admission",
  "randfill",
  "streaming",
  "structured-merge-diff",
  "utils",
  "yaml",
]);

/** Components by the packages that they alone run; the first that fits names the program. */
export const NAMES_BY_PACKAGE: readonly { readonly packages: RegExp; readonly name: string }[] = [
  {
    name: "kube-apiserver",
    packages:
      /^k8s\.io\/kubernetes\/(?:cmd\/kube-apiserver|pkg\/(?:controlplane|master|registry\/\w+\/\w+\/storage))(?:\/|$)/,
  },
  {
    name: "kubelet",
    packages:
      /^k8s\.io\/kubernetes\/(?:cmd\/kubelet(?:\/|$)|pkg\/kubelet$|pkg\/kubelet\/(?:pleg|kuberuntime|status|prober|eviction|volumemanager)(?:\/|$))/,
  },
  {
    name: "kube-scheduler",
    packages:
      /^k8s\.io\/kubernetes\/(?:cmd\/kube-scheduler\/|pkg\/scheduler$|pkg\/scheduler\/(?:backend|internal)\/)/,
  },
  {
    name: "kube-proxy",
    packages: /^k8s\.io\/kubernetes\/(?:cmd\/kube-proxy\/|pkg\/proxy(?:\/|$))/,
  },
  {
    name: "kube-controller-manager",
    packages: /^k8s\.io\/kubernetes\/(?:cmd\/kube-controller-manager\/|pkg\/controller\/\w+)/,
  },
  {
    name: "etcd",
    packages:
      /^(?:go\.etcd\.io|github\.com\/coreos|github\.com\/etcd-io)\/etcd(?:\/server(?:\/v\d+)?)?\/(?:etcdmain|etcdserver|mvcc|storage)(?:\/(?!\w+pb$|api\/v3rpc\/rpctypes$)[\w/]+)?$/,
  },
];
