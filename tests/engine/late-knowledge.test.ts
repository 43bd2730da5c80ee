import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import type { Question } from "../../src/engine/question.js";
import { DEFAULT_VIEW, questionOf } from "../../src/view/view.js";

const TABLE = "../../src/kubernetes/program/release-table.js";
const ISSUES = "../../src/known-issues/known-issues.js";

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
}

/** A service of modules that were not loaded before, and which of the late ones it loads. */
async function freshService() {
  vi.resetModules();
  const loaded: string[] = [];
  for (const path of [TABLE, ISSUES]) {
    vi.doMock(path, async (original) => {
      loaded.push(path);
      return await original();
    });
  }
  const { Service } = await import("../../src/worker/service.js");
  return { service: new Service(), loaded };
}

async function opened(name: string) {
  const { service, loaded } = await freshService();
  const before = [...loaded];
  const { opened } = await service.open(name, fixture(name));
  const file = { hash: opened[0]!.hash, name, size: 0, url: "" };
  const question: Question = questionOf({ ...DEFAULT_VIEW, files: [file] });
  return { service, before, loaded, question };
}

it("the table of releases is loaded when code of Kubernetes is seen, and not before", async () => {
  const { service, before, loaded, question } = await opened("configmap-list-storm/03-storm.pb.gz");
  expect(before).toEqual([]);
  expect(loaded).toContain(TABLE);
  const reply = await service.ask("program", question, undefined);
  expect(reply).toMatchObject({ answer: { role: "apiserver", until: "1.21" } });
});

it("the table of releases is not loaded for a program without such code", async () => {
  const { service, loaded, question } = await opened("cases/recursion.pb.gz");
  expect(loaded).toEqual([ISSUES]);
  const reply = await service.ask("program", question, undefined);
  expect(reply).toMatchObject({ answer: { since: null, until: null } });
});
