import { lastOf } from "../../lib/must.js";
import type { Profile } from "../../profile/profile.js";
import { frameName } from "../frames/frame-pattern.js";
import { isOwnFrame } from "../frames/own-frames.js";
import { KUBERNETES_LIBRARIES, NAMES_BY_PACKAGE } from "../rules/program-names.js";
import type { ProgramFunction } from "./program-functions.js";

/** Names that many programs' files and folders have: they tell nothing. */
const ANYTHING =
  /^(?:-|app|agent|a\.out|bin|binary|build|builder|cmd|cmds|code|controllers?|daemon|debug|dist|exe|go|home|internal|main|manager|operator|pkg|prog|program|project|repo|root|run|server|service|source|src|test|tests|tmp|usr|work|workdir|workspace|__debug_bin\d*|v\d+|.*\.test)$/i;

/** Folders of a program; libraries have few of them. */
const OF_A_PROGRAM =
  /(?:^|\/)(?:internal|cmd|controllers?|reconcilers?|operator|webhooks?)(?:\/|$)/;

/** Hosts whose modules have an owner in front of their name. */
const SHARED_HOST = /^(?:github|gitlab|bitbucket)\./;

/** A path longer than that names no program. */
const LONGEST = 80;

/**
 * Name of a program: of its file, unless that is one that anything may have ("manager"); else of
 * the folder of its `main`, of its own code's module, or of the component whose code it runs;
 * "" where nothing names it.
 */
export function programName(
  profiles: readonly Profile[],
  functions: readonly ProgramFunction[],
): string {
  const files = profiles.map(mappedFile).filter((file) => file !== "");
  const telling = files.find((file) => !ANYTHING.test(file));
  return (
    telling ??
    nameOfMain(functions) ??
    byPackage(functions) ??
    nameOfOwnCode(functions) ??
    files[0] ??
    ""
  );
}

function mappedFile({ mappings }: Profile): string {
  const path =
    mappings.find(({ file }) => file !== "" && !/^\[|\.so(?:\.|$)/.test(file))?.file ?? "";
  const file = lastOf(path.replace(/ \(deleted\)$/, "").split(/[/\\]/));
  const bare = file.replace(/\.exe$/i, "");
  return bare.length <= LONGEST && bare !== "-" ? bare : "";
}

/** `.../cmd/kube-apiserver/apiserver.go`, `/go/src/example.org/fleet-operator/cmd/manager/main.go` */
function nameOfMain(functions: readonly ProgramFunction[]): string | undefined {
  const source = functions.find((f) => f.raw === "main.main" && f.source !== "")?.source;
  if (source === undefined) return undefined;
  const inside = source.replace(/^(?:[A-Z]:)?[/\\](?:home|Users)[/\\][^/\\]+/, "");
  return lastTelling(inside.split(/[/\\]/).slice(0, -1));
}

/** The module of the program's own code that most functions are of. */
function nameOfOwnCode(functions: readonly ProgramFunction[]): string | undefined {
  const modules = new Map<string, { count: number; isProgram: boolean }>();
  for (const f of functions) {
    if (f.package === "main" || f.func === "" || !isOwn(f)) continue;
    const parts = f.package.split("/").slice(0, SHARED_HOST.test(f.package) ? 3 : 2);
    const name = lastTelling(parts);
    if (name === undefined) continue;
    const known = modules.get(name) ?? { count: 0, isProgram: false };
    known.count++;
    known.isProgram ||= OF_A_PROGRAM.test(f.package);
    modules.set(name, known);
  }
  return [...modules]
    .filter(([, { isProgram }]) => isProgram)
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function isOwn({ raw, package: path, source }: ProgramFunction): boolean {
  const kubernetes = /^(?:sigs\.)?k8s\.io\/([^/]+)/.exec(path);
  if (kubernetes) return !KUBERNETES_LIBRARIES.has(kubernetes[1]);
  return isOwnFrame(raw, frameName(raw), source);
}

function byPackage(functions: readonly ProgramFunction[]): string | undefined {
  return NAMES_BY_PACKAGE.find(({ packages }) =>
    functions.some((f) => f.func !== "" && packages.test(f.package)),
  )?.name;
}

/** The last part of a path that is a name: no version, and nothing that any program has. */
function lastTelling(parts: readonly string[]): string | undefined {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i].replace(/@.*$/, "");
    const isHost = i === 0 && part.includes(".");
    if (part !== "" && !isHost && part.length <= LONGEST && !ANYTHING.test(part)) return part;
  }
  return undefined;
}
