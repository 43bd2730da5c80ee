import { HASH_LETTERS, hashAt, nameHash } from "./name-hash.js";
import { RELEASE_TABLE } from "./release-table.js";

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

/** The modules of the table, taken apart when first asked for; Go itself is "go". */
let known: ReadonlyMap<string, ModuleFacts> | undefined;

/** What is known of a module's releases; undefined for a module that the table has not. */
export function factsOf(module: string): ModuleFacts | undefined {
  known ??= parseTable(RELEASE_TABLE);
  return known.get(module);
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
