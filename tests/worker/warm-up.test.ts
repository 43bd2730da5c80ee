import { describe, expect, it } from "vitest";
import { bytesOfText } from "../../src/profile/formats/pasted-base64.js";
import { asksOf } from "../../src/session/questions.js";
import { DEFAULT_VIEW, questionOf } from "../../src/view/view.js";
import type { OpenedInput, Trial } from "../../src/worker/protocol.js";
import { Service } from "../../src/worker/service.js";
import { warmUp } from "../../src/worker/warm-up.js";
import { WARM_UP_PROFILES } from "../../src/worker/warm-up-profiles.js";
import { fixtureBytes } from "../recordings.js";

describe("warming up", () => {
  it("goes the whole way with a profile that is built in", async () => {
    let asked = 0;
    await warmUp(() => {
      asked++;
      return false;
    });
    expect(asked).toBeGreaterThan(6);
  });

  it("ends when it is told to", async () => {
    await expect(warmUp(() => true)).resolves.toBeUndefined();
    let left = 3;
    await warmUp(() => left-- <= 0).catch((error) => expect(error.name).toBe("Cancelled"));
    expect(left).toBeLessThan(3);
    expect(left).toBeGreaterThan(-3);
  });

  it("leaves nothing behind, and gives way to a file", async () => {
    const service = new Service();
    const warming = service.warmUp();
    const { opened, failure } = await service.open(
      "heap",
      fixtureBytes("configmap-list-storm/03-storm.pb.gz"),
    );
    expect(await warming).toBeUndefined();
    expect(failure).toBeUndefined();
    expect(opened.map((o) => o.facts.samples)).toEqual([1247]);
  });

  it("gives what a page asks of a file, once", async () => {
    const given: Trial[] = [];
    await warmUp(
      () => false,
      (trial) => given.push(trial),
    );
    expect(given).toHaveLength(1);
    const [{ opened, names, answers }] = given as [Trial];
    const { picture } = answers;
    expect(picture!.namesId).toBe(names!.id);
    expect(names!.names[picture!.layout.frame[1]!]).toMatch(/timeoutHandler\)\.ServeHTTP\.func1$/);
    expect(opened.facts.samples).toBe(1177);
    const view = { ...DEFAULT_VIEW, files: [{ ...opened, url: "" }] };
    const asked = asksOf(view).map((ask) => ask.name);
    expect(Object.keys(answers).sort()).toEqual(asked.sort());
  });

  it("uses whole recordings, one with stacks that are cut and one without", async () => {
    const cut: number[] = [];
    for (const text of WARM_UP_PROFILES) {
      const service = new Service();
      const { opened } = await service.open("built in", bytesOfText(text));
      const [{ hash, name, facts }] = opened as [OpenedInput];
      expect(facts.samples).toBeGreaterThan(600);
      expect(facts.features.subject).toBe("heap");
      const files = [{ hash, name, size: 0, url: "" }];
      const question = questionOf({ ...DEFAULT_VIEW, files });
      const reply = await service.ask("picture", question, undefined);
      cut.push("answer" in reply ? reply.answer.joined.truncated : -1);
    }
    expect(cut.map((stacks) => stacks > 100)).toEqual([true, false]);
  });
});
