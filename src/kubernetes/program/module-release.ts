import type { ProgramFunction } from "./program-functions.js";
import { factsOf, type ModuleFacts } from "./release-facts.js";
import { type ReleaseRange, releaseRange } from "./release-range.js";
import type { Role } from "./role.js";
import { sourceVersions } from "./source-versions.js";

/** The releases of a module, and the version that paths of sources name, "" where they do not. */
export interface ModuleRelease extends ReleaseRange {
  readonly version: string;
}

/** The modules of one Kubernetes: all are of the same minor release in what is built from it. */
const SERVER_MODULES: readonly string[] = [
  "k8s.io/kubernetes",
  "k8s.io/apiserver",
  "k8s.io/client-go",
  "k8s.io/apimachinery",
  "k8s.io/apiextensions-apiserver",
  "k8s.io/component-base",
  "k8s.io/kube-aggregator",
];
/** A client may be built with newer ones of the others than of this. */
const CLIENT_MODULES: readonly string[] = ["k8s.io/client-go"];

/**
 * The release of Kubernetes that a program is built from; of client-go where it is only a client.
 * Undefined where nothing tells it.
 */
export function kubernetesRelease(
  functions: readonly ProgramFunction[],
  role: Role,
): { readonly range: ModuleRelease; readonly isClient: boolean } | undefined {
  const isServer = role === "apiserver" || role === "kubelet";
  const isComponent = functions.some(
    (f) => f.func !== "" && f.package.startsWith("k8s.io/kubernetes/"),
  );
  const isClient = !isServer && !isComponent;
  if (isClient && role !== "client") return undefined;
  const range = moduleRelease(functions, ...(isClient ? CLIENT_MODULES : SERVER_MODULES));
  return range && { range, isClient };
}

/**
 * The release of modules that share their minor releases. What the paths of sources name is taken
 * as it is, the first module that they name deciding; else the functions' names tell.
 */
export function moduleRelease(
  functions: readonly ProgramFunction[],
  ...modules: readonly string[]
): ModuleRelease | undefined {
  const told = modules.flatMap((module) => {
    const facts = functions.some((f) => isIn(f.package, module)) ? factsOf(module) : undefined;
    return facts ? [{ facts, names: namesOf(functions, facts) }] : [];
  });
  const byNames = releaseRange(told.filter(({ names }) => names.size > 0));
  for (const module of modules) {
    const named = sourceVersions(functions, module);
    if (!named) continue;
    const { since, until, version } = named;
    return { since, until, version, fits: byNames?.fits ?? 0, against: byNames?.against ?? 0 };
  }
  return byNames && { ...byNames, version: "" };
}

/** A module's functions, each once, as the table names them. */
function namesOf(functions: readonly ProgramFunction[], facts: ModuleFacts): Set<string> {
  const out = new Set<string>();
  for (const { package: path, func, outer } of functions) {
    if (func === "" || !isIn(path, facts.module)) continue;
    const whole = `${path}.${func}`;
    const isOuter = outer !== "" && facts.releasesWith(whole) === 0;
    out.add(isOuter ? `${path}.${outer}` : whole);
  }
  return out;
}

/** Whether a package is of a module. */
function isIn(path: string, module: string): boolean {
  return path.startsWith(module) && (path.length === module.length || path[module.length] === "/");
}
