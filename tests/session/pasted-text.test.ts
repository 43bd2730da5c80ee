import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FakePage, storm } from "./page.js";

const PROFILE = new URL("../fixtures/configmap-list-storm/03-storm.pb.gz", import.meta.url);

it("what is wrong with pasted text takes the place of what was wrong before, and goes once it is read", async () => {
  const app = await new FakePage().start();
  const told = () => app.state.problems.map(({ of, message }) => `${of}: ${message}`);
  await app.open({
    ...storm("03-storm"),
    name: "gone",
    read: () => Promise.reject(new Error("no")),
  });
  for (const text of ["nonsense", "more of it"]) {
    await app.session.openText(text);
    await app.settled();
    expect(told()).toEqual(["gone: no", expect.stringMatching(/^pasted text: .*not a pprof/)]);
  }
  await app.session.openText(readFileSync(PROFILE).toString("base64"));
  await app.settled();
  expect(told()).toEqual(["gone: no"]);
  expect(app.state.view.files.map((f) => f.name)).toEqual(["pasted text"]);
});
