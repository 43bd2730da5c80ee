/**
 * The name by which a function is the same function in another build: without the path of the
 * vendoring module and without module versions.
 * `k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal` and
 * `k8s.io/api@v0.29.1/core/v1.(*ConfigMap).Unmarshal` are both
 * `k8s.io/api/core/v1.(*ConfigMap).Unmarshal`.
 */
export function canonicalName(name: string): string {
  const vendor = name.lastIndexOf("/vendor/");
  const bare = vendor < 0 ? name : name.slice(vendor + 8);
  return bare.includes("@v") ? bare.replace(/@v[^/@()[\]]*(?=\/|$)/g, "") : bare;
}

/** The name without the path in front of the package: `v1.(*ConfigMap).Unmarshal`. */
export function shortName(name: string): string {
  // A path inside type arguments, as in `Map[k8s.io/api/core/v1.Pod]`, is no path of the package.
  const bracket = name.indexOf("[");
  const slash = name.lastIndexOf("/", bracket < 0 ? undefined : bracket);
  return name.slice(slash + 1);
}

/** The package of a function: `k8s.io/api/core/v1`; "" where the name has none. */
export function packageOf(name: string): string {
  const short = shortName(name);
  const dot = short.indexOf(".");
  return dot < 0 ? "" : name.slice(0, name.length - short.length + dot);
}
