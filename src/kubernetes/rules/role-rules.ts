/** What a program is to a cluster: who answers requests, who asks, who stores, who runs Pods. */
export type Role = "apiserver" | "client" | "etcd" | "kubelet" | "other";

/** One fact that tells a role; the first that fits decides. */
export interface RoleRule {
  readonly role: Role;
  /** packages, by their whole path, whose code runs in programs of that role alone */
  readonly packages?: RegExp;
  /** functions of such a package; all of them where it is left out */
  readonly funcs?: RegExp;
  /** names of programs that are of that role whatever runs in the part that was recorded */
  readonly names?: RegExp;
  /** names of programs that run that code and are of another role */
  readonly unless?: RegExp;
}

/**
 * An API server has clients inside (the loopback client), etcd's client and, in some
 * distributions, a kubelet and etcd itself: what serves comes first. Controllers that serve
 * metrics with the API server's library have its filters and health checks, but no handlers,
 * no storage and no watch cache.
 */
export const ROLE_RULES: readonly RoleRule[] = [
  {
    role: "apiserver",
    packages:
      /^k8s\.io\/apiserver\/pkg\/(?:storage\/(?:cacher|cacher\/store|etcd3|etcd)|registry\/generic\/registry|endpoints|endpoints\/handlers|endpoints\/handlers\/responsewriters)$/,
  },
  {
    role: "apiserver",
    packages: /^k8s\.io\/apiserver\/pkg\/server$/,
    funcs: /GenericAPIServer|APIServerHandler/,
  },
  {
    role: "apiserver",
    packages: /^k8s\.io\/apiserver\/pkg\/(?:server\/filters|endpoints\/filters)$/,
    funcs: /WithPriorityAndFairness|WithAudit|WithMaxInFlightLimit|priorityAndFairnessHandler/,
  },
  {
    role: "apiserver",
    packages:
      /^k8s\.io\/(?:kubernetes\/(?:pkg\/(?:controlplane|master|genericapiserver|apiserver|storage|registry\/generic)|cmd\/kube-apiserver)|kube-aggregator\/pkg\/controllers|apiextensions-apiserver\/pkg\/(?:controller|registry))(?:\/|$)/,
  },
  {
    role: "apiserver",
    packages:
      /^k8s\.io\/(?:kube-aggregator|apiextensions-apiserver)\/pkg\/(?:apiserver|cmd\/server)$/,
  },
  {
    role: "kubelet",
    packages:
      /^k8s\.io\/kubernetes\/(?:cmd\/kubelet(?:\/|$)|pkg\/kubelet$|pkg\/kubelet\/(?:pleg|kuberuntime|remote|cri|cm|status|stats|prober|eviction|images|volumemanager|dockershim|dockertools|server|nodestatus|pluginmanager|logs|cadvisor|network|container)(?:\/|$))/,
  },
  {
    role: "etcd",
    packages:
      /^(?:go\.etcd\.io|github\.com\/coreos|github\.com\/etcd-io)\/etcd(?:\/v\d+)?(?:\/server(?:\/v\d+)?)?\/(?:etcdserver|mvcc|lease|embed|etcdmain|storage|wal|snap|rafthttp)(?:\/(?!\w+pb$|api\/v3rpc\/rpctypes$)[\w/]+)?$/,
  },
  { role: "kubelet", packages: /^github\.com\/google\/cadvisor\//, unless: /cadvisor/i },
  { role: "apiserver", names: /^(?:kube|openshift|aggregated|extension)-apiserver/ },
  { role: "kubelet", names: /^kubelet/ },
  { role: "etcd", names: /^etcd$/ },
  {
    role: "client",
    packages:
      /^(?:k8s\.io\/(?:client-go|kubectl|cli-runtime)|sigs\.k8s\.io\/controller-runtime)(?:\/|$)/,
  },
  {
    role: "client",
    packages:
      /^k8s\.io\/kubernetes\/(?:pkg\/(?:controller|scheduler|proxy|client|kubectl)|plugin\/pkg\/scheduler|plugin\/cmd\/kube-scheduler|cmd\/(?:kube-controller-manager|cloud-controller-manager|kube-scheduler|kube-proxy))(?:\/|$)/,
  },
  { role: "client", packages: /^k8s\.io\/apimachinery\/pkg\/watch$/, funcs: /StreamWatcher/ },
  {
    role: "client",
    names: /^(?:kube-controller-manager|kube-scheduler|kube-proxy|cloud-controller-manager)/,
  },
];
