import type { Profile } from "../../profile/profile.js";
import { goRelease } from "./go-release.js";
import { kubernetesRelease, moduleRelease } from "./module-release.js";
import { programFunctions } from "./program-functions.js";
import { programName } from "./program-name.js";
import { rangeText, releaseEvidence } from "./program-text.js";
import type { ReleaseRange } from "./release-range.js";
import { type Role, roleOf } from "./role.js";

export type { Role } from "./role.js";

/** Releases that something is of: "1.34"; null where no function proves a bound. */
export interface Releases {
  readonly since: string | null;
  readonly until: string | null;
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
  /** how that is known, in a sentence or a few; "" where no release is told */
  readonly evidence: string;
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
  const said = kubernetes && {
    ...kubernetes.range,
    ...(kubernetes.isClient ? { of: "client-go", major: "0." } : { of: "Kubernetes", major: "1." }),
  };
  return {
    role,
    name,
    ...(releasesOf(kubernetes?.range, "1.") ?? { since: null, until: null }),
    isClient: kubernetes?.isClient ?? false,
    controllerRuntime: releasesOf(controllerRuntime, "0."),
    etcd: releasesOf(etcd, "3."),
    go: releasesOf(go, "1."),
    evidence: [
      said ? releaseEvidence(said, said.of, said.major) : "",
      controllerRuntime ? releaseEvidence(controllerRuntime, "controller-runtime", "0.") : "",
      etcd ? releaseEvidence(etcd, "etcd", "3.") : "",
      go ? `Go ${rangeText(go, "1.")}.` : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  };
}

function releasesOf(range: ReleaseRange | undefined, major: string): Releases | null {
  if (!range) return null;
  const text = (minor: number | null) => (minor === null ? null : `${major}${minor}`);
  return { since: text(range.since), until: text(range.until) };
}
