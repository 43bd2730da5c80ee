import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { topAnswer } from "../../../src/cli/output/top-answer.js";
import { TOP_DEFAULTS } from "../../../src/cli/output/top-table.js";
import type { Transform } from "../../../src/engine/question.js";
import { recording } from "../../recordings.js";

const CASES = new URL("../../fixtures/cases/", import.meta.url);

interface Case {
  readonly file: string;
  readonly pprof: string;
  readonly transforms: readonly Transform[];
  readonly lines: readonly string[];
}

const cases = JSON.parse(readFileSync(new URL("pprof-top.json", CASES), "utf8")) as Case[];

describe("the flags of go tool pprof, with the figures that it prints", () => {
  it.each(cases)("$file -top $pprof", async ({ file, transforms, lines }) => {
    const profile = await recording(`cases/${file}.pb.gz`);
    const answer = topAnswer({
      files: [profile],
      bases: [],
      diffBase: false,
      normalize: false,
      sample: undefined,
      transforms,
      assemble: false,
      options: TOP_DEFAULTS,
    });
    expect(answer.lines()).toEqual(lines);
  });
});
