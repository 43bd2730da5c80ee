import { type Node, named, node } from "./cpp-node.js";
import { CppSimplifier } from "./cpp-simplify.js";
import { argumentsRebound, type Scope } from "./cpp-substitution.js";
import { BUILTIN, OPERATORS, STD, STD_TEMPLATES } from "./cpp-words.js";
import { type MangledText, NotMangled } from "./mangled-text.js";

const STD_NODES = new Map(
  Object.entries(STD).map(([letter, name]) => [letter, name === "" ? named("std") : inStd(name)]),
);

function inStd(name: string): Node {
  return node("qualified", [named("std"), named(name)]);
}

/** `std::basic_string<char, std::char_traits<char>, std::allocator<char> >` and its like. */
function longName(letter: string): Node | undefined {
  const known = STD_TEMPLATES[letter];
  if (!known) return undefined;
  const char = () => node("builtin", [], BUILTIN.c);
  const of = (name: string) => node("template", [inStd(name), char()]);
  const [name, allocates] = known;
  const args = [char(), of("char_traits"), ...(allocates ? [of("allocator")] : [])];
  return node("template", [inStd(name), ...args]);
}

/** The parts of mangled names that all others are made of. */
export abstract class CppBase {
  /** what a later `S_` stands for */
  protected readonly known: Node[] = [];
  protected readonly scope: Scope = { templates: [], lambdaLevel: 0, inConstraint: false };
  protected readonly in: MangledText;
  protected readonly simplifier: CppSimplifier;

  constructor(input: MangledText) {
    this.in = input;
    this.simplifier = new CppSimplifier(input);
  }

  /** @param params whether parameters are read @param isLocal of what something is inside of */
  abstract encoding(params: boolean, isLocal: boolean): Node;
  protected abstract name(): Node;
  protected abstract unqualified(module?: Node): Node;
  /** @param isCast of a conversion: what follows may be the arguments of the template it is of */
  protected abstract type(isCast?: boolean): Node;
  protected abstract qualifiers(): Node | undefined;
  protected abstract parameters(): Node[];
  protected abstract expression(): Node;
  protected abstract literal(): Node;

  protected learn(a: Node): Node {
    this.known.push(a);
    return a;
  }

  /** A number that may be negative. */
  protected signed(): number {
    const negative = this.in.take("n");
    const value = this.in.number();
    return negative ? -value : value;
  }

  protected source(): Node {
    const name = this.in.run(this.in.number());
    return named(/^_GLOBAL_[_.$]N./s.test(name) ? "(anonymous namespace)" : name);
  }

  /** `_` is 0, `0_` is 1. */
  protected ordinal(): number {
    const n = this.in.next === "_" ? 0 : this.in.number() + 1;
    this.in.expect("_");
    return n;
  }

  /** `_` is 0, `0_` is 1, in base 36. */
  protected sequence(): number {
    const { text, at } = this.in;
    let end = at;
    while (end < at + 6 && /[0-9A-Z]/.test(text.charAt(end))) end++;
    const digits = text.slice(at, end);
    this.in.at = end;
    this.in.expect("_");
    return digits === "" ? 0 : Number.parseInt(digits, 36) + 1;
  }

  /** An operator, and how many operands it has; `cv` is a conversion to a type. */
  protected operator(inExpression: boolean): [operator: Node, operands: number] {
    const code = this.in.run(2);
    if (/^v\d$/.test(code)) return [node("operator", [], this.source().text), Number(code[1])];
    if (code === "cv") {
      // Its template comes behind it.
      if (!inExpression) this.scope.templates.push(null);
      const type = this.type(!inExpression);
      if (!inExpression) this.scope.templates.pop();
      return [node("cast", [type]), 1];
    }
    const known = Object.hasOwn(OPERATORS, code) ? OPERATORS[code] : undefined;
    if (!known) throw new NotMangled();
    return [node("operator", [], known[0]), known[1]];
  }

  /** @param isPrefix what follows may be a constructor, which is named by the template */
  protected substitution(isPrefix: boolean): Node {
    this.in.expect("S");
    if (/[0-9A-Z_]/.test(this.in.next)) {
      const found = this.known[this.sequence()];
      if (found === undefined) throw new NotMangled();
      return argumentsRebound(found, this.scope, this.in);
    }
    const letter = this.in.char();
    const long = isPrefix && /[CD]/.test(this.in.next) ? longName(letter) : undefined;
    const found = long ?? STD_NODES.get(letter);
    if (!found) throw new NotMangled();
    return this.in.next === "B" ? this.learn(this.tagged(found)) : found;
  }

  protected tagged(a: Node): Node {
    let out = a;
    while (this.in.take("B")) out = node("tagged", [out, this.source()]);
    return out;
  }

  /** A name with the arguments that follow, where any do. */
  protected withArguments(name: Node): Node {
    return this.in.next === "I" ? node("template", [name, ...this.templateArgs()]) : name;
  }

  protected templateArgs(): Node[] {
    return this.in.within(() => {
      this.in.char();
      const args: Node[] = [];
      while (!this.in.take("E")) {
        args.push(this.templateArg(args));
        if (!this.in.startsWith("Q")) continue;
        this.constraint();
        if (this.in.next !== "E") throw new NotMangled();
      }
      return args;
    });
  }

  /** @param before the arguments before it, which its declaration may name */
  protected templateArg(before: readonly Node[] = []): Node {
    return this.in.within(() => {
      const { next } = this.in;
      if (this.in.take("X")) {
        const value = this.expression();
        this.in.expect("E");
        return value;
      }
      if (next === "L") return this.literal();
      if (next === "I" || next === "J") return node("pack", this.templateArgs());
      if (!/^T[yntpk]/.test(this.in.ahead(2))) return this.type();
      this.scope.templates.push(node("template", [undefined, ...before]));
      const declared = this.declaration();
      this.scope.templates.pop();
      if (!declared) throw new NotMangled();
      return node("marked", [this.templateArg()]);
    });
  }

  protected templateParam(): Node {
    const start = this.in.at;
    this.in.expect("T");
    const level = this.in.take("L") ? this.ordinal() : 0;
    if (this.in.take("L")) throw new NotMangled();
    const index = this.ordinal();
    const { templates, lambdaLevel, inConstraint } = this.scope;
    if (inConstraint) return named(this.in.text.slice(start, this.in.at - 1));
    const template = templates[level];
    if (template === null) return node("param", [], "", index);
    if (template && index + 1 < template.kids.length) {
      return node("param", [], "", index, template);
    }
    if (lambdaLevel > 0 && level === lambdaLevel - 1) return node("auto", [], "", index);
    throw new NotMangled();
  }

  /** A requirement of a template: its parameters are not looked up. */
  protected constraint(): Node {
    this.in.expect("Q");
    return this.constrained(() => this.expression());
  }

  protected constrained(read: () => Node): Node {
    const held = this.scope.inConstraint;
    this.scope.inConstraint = true;
    const out = read();
    this.scope.inConstraint = held;
    return out;
  }

  private readonly declared = new Map<string, number>();

  /** `$T`, `$T0`, `$T1`: parameters of lambdas have no names. */
  private parameterName(prefix: string): Node {
    const before = this.declared.get(prefix) ?? 0;
    this.declared.set(prefix, before + 1);
    return node("count", [], before === 0 ? prefix : `${prefix}${before - 1}`);
  }

  /** The declaration of a parameter of a template, and what it is called; undefined where it is none. */
  protected declaration(): { declared: Node; name: Node } | undefined {
    const code = this.in.ahead(2);
    if (!/^T[yntpk]$/.test(code)) return undefined;
    return this.in.within(() => {
      this.in.at += 2;
      if (code === "Ty") {
        const name = this.parameterName("$T");
        return { declared: node("type-param", [name]), name };
      }
      if (code === "Tk") {
        const concept = this.constrained(() => this.name());
        const name = this.parameterName("$T");
        return { declared: node("concept-param", [name, concept]), name };
      }
      if (code === "Tn") {
        const name = this.parameterName("$N");
        return { declared: node("value-param", [name, this.type()]), name };
      }
      if (code === "Tt") return this.templateDeclaration();
      const of = this.declaration();
      if (!of) throw new NotMangled();
      return { declared: node("pack-param", [of.declared]), name: of.name };
    });
  }

  private templateDeclaration() {
    const name = this.parameterName("$TT");
    const params: Node[] = [];
    const template = node("template", [named("")]);
    let constraint: Node | undefined;
    while (!this.in.take("E")) {
      const param = this.declaration();
      if (!param) throw new NotMangled();
      params.push(param.declared);
      if (params.length === 1) this.scope.templates.push(template);
      template.kids.push(param.name);
      if (this.in.next === "Q") constraint = this.constraint();
    }
    if (params.length > 0) this.scope.templates.pop();
    return { declared: node("template-param", [name, constraint, ...params]), name };
  }
}
