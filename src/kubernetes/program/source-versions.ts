import type { ProgramFunction } from "./program-functions.js";

/** The releases of one module that the paths of sources name. */
export interface SourceVersions {
  /** minor numbers, the lowest and the highest; equal but for a sum of several builds */
  readonly since: number;
  readonly until: number;
  /** as the path has it: "v0.37.2" */
  readonly version: string;
}

/**
 * Releases by the paths of sources. A build from the module cache names the version of each module
 * (`k8s.io/client-go@v0.37.2/rest/request.go`); one from a vendor folder does not.
 */
export function sourceVersions(
  functions: readonly ProgramFunction[],
  module: string,
): SourceVersions | undefined {
  const mark = `${module}@v`;
  let found: SourceVersions | undefined;
  for (const { source } of functions) {
    const at = source.indexOf(mark);
    if (at < 0 || (at > 0 && source[at - 1] !== "/")) continue;
    const version = /^v\d+\.(\d+)\.\d+(?=\/)/.exec(source.slice(at + mark.length - 1));
    if (version) found = widened(found, Number(version[1]), version[0]);
  }
  return found;
}

/** `/usr/lib/go-1.19/src/`, `/opt/hostedtoolcache/go/1.21.5/x64/src/`, `toolchain@v0.0.1-go1.22.3.linux-amd64/src/` */
const GO_ROOT = /[/-]go[-/]?(1\.(\d{1,2})(?:\.\d+)?)(?:[./][\w.-]+)?\/src\/runtime\//;

/** The release of Go by the path of its own sources; most builds do not name it. */
export function goSourceVersion(functions: readonly ProgramFunction[]): SourceVersions | undefined {
  let found: SourceVersions | undefined;
  for (const { source, package: path } of functions) {
    const version = path === "runtime" ? GO_ROOT.exec(source) : null;
    if (version) found = widened(found, Number(version[2]), version[1]);
  }
  return found;
}

function widened(
  found: SourceVersions | undefined,
  minor: number,
  version: string,
): SourceVersions {
  return {
    since: Math.min(found?.since ?? minor, minor),
    until: Math.max(found?.until ?? minor, minor),
    version: found?.version ?? version,
  };
}
