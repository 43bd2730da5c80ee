import { canonicalName, packageOf } from "../../profile/function-name.js";

/** What sort of code a package is; told apart by lightness. */
export const CODE_GROUPS = ["application", "library", "encoding", "runtime"] as const;
export type CodeGroup = (typeof CODE_GROUPS)[number];

const RUNTIME = /^(runtime|sync|syscall|internal|unsafe|reflect|time|context|os|net)(\/|$)/;
const ENCODING =
  /^(encoding|bytes|strings|strconv|bufio|io|compress|unicode|fmt|hash|crypto|text)(\/|$)/;
const ENCODING_LIBRARY =
  /(^|\/)(json-iterator|protobuf|gogo|yaml|sigs\.k8s\.io\/json|jsonpb|msgp|codec|ugorji|cbor)(\/|\.|$)/;

/**
 * The module of a package, as far as its path tells: `github.com/a/b`, `k8s.io/api`,
 * `golang.org/x/net`, `std` for the standard library, `main`.
 */
export function moduleOf(pkg: string): string {
  if (pkg === "" || pkg === "main") return pkg;
  const parts = pkg.split("/");
  const host = parts[0];
  if (!host.includes(".")) return "std";
  const deep = /^(github\.com|gitlab\.com|bitbucket\.org|golang\.org|google\.golang\.org)$/;
  const length = deep.test(host) && host !== "google.golang.org" ? 3 : 2;
  return parts.slice(0, length).join("/");
}

/** Module and sort of code of a function's name; the same with and without vendoring. */
export function originOf(name: string): { module: string; group: CodeGroup } {
  const canonical = canonicalName(name);
  const pkg = packageOf(canonical);
  const module = moduleOf(pkg);
  if (module === "std" || module === "") {
    if (RUNTIME.test(pkg) || pkg === "") return { module: "std", group: "runtime" };
    return { module: "std", group: ENCODING.test(pkg) ? "encoding" : "library" };
  }
  if (ENCODING_LIBRARY.test(pkg)) return { module, group: "encoding" };
  const vendored = canonical.length !== name.length && name.includes("/vendor/");
  if (vendored || name.includes("@v")) return { module, group: "library" };
  const known =
    /^(google\.golang\.org|golang\.org\/x|go\.etcd\.io|gopkg\.in|github\.com\/prometheus)/;
  return { module, group: known.test(module) ? "library" : "application" };
}
