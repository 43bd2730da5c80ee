import { linkOf } from "./reference-chain.js";

/**
 * The name by which a function is the same function in another build: without the path of the
 * vendoring module and without module versions.
 * `k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal` and
 * `k8s.io/api@v0.29.1/core/v1.(*ConfigMap).Unmarshal` are both
 * `k8s.io/api/core/v1.(*ConfigMap).Unmarshal`.
 */
export function canonicalName(name: string): string {
  const bare = name.includes("/vendor/") ? withoutVendoring(name) : name;
  return bare.includes("@v") ? bare.replace(/@v[^/@()[\]]*(?=\/|$)/g, "") : bare;
}

/** What may stand in front of a path: a function's name may have others in its type arguments. */
const PATH_START = "[],*( ";

/** Cuts each path up to its last `/vendor/`. */
function withoutVendoring(name: string): string {
  let out = "";
  let end = name.length;
  for (let at = end - 1; at >= -1; at--) {
    if (at >= 0 && !PATH_START.includes(name[at])) continue;
    const path = name.slice(at + 1, end);
    const vendor = path.lastIndexOf("/vendor/");
    out = `${at >= 0 ? name[at] : ""}${vendor < 0 ? path : path.slice(vendor + 8)}${out}`;
    end = at;
  }
  return out;
}

/**
 * The name without the path in front of the package: `v1.(*ConfigMap).Unmarshal`; of a link of
 * references the field, and its type without paths: `Spec. (v1.PodSpec)`.
 */
export function shortName(name: string): string {
  const link = linkOf(name);
  if (link) return `${link.field}. (${link.type.replace(PATHS, "")})`;
  return withoutPath(name);
}

/** Up to the last slash of each path of a type: `map[k8s.io/api/core/v1.Pod]*x.org/y/z.T`. */
const PATHS = /[^\s[\]*(){},/]*\/(?:[^\s[\]*(){},/]*\/)*/g;
/** What may stand before the type whose package is asked for. */
const OF_TYPE = /^(?:\*|\[\d*\]|map\[[^\]]*\]|chan )+/;

function withoutPath(name: string): string {
  // A path inside type arguments, as in `Map[k8s.io/api/core/v1.Pod]`, is no path of the package.
  const bracket = name.indexOf("[");
  const slash = name.lastIndexOf("/", bracket < 0 ? undefined : bracket);
  return name.slice(slash + 1);
}

/** The package of a function: `k8s.io/api/core/v1`; "" where the name has none. */
export function packageOf(name: string): string {
  // What has no name is known by the object it lies in: `[libc.so.6]`, `[[kernel.kallsyms]]`.
  if (name.startsWith("[") && name.endsWith("]")) return name.slice(1, -1);
  const link = linkOf(name);
  if (link) return packageOf(link.type.replace(OF_TYPE, ""));
  const short = withoutPath(name);
  const dot = short.indexOf(".");
  return dot < 0 ? "" : name.slice(0, name.length - short.length + dot);
}
