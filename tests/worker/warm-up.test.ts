import { describe, expect, it } from "vitest";
import { bytesOfText } from "../../src/profile/formats/pasted-base64.js";
import { asksOf } from "../../src/session/questions.js";
import { DEFAULT_VIEW } from "../../src/view/view.js";
import type { Trial } from "../../src/worker/protocol.js";
import { Service } from "../../src/worker/service.js";
import { warmUp } from "../../src/worker/warm-up.js";
import { WARM_UP_PROFILE } from "../../src/worker/warm-up-profile.js";
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
    expect(names!.names[picture!.layout.frame[1]!]).toMatch(/watchChan\)\.processEvent$/);
    expect(opened.facts.samples).toBe(156);
    const view = { ...DEFAULT_VIEW, files: [{ ...opened, url: "" }] };
    const asked = asksOf(view).map((ask) => ask.name);
    expect(Object.keys(answers).sort()).toEqual(asked.sort());
  });

  it("uses bytes that unpack to a few samples of a recording", async () => {
    const { opened } = await new Service().open("built in", bytesOfText(WARM_UP_PROFILE));
    expect(opened[0]!.facts.samples).toBeGreaterThan(100);
    expect(opened[0]!.facts.features.subject).toBe("heap");
  });
});
