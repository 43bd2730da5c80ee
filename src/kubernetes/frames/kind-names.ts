import { TextMemo } from "../../lib/memo.js";
import {
  CARRIER_FOLDERS,
  GROUP_RULES,
  type GroupRule,
  IDLE_METHODS,
  PART_SUFFIXES,
} from "../rules/kind-rules.js";
import type { KindName } from "../vocabulary.js";
import type { FrameName } from "./frame-pattern.js";

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

/** The resource of a kind, as commands name it: "configmaps"; "" for what is no built-in kind. */
export function resourceOf(kind: string): string {
  const known = GROUP_RULES.some((g) => g.kinds.includes(kind));
  return known ? plural(kind.toLowerCase()) : "";
}

/** The path under which an API server lists a kind, for `kubectl get --raw`. */
export function resourcePath(kind: string, group = ""): string {
  const resource = resourceOf(kind);
  if (resource === "") return `/apis/${group || "GROUP"}/VERSION/RESOURCE`;
  return group === "" ? `/api/v1/${resource}` : `/apis/${group}/v1/${resource}`;
}

const VERSION = /^v\d+(?:(?:alpha|beta)\d+)?$/;

/** What a package is for, as far as kinds are concerned. */
interface Place {
  /** folder of the API group of a package of types */
  readonly types: string | undefined;
  /** folder of the group of a package of clients, informers or listers */
  readonly clients: string | undefined;
  /** kind of a registry's package */
  readonly registry: KindName | undefined;
}

const NOWHERE: Place = { types: undefined, clients: undefined, registry: undefined };
const places = new TextMemo((path): Place => {
  const types = typesFolder(path);
  const clients = clientsFolder(path);
  const registry = registryKind(path);
  if (types === undefined && clients === undefined && !registry) return NOWHERE;
  return { types, clients, registry };
});

/** What the name of a function says about API kinds; undefined where it says nothing. */
export function namedKind({ package: path, func }: FrameName): NamedKind | undefined {
  const place = places.of(path);
  if (place === NOWHERE) return undefined;
  const { types, clients, registry } = place;
  return (
    (types === undefined ? undefined : (fromConversion(types, func) ?? fromType(types, func))) ??
    (clients === undefined ? undefined : fromClient(clients, func)) ??
    (registry && fromRegistry(registry, func))
  );
}

/** `autoConvert_v1_Secret_To_core_Secret`, `Convert_apps_DeploymentList_To_v1_DeploymentList` */
function fromConversion(folder: string, func: string): NamedKind | undefined {
  const found = /^(?:autoConvert|Convert)_[A-Za-z0-9]+_([A-Za-z0-9]+)_To_/.exec(func);
  return found ? { by: "typed", name: kindOfType(folder, found[1]) } : undefined;
}

/** `(*ConfigMap).Unmarshal`, `ConfigMapList.MarshalJSON` in a package of API types */
function fromType(folder: string, func: string): NamedKind | undefined {
  const found = /^(?:\(\*([A-Z]\w*)\)|([A-Z]\w*))\.([A-Za-z]\w*)/.exec(func);
  if (!found || idle.has(found[3])) return undefined;
  return { by: "typed", name: kindOfType(folder, found[1] ?? found[2]) };
}

/** Folder of the API group in a package of types: `core` of `k8s.io/api/core/v1`. */
function typesFolder(path: string): string | undefined {
  const parts = path.split("/");
  const last = parts.length - 1;
  if (path.startsWith("k8s.io/api/")) return parts[2] || undefined;
  const apis = parts.lastIndexOf("apis");
  if (apis >= 0 && apis < last && last - apis <= 2) return parts[apis + 1];
  // The layout of operators: `api/v1`, `api/<group>/v1`, `pkg/api/v1alpha1`.
  const api = parts.lastIndexOf("api");
  if (api > 0 && VERSION.test(parts[last]) && last - api >= 1 && last - api <= 2) {
    return last - api === 2 ? parts[api + 1] : ownGroup(parts, api);
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

/** Folder of the group in a package of clients, informers or listers: `core` of `typed/core/v1`. */
function clientsFolder(path: string): string | undefined {
  return /(?:^|\/)(?:typed|informers|listers)\/(?:externalversions\/)?([\w.]+)\/(v\w+)$/.exec(
    path,
  )?.[1];
}

/** Clients, informers and listers made for one kind. */
function fromClient(folder: string, func: string): NamedKind | undefined {
  const found =
    /^\(?\*?([a-z]\w*?)(?:Informer|Lister|NamespaceLister)?\)?\./.exec(func) ??
    /^New(?:Filtered)?([A-Z]\w*?)(?:Informer|Lister)(?:WithOptions)?(?:\.|$)/.exec(func);
  if (!found) return undefined;
  const name = kindOfResource.get(`${folder}/${found[1].toLowerCase()}`);
  return name && { by: "path", name };
}

/** The kind of a registry's package: `registry/core/configmap`, `registry/apps/deployment/storage`. */
function registryKind(path: string): KindName | undefined {
  const place = /(?:^|\/)registry\/(\w+)\/(\w+)(?:\/storage)?$/.exec(path);
  return place ? kindOfResource.get(`${place[1]}/${place[2]}`) : undefined;
}

/** `registry/core/configmap.strategy.Validate`, `registry/apps/deployment/storage.(*REST).Get` */
function fromRegistry(name: KindName, func: string): NamedKind | undefined {
  // What sets a registry up runs once, at start-up, and holds no objects.
  return /^(?:New|init)/.test(func) ? undefined : { by: "path", name };
}
