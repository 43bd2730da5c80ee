import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/lib/steps.js";
import { readProfiles } from "../../../src/profile/formats/read-profile.js";
import type { Profile } from "../../../src/profile/profile.js";
import { LINE_FORMS, TABLE_FORMS } from "./pasted-forms.js";

const textOf = (name: string) =>
  readFileSync(new URL(`../../fixtures/tables/${name}`, import.meta.url), "utf8");

/** The one profile of a text. */
function only(text: string): Profile {
  const found = finish(readProfiles(new TextEncoder().encode(text)));
  expect(found).toHaveLength(1);
  return found[0]!.profile;
}

/** Name, flat and cum of each row, in any order, and the total. */
function told({ figures, strings, functions }: Profile) {
  const rows = Array.from(figures!.function, (f, r) =>
    [strings.get(functions.name[f]!), figures!.flat[r], figures!.cum[r]].join(" "),
  );
  return { rows: rows.sort(), total: figures!.total };
}

describe.each(["top.txt", "difference.txt", "text-bytes.txt", "goroutines.txt", "generics.txt"])(
  "the table %s",
  (file) => {
    const text = textOf(file);
    const wanted = told(only(text));

    it("is not empty", () => expect(wanted.rows.length).toBeGreaterThan(3));

    it.each(Object.keys({ ...LINE_FORMS, ...TABLE_FORMS }))("is the same %s", (form) => {
      const changed = (LINE_FORMS[form] ?? TABLE_FORMS[form])!(text);
      expect(told(only(changed))).toEqual(wanted);
    });
  },
);

describe.each(["traces.txt", "tree.txt", "peek.txt", "list.txt"])("the stacks of %s", (file) => {
  const text = textOf(file);
  const counted = ({ format, samples, functions }: Profile) => ({
    format,
    samples: samples.count,
    frames: samples.stackLocations.length,
    functions: functions.count,
    labels: samples.labelKey.length,
    total: samples.values.reduce((a, b) => a + b, 0),
  });
  const wanted = counted(only(text));

  // Lines of source are not put together again.
  const forms = Object.keys(LINE_FORMS).filter((f) => file !== "list.txt" || !f.includes("window"));

  it.each(forms)("are the same %s", (form) => {
    expect(counted(only(LINE_FORMS[form]!(text)))).toEqual(wanted);
  });
});
