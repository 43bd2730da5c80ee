import * as client from "@kubernetes/client-node";
import { isMapping, type Manifest, type Value } from "./manifests.js";

/** A field of a class that the client of Kubernetes has generated from the published OpenAPI. */
interface Attribute {
  readonly baseName: string;
  readonly type: string;
}
interface Generated {
  getAttributeTypeMap(): readonly Attribute[];
}

const classes = client as unknown as Readonly<Record<string, Generated | undefined>>;

/** The class of an object: V1Deployment of apps/v1 Deployment. */
function classOf({ apiVersion, kind }: Manifest): string {
  const version = apiVersion.split("/").at(-1)!;
  return version[0]!.toUpperCase() + version.slice(1) + kind;
}

/**
 * Fields of an object that Kubernetes' OpenAPI does not have, or of another type, each with its
 * place; the server would drop them without a word, or refuse the object.
 */
export function wrongFields(manifest: Manifest): string[] {
  const name = classOf(manifest);
  if (!classes[name]) return [`${manifest.apiVersion} ${manifest.kind} is unknown`];
  return wrongIn(manifest, name, manifest.kind);
}

function wrongIn(value: Value | undefined, type: string, place: string): string[] {
  if (value === undefined || value === null) return [];
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  if (list) {
    if (!Array.isArray(value)) return [`${place} is no list`];
    return value.flatMap((one: Value, i) => wrongIn(one, list, `${place}[${i}]`));
  }
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (map) {
    if (!isMapping(value)) return [`${place} is no object`];
    return Object.entries(value).flatMap(([key, one]) => wrongIn(one, map, `${place}.${key}`));
  }
  const generated = classes[type];
  if (generated && type !== "IntOrString") {
    if (!isMapping(value)) return [`${place} is no object`];
    const fields = new Map(generated.getAttributeTypeMap().map((f) => [f.baseName, f.type]));
    return Object.entries(value).flatMap(([key, one]) => {
      const of = fields.get(key);
      return of ? wrongIn(one, of, `${place}.${key}`) : [`${place}.${key} is no field of ${type}`];
    });
  }
  switch (type) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === type ? [] : [`${place} is no ${type}`];
    case "IntOrString":
      return ["string", "number"].includes(typeof value) ? [] : [`${place} is no number or name`];
    default:
      return [`${place}: type ${type} is not checked`];
  }
}
