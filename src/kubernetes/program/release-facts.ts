import { LatePart } from "../../lib/late-part.js";
import type { Profile } from "../../profile/profile.js";
import { LIB_WORDS } from "../../words/readers/lib-words.js";
import { GO_RELEASE_TABLE } from "./go-release-table.js";
import { HASH_LETTERS, hashAt, nameHash } from "./name-hash.js";
import { programFunctions } from "./program-functions.js";

/** Which minor releases of a Go module have which functions. */
export interface ModuleFacts {
  readonly module: string;
  /** minor number of the oldest and the newest release known */
  readonly oldest: number;
  readonly newest: number;
  /**
   * The releases that have a function, a bit each, the oldest lowest; 0 where nothing is known of
   * it: all releases have it, or none, or it is of no use.
   * @param name with its package's path, without vendoring, type arguments and closures
   */
  releasesWith(name: string): number;
}

type Facts = ReadonlyMap<string, ModuleFacts>;

const WORDS = LIB_WORDS.late.releases;

/** Modules of Kubernetes and etcd: 75 kB that no other program's profile needs. */
const table = new LatePart<Facts>(WORDS, async () =>
  parseTable((await import("./release-table.js")).RELEASE_TABLE),
);
let ofGo: Facts | undefined;

/** Where code lies whose releases the table tells. */
const TOLD = /^(?:go\.etcd\.io\/etcd|k8s\.io|sigs\.k8s\.io)(?:\/|$)/;

/** Whether the releases of a profile's program can only be told with the table. */
export function needsReleases(profile: Profile): boolean {
  return programFunctions(profile).some((f) => TOLD.test(f.package));
}

/** Loads the table. Where it cannot be had, no release is told of what it would have told. */
export function loadReleases(): Promise<void> {
  return table.load();
}

/**
 * What is known of a module's releases; undefined for a module that the tables have not. Go itself
 * is "go"; all others need `loadReleases` before.
 * @throws where the table was not loaded
 */
export function factsOf(module: string): ModuleFacts | undefined {
  if (module === "go") {
    ofGo ??= parseTable(GO_RELEASE_TABLE);
    return ofGo.get(module);
  }
  return TOLD.test(module) && !table.failed ? table.value.get(module) : undefined;
}

/** Reads a table as scripts/releases.js writes it. */
export function parseTable(text: string): ReadonlyMap<string, ModuleFacts> {
  const out = new Map<string, ModuleFacts>();
  let masks = new Map<number, number>();
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) {
      const [, module = "", oldest, newest] = line.split(" ");
      const own = new Map<number, number>();
      masks = own;
      out.set(module, {
        module,
        oldest: Number(oldest),
        newest: Number(newest),
        releasesWith: (name) => own.get(nameHash(name)) ?? 0,
      });
      continue;
    }
    const space = line.indexOf(" ");
    const mask = Number.parseInt(line.slice(0, space), 36);
    for (let at = space + 1; at + HASH_LETTERS <= line.length; at += HASH_LETTERS) {
      masks.set(hashAt(line, at), mask);
    }
  }
  return out;
}
