import { PROGRAM_WORDS } from "../../words/kubernetes/program-words.js";
import type { Program, ReleaseProof } from "./program.js";

interface Bounds {
  readonly since: number | null;
  readonly until: number | null;
}

/** "1.34", "0.36 or 0.37", "1.20 to 1.30", "1.37 or later", "1.20 or earlier". */
export function rangeText({ since, until }: Bounds, major: string): string {
  const WORDS = PROGRAM_WORDS.range;
  if (since === null) return until === null ? "" : WORDS.earlier(`${major}${until}`);
  if (until === null) return WORDS.later(`${major}${since}`);
  const bounds = [`${major}${since}`, `${major}${until}`] as const;
  if (since === until) return bounds[0];
  return until === since + 1 ? WORDS.either(...bounds) : WORDS.between(...bounds);
}

/**
 * How the releases of a program are known, in a sentence or a few; "" where none is told:
 * "Kubernetes 1.34: 273 functions fit, none contradicts."
 */
export function evidenceText({ evidence }: Program): string {
  return PROGRAM_WORDS.sentences(evidence.map(proofText));
}

function proofText({ of, major, since, until, version, fits, against }: ReleaseProof): string {
  const range = rangeText({ since, until }, major);
  return version === "" && fits === 0
    ? PROGRAM_WORDS.release(of, range)
    : PROGRAM_WORDS.known(of, range, version, fits, against);
}

/** A program in a few words: "kube-apiserver 1.34", "fleet-operator, client-go 0.36 or 0.37". */
export function programText(program: Program): string {
  const { role, name, since, until, etcd } = program;
  const minor = (release: string | null) =>
    release === null ? null : Number(release.slice(release.indexOf(".") + 1));
  const kubernetes = rangeText(
    { since: minor(since), until: minor(until) },
    program.isClient ? "0." : "1.",
  );
  const stored = etcd
    ? rangeText({ since: minor(etcd.since), until: minor(etcd.until) }, "3.")
    : "";
  const what = name === "" && role !== "other" ? PROGRAM_WORDS.roles[role] : name;
  if (role === "etcd") return [what, stored].filter((part) => part !== "").join(" ");
  if (kubernetes === "") return what;
  return program.isClient ? PROGRAM_WORDS.client(what, kubernetes) : `${what} ${kubernetes}`;
}
