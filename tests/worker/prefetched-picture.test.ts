import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/engine/answers.js";
import type { Question } from "../../src/engine/question.js";
import { DEFAULT_VIEW, questionOf } from "../../src/view/view.js";
import { Foreseen } from "../../src/worker/prefetched-picture.js";
import { Service } from "../../src/worker/service.js";
import { fixtureBytes } from "../recordings.js";

const STORM = ["01-created.pb.gz", "03-storm.pb.gz"];

async function opened(): Promise<{ service: Service; question: Question }> {
  const service = new Service();
  const files = [];
  for (const name of STORM) {
    const found = await service.open(name, fixtureBytes(`configmap-list-storm/${name}`));
    files.push({ hash: found.opened[0]!.hash, name, size: found.opened[0]!.size, url: "" });
  }
  return { service, question: questionOf({ ...DEFAULT_VIEW, files, shown: 1, base: 0 }) };
}

async function pictureOf(service: Service, question: Question): Promise<Picture> {
  const reply = await service.ask("picture", question, undefined);
  if (!("answer" in reply)) throw new Error("no picture");
  return reply.answer;
}

describe("a picture made before it is asked for", () => {
  it("equals the one that is made when asked, and is given away once", async () => {
    const plain = await opened();
    const asked = await pictureOf(plain.service, plain.question);
    const { service, question } = await opened();
    await service.ask("foresee", question, undefined);
    const foreseen = await pictureOf(service, question);
    expect(foreseen.boxTotal).toEqual(asked.boxTotal);
    expect(foreseen.boxError).toEqual(asked.boxError);
    expect(foreseen.layout.width).toEqual(asked.layout.width);
    expect(foreseen.total).toBe(1_983_775_191);
    // Its arrays go to the page, which leaves none behind; the next asker needs others.
    const again = await pictureOf(service, question);
    expect(again).not.toBe(foreseen);
    expect(again.boxTotal).toEqual(asked.boxTotal);
  });

  it("is not shown for another question", async () => {
    const { service, question } = await opened();
    await service.ask("foresee", question, undefined);
    const other = await pictureOf(service, { ...question, shown: 0, base: 1 });
    expect(other.baseTotal).toBe(1_983_775_191);
  });

  it("is given up when something else is asked meanwhile", async () => {
    const { service, question } = await opened();
    const ahead = service.ask("foresee", question, undefined);
    const now = service.ask("picture", { ...question, base: -1 }, undefined);
    expect(await ahead).toEqual({ cancelled: true });
    expect(await now).toHaveProperty("answer");
  });

  it("is dropped where frames were numbered anew since", () => {
    const foreseen = new Foreseen();
    const question = questionOf(DEFAULT_VIEW);
    const picture = { namesId: 3 } as Picture;
    foreseen.begin(question);
    foreseen.keep(question, picture);
    expect(foreseen.take(question, 4)).toBeUndefined();
    foreseen.begin(question);
    foreseen.keep(question, picture);
    expect(foreseen.take(question, 3)).toBe(picture);
    expect(foreseen.take(question, 3)).toBeUndefined();
  });
});
