import { CppBase } from "./cpp-base.js";
import { type Node, named, node, partOf } from "./cpp-node.js";
import { packIn } from "./cpp-simplify.js";
import { NotMangled } from "./mangled-text.js";

/** Expressions: they stand in arguments of templates and in decltypes. */
export abstract class CppExpressions extends CppBase {
  protected literal(): Node {
    this.in.expect("L");
    let out: Node;
    if (this.in.take("_Z") || this.in.take("Z")) out = this.encoding(true, false);
    else {
      const type = this.type();
      const negative = this.in.take("n") ? 1 : 0;
      if (this.in.next === "E" && !(type.kind === "builtin" && type.text === "decltype(nullptr)")) {
        this.in.at++;
        if (type.kind === "closure") return node("lambda", [type]);
        const bare = type.kind === "qualified-type" ? partOf(type, 0) : type;
        if (bare.kind === "array") return node("string", [type]);
        throw new NotMangled();
      }
      const end = this.in.text.indexOf("E", this.in.at);
      if (end < 0) throw new NotMangled();
      out = node("literal", [type], this.in.text.slice(this.in.at, end), negative);
      this.in.at = end;
    }
    this.in.expect("E");
    return out;
  }

  /** Expressions up to a letter. */
  private until(end: string): Node {
    const out: Node[] = [];
    while (!this.in.take(end)) out.push(this.expression());
    return node("list", out);
  }

  private argsUntilEnd(): Node[] {
    const out: Node[] = [];
    while (!this.in.take("E")) out.push(this.templateArg());
    return out;
  }

  protected expression(): Node {
    return this.in.within(() => {
      const { next } = this.in;
      if (next === "L") return this.literal();
      if (next === "T") return this.templateParam();
      if (/\d/.test(next) || this.in.startsWith("on")) {
        this.in.take("on");
        return this.withArguments(this.unqualified());
      }
      if (next === "u") return this.vendor();
      if (/^fL\d/.test(this.in.ahead(3))) {
        this.in.at += 2;
        this.in.number();
        this.in.expect("p");
        return this.functionParam();
      }
      return this.byCode(this.in.ahead(2)) ?? this.operation();
    });
  }

  private functionParam(): Node {
    this.qualifiers();
    return node("function-param", [], "", this.ordinal() + 1);
  }

  /** Those that are no operators; undefined where it is one. */
  private byCode(code: string): Node | undefined {
    if (code === "sr" || code === "gs") return this.unresolved();
    if (!/^(?:so|sp|sZ|sP|fp|mc|il|tl|st|rq|rQ)$/.test(code)) return undefined;
    this.in.at += 2;
    switch (code) {
      case "so":
        return this.subobject();
      case "sp": {
        const pattern = this.expression();
        return node("expansion", [pattern], "", 0, packIn(pattern));
      }
      case "sZ": {
        const pack = packIn(this.expression());
        if (!pack) throw new NotMangled();
        return node("count", [], `${pack.kids.length}`);
      }
      case "sP":
        return node("sizeof-args", this.argsUntilEnd());
      case "fp":
        return this.in.take("T") ? node("function-param") : this.functionParam();
      case "mc": {
        const parts = [this.type(), this.expression()];
        if (/[n\d]/.test(this.in.next)) this.signed();
        this.in.expect("E");
        return node("member-cast", parts);
      }
      case "il":
        return node("initial", [undefined, this.until("E")]);
      case "tl":
        return node("initial", [this.type(), this.until("E")]);
      case "st":
        return node("unary", [node("operator", [], "sizeof "), this.type()], "sizeof");
      default:
        return this.requires(code === "rQ");
    }
  }

  private subobject(): Node {
    const parts = [this.type(), this.expression()];
    const offset = /[n\d]/.test(this.in.next) ? this.signed() : 0;
    while (this.in.take("_")) if (/[n\d]/.test(this.in.next)) this.signed();
    this.in.take("p");
    this.in.expect("E");
    return node("subobject", parts, "", offset);
  }

  private vendor(): Node {
    this.in.expect("u");
    const name = this.source();
    const call = (args: Node[]) =>
      node("binary", [node("operator", [], "()"), name, node("list", args)]);
    if (name.text === "__uuidof" && this.in.take("t")) return call([this.type()]);
    if (name.text === "__uuidof" && this.in.take("z")) return call([this.expression()]);
    return call(this.argsUntilEnd());
  }

  private operation(): Node {
    const code = this.in.ahead(2);
    const [op, operands] = this.operator(true);
    switch (operands) {
      case 0:
        return node("nullary", [op]);
      case 1:
        return this.unary(code, op);
      case 2:
        return this.binary(code, op);
      case 3:
        return this.ternary(code, op);
      default:
        throw new NotMangled();
    }
  }

  private unary(code: string, op: Node): Node {
    const isSuffix = /^(?:pp|mm)$/.test(code) && !this.in.take("_");
    const isList = op.kind === "cast" && this.in.take("_");
    const operand = isList ? this.until("E") : this.expression();
    return node("unary", [op, operand], isSuffix ? "suffix" : "");
  }

  private binary(code: string, op: Node): Node {
    if (code[0] === "f") return this.fold(code, false);
    const left = /^(?:sc|dc|cc|rc)$/.test(code)
      ? this.type()
      : code === "di"
        ? this.unqualified()
        : this.expression();
    if (code === "cl" || code === "cp") return node("binary", [op, left, this.until("E")]);
    if (code !== "dt" && code !== "pt") return node("binary", [op, left, this.expression()]);
    const member = this.in.next === "L" ? this.literal() : this.withArguments(this.unresolved());
    return node("binary", [op, left, member]);
  }

  private fold(code: string, isBinary: boolean): Node {
    const [op] = this.operator(true);
    const parts = [op, this.expression(), isBinary ? this.expression() : undefined];
    return node("fold", parts, "", /l/i.test(code[1]) ? 1 : 0);
  }

  private ternary(code: string, op: Node): Node {
    if (code[0] === "f") return this.fold(code, true);
    if (code[0] !== "n") {
      return node("trinary", [op, this.expression(), this.expression(), this.expression()]);
    }
    const place = this.until("_");
    const type = this.type();
    let initial: Node | undefined;
    if (this.in.take("pi")) initial = this.until("E");
    else if (this.in.startsWith("il")) initial = this.expression();
    else this.in.expect("E");
    return node("new", [place.kids.length > 0 ? place : undefined, type, initial]);
  }

  private unresolved(): Node {
    return this.in.within(() => {
      if (this.in.take("gs")) {
        return node("unary", [node("operator", [], "::"), this.unresolved()]);
      }
      if (!this.in.take("sr")) return this.baseUnresolved();
      if (/[TDS]/.test(this.in.next)) {
        const name = node("qualified", [this.type(), this.baseUnresolved()]);
        return this.in.next === "I" ? this.learn(this.withArguments(name)) : name;
      }
      return this.unresolvedLevels();
    });
  }

  private unresolvedLevels(): Node {
    let scope = this.in.take("N") ? this.type() : undefined;
    while (!this.in.take("E")) {
      // Some releases of GCC leave the end out.
      if (scope?.kind === "qualified" && this.in.next !== "" && !/\d/.test(this.in.next)) {
        const outer = partOf(scope, 0);
        if (outer.kind === "template") this.learn(partOf(outer, 0));
        this.learn(outer);
        return scope;
      }
      let part = this.source();
      if (this.in.next === "I") part = this.withArguments(this.learn(part));
      scope = scope ? node("qualified", [scope, part]) : part;
    }
    if (!scope) throw new NotMangled();
    return node("qualified", [scope, this.baseUnresolved()]);
  }

  private baseUnresolved(): Node {
    if (this.in.take("dn")) {
      const name = /\d/.test(this.in.next) ? this.source() : this.type();
      return this.withArguments(node("destructor", [name]));
    }
    const isSource = /\d/.test(this.in.next);
    if (!isSource) this.in.take("on");
    return this.withArguments(isSource ? this.source() : this.operator(true)[0]);
  }

  private requires(withParams: boolean): Node {
    const params: Node[] = [];
    if (withParams) while (!this.in.take("_")) params.push(this.type());
    const out = [node("list", params)];
    while (!this.in.take("E")) out.push(this.requirement());
    return node("requires", out);
  }

  private requirement(): Node {
    if (this.in.take("T")) return node("requirement", [this.type()], "typename");
    if (this.in.take("Q")) return node("requirement", [this.expression()], "requires");
    this.in.expect("X");
    const of = this.expression();
    const noexcept = this.in.take("N") ? "noexcept" : "";
    return node("requirement", [of, this.in.take("R") ? this.name() : undefined], noexcept);
  }

  /** The name of a module that stands before a name; `parent` where there is none. */
  protected module(parent?: Node): Node | undefined {
    let out = parent;
    while (this.in.take("W")) {
      const partition = this.in.take("P") ? 1 : 0;
      out = this.learn(node("module", [out, named(this.source().text)], "", partition));
    }
    return out;
  }
}
