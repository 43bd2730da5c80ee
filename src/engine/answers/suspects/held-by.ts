import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { type HeldBy, heldBy } from "../../../leaks/references/held-by.js";
import { featuresOf } from "../../../profile/features.js";
import { packageOf } from "../../../profile/function-name.js";
import {
  type Profile,
  sampleTypeIndex,
  stackOfSample,
  valuesOf,
} from "../../../profile/profile.js";
import { linkOf } from "../../../profile/reference-chain.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";

/** The same memory by who allocated it and by who holds it, for one kind of object. */
export interface AllocatedAndHeld {
  readonly kind: string;
  /** live bytes of the kind in the heap profile */
  readonly allocated: number;
  /** the function below which most of them were allocated; "" where none stands out */
  readonly by: string;
  /** bytes of the kind found in chains of references */
  readonly held: number;
  /** who holds those, in words */
  readonly holders: readonly { readonly words: string; readonly bytes: number }[];
}

/** Who holds the memory, and how that fits what a heap profile says that is open beside it. */
export interface HeldByAnswer extends HeldBy {
  /** undefined where no heap of the same program is open */
  readonly beside:
    | {
        readonly name: string;
        /** live bytes of the heap profile */
        readonly bytes: number;
        /** the kinds with most allocated bytes first */
        readonly rows: readonly AllocatedAndHeld[];
      }
    | undefined;
}

/** Kinds below that share of the heap are not joined. */
const LEAST = 0.02;
/** Packages that both files name, at least, and their share of the heap's, for one program. */
const SHARED_PACKAGES = 3;
const SHARED = 0.3;

/** Who holds the memory of the file shown; undefined where it is not made of chains of references. */
export function heldByAnswer(prepared: Prepared, question: Question): HeldByAnswer | undefined {
  const { set } = prepared;
  const at = Math.min(Math.max(0, question.shown), set.profiles.length - 1);
  const profile = set.profiles[at];
  if (featuresOf(profile).subject !== "references") return undefined;
  const objects = sampleTypeIndex(profile, "inuse_objects");
  const found = heldBy(
    profile,
    valuesOf(profile, sampleTypeIndex(profile, "inuse_space")),
    objects < 0 ? [] : valuesOf(profile, objects),
  );
  return { ...found, beside: besideOf(prepared, at, found) };
}

function besideOf(prepared: Prepared, held: number, found: HeldBy): HeldByAnswer["beside"] {
  const { set, attribution } = prepared;
  const heap = set.profiles.findIndex(
    (p, i) =>
      i !== held &&
      featuresOf(p).subject === "heap" &&
      sampleTypeIndex(p, "inuse_space") >= 0 &&
      isSameProgram(set.profiles[held], p),
  );
  if (heap < 0) return undefined;
  const profile = set.profiles[heap];
  const values = valuesOf(profile, sampleTypeIndex(profile, "inuse_space"));
  const kinds = attribution.kind[heap];
  const sums = new Map<number, number>();
  let bytes = 0;
  for (let s = 0; s < values.length; s++) {
    bytes += values[s];
    if (kinds[s] >= 0 && kinds[s] !== KIND_UNKNOWN) {
      sums.set(kinds[s], (sums.get(kinds[s]) ?? 0) + values[s]);
    }
  }
  const rows = [...sums]
    .filter(([, allocated]) => allocated >= LEAST * bytes)
    .sort((a, b) => b[1] - a[1])
    .map(([kind, allocated]) => {
      const name = attribution.kinds[kind].kind;
      const holders = found.holders.flatMap(({ words, content }) => {
        const of = content.filter((c) => c.kind === name).reduce((sum, c) => sum + c.bytes, 0);
        return of > 0 ? [{ words, bytes: of }] : [];
      });
      return {
        kind: name,
        allocated,
        by: allocatorOf(profile, values, (s) => kinds[s] === kind, allocated),
        held: holders.reduce((sum, h) => sum + h.bytes, 0),
        holders,
      };
    })
    .sort((a, b) => b.allocated - b.held - (a.allocated - a.held));
  return { name: set.entries[heap].name, bytes, rows };
}

/** The function nearest the leaf, of a module, in half of the stacks' bytes or more. */
function allocatorOf(
  { samples, locations, functions, strings }: Profile,
  values: ArrayLike<number>,
  counts: (sample: number) => boolean,
  whole: number,
): string {
  const sums = new Map<number, { bytes: number; depth: number }>();
  for (let s = 0; s < samples.count; s++) {
    if (!counts(s)) continue;
    const seen = new Set<number>();
    for (const [depth, location] of stackOfSample(samples, s).entries()) {
      const last = locations.lineOffsets[location + 1];
      for (let l = locations.lineOffsets[location]; l < last; l++) {
        const name = functions.name[locations.lineFunction[l]];
        if (seen.has(name)) continue;
        seen.add(name);
        const known = sums.get(name) ?? { bytes: 0, depth: 0 };
        known.bytes += values[s];
        known.depth += depth * values[s];
        sums.set(name, known);
      }
    }
  }
  const inModules = [...sums].filter(
    ([name, { bytes }]) => bytes >= whole / 2 && isModule(packageOf(strings.get(name))),
  );
  inModules.sort((a, b) => a[1].depth / a[1].bytes - b[1].depth / b[1].bytes);
  return inModules[0] ? strings.get(inModules[0][0]) : "";
}

function isModule(path: string): boolean {
  return path.split("/", 1)[0].includes(".");
}

/** Chains begin at variables of the program's packages; their file names no program. */
function isSameProgram(chains: Profile, heap: Profile): boolean {
  const roots = packagesOf(chains);
  const own = [...packagesOf(heap)].filter(isModule);
  const shared = own.filter((path) => roots.has(path)).length;
  return shared >= SHARED_PACKAGES && shared >= own.length * SHARED;
}

function packagesOf({ functions, strings }: Profile): Set<string> {
  const out = new Set<string>();
  for (let f = 0; f < functions.count; f++) {
    const name = strings.get(functions.name[f]);
    if (!linkOf(name)) out.add(packageOf(name));
  }
  return out;
}
