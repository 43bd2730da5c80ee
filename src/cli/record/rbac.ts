/** What is bound to the roles, and where. */
export interface RbacChoice {
  /** of the pods that are recorded */
  readonly namespace: string;
  /** of the service account */
  readonly account: string;
}

const PODS = `  # the pods, with their nodes and limits
  - apiGroups: [""]
    resources: ["pods"]
    verbs: ["list"]
  # a connection to their ports: get by WebSocket; since 1.35 servers ask for create too
  - apiGroups: [""]
    resources: ["pods/portforward"]
    verbs: ["get", "create"]`;

/** Roles that `leaklens record` needs, and no more, as YAML for kubectl apply. */
export function rbacYaml({ namespace, account }: RbacChoice): string {
  const [own, name] = account.split("/") as [string, string];
  return `# What leaklens record needs to read heap profiles of API servers.
# A port-forward reaches every port of the pods of its namespace: bind it to nobody else.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: leaklens-recorder
rules:
  # asked of each API server itself; /metrics and /version only add figures
  - nonResourceURLs: ["/debug/pprof/heap", "/metrics", "/version"]
    verbs: ["get"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: leaklens-recorder
  namespace: ${namespace}
rules:
${PODS}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: leaklens-recorder
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: leaklens-recorder
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${own}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: leaklens-recorder
  namespace: ${namespace}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: leaklens-recorder
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${own}
`;
}
