import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Program, programOf } from "../../../src/kubernetes/program/program.js";
import { evidenceText, programText } from "../../../src/kubernetes/program/program-text.js";
import { fixtureBytes, RECORDINGS, recording } from "../../recordings.js";

interface Expected {
  readonly files?: readonly string[];
  readonly role?: string;
  readonly name?: string;
  readonly since?: string;
  readonly until?: string;
  readonly sinceNotAfter?: string;
}

const expected = (folder: string): [string, Expected][] =>
  Object.entries(JSON.parse(new TextDecoder().decode(fixtureBytes(`${folder}/expect.json`))));
const minor = (release: string | null) => (release === null ? null : Number(release.split(".")[1]));

async function programs(files: readonly string[]): Promise<Program> {
  return programOf(await Promise.all(files.map((file) => recording(file))));
}

function check(program: Program, want: Expected): void {
  if (want.role) expect(program.role).toBe(want.role);
  if (want.name) expect(program.name).toMatch(new RegExp(want.name));
  const since = minor(program.since);
  const until = minor(program.until);
  if (want.since) expect(since).toBeGreaterThanOrEqual(minor(want.since)!);
  if (want.sinceNotAfter && since !== null) {
    expect(since).toBeLessThanOrEqual(minor(want.sinceNotAfter)!);
  }
  if (want.until && until !== null) expect(until).toBeGreaterThanOrEqual(minor(want.until)!);
  if (since !== null && until !== null) expect(since).toBeLessThanOrEqual(until);
}

describe("whose memory it is", () => {
  test.each(expected("modern"))("of the recording %s", async (_, want) => {
    const files = want.files!.map((file) => `modern/${file}.pb.gz`);
    check(await programs(files), want);
    for (const file of files) check(await programs([file]), want);
  });

  const incidents = readdirSync(new URL("../../fixtures/incidents", import.meta.url));
  test.each(expected("incidents"))("of the incident %s", async (name, want) => {
    const files =
      want.files?.map((file) => `${file}.pb.gz`) ??
      incidents.filter((file) => file.replace(/(?:-\d)?\.pb\.gz$/, "") === name).sort();
    expect(files.length).toBeGreaterThan(0);
    check(await programs(files.map((file) => `incidents/${file}`)), want);
    for (const file of files) check(await programs([`incidents/${file}`]), want);
  });

  test.each(RECORDINGS)("of %s", async (file) => {
    const isOperator = file.startsWith("leaking-operator");
    const program = await programs([file]);
    expect(program).toMatchObject({
      role: isOperator ? "client" : "apiserver",
      name: isOperator ? "leaky" : "kube-apiserver",
      since: null,
      until: isOperator ? "1.30" : "1.21",
      go: { since: "1.19", until: "1.19" },
    });
    // Contradictions come of backports; one build of a plain release has none.
    expect(evidenceText(program)).toContain("none contradicts");
  });
});

describe("releases", () => {
  test("of a build from the module cache are those that its sources name", async () => {
    const program = await programs(["modern/operator-cache/00.pb.gz"]);
    expect(program).toMatchObject({
      since: "1.37",
      until: "1.37",
      isClient: true,
      controllerRuntime: { since: "0.25", until: "0.25" },
    });
    expect(programText(program)).toBe("fleet-operator, client-go 0.37");
    expect(evidenceText(program)).toMatch(
      /^client-go 0\.37: the paths of sources name v0\.37\.2; \d+ functions fit, none contradicts\. controller-runtime 0\.25: /,
    );
  });

  test("of etcd are its own, and not those of Kubernetes", async () => {
    const program = await programs(["modern/etcd-3.7-range/00.pb.gz"]);
    expect(program).toMatchObject({
      role: "etcd",
      since: null,
      until: null,
      etcd: { since: "3.7", until: "3.7" },
    });
    expect(programText(program)).toBe("etcd 3.7");
  });

  test("are told by names alone where no path names them", async () => {
    const files: Record<string, { since: string | null; until: string | null }> = {
      "modern/apiserver-1.37-configmaps/06-quiet.pb.gz": { since: "1.37", until: null },
      "modern/apiserver-1.31-configmaps/04-quiet.pb.gz": { since: "1.31", until: "1.31" },
      "modern/controller-manager-1.37/02.pb.gz": { since: "1.37", until: null },
    };
    for (const [file, bounds] of Object.entries(files)) {
      const profile = await recording(file);
      const noPaths = { ...profile.functions, file: profile.functions.file.map(() => 0) };
      const program = programOf([{ ...profile, functions: noPaths }]);
      expect(program).toMatchObject(bounds);
      expect(evidenceText(program)).toMatch(
        /^Kubernetes 1\.3\d(?: or later)?: \d+ functions fit, none/,
      );
    }
  });

  test("are none where two builds are summed up", async () => {
    const files = ["1.31-configmaps/04-quiet", "1.37-configmaps/06-quiet"];
    const profiles = await Promise.all(
      files.map(async (file) => {
        const profile = await recording(`modern/apiserver-${file}.pb.gz`);
        return {
          ...profile,
          functions: { ...profile.functions, file: profile.functions.file.map(() => 0) },
        };
      }),
    );
    expect(programOf(profiles)).toMatchObject({ role: "apiserver", since: null, until: null });
  });
});
