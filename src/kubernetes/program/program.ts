import type { Profile } from "../../profile/profile.js";
import { goRelease } from "./go-release.js";
import { kubernetesRelease, type ModuleRelease, moduleRelease } from "./module-release.js";
import { programFunctions } from "./program-functions.js";
import { programName } from "./program-name.js";
import type { ReleaseRange } from "./release-range.js";
import { type Role, roleOf } from "./role.js";

export type { Role } from "./role.js";

/** Releases that something is of: "1.34"; null where no function proves a bound. */
export interface Releases {
  readonly since: string | null;
  readonly until: string | null;
}

/** How the releases of a module, or of Go, are known. */
export interface ReleaseProof {
  /** "Kubernetes", "client-go", "Go" */
  readonly of: string;
  /** "1.", what stands before the minor numbers */
  readonly major: string;
  /** minor numbers; null where nothing proves a bound */
  readonly since: number | null;
  readonly until: number | null;
  /** the version that paths of sources name; "" where none does */
  readonly version: string;
  /** functions that fit, and such as contradict; none where that is not how it is known */
  readonly fits: number;
  readonly against: number;
}

/** Which program a profile is of. */
export interface Program {
  /** what it is to a cluster */
  readonly role: Role;
  /** "kube-apiserver"; "" where nothing names it */
  readonly name: string;
  /**
   * releases of Kubernetes that its functions prove, those of client-go for a client:
   * "1.34" stands for client-go 0.34 too
   */
  readonly since: string | null;
  readonly until: string | null;
  /** whether these are releases of client-go: the program is not built from Kubernetes itself */
  readonly isClient: boolean;
  readonly controllerRuntime: Releases | null;
  readonly etcd: Releases | null;
  readonly go: Releases | null;
  /** how that is known; none where no release is told */
  readonly evidence: readonly ReleaseProof[];
}

/**
 * Tells a program by the functions of its profiles.
 * @param profiles of one process, or of one build: what each proves is taken together
 */
export function programOf(profiles: readonly Profile[]): Program {
  const functions = profiles.flatMap(programFunctions);
  const name = programName(profiles, functions);
  const role = roleOf(functions, name);
  const kubernetes = kubernetesRelease(functions, role);
  const controllerRuntime = moduleRelease(functions, "sigs.k8s.io/controller-runtime");
  const etcd = role === "etcd" ? moduleRelease(functions, "go.etcd.io/etcd/server/v3") : undefined;
  const go = goRelease(profiles, functions, kubernetes?.range);
  return {
    role,
    name,
    ...(releasesOf(kubernetes?.range, "1.") ?? { since: null, until: null }),
    isClient: kubernetes?.isClient ?? false,
    controllerRuntime: releasesOf(controllerRuntime, "0."),
    etcd: releasesOf(etcd, "3."),
    go: releasesOf(go, "1."),
    evidence: [
      ...(kubernetes?.isClient
        ? proofOf(kubernetes.range, "client-go", "0.")
        : proofOf(kubernetes?.range, "Kubernetes", "1.")),
      ...proofOf(controllerRuntime, "controller-runtime", "0."),
      ...proofOf(etcd, "etcd", "3."),
      ...proofOf(go && { ...go, version: "", fits: 0, against: 0 }, "Go", "1."),
    ],
  };
}

function proofOf(range: ModuleRelease | undefined, of: string, major: string): ReleaseProof[] {
  if (!range) return [];
  const { since, until, version, fits, against } = range;
  return [{ of, major, since, until, version, fits, against }];
}

function releasesOf(range: ReleaseRange | undefined, major: string): Releases | null {
  if (!range) return null;
  const text = (minor: number | null) => (minor === null ? null : `${major}${minor}`);
  return { since: text(range.since), until: text(range.until) };
}
