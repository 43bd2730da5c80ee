import { afterEach, describe, expect, it } from "vitest";
import { attributeTable } from "../../src/kubernetes/attribution/table-attribution.js";
import { PART_WORDS } from "../../src/kubernetes/beyond-words.js";
import { plumbingGroups } from "../../src/kubernetes/frames/plumbing.js";
import type { Program, ReleaseProof } from "../../src/kubernetes/program/program.js";
import { evidenceText, programText } from "../../src/kubernetes/program/program-text.js";
import { UNKNOWN_PROGRAM } from "../../src/kubernetes/program/unknown-program.js";
import { OTHER_CATEGORIES, STAGES } from "../../src/kubernetes/vocabulary.js";
import { categoryWords, kindPlural, stageWords, wholeText } from "../../src/kubernetes/words.js";
import { speak } from "../../src/words/language.js";

const CHINESE = /[\u4E00-\u9FFF]/;
const PROOF: ReleaseProof = {
  of: "Kubernetes",
  major: "1.",
  since: 34,
  until: 34,
  version: "",
  fits: 273,
  against: 0,
};
const said = (...evidence: readonly ReleaseProof[]) =>
  evidenceText({ ...UNKNOWN_PROGRAM, evidence });

afterEach(() => speak("en"));

describe("in English", () => {
  it("kinds are said in the plural, names of resources as they are", () => {
    expect(["Ingress", "CRD", "certificates"].map(kindPlural)).toEqual([
      "Ingresses",
      "Custom resources",
      "certificates",
    ]);
  });

  it("what is no word of a vocabulary stands for itself, and no sample type is unknown", () => {
    expect(stageWords("etcd-receive")).toBe("received from etcd");
    for (const name of ["constructor", "toString", "a stage of tomorrow", ""]) {
      expect([stageWords(name), categoryWords(name)]).toEqual([name, name]);
      expect(wholeText(name)).toBe("the total");
    }
  });

  it("how releases are known is said by what proves them", () => {
    expect(said()).toBe("");
    expect(said(PROOF)).toBe("Kubernetes 1.34: 273 functions fit, none contradicts.");
    expect(said({ ...PROOF, since: null, fits: 1, against: 1 })).toBe(
      "Kubernetes 1.34 or earlier: 1 function fits, 1 contradicts.",
    );
    expect(said({ ...PROOF, until: null, fits: 2, against: 2, version: "v1.34.1" })).toBe(
      "Kubernetes 1.34 or later: the paths of sources name v1.34.1; 2 functions fit, 2 contradict.",
    );
    expect(said({ ...PROOF, until: 35, version: "v1.34.1", fits: 0 })).toBe(
      "Kubernetes 1.34 or 1.35: the paths of sources name v1.34.1.",
    );
    expect(said({ ...PROOF, until: 36 }, { ...PROOF, of: "Go", since: 24, fits: 0 })).toBe(
      "Kubernetes 1.34 to 1.36: 273 functions fit, none contradicts. Go 1.24 to 1.34.",
    );
  });
});

describe("in Chinese", () => {
  it("kinds have no plural", async () => {
    await speak("zh");
    expect(["Ingress", "CRD", "certificates"].map(kindPlural)).toEqual([
      "Ingress",
      "自定义资源",
      "certificates",
    ]);
  });

  it("every stage and category has words, and what is none stands for itself", async () => {
    await speak("zh");
    for (const stage of STAGES) expect(stageWords(stage)).toMatch(CHINESE);
    for (const category of OTHER_CATEGORIES.filter((c) => c !== "profiling")) {
      expect(categoryWords(category), category).toMatch(CHINESE);
    }
    expect(stageWords("a stage of tomorrow")).toBe("a stage of tomorrow");
  });

  it("releases and how they are known are said in whole sentences", async () => {
    await speak("zh");
    const program: Program = {
      ...UNKNOWN_PROGRAM,
      role: "client",
      name: "fleet-operator",
      isClient: true,
      since: "1.36",
      until: "1.37",
      evidence: [
        { ...PROOF, of: "client-go", major: "0.", since: 36, until: 37, fits: 1200, against: 3 },
        { ...PROOF, of: "Go", since: 24, until: null, fits: 0 },
      ],
    };
    expect(programText(program)).toBe("fleet-operator，client-go 0.36 或 0.37");
    expect(evidenceText(program)).toBe(
      "client-go 0.36 或 0.37：1,200 个函数相符，3 个函数与之矛盾。Go 1.24 或更高版本。",
    );
  });
});

it("words of rules follow the language, and stay the same array while it is spoken", async () => {
  const names = () => [
    plumbingGroups()[0],
    PART_WORDS.cgo.name,
    attributeTable([{ name: "k8s.io/api/core/v1.(*Pod).Unmarshal", flat: 1, cum: 1 }], 1).kinds[0]
      ?.why,
  ];
  const english = plumbingGroups();
  expect(names()).toEqual([
    "HTTP filters and routing",
    "memory of C code",
    "the function is a method of the type",
  ]);
  await speak("zh");
  for (const name of names()) expect(name).toMatch(CHINESE);
  expect(plumbingGroups()).toBe(plumbingGroups());
  await speak("en");
  expect(plumbingGroups()).toBe(english);
});
