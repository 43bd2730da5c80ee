import { KNOWN_ISSUES_WORDS } from "../words/known-issues-words.js";
import type { IssueScope } from "./known-issue.js";

const ANY: Pick<IssueScope, "roles" | "programs"> = { roles: [], programs: [] };

export const API_SERVER: IssueScope = {
  ...ANY,
  roles: ["apiserver"],
  of: "kube-apiserver",
  counted: "Kubernetes",
};

export const KUBELET: IssueScope = {
  ...ANY,
  roles: ["kubelet"],
  of: "kubelet",
  counted: "Kubernetes",
};

/** API servers and kubelets. */
export const SERVERS: IssueScope = {
  ...ANY,
  roles: ["apiserver", "kubelet"],
  of: "kube-apiserver, kubelet",
  counted: "Kubernetes",
};

/** Whatever is built from Kubernetes itself. */
export const COMPONENT: IssueScope = {
  ...ANY,
  roles: ["apiserver", "kubelet", "client"],
  get of() {
    return KNOWN_ISSUES_WORDS.of.kubernetes;
  },
  counted: "Kubernetes",
};

/** Code of cAdvisor and of streams to containers, in kubelets and alone. */
export const NODE_CODE: IssueScope = { ...ANY, of: "kubelet, cadvisor", counted: "Kubernetes" };

export const CADVISOR: IssueScope = { ...ANY, of: "cadvisor", counted: "other" };

export const ETCD: IssueScope = { ...ANY, roles: ["etcd"], of: "etcd", counted: "etcd" };

export const ETCD_CLIENT: IssueScope = {
  ...ANY,
  get of() {
    return KNOWN_ISSUES_WORDS.of.etcdClient;
  },
  counted: "other",
};

/** Clients, whose release of client-go is known; a Kubernetes 1.x has client-go 0.x. */
export const CLIENT: IssueScope = {
  ...ANY,
  roles: ["client"],
  of: "client-go",
  counted: "client-go",
};

export const CONTROLLER_RUNTIME: IssueScope = {
  ...ANY,
  roles: ["client"],
  of: "controller-runtime",
  counted: "controller-runtime",
};

export const GO: IssueScope = { ...ANY, of: "Go", counted: "Go" };

/** A program whose frames say that it is this one, released with Kubernetes. */
export function component(of: string): IssueScope {
  return { ...ANY, of, counted: "Kubernetes" };
}

/** A program or module whose frames say that it is this one. */
export function code(of: string): IssueScope {
  return { ...ANY, of, counted: "other" };
}

/** A program whose frames others have too: its name must hold one of these words. */
export function program(of: string, ...names: readonly string[]): IssueScope {
  return { ...ANY, programs: names, of, counted: "other" };
}
