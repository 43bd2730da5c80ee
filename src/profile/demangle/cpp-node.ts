import { NotMangled } from "./mangled-text.js";

/** So deep may a name be nested: more is no compiler's, and would be too much for the stack. */
const MAX_DEPTH = 500;

/**
 * What a part of a name is. Behind each: its parts in order (`?` where there may be none, `*` any
 * number), then what `text` and `num` say of it.
 */
export type Kind =
  | "name" // text
  | "builtin" // text
  | "typed" // name, type
  | "qualified" // scope, name; num 1: inside of a function
  | "template" // name, argument*
  | "param" // num: the index of the argument of the template `of`
  | "auto" // a parameter of a lambda; num: its index
  | "marked" // argument: one with a declaration of its parameter before it
  | "qualifiers" // qualifier*
  | "qualifier" // expression*; text
  | "qualified-type" // base, qualifiers
  | "method" // function, qualifiers?; text: & or &&
  | "pointer" // base; text: the mark
  | "complex" // base; text: what stands behind it
  | "transformed" // base; text: the function
  | "vendor" // qualifier, type
  | "array" // dimension, element
  | "function" // result?, parameter*; num 1: of something inside of it
  | "function-param" // num: 0 is this
  | "member" // class, type
  | "fixed" // base; text: its end; num 1: saturated
  | "bit-int" // size; text: before it
  | "vector" // dimension, base
  | "elaborated" // type; text: struct, union, enum
  | "decltype" // expression
  | "operator" // text
  | "constructor" // name, inherited?
  | "destructor" // name
  | "tagged" // name, tag
  | "expansion" // base; `of`: the pack
  | "pack" // argument*
  | "count" // text: the parts of a pack
  | "sizeof-args" // argument*
  | "type-param" // name
  | "value-param" // name, type
  | "template-param" // name, constraint?, parameter*
  | "concept-param" // name, constraint
  | "pack-param" // parameter
  | "cast" // type
  | "nullary" // operator
  | "unary" // operator, operand; text: suffix or sizeof
  | "binary" // operator, left, right
  | "trinary" // operator, first, second, third
  | "fold" // operator, first, second?; num 1: from the left
  | "subobject" // type, expression; num: its offset
  | "member-cast" // type, expression
  | "new" // place?, type, initial?
  | "literal" // type; text; num 1: negative
  | "string" // type
  | "lambda" // closure
  | "list" // expression*
  | "initial" // type?, list; text: [ in place of {
  | "default-arg" // name; num
  | "closure" // list of template parameters, list of types, constraint?, constraint?; num
  | "unnamed" // num
  | "clone" // base; text: its suffix
  | "special" // value, second?; text: before it
  | "enable-if" // typed, argument*
  | "module" // parent?, name; num 1: a partition
  | "of-module" // name, module
  | "friend" // name
  | "constraint" // name, requirement
  | "requires" // list of parameters, requirement*
  | "requirement" // expression, type?; text: its sort
  | "this-param"; // type

/** A part of a C++ name. */
export interface Node {
  readonly kind: Kind;
  readonly kids: (Node | undefined)[];
  readonly text: string;
  readonly num: number;
  readonly depth: number;
  /** the template of a `param`, null before it is read; the pack of an `expansion` */
  of: Node | null;
}

/** @throws NotMangled where the name becomes deeper than any compiler's */
export function node(
  kind: Kind,
  kids: (Node | undefined)[] = [],
  text = "",
  num = 0,
  of: Node | null = null,
): Node {
  let depth = 0;
  for (const kid of kids) if (kid && kid.depth >= depth) depth = kid.depth + 1;
  if (depth > MAX_DEPTH) throw new NotMangled();
  return { kind, kids, text, num, depth, of };
}

export const named = (text: string): Node => node("name", [], text);

/** The node with each of its parts changed; itself where none is. */
export function withParts(a: Node, change: (part: Node) => Node): Node {
  let changed = false;
  const kids = a.kids.map((kid) => {
    const next = kid && change(kid);
    if (next !== kid) changed = true;
    return next;
  });
  return changed ? node(a.kind, kids, a.text, a.num, a.of) : a;
}

/**
 * A part that every node of this kind has.
 * @throws Error where it has not: then the reader, not the name, is wrong
 */
export function partOf(a: Node, index: number): Node {
  const part = a.kids[index];
  if (part === undefined) throw new Error(`A node "${a.kind}" has no part ${index}`);
  return part;
}

/** The parts from `from` on, where none may be missing. @throws Error where one is */
export function partsOf(a: Node, from = 0): Node[] {
  const out: Node[] = [];
  for (let i = from; i < a.kids.length; i++) out.push(partOf(a, i));
  return out;
}

/** The argument of a template that a parameter stands for. */
export function argumentOf(template: Node, index: number): Node | undefined {
  return template.kids[index + 1];
}

/** What is said of a type by qualifiers: those of both, each once. */
export function mergedQualifiers(a: Node | undefined, b: Node | undefined): Node | undefined {
  if (!a || !b) return a ?? b;
  const kids = partsOf(a);
  const seen = new Set(kids.filter((q) => q.kids.length === 0).map((q) => q.text));
  for (const qualifier of partsOf(b)) {
    if (qualifier.kids.length === 0) {
      if (seen.has(qualifier.text)) continue;
      seen.add(qualifier.text);
    }
    kids.push(qualifier);
  }
  return node("qualifiers", kids);
}
