import { argumentOf, type Node, named, node, partOf, partsOf } from "./cpp-node.js";
import { CppPrinter } from "./cpp-print.js";
import { CppTypes } from "./cpp-types.js";
import { SPECIAL } from "./cpp-words.js";
import { MangledText, NotMangled } from "./mangled-text.js";
import type { NameStyle } from "./name-style.js";

/**
 * A name as a C++ compiler mangles it (Itanium ABI), as `go tool pprof` shows it.
 * @param text the name behind `_Z`
 * @param style how much of it is written
 * @throws NotMangled where it is none
 */
export function demangleCpp(text: string, style: NameStyle): string {
  const input = new MangledText(text);
  // What follows, as `.cold` and `.part.0`, is left out.
  return written(input, new Cpp(input).encoding(style === "full", false), style);
}

/** The function that a file's static values are set up by, behind `_GLOBAL_`: `_I__Z…`. */
export function demangleGlobal(text: string, style: NameStyle): string {
  const found = /^[._$]([ID])_(.+)$/s.exec(text);
  if (!found) throw new NotMangled();
  const what = `global ${found[1] === "I" ? "constructors" : "destructors"} keyed to `;
  if (!found[2].startsWith("_Z")) return `${what}${text}`;
  const input = new MangledText(found[2].slice(2));
  const name = new Cpp(input).encoding(true, false);
  return what + written(input, style === "full" ? name : withSuffixes(name, input), style);
}

function written(input: MangledText, name: Node, style: NameStyle): string {
  return new CppPrinter(input, {
    templateArguments: style !== "name",
    enclosing: style === "full",
  }).printed(name);
}

/** With what GCC puts behind copies of a function. */
function withSuffixes(name: Node, input: MangledText): Node {
  const suffixes = /^(?:\.[a-z_\d]+(?:\.\d+)*)*$/.exec(input.text.slice(input.at));
  if (!suffixes) throw new NotMangled();
  let out = name;
  for (const [suffix] of suffixes[0].matchAll(/\.[a-z_\d]+(?:\.\d+)*/g)) {
    out = node("clone", [out], suffix);
  }
  return out;
}

class Cpp extends CppTypes {
  /** whether the first parameter of the name that was read last is its object */
  private hasThis = false;

  encoding(params: boolean, isLocal: boolean): Node {
    return this.in.within(() => {
      if (this.in.next === "G" || this.in.next === "T") return this.special();
      const name = this.simplifier.simplified(this.name());
      const { hasThis } = this;
      if (!params) return withoutQualifiers(name)[0];
      if (this.in.next === "" || this.in.next === "E") return name;
      const template = templateOf(name);
      const held = this.scope.lambdaLevel;
      if (template) {
        this.scope.templates.push(template);
        this.scope.lambdaLevel = 0;
      }
      const conditions = this.in.take("Ua9enable_if") ? this.templateArgs() : [];
      const type = this.bareFunction(hasResult(name), hasThis);
      const constraint = this.in.next === "Q" ? this.constraint() : undefined;
      if (template) {
        this.scope.templates.pop();
        this.scope.lambdaLevel = held;
      }
      return this.function(name, type, isLocal, conditions, constraint);
    });
  }

  private function(
    name: Node,
    read: Node,
    isLocal: boolean,
    conditions: Node[],
    constraint: Node | undefined,
  ): Node {
    let type = this.simplifier.simplified(read);
    if (isLocal && type.kind === "function") type = node("function", type.kids, "", 1);
    const [bare, ...methods] = withoutQualifiers(name);
    for (const method of methods) type = node("method", [type, method.kids[1]], method.text);
    let out = node("typed", [bare, type]);
    if (conditions.length > 0) out = node("enable-if", [out, ...conditions]);
    return constraint ? node("constraint", [out, constraint]) : out;
  }

  private special(): Node {
    const code = this.in.run(2);
    const special = (text: string, ...of: Node[]) => node("special", of, text);
    const words = SPECIAL[code];
    if (words) {
      if (code === "TA") return special(words, this.templateArg());
      return special(words, /^T[VTISFJ]$/.test(code) ? this.type() : this.name());
    }
    switch (code) {
      case "Th":
      case "Tv":
        this.offset(code[1]);
        return special(
          `${code === "Tv" ? "virtual" : "non-virtual"} thunk to `,
          this.encoding(true, false),
        );
      case "Tc":
        this.offset(this.in.char());
        this.offset(this.in.char());
        return special("covariant return thunk to ", this.encoding(true, false));
      case "GT": {
        const kind = this.in.char() === "n" ? "non-transaction" : "transaction";
        return special(`${kind} clone for `, this.encoding(true, false));
      }
      case "GA":
        return special("hidden alias for ", this.encoding(true, false));
      case "GI": {
        const module = this.module();
        if (!module) throw new NotMangled();
        return special("initializer for module ", module);
      }
      case "TC": {
        const derived = this.type();
        this.in.number();
        this.in.expect("_");
        return special("construction vtable for ", this.type(), derived);
      }
      case "GR": {
        const name = this.name();
        if (this.in.next !== "") this.sequence();
        return special("reference temporary for ", name);
      }
      default:
        throw new NotMangled();
    }
  }

  private offset(kind: string): void {
    if (kind !== "h" && kind !== "v") throw new NotMangled();
    this.signed();
    this.in.expect("_");
    if (kind === "h") return;
    this.signed();
    this.in.expect("_");
  }

  protected name(): Node {
    return this.in.within(() => {
      this.hasThis = false;
      if (this.in.take("N")) return this.nested();
      if (this.in.take("Z")) return this.local();
      if (this.in.next === "U") return this.bound(this.unqualified(), null);
      let isSubstituted = false;
      let name: Node;
      if (this.in.take("St")) name = node("qualified", [named("std"), this.unqualified()]);
      else if (this.in.next === "S") {
        name = this.substitution(false);
        isSubstituted = name.kind !== "module";
        if (!isSubstituted) name = this.unqualified(name);
      } else name = this.unqualified();
      const cast = isSubstituted ? undefined : castOf(name);
      if (this.in.next !== "I") return cast ? this.bound(name, null) : name;
      if (!isSubstituted) this.learn(name);
      const template = this.withArguments(name);
      if (cast) this.boundTo(cast, template);
      return template;
    });
  }

  /** Gives parameters in the type of a conversion the template that they are of. */
  private boundTo(cast: Node, template: Node): void {
    this.bound(cast, template);
    for (const arg of partsOf(template, 1)) this.bound(arg, null);
  }

  private bound(a: Node, template: Node | null, seen = new Set<Node>()): Node {
    if (a.kind === "closure" || seen.has(a)) return a;
    seen.add(a);
    this.in.spend();
    if (a.kind === "param") {
      if (a.of) {
        if (template) throw new NotMangled();
      } else if (!template || !argumentOf(template, a.num)) throw new NotMangled();
      else a.of = template;
      return a;
    }
    for (const part of a.kids) if (part) this.bound(part, template, seen);
    return a;
  }

  private nested(): Node {
    const hasThis = this.in.take("H");
    const qualifiers = hasThis ? undefined : this.qualifiers();
    const mark = hasThis ? "" : this.in.take("R") ? "&" : this.in.take("O") ? "&&" : "";
    const name = this.prefix();
    this.hasThis = hasThis;
    return qualifiers || mark ? node("method", [name, qualifiers], mark) : name;
  }

  /** The parts of a nested name, up to its end. */
  private prefix(): Node {
    let name: Node | undefined;
    let last: Node | undefined;
    let module: Node | undefined;
    let cast: Node | undefined;
    for (;;) {
      this.in.spend();
      const { next } = this.in;
      if (name && this.in.take("E")) {
        if (cast) {
          const type = partOf(cast, 0);
          this.bound(cast, type.kind === "template" ? type : null);
        }
        return name;
      }
      if (name && this.in.take("M")) continue;
      let part: Node;
      if (name && (next === "I" || next === "J")) {
        part = node("template", [name, ...(next === "I" ? this.templateArgs() : this.packAlone())]);
        if (cast) this.boundTo(cast, part);
        cast = undefined;
        name = undefined;
      } else part = this.part(last, module);
      if (part.kind === "module") {
        module = part;
        continue;
      }
      module = undefined;
      cast = castOf(part) ?? cast;
      last = part;
      name = name ? node("qualified", [name, part]) : part;
      if (next !== "S" && this.in.next !== "E") this.learn(name);
    }
  }

  /** Arguments that Clang wrote as a pack, without the list around it. */
  private packAlone(): Node[] {
    const args: Node[] = [];
    while (!this.in.take("E")) args.push(this.templateArg());
    return args;
  }

  private part(last: Node | undefined, module: Node | undefined): Node {
    const code = this.in.ahead(2);
    if (/^(?:[\da-zULFW]|DC)/.test(code)) return this.unqualified(module);
    if (code[0] === "S") return this.substitution(true);
    if (code[0] === "T") return this.templateParam();
    if (/^D[Tt]/.test(code)) return this.type();
    if (!last || !/^[CD]./.test(code)) throw new NotMangled();
    this.in.at++;
    const inherits = code === "CI";
    if (inherits) this.in.at++;
    this.in.char();
    const base = inherits ? this.type() : undefined;
    const kind = code[0] === "C" ? "constructor" : "destructor";
    return this.tagged(node(kind, base ? [lastOf(last), base] : [lastOf(last)]));
  }

  private local(): Node {
    const scope = this.encoding(true, true);
    this.in.expect("E");
    const within = (name: Node) => node("qualified", [scope, name], "", 1);
    if (this.in.take("s")) {
      this.discriminator();
      return within(named("string literal"));
    }
    const arg = this.in.take("d") ? this.ordinal() : -1;
    const name = this.name();
    this.discriminator();
    return within(arg < 0 ? name : node("default-arg", [name], "", arg));
  }

  private discriminator(): void {
    if (!this.in.take("_")) {
      const rest = this.in.text.slice(this.in.at);
      if (/^\d+$/.test(rest)) this.in.at += rest.length;
      return;
    }
    const isLong = this.in.take("_");
    if (this.in.number() >= 10 && isLong) this.in.expect("_");
  }

  protected unqualified(before?: Node): Node {
    return this.in.within(() => {
      const module = this.module(before);
      const isFriend = this.in.take("F");
      let name = this.unqualifiedPart();
      if (module) name = node("of-module", [name, module]);
      name = this.tagged(name);
      return isFriend ? node("friend", [name]) : name;
    });
  }

  private unqualifiedPart(): Node {
    const { next } = this.in;
    if (/\d/.test(next)) return this.source();
    if (/[a-z]/.test(next)) {
      const [op] = this.operator(false);
      const isLiteral = op.kind === "operator" && op.text.startsWith('operator"');
      return isLiteral ? node("unary", [op, this.source()]) : op;
    }
    if (this.in.take("DC")) {
      const names: Node[] = [];
      do names.push(this.source());
      while (!this.in.take("E"));
      return node("initial", [undefined, node("list", names)], "[");
    }
    if (this.in.take("L")) {
      const name = this.source();
      this.discriminator();
      return name;
    }
    if (this.in.take("Ub")) {
      this.ordinal();
      return named("'block-literal'");
    }
    return this.in.take("Ul") ? this.closure() : this.unnamedType();
  }
}

function castOf(a: Node): Node | undefined {
  if (a.kind === "cast") return a;
  return a.kind === "tagged" || a.kind === "friend" ? castOf(partOf(a, 0)) : undefined;
}

/** What a constructor is named by. */
function lastOf(a: Node): Node {
  if (a.kind === "template" || a.kind === "tagged") return lastOf(partOf(a, 0));
  return a.kind === "qualified" ? lastOf(partOf(a, 1)) : a;
}

/** The name, and the methods around it and in it, whose qualifiers are those of the function. */
function withoutQualifiers(name: Node): [name: Node, ...methods: Node[]] {
  if (name.kind === "method") return [partOf(name, 0), name];
  if (name.kind !== "qualified" || name.num === 0) return [name];
  const [scope] = name.kids;
  const inner = partOf(name, 1);
  const isArg = inner.kind === "default-arg";
  const method = isArg ? partOf(inner, 0) : inner;
  if (method.kind !== "method") return [name];
  const bare = partOf(method, 0);
  const part = isArg ? node("default-arg", [bare], "", inner.num) : bare;
  return [node("qualified", [scope, part], "", 1), method];
}

function templateOf(a: Node): Node | undefined {
  if (a.kind === "template") return a;
  if (a.kind === "method") return templateOf(partOf(a, 0));
  if (a.kind === "constructor") return a.kids[1] && templateOf(a.kids[1]);
  if (a.kind !== "qualified") return undefined;
  const name = partOf(a, 1);
  return a.num === 1 || name.kind === "constructor" ? templateOf(name) : undefined;
}

/** Whether the result of a function stands before its parameters. */
function hasResult(a: Node): boolean {
  if (a.kind === "qualified") return a.num === 1 && hasResult(partOf(a, 1));
  if (a.kind === "template") return !isNamedByType(partOf(a, 0));
  return (a.kind === "qualified-type" || a.kind === "method") && hasResult(partOf(a, 0));
}

function isNamedByType(a: Node): boolean {
  if (a.kind === "qualified") return isNamedByType(partOf(a, 1));
  return a.kind === "constructor" || a.kind === "destructor" || a.kind === "cast";
}
