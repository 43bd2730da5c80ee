import { TextMemo } from "../lib/memo.js";
import { linkOf } from "./reference-chain.js";

/**
 * The name by which a function is the same function in another build: without the path of the
 * vendoring module and without module versions.
 * `k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal` and
 * `k8s.io/api@v0.29.1/core/v1.(*ConfigMap).Unmarshal` are both
 * `k8s.io/api/core/v1.(*ConfigMap).Unmarshal`.
 */
export function canonicalName(name: string): string {
  return canonical.of(name);
}

/** Each file of a set has the same names, and more than one question needs them. */
const canonical = new TextMemo(canonicalOf, 1 << 15);

function canonicalOf(name: string): string {
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

/** A name as it is shown: what tells it, and the path of its package where there is one. */
export interface NameParts {
  readonly short: string;
  /** `k8s.io/api/core/`; "" for none */
  readonly path: string;
}

/**
 * A name in two: `v1.(*ConfigMap).Unmarshal` and `k8s.io/api/core/`. A frame that is a line, file or
 * address keeps its function: `cache.(*Store).Add store.go:12`. Of a link of references the field,
 * and its type without paths: `Spec. (v1.PodSpec)`.
 */
export function nameParts(name: string): NameParts {
  const link = linkOf(name);
  if (link) return { short: `${link.field}. (${link.type.replace(PATHS, "")})`, path: "" };
  const placed = placeOf(name);
  if (!placed) {
    const short = withoutPath(name);
    return { short, path: name.slice(0, name.length - short.length) };
  }
  const { address, func, file } = placed;
  const short = withoutPath(func);
  const at = file.slice(file.lastIndexOf("/") + 1);
  return {
    short: `${address === "" ? "" : `0x${address.replace(/^0+/, "")} `}${short} ${at}`,
    path: func.slice(0, func.length - short.length),
  };
}

/** The name without the path in front of the package, see nameParts. */
export function shortName(name: string): string {
  return nameParts(name).short;
}

/** How the name of a line or a file ends. */
const FILE_END = /(?:\.\w+|>|:\d+)$/;
const ADDRESS = /^[0-9a-f]{16} /;
/** A blank before a path that may have blanks itself: it begins with a slash or a drive. */
const ROOTED = / (?:\/|[A-Za-z]:[\\/])/;
/** A file without such a beginning: told by its line, or by the ending of a source. */
const FILE =
  /^(?:[\w.$@+-]+\/)*(?:<\w+>|[\w.$@+-]+\.(?:\w+(?=:)|go|[sSchm]|cc|cpp|cxx|hpp|hh|rs|py|js|ts|java|kt|rb|swift|zig))(?::\d+){0,2}$/;

/** Function and file of a name as pprof writes that of a line, a file of a function or an address. */
function placeOf(name: string) {
  if (name.startsWith("/") || !name.includes(" ") || !FILE_END.test(name)) return undefined;
  const from = ADDRESS.test(name) ? 17 : 0;
  const rest = name.slice(from);
  const rooted = rest.search(ROOTED);
  const at = rooted >= 0 ? rooted : rest.lastIndexOf(" ");
  const file = rest.slice(at + 1);
  if (at <= 0 || (rooted < 0 && !FILE.test(file))) return undefined;
  return { address: name.slice(0, Math.max(0, from - 1)), func: rest.slice(0, at), file };
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
  const func = placeOf(name)?.func ?? name;
  const short = withoutPath(func);
  const dot = short.indexOf(".");
  return dot < 0 ? "" : func.slice(0, func.length - short.length + dot);
}
