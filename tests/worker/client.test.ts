import { expect, it } from "vitest";
import { readInput } from "../../src/session/input.js";
import { DEFAULT_VIEW, questionOf } from "../../src/view/view.js";
import { EngineClient } from "../../src/worker/client.js";
import type { ConnectionEvents } from "../../src/worker/connection.js";
import { FakeWorker, storm } from "../session/page.js";

/** A client, its worker, and two files that are open in it. */
async function opened() {
  let worker: FakeWorker | undefined;
  const connect = (events: ConnectionEvents) => {
    worker = new FakeWorker(events);
    return { api: worker.api, stop: () => {} };
  };
  const client = new EngineClient(connect, { progress: () => {}, ended: () => {} });
  const hashes: string[] = [];
  for (const name of ["02-storm", "03-storm"]) {
    const input = storm(name);
    const found = await client.open(
      input.name,
      await readInput(input, new AbortController().signal, () => {}),
    );
    hashes.push(...found.opened.map((o) => o.hash));
  }
  const [other, shown] = hashes as [string, string];
  const file = { hash: shown, name: "03-storm", size: 0, url: "" };
  return {
    client,
    worker: worker!,
    other,
    question: questionOf({ ...DEFAULT_VIEW, files: [file] }),
  };
}

/** Another file is closed between the answer and the question for its names, so many times. */
function closesBetween(times: number, closing: () => void, worker: FakeWorker): void {
  const { api } = worker;
  const ask = api.ask as (...given: unknown[]) => Promise<unknown>;
  let left = times;
  api.ask = (async (...given: unknown[]) => {
    const answer = await ask(...given);
    if (left-- > 0) closing();
    return answer;
  }) as typeof api.ask;
}

it("an answer has its names although another file is closed before they are asked for", async () => {
  const { client, worker, other, question } = await opened();
  closesBetween(1, () => client.close([other]), worker);
  const { answer, names } = await client.ask("table", question, undefined);
  expect(names?.id).toBe(answer.namesId);
  expect(names?.names).toContain("runtime.main");
});

it("two answers by the same names have them both", async () => {
  const { client, worker, other, question } = await opened();
  closesBetween(2, () => client.close([other]), worker);
  const found = await Promise.all([
    client.ask("table", question, undefined),
    client.ask("picture", question, undefined),
  ]);
  for (const { answer, names } of found) expect(names?.id).toBe(answer.namesId);
});

it("names come with the first answer that needs them, and are not sent again", async () => {
  const { client, worker, question } = await opened();
  const ask = worker.api.ask as (...given: unknown[]) => Promise<{ names?: unknown }>;
  const sent: boolean[] = [];
  worker.api.ask = (async (...given: unknown[]) => {
    const reply = await ask(...given);
    sent.push(reply.names !== undefined);
    return reply;
  }) as typeof worker.api.ask;
  worker.api.names = async () => {
    throw new Error("nobody need ask for them");
  };
  const first = await client.ask("picture", question, undefined);
  const second = await client.ask("table", question, undefined);
  expect(sent).toEqual([true, false]);
  expect(first.names?.names).toContain("runtime.main");
  expect(second.names).toEqual(first.names);
});

it("names that are gone each time are told, and not passed over in silence", async () => {
  const { client, worker, other, question } = await opened();
  await client.ask("picture", question, undefined);
  // What the page was sent it has let go of, and so has the worker whenever it is asked.
  const ask = worker.api.ask as (...given: unknown[]) => Promise<object>;
  worker.api.ask = (async (...given: unknown[]) => ({
    ...(await ask(...given)),
    names: undefined,
  })) as typeof worker.api.ask;
  closesBetween(Number.POSITIVE_INFINITY, () => client.close([other]), worker);
  await expect(client.ask("table", question, undefined)).rejects.toThrow(/names of the functions/);
});
