import { type Node, named, node, partOf, withParts } from "./cpp-node.js";
import { type MangledText, NotMangled } from "./mangled-text.js";

/** What parameters of templates stand for at a place of a name. */
export interface Scope {
  /** the outermost first; null is one whose arguments come later */
  readonly templates: (Node | null)[];
  /** the number of templates around the innermost lambda, and one more; 0 where there is none */
  lambdaLevel: number;
  inConstraint: boolean;
}

/**
 * What a substitution stands for: parameters of templates in it are those of the template that is
 * read now.
 * @throws NotMangled where that has fewer
 */
export function argumentsRebound(a: Node, scope: Scope, budget: MangledText): Node {
  return rebound(a, a, [...scope.templates], scope, budget, new Map());
}

function rebound(
  a: Node,
  whole: Node,
  templates: readonly (Node | null)[],
  scope: Pick<Scope, "lambdaLevel" | "inConstraint">,
  budget: MangledText,
  known: Map<Node, Node>,
): Node {
  const before = known.get(a);
  if (before) return before;
  budget.spend();
  if (a.kind === "param" || a.kind === "auto") return parameter(a, whole, templates, scope);
  known.set(a, a);
  let inside = { templates, scope, known };
  const name = a.kind === "typed" ? partOf(a, 0) : undefined;
  if (name?.kind === "template") {
    inside = {
      templates: [...templates, name],
      scope: { ...scope, lambdaLevel: 0 },
      known: new Map(),
    };
  } else if (a.kind === "closure") {
    const lambdaLevel = templates.length + 1;
    inside = { templates, scope: { ...scope, lambdaLevel }, known: new Map() };
  }
  const out = withParts(a, (part) =>
    rebound(part, whole, inside.templates, inside.scope, budget, inside.known),
  );
  known.set(a, out);
  return out;
}

function parameter(
  a: Node,
  whole: Node,
  templates: readonly (Node | null)[],
  scope: Pick<Scope, "lambdaLevel" | "inConstraint">,
): Node {
  if (scope.inConstraint) return named(`T${a.num}`);
  if (scope.lambdaLevel > 0) return a.kind === "auto" ? a : node("auto", [], "", a.num);
  const inner = templates.at(-1);
  const template = inner === undefined && whole.kind === "template" ? whole : inner;
  if (template === undefined) throw new NotMangled();
  if (template && a.num + 1 >= template.kids.length) throw new NotMangled();
  return node("param", [], "", a.num, template);
}
