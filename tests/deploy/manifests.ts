import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export type Value = string | number | boolean | null | readonly Value[] | Mapping;
export interface Mapping {
  readonly [key: string]: Value | undefined;
}

/** An object of Kubernetes, or of kustomize, in a file below deploy. */
export interface Manifest extends Mapping {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface ManifestFile {
  /** below the root of the project */
  readonly path: string;
  readonly manifest: Manifest;
}

/** All manifests below deploy; those of krew are no objects of Kubernetes. */
export function manifests(): ManifestFile[] {
  return readdirSync(join(ROOT, "deploy"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const documents = parseAllDocuments(readFileSync(path, "utf8"));
      return documents.map((document) => {
        if (document.errors.length > 0) throw document.errors[0]!;
        return { path: relative(ROOT, path), manifest: document.toJS() as Manifest };
      });
    })
    .filter(({ manifest }) => !manifest.apiVersion.startsWith("krew."));
}

export const isMapping = (value: Value | undefined): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The template of a pod in an object that makes pods; undefined in others. */
export function podSpec(manifest: Manifest): Mapping | undefined {
  const at = (value: Value | undefined, ...keys: string[]): Value | undefined =>
    keys.reduce<Value | undefined>((v, key) => (isMapping(v) ? v[key] : undefined), value);
  const template =
    manifest.kind === "CronJob"
      ? at(manifest, "spec", "jobTemplate", "spec", "template", "spec")
      : at(manifest, "spec", "template", "spec");
  return isMapping(template) ? template : undefined;
}
