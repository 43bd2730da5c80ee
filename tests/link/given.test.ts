import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeLink } from "../../src/link/link.js";
import { profileOfLink } from "../../src/link/link-profile.js";
import { fragmentToView } from "../../src/view/url.js";
import { digestOf } from "./digest.js";

describe("self-contained links that were ever given away", () => {
  const folder = new URL("../fixtures/links/", import.meta.url);
  const names = readdirSync(folder).filter((n) => n.endsWith(".link.json"));

  test("there are some", () => expect(names.length).toBeGreaterThan(4));

  test.each(names)("%s is read as it was", (name) => {
    const { fragment, ...wanted } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const { extras, notices } = fragmentToView(fragment);
    expect(notices).toEqual([]);
    const content = decodeLink(extras.data ?? "");
    expect(digestOf(content)).toEqual(wanted);
    const { profiles, view } = profileOfLink(content);
    expect(profiles.map((p) => p.name)).toEqual(content.files.map((f) => f.name));
    expect(fragmentToView(view).notices).toEqual([]);
  });
});
