import { MARKS } from "./cpp-base.js";
import { CppExpressions } from "./cpp-expressions.js";
import { BUILTIN, BUILTIN_D } from "./cpp-words.js";
import { NotMangled } from "./mangled-text.js";

/** Types, as they are written where a name needs them: in lambdas and conversions. */
export abstract class CppTypes extends CppExpressions {
  /** A type, learnt unless it is built in. */
  protected type(): string {
    return this.in.within(() => {
      const { next } = this.in;
      const builtin = BUILTIN[next];
      if (builtin) {
        this.in.at++;
        return builtin;
      }
      if (next === "S" && !this.in.startsWith("St")) {
        const name = this.substitution(false);
        if (this.in.next !== "I") return name;
        this.templateArgs();
        this.learn(name);
        return name;
      }
      const second = this.in.text[this.in.at + 1] ?? "";
      if (next === "D" && BUILTIN_D[second]) {
        this.in.at += 2;
        return BUILTIN_D[second];
      }
      const out = this.compound();
      this.learn(out);
      return out;
    });
  }

  protected compound(): string {
    const c = this.in.next;
    if (/[rVK]/.test(c)) return this.qualified();
    switch (c) {
      case "P":
      case "R":
      case "O": {
        this.in.at++;
        const to = this.type();
        const mark = c === "P" ? "*" : c === "R" ? "&" : "&&";
        return /\(\)|\(/.test(to) && to.includes(" (")
          ? to.replace(" (", ` (${mark})(`)
          : to + mark;
      }
      case "C":
      case "G":
        this.in.at++;
        return `${this.type()}${c === "C" ? " _Complex" : " _Imaginary"}`;
      case "F":
        return this.functionType();
      case "A":
        return this.array();
      case "M": {
        this.in.at++;
        const of = this.type();
        return `${this.type()} ${of}::*`;
      }
      case "T": {
        if (/^T[sue]/.test(this.in.text.slice(this.in.at, this.in.at + 2))) {
          this.in.at += 2;
          return this.name();
        }
        const param = this.templateParam();
        if (this.in.next !== "I") return param;
        this.learn(param);
        this.templateArgs();
        return param;
      }
      case "U": {
        this.in.at++;
        const vendor = this.source();
        if (this.in.next === "I") this.templateArgs();
        return `${this.type()} ${vendor}`;
      }
      case "u":
        this.in.at++;
        return this.source();
      case "D":
        return this.special2();
      default:
        return this.name();
    }
  }

  protected qualified(): string {
    let marks = "";
    while (/[rVK]/.test(this.in.next)) {
      marks = MARKS[this.in.char()] + marks;
    }
    return this.in.bounded(this.type() + marks);
  }

  protected special2(): string {
    this.in.expect("D");
    const c = this.in.char();
    if (c === "p") return this.type();
    if (c === "t" || c === "T") {
      this.in.at -= 2;
      return this.decltype();
    }
    if (c === "o") return this.type();
    if (c === "O") {
      this.expression();
      this.in.expect("E");
      return this.type();
    }
    if (c === "v") {
      const size = this.in.number();
      this.in.expect("_");
      return `${this.type()} __vector(${size})`;
    }
    throw new NotMangled();
  }

  protected functionType(): string {
    this.in.expect("F");
    this.in.take("Y");
    const types: string[] = [];
    while (!this.in.take("E")) {
      if (/[RO]/.test(this.in.next) && this.in.text[this.in.at + 1] === "E") this.in.at++;
      else types.push(this.type());
    }
    const [result = "void", ...params] = types;
    const list = params.length === 1 && params[0] === "void" ? "" : params.join(", ");
    return this.in.bounded(`${result} (${list})`);
  }

  protected array(): string {
    this.in.expect("A");
    let size = "";
    if (/\d/.test(this.in.next)) size = `${this.in.number()}`;
    else if (this.in.next !== "_") this.expression();
    this.in.expect("_");
    return `${this.type()} [${size}]`;
  }
}
