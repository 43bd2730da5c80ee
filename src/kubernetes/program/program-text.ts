import type { ModuleRelease } from "./module-release.js";
import type { Program } from "./program.js";

interface Bounds {
  readonly since: number | null;
  readonly until: number | null;
}

/** "1.34", "0.36 or 0.37", "1.20 to 1.30", "1.37 or later", "1.20 or earlier". */
export function rangeText({ since, until }: Bounds, major: string): string {
  if (since === null) return until === null ? "" : `${major}${until} or earlier`;
  if (until === null) return `${major}${since} or later`;
  if (since === until) return `${major}${since}`;
  return `${major}${since} ${until === since + 1 ? "or" : "to"} ${major}${until}`;
}

/** "Kubernetes 1.34: 273 functions fit, none contradicts." */
export function releaseEvidence(range: ModuleRelease, of: string, major: string): string {
  const { version, fits, against } = range;
  const parts = [
    version === "" ? "" : `the paths of sources name ${version}`,
    fits > 0 ? fitText(fits, against) : "",
  ];
  return `${of} ${rangeText(range, major)}: ${parts.filter((part) => part !== "").join("; ")}.`;
}

function fitText(fits: number, against: number): string {
  const fit = fits === 1 ? "1 function fits" : `${fits} functions fit`;
  const no =
    against === 0
      ? "none contradicts"
      : `${against} ${against === 1 ? "contradicts" : "contradict"}`;
  return `${fit}, ${no}`;
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
  const what = name === "" ? ROLE_WORDS[role] : name;
  if (role === "etcd") return [what, stored].filter((part) => part !== "").join(" ");
  if (kubernetes === "") return what;
  return program.isClient ? `${what}, client-go ${kubernetes}` : `${what} ${kubernetes}`;
}

const ROLE_WORDS = {
  apiserver: "an API server",
  client: "a client of Kubernetes",
  etcd: "etcd",
  kubelet: "a kubelet",
  other: "",
} as const;
