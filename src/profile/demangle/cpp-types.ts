import { CppExpressions } from "./cpp-expressions.js";
import { mergedQualifiers, type Node, named, node } from "./cpp-node.js";
import { packIn, qualifiersOutside } from "./cpp-simplify.js";
import { BUILTIN, BUILTIN_D } from "./cpp-words.js";
import { NotMangled } from "./mangled-text.js";

const QUALIFIERS: Readonly<Record<string, string>> = {
  r: "restrict",
  V: "volatile",
  K: "const",
  Dx: "transaction_safe",
  Do: "noexcept",
};
const MARKS: Readonly<Record<string, string>> = { P: "*", R: "&", O: "&&" };
const ELABORATED: Readonly<Record<string, string>> = { s: "struct", u: "union", e: "enum" };

/** A type, and whether a substitution may stand for it. */
type Read = readonly [type: Node, isLearnt: boolean];

/** Types of parameters, results and arguments of templates. */
export abstract class CppTypes extends CppExpressions {
  protected type(isCast = false): Node {
    return this.in.within(() => {
      const qualifiers = this.qualifiers();
      const builtin = BUILTIN[this.in.next];
      if (builtin) {
        this.in.at++;
        const type = node("builtin", [], builtin);
        return qualifiers ? this.learn(node("qualified-type", [type, qualifiers])) : type;
      }
      // Qualifiers of a function are those of its object.
      const isFunction = this.in.next === "F";
      const [type, isLearnt] = this.unqualifiedType(isCast);
      if (isLearnt && !(qualifiers && isFunction)) this.learn(type);
      return qualifiers ? this.learn(qualified(type, qualifiers)) : type;
    });
  }

  protected qualifiers(): Node | undefined {
    const out: Node[] = [];
    for (;;) {
      const code = /[rVK]/.test(this.in.next) ? this.in.next : this.in.ahead(2);
      let args: Node[] = [];
      let text = QUALIFIERS[code];
      if (text) this.in.at += code.length;
      else if (this.in.take("DO")) {
        text = "noexcept";
        args = [this.expression()];
        this.in.expect("E");
      } else if (this.in.take("Dw")) {
        text = "throw";
        args = this.parameters();
        this.in.expect("E");
      } else break;
      out.unshift(node("qualifier", args, text));
    }
    return out.length > 0 ? node("qualifiers", out) : undefined;
  }

  private unqualifiedType(isCast: boolean): Read {
    const { next } = this.in;
    switch (next) {
      case "u":
        return [this.vendorType(), true];
      case "F":
        return [this.functionType(), true];
      case "A":
        return [this.array(isCast), true];
      case "M": {
        this.in.at++;
        return [node("member", [this.type(), this.type(isCast)]), true];
      }
      case "T":
        return this.parameterType(isCast);
      case "S":
        return this.substituted(isCast);
      case "P":
      case "R":
      case "O":
        this.in.at++;
        return [node("pointer", [this.type(isCast)], MARKS[next]), true];
      case "C":
      case "G":
        this.in.at++;
        return [
          node("complex", [this.type(isCast)], next === "C" ? " _Complex" : " _Imaginary"),
          true,
        ];
      case "U":
        return this.unnamedOrVendor(isCast);
      case "D":
        this.in.at++;
        return this.typeOfD(this.in.char(), isCast);
      default:
        if (/[NWZ\d]/.test(next)) return [this.name(), true];
        throw new NotMangled();
    }
  }

  private vendorType(): Node {
    this.in.expect("u");
    const name = this.source();
    if (!this.in.take("I")) return name;
    const type = this.type();
    this.in.expect("E");
    return node("transformed", [type], name.text);
  }

  private unnamedOrVendor(isCast: boolean): Read {
    if (/^U[lt]/.test(this.in.ahead(2))) {
      return [this.in.take("Ul") ? this.closure() : this.unnamedType(), false];
    }
    this.in.expect("U");
    const name = this.withArguments(this.source());
    return [node("vendor", [name, this.type(isCast)]), true];
  }

  private parameterType(isCast: boolean): Read {
    const kind = /^T[sue]/.test(this.in.ahead(2)) ? ELABORATED[this.in.ahead(2)[1]] : undefined;
    if (kind) {
      this.in.at += 2;
      return [node("elaborated", [this.name()], kind), true];
    }
    const param = this.templateParam();
    if (this.in.next !== "I") return [param, true];
    if (isCast) return [this.castArguments(param, true), true];
    return [this.withArguments(this.learn(param)), true];
  }

  private substituted(isCast: boolean): Read {
    if (!/^S[0-9A-Z_]/.test(this.in.ahead(2))) {
      const isPlain = !this.in.startsWith("St");
      const before = this.in.at;
      const name = this.name();
      // An abbreviation is none for itself.
      return [name, !(isPlain && this.in.at === before + 2)];
    }
    let found = this.substitution(false);
    if (found.kind === "module") found = this.learn(this.unqualified(found));
    if (this.in.next !== "I") return [found, false];
    if (found.kind !== "param" || !isCast) return [this.withArguments(found), true];
    const out = this.castArguments(found, false);
    return [out, out !== found];
  }

  /**
   * Behind a parameter that a conversion is to: arguments of it, where others follow, else those
   * of the conversion, which are read again.
   */
  private castArguments(param: Node, isLearnt: boolean): Node {
    const { at } = this.in;
    const known = this.known.length;
    const templates = this.scope.templates.length;
    try {
      const args = this.templateArgs();
      if (this.in.next === "I") {
        if (isLearnt) this.learn(param);
        return node("template", [param, ...args]);
      }
    } catch (error) {
      if (!(error instanceof NotMangled)) throw error;
    }
    this.in.at = at;
    this.known.length = known;
    this.scope.templates.length = templates;
    return param;
  }

  private typeOfD(code: string, isCast: boolean): Read {
    const builtin = BUILTIN_D[code];
    if (builtin) return [node("builtin", [], builtin), false];
    switch (code) {
      case "T":
      case "t": {
        const of = this.expression();
        this.in.expect("E");
        return [node("decltype", [of]), true];
      }
      case "p": {
        const pattern = this.type(isCast);
        return [node("expansion", [pattern], "", 0, packIn(pattern)), true];
      }
      case "a":
        return [named("auto"), false];
      case "c":
        return [named("decltype(auto)"), false];
      case "F":
        return [this.fixed(isCast), false];
      case "v": {
        const size = this.in.take("_") ? this.expression() : named(`${this.in.number()}`);
        this.in.expect("_");
        return [node("vector", [size, this.type(isCast)]), true];
      }
      case "B":
      case "U": {
        const isNumber = /\d/.test(this.in.next);
        const size = isNumber ? named(`${this.in.number()}`) : this.expression();
        this.in.expect("_");
        return [node("bit-int", [size], code === "B" ? "" : "unsigned "), false];
      }
      case "k":
        return [node("complex", [this.name()], " auto"), false];
      case "K":
        return [node("complex", [this.name()], " decltype(auto)"), false];
      default:
        throw new NotMangled();
    }
  }

  private fixed(isCast: boolean): Node {
    const bits = /\d/.test(this.in.next) ? this.in.number() : undefined;
    if (bits && this.in.take("_")) return named(`_Float${bits}`);
    const base = this.type(isCast);
    if (/\d/.test(this.in.next)) this.in.number();
    const saturated = this.in.char() === "s" ? 1 : 0;
    return node("fixed", [base], bits === undefined ? "_Fract" : "_Accum", saturated);
  }

  protected functionType(): Node {
    this.in.expect("F");
    this.in.take("Y");
    const bare = this.bareFunction(true, false);
    const mark = /^[RO]E/.test(this.in.ahead(2)) ? MARKS[this.in.char()] : "";
    this.in.expect("E");
    return mark === "" ? bare : node("method", [bare, undefined], mark);
  }

  /** @param hasThis the first parameter is the object */
  protected bareFunction(hasResult: boolean, hasThis: boolean): Node {
    const result = this.in.take("J") || hasResult ? this.type() : undefined;
    const params = this.parameters();
    if (hasThis && params.length > 0) params[0] = node("this-param", [params[0]]);
    return node("function", [result, ...params]);
  }

  /** At least one; `void` alone is none. */
  protected parameters(): Node[] {
    const out: Node[] = [];
    while (!/^(?:$|[E.Q]|[RO]E)/.test(this.in.ahead(2))) out.push(this.type());
    if (out.length === 0) throw new NotMangled();
    const isVoid = out.length === 1 && out[0].kind === "builtin" && out[0].text === "void";
    return isVoid ? [] : out;
  }

  private array(isCast: boolean): Node {
    this.in.expect("A");
    let size = named("");
    const digits = /^\d+/.exec(this.in.ahead(32));
    if (digits) {
      size = named(digits[0]);
      this.in.at += digits[0].length;
    } else if (this.in.next !== "_") size = this.expression();
    this.in.expect("_");
    return qualifiersOutside(node("array", [size, this.type(isCast)]));
  }

  /** The type of a lambda, behind `Ul`. */
  protected closure(): Node {
    const { scope } = this;
    const held = scope.lambdaLevel;
    scope.lambdaLevel = scope.templates.length + 1;
    const declared: Node[] = [];
    const template = node("template", [named("lambda")]);
    for (let param = this.declaration(); param; param = this.declaration()) {
      declared.push(param.declared);
      if (declared.length === 1) scope.templates.push(template);
      template.kids.push(param.name);
    }
    const ofParams = this.in.next === "Q" ? this.constraint() : undefined;
    const types = node("list", this.parameters());
    scope.lambdaLevel = held;
    if (declared.length > 0) scope.templates.pop();
    const ofCall = this.in.next === "Q" ? this.constraint() : undefined;
    this.in.expect("E");
    return node("closure", [node("list", declared), types, ofParams, ofCall], "", this.ordinal());
  }

  /** Behind `Ut`. */
  protected unnamedType(): Node {
    this.in.expect("Ut");
    return this.learn(node("unnamed", [], "", this.ordinal()));
  }
}

function qualified(type: Node, qualifiers: Node): Node {
  if (type.kind === "function") return node("method", [type, qualifiers]);
  const isQualified = type.kind === "method" || type.kind === "qualified-type";
  if (!isQualified) return node("qualified-type", [type, qualifiers]);
  const merged = mergedQualifiers(qualifiers, type.kids[1]);
  return node(type.kind, [type.kids[0], merged], type.text);
}
