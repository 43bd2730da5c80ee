import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { run } from "../cli/run.js";
import { isMapping, type Mapping, manifests } from "./manifests.js";

const own = manifests().filter(({ path }) => path.startsWith("deploy/recorder/"));

it("the recorder has the roles that leaklens record --rbac prints, and no other", async () => {
  const { out } = await run(["record", "--rbac", "--account", "leaklens/leaklens-recorder"]);
  const printed = parseAllDocuments(out).map((document) => document.toJS() as Mapping);
  const there = own
    .map(({ manifest }) => manifest)
    .filter(({ apiVersion }) => apiVersion.startsWith("rbac."));
  const byKind = (a: Mapping, b: Mapping) => (String(a.kind) < String(b.kind) ? -1 : 1);
  expect(there.toSorted(byKind)).toEqual(printed.toSorted(byKind));
});

it("the recorder is called as its help has it", async () => {
  const job = own.find(({ manifest }) => manifest.kind === "CronJob")!.manifest;
  const found = JSON.stringify(job.spec).match(/"args":(\[[^\]]*\])/)![1]!;
  const [name, ...args] = JSON.parse(found) as string[];
  const { out } = await run(["record", "--help"]);
  expect(name).toBe("record");
  for (const flag of args.filter((arg) => arg.startsWith("-"))) expect(out).toContain(`${flag}`);
  expect(isMapping(job.spec) && job.spec.concurrencyPolicy).toBe("Forbid");
});
