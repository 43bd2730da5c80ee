import type { FrameName } from "./framepattern.js";
import {
  CARRIER_FOLDERS,
  GROUP_RULES,
  type GroupRule,
  IDLE_METHODS,
  PART_SUFFIXES,
} from "./kindrules.js";
import type { KindName } from "./vocabulary.js";

/** What a frame's name says about the API object at hand. */
export interface NamedKind {
  /** "typed": a method or conversion of an API type; "path": the code of one resource, which may hold others too */
  readonly by: "typed" | "path";
  /** undefined where the type is a part of some kind, or carries others */
  readonly name: KindName | undefined;
}

const groupOfFolder = new Map(GROUP_RULES.map((g) => [g.folder, g]));
/** resource name as it stands in packages and clients ("configmap", "configmaps") to its kind */
const kindOfResource = new Map<string, KindName>();
for (const { folder, group, kinds } of GROUP_RULES) {
  for (const kind of kinds) {
    for (const resource of [kind.toLowerCase(), plural(kind.toLowerCase())]) {
      const key = `${folder}/${resource}`;
      if (!kindOfResource.has(key)) kindOfResource.set(key, { group, kind });
    }
  }
}
const carriers = new Set(CARRIER_FOLDERS);
const idle = new Set(IDLE_METHODS);

/** English plural of a kind or resource: "Ingresses", "NetworkPolicies", "Endpoints". */
export function plural(kind: string): string {
  if (/(?:endpoints|metrics)$/i.test(kind)) return kind;
  if (/(?:s|x|ch|sh)$/i.test(kind)) return `${kind}es`;
  if (/[^aeiou]y$/i.test(kind)) return `${kind.slice(0, -1)}ies`;
  return `${kind}s`;
}

const VERSION = /^v\d+(?:(?:alpha|beta)\d+)?$/;

/** What the name of a function says about API kinds; undefined where it says nothing. */
export function namedKind(name: FrameName): NamedKind | undefined {
  return fromConversion(name) ?? fromType(name) ?? fromClient(name) ?? fromRegistry(name);
}

/** `autoConvert_v1_Secret_To_core_Secret`, `Convert_apps_DeploymentList_To_v1_DeploymentList` */
function fromConversion({ package: path, func }: FrameName): NamedKind | undefined {
  const found = /^(?:autoConvert|Convert)_[A-Za-z0-9]+_([A-Za-z0-9]+)_To_/.exec(func);
  if (!found) return undefined;
  const place = apiPlace(path);
  if (!place) return undefined;
  return { by: "typed", name: kindOfType(place.folder, found[1]!) };
}

/** `(*ConfigMap).Unmarshal`, `ConfigMapList.MarshalJSON` in a package of API types */
function fromType({ package: path, func }: FrameName): NamedKind | undefined {
  const found = /^(?:\(\*([A-Z]\w*)\)|([A-Z]\w*))\.([A-Za-z]\w*)/.exec(func);
  if (!found || idle.has(found[3]!)) return undefined;
  const place = apiPlace(path);
  if (!place) return undefined;
  return { by: "typed", name: kindOfType(place.folder, found[1] ?? found[2]!) };
}

/** Folder of the API group in a package of types: `core` of `k8s.io/api/core/v1`. */
function apiPlace(path: string): { folder: string } | undefined {
  const parts = path.split("/");
  const last = parts.length - 1;
  if (path.startsWith("k8s.io/api/")) return parts[2] ? { folder: parts[2] } : undefined;
  const apis = parts.lastIndexOf("apis");
  if (apis >= 0 && apis < last && last - apis <= 2) return { folder: parts[apis + 1]! };
  // The layout of operators: `api/v1`, `api/<group>/v1`, `pkg/api/v1alpha1`.
  const api = parts.lastIndexOf("api");
  if (api > 0 && VERSION.test(parts[last]!) && last - api >= 1 && last - api <= 2) {
    return { folder: last - api === 2 ? parts[api + 1]! : ownGroup(parts, api) };
  }
  return undefined;
}

/** An operator's single group has no folder: the name of its module stands in. */
function ownGroup(parts: readonly string[], api: number): string {
  const module = parts.slice(0, api).filter((p) => p !== "pkg");
  return module.at(-1) ?? "";
}

function kindOfType(folder: string, type: string): KindName | undefined {
  if (carriers.has(folder)) return undefined;
  const rule: GroupRule | undefined = groupOfFolder.get(folder);
  const item = type.endsWith("List") && type.length > 4 ? type.slice(0, -4) : type;
  if (rule) return rule.kinds.includes(item) ? { group: rule.group, kind: item } : undefined;
  if (PART_SUFFIXES.some((s) => item.endsWith(s))) return undefined;
  return { group: folder, kind: item };
}

/** Clients, informers and listers made for one kind. */
function fromClient({ package: path, func }: FrameName): NamedKind | undefined {
  const place =
    /(?:^|\/)(?:typed|informers|listers)\/(?:externalversions\/)?([\w.]+)\/(v\w+)$/.exec(path);
  if (!place) return undefined;
  const found =
    /^\(?\*?([a-z]\w*?)(?:Informer|Lister|NamespaceLister)?\)?\./.exec(func) ??
    /^New(?:Filtered)?([A-Z]\w*?)(?:Informer|Lister)(?:WithOptions)?(?:\.|$)/.exec(func);
  if (!found) return undefined;
  const name = kindOfResource.get(`${place[1]!}/${found[1]!.toLowerCase()}`);
  return name && { by: "path", name };
}

/** `registry/core/configmap.strategy.Validate`, `registry/apps/deployment/storage.(*REST).Get` */
function fromRegistry({ package: path, func }: FrameName): NamedKind | undefined {
  const place = /(?:^|\/)registry\/(\w+)\/(\w+)(?:\/storage)?$/.exec(path);
  // What sets a registry up runs once, at start-up, and holds no objects.
  if (!place || /^(?:New|init)/.test(func)) return undefined;
  const name = kindOfResource.get(`${place[1]!}/${place[2]!}`);
  return name && { by: "path", name };
}
