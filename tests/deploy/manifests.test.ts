import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as models from "kubernetes-models";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { wrongFields } from "./kubernetes-types.js";
import { isMapping, type Manifest, type Mapping, manifests, podSpec, ROOT } from "./manifests.js";

const all = manifests();
const isKustomization = ({ manifest }: { manifest: Manifest }) => manifest.kind === "Kustomization";
const objects = all.filter((one) => !isKustomization(one));
const version = (
  JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }
).version;

type Model = new (data: object) => { validate(): void };

/** Fields that have to be there and values that are one of a few, by the published JSON schemas. */
function schemaErrors({ apiVersion, kind, ...data }: Manifest): string {
  const [group, of] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  const known = models as unknown as Record<string, Record<string, Record<string, Model>>>;
  const space =
    group === ""
      ? known[of!]
      : known[
          group!
            .replace(/\.k8s\.io$/, "K8sIo")
            .replaceAll(/\.(\w)/g, (_, c: string) => c.toUpperCase())
        ]?.[of!];
  const model = (space as Record<string, Model> | undefined)?.[kind];
  if (!model) return `no schema of ${apiVersion} ${kind}`;
  try {
    new model(data).validate();
    return "";
  } catch (error) {
    return String(error);
  }
}

describe("each manifest below deploy", () => {
  it.each(objects)("has only fields of Kubernetes: $path", ({ manifest }) => {
    expect(wrongFields(manifest)).toEqual([]);
  });

  it.each(objects)("keeps the published schema: $path", ({ manifest }) => {
    expect(schemaErrors(manifest)).toBe("");
  });

  it("would be told for a field that is not there, of another type, or missing", () => {
    const job = objects.find(({ manifest }) => manifest.kind === "Job")!.manifest;
    const spec = job.spec as Mapping;
    expect(wrongFields({ ...job, spec: { ...spec, completion: 3 } })).toEqual([
      "Job.spec.completion is no field of V1JobSpec",
    ]);
    expect(wrongFields({ ...job, spec: { ...spec, parallelism: "8" } })).toEqual([
      "Job.spec.parallelism is no number",
    ]);
    expect(schemaErrors({ ...job, spec: { completions: 1 } })).toContain("template");
    expect(schemaErrors({ ...job, spec: { ...spec, completionMode: "Some" } })).not.toBe("");
    expect(wrongFields({ ...job, kind: "Jop" })).toEqual(["batch/v1 Jop is unknown"]);
  });
});

const pods = objects.flatMap(({ path, manifest }) => {
  const spec = podSpec(manifest);
  return spec ? [{ path, manifest, spec }] : [];
});
const containers = pods.flatMap(({ path, spec }) =>
  (spec.containers as Mapping[]).map((container) => ({ path, container, spec })),
);

describe("each pod", () => {
  it("is there", () => expect(pods.length).toBeGreaterThanOrEqual(2));

  it.each(pods)("runs as nobody, without a privilege that it does not need: $path", ({ spec }) => {
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect((spec.securityContext as Mapping).runAsUser).toBeGreaterThan(0);
    for (const key of ["hostNetwork", "hostPID", "hostIPC"]) expect(spec[key]).toBeUndefined();
    const volumes = (spec.volumes ?? []) as Mapping[];
    expect(volumes.filter((volume) => volume.hostPath)).toEqual([]);
  });

  it.each(containers)("writes nothing of its own file system: $path", ({ container }) => {
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect((container.resources as Mapping).limits).toHaveProperty("memory");
    expect((container.resources as Mapping).requests).toHaveProperty("cpu");
  });

  it.each(containers)("mounts the volumes that it has: $path", ({ container, spec }) => {
    const names = ((spec.volumes ?? []) as Mapping[]).map((volume) => volume.name);
    const mounts = ((container.volumeMounts ?? []) as Mapping[]).map((mount) => mount.name);
    expect([...mounts].sort()).toEqual([...names].sort());
  });
});

describe("each folder of kustomize", () => {
  const folders = all.filter(isKustomization);

  it.each(folders)("names the files that are there, each of them: $path", ({ path, manifest }) => {
    const folder = dirname(path);
    const named = manifest.resources as string[];
    for (const name of named) expect(existsSync(join(ROOT, folder, name)), name).toBe(true);
    const there = objects.filter((one) => dirname(one.path) === folder);
    expect(there.map((one) => one.path.slice(folder.length + 1)).sort()).toEqual([...named].sort());
  });

  it.each(folders)(
    "has a namespace, an account, and a network policy for its pods: $path",
    ({ path, manifest }) => {
      const folder = dirname(path);
      const own = objects.filter((one) => dirname(one.path) === folder).map((one) => one.manifest);
      const kinds = own.map((one) => one.kind);
      for (const kind of ["Namespace", "ServiceAccount", "NetworkPolicy"]) {
        expect(kinds).toContain(kind);
      }
      const account = own.find((one) => one.kind === "ServiceAccount")!;
      const policy = own.find((one) => one.kind === "NetworkPolicy")!;
      const [labels] = manifest.labels as Mapping[];
      const selector = (policy.spec as Mapping).podSelector as Mapping;
      expect(labels!.pairs).toEqual(selector.matchLabels);
      for (const one of own) {
        const spec = podSpec(one);
        if (!spec) continue;
        expect(spec.serviceAccountName).toBe((account.metadata as Mapping).name);
        // Whether by kustomize or in the file, the pod has the labels that the policy selects.
        const template = (one.spec as Mapping).template as Mapping | undefined;
        const metadata = template?.metadata;
        const own = isMapping(metadata) ? metadata.labels : undefined;
        expect(labels!.includeTemplates === true || own !== undefined).toBe(true);
        if (own) expect(own).toMatchObject(selector.matchLabels as object);
      }
    },
  );

  it.each(folders)("takes the images of this release: $path", ({ path, manifest }) => {
    const images = (manifest.images ?? []) as Mapping[];
    for (const { newTag } of images) expect(newTag).toBe(version);
    const own = containers.filter((one) => dirname(one.path) === dirname(path));
    expect(own.map(({ container }) => container.image)).toEqual(images.map(({ name }) => name));
  });
});

describe("the index job", () => {
  it("tells each pod of how many it is one", () => {
    const { spec } = objects.find(({ manifest }) => manifest.kind === "Job")!
      .manifest as unknown as {
      spec: Mapping & { completions: number; completionMode: string };
    };
    expect(spec.completionMode).toBe("Indexed");
    const [container] = containers
      .filter(({ path }) => path.includes("index-job"))
      .map((one) => one.container);
    expect(container!.env).toContainEqual({
      name: "LEAKLENS_SHARDS",
      value: String(spec.completions),
    });
  });
});

describe("the Dockerfile", () => {
  const text = readFileSync(join(ROOT, "Dockerfile"), "utf8");
  const stages = text.split(/^FROM /m).slice(1);

  it("builds once, and runs page and terminal as nobody", () => {
    expect(stages.map((stage) => / AS (\w+)/.exec(stage)![1])).toEqual(["build", "page", "cli"]);
    for (const stage of stages.slice(1)) {
      const [, user] = /^USER (\d+):\d+$/m.exec(stage)!;
      expect(Number(user)).toBeGreaterThan(0);
      expect(stage).not.toMatch(/npm (?:ci|install)/);
    }
  });

  it("copies what is there and not left out of the context", () => {
    const left = readFileSync(join(ROOT, ".dockerignore"), "utf8").split("\n");
    const own = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
      names!.split(" "),
    );
    for (const name of own.filter((name) => name !== ".")) {
      expect(existsSync(join(ROOT, name)), name).toBe(true);
      expect(left).toContain(`!${name}`);
    }
    const parts = parse(
      `[${left.filter((line) => line.startsWith("!")).map((line) => JSON.stringify(line.slice(1)))}]`,
    ) as string[];
    for (const part of parts.filter((name) => !name.includes("*"))) {
      expect(existsSync(join(ROOT, part)), part).toBe(true);
    }
  });
});
