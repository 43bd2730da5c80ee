import {
  argumentOf,
  mergedQualifiers,
  type Node,
  node,
  partOf,
  partsOf,
  withParts,
} from "./cpp-node.js";
import type { MangledText } from "./mangled-text.js";

/**
 * Puts arguments where parameters of templates stand, writes packs out, and brings qualifiers of
 * the same type together.
 */
export class CppSimplifier {
  constructor(private readonly budget: MangledText) {}

  simplified(a: Node, known = new Map<Node, Node>()): Node {
    const before = known.get(a);
    if (before) return before;
    this.budget.spend();
    known.set(a, a);
    const out = this.simpler(withParts(a, (part) => this.simplified(part, known)));
    known.set(a, out);
    return out;
  }

  private simpler(a: Node): Node {
    const [base, second] = a.kids;
    switch (a.kind) {
      case "param":
        return (a.of && argumentOf(a.of, a.num)) ?? a;
      case "method":
        if (base?.kind === "method") {
          const merged = mergedQualifiers(second, base.kids[1]);
          return node("method", [base.kids[0], merged], bothReferences(a.text, base.text));
        }
        if (base?.kind !== "qualified-type") return a;
        return node("method", [base.kids[0], mergedQualifiers(second, base.kids[1])], a.text);
      case "qualified-type":
        return qualifiedOnce(a);
      case "pointer":
        return collapsed(a);
      case "array":
        return qualifiersOutside(a);
      case "expansion":
        return a.of ? this.writtenOut(a, a.of) : a;
      default:
        return a;
    }
  }

  private writtenOut(a: Node, pack: Node): Node {
    const pattern = partOf(a, 0);
    const each = partsOf(pack).map((arg) =>
      this.simplified(this.replaced(pattern, pack, arg, new Map())),
    );
    return node("list", each);
  }

  /** One of the pack's arguments in its place; other expansions stay. */
  private replaced(a: Node, pack: Node, arg: Node, known: Map<Node, Node>): Node {
    if (a === pack) return arg;
    if (a.kind === "expansion") return a;
    const before = known.get(a);
    if (before) return before;
    this.budget.spend();
    known.set(a, a);
    const out = withParts(a, (part) => this.replaced(part, pack, arg, known));
    known.set(a, out);
    return out;
  }
}

function bothReferences(a: string, b: string): string {
  return a === "" || b === "" ? a + b : a === "&" || b === "&" ? "&" : "&&";
}

function qualifiedOnce(a: Node): Node {
  const [base, own] = a.kids;
  if (base?.kind === "function") return node("method", [base, own]);
  if (base?.kind !== "qualified-type" && base?.kind !== "method") return a;
  return node(base.kind, [base.kids[0], mergedQualifiers(own, base.kids[1])], base.text);
}

/** A reference to a reference. */
function collapsed(a: Node): Node {
  const base = partOf(a, 0);
  if (a.text === "*" || base.kind !== "pointer" || base.text === "*") return a;
  return a.text === "&&" || base.text === "&" ? base : node("pointer", [base.kids[0]], "&");
}

/** Qualifiers of an array's elements are those of the array. */
export function qualifiersOutside(a: Node): Node {
  const [dimension, element] = a.kids;
  if (element?.kind !== "qualified-type") return a;
  const array = node("array", [dimension, element.kids[0]]);
  return node("qualified-type", [array, element.kids[1]]);
}

const CLOSED = new Set(["expansion", "closure", "default-arg"]);

/** The pack that an expansion repeats its pattern for. */
export function packIn(a: Node, seen = new Set<Node>()): Node | null {
  if (CLOSED.has(a.kind) || seen.has(a)) return null;
  seen.add(a);
  if (a.kind === "param") {
    const arg = a.of && argumentOf(a.of, a.num);
    return arg?.kind === "pack" ? arg : null;
  }
  for (const part of a.kids) {
    const found = part && packIn(part, seen);
    if (found) return found;
  }
  return null;
}
