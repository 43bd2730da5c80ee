import { MARKS, type Written } from "./cpp-base.js";
import { CppTypes } from "./cpp-types.js";
import { SPECIAL } from "./cpp-words.js";
import { NotMangled } from "./mangled-text.js";

/**
 * A name as a C++ compiler mangles it (Itanium ABI), without parameters and template arguments, as
 * `go tool pprof` shows it: `std::vector::push_back`.
 * @param text the name behind `_Z`
 * @throws NotMangled where it is none
 */
export function demangleCpp(text: string): string {
  return new Cpp(text).encoding("name");
}

class Cpp extends CppTypes {
  /** of a method's object, those of the nested name that was read last */
  private marks = "";

  /** @param whole parameters are read too: they stand before what follows */
  encoding(written: Written): string {
    if (this.in.next === "G" || this.in.next === "T") return this.special();
    this.marks = "";
    const name = this.name();
    const { marks } = this;
    if (written === "name" || /^[E.]?$/.test(this.in.next)) return name;
    const types: string[] = [];
    while (!/^[E.]?$/.test(this.in.next)) types.push(this.type());
    const list = written === "whole" && types.join() !== "void" ? types.join(", ") : "";
    return this.in.bounded(`${name}(${list})${marks}`);
  }

  private special(): string {
    const code = this.in.run(2);
    const words = SPECIAL[code];
    if (words) return words + (/^T[VTISA]$/.test(code) ? this.type() : this.name());
    switch (code) {
      case "Th":
      case "Tv":
        this.offset(code[1]);
        return `${code === "Tv" ? "virtual" : "non-virtual"} thunk to ${this.encoding("whole")}`;
      case "Tc":
        this.offset(this.in.char());
        this.offset(this.in.char());
        return `covariant return thunk to ${this.encoding("whole")}`;
      case "GT":
        this.in.char();
        return `transaction clone for ${this.encoding("whole")}`;
      case "TC": {
        const derived = this.type();
        this.signed();
        this.in.expect("_");
        return `construction vtable for ${this.type()}-in-${derived}`;
      }
      case "GR": {
        const name = this.name();
        return `reference temporary #${this.sequence()} for ${name}`;
      }
      default:
        throw new NotMangled();
    }
  }

  private offset(kind: string): void {
    this.signed();
    this.in.expect("_");
    if (kind !== "v") return;
    this.signed();
    this.in.expect("_");
  }

  protected name(): string {
    return this.in.within(() => {
      if (this.in.take("N")) return this.nested();
      if (this.in.take("Z")) return this.local();
      if (this.in.next === "S" && !this.in.startsWith("St")) {
        const name = this.substitution(false);
        if (!this.in.startsWith("I")) throw new NotMangled();
        this.templateArgs();
        return name;
      }
      const std = this.in.take("St") ? "std::" : "";
      const name = std + this.unqualified("");
      if (this.in.next === "I") {
        this.learn(name);
        this.templateArgs();
      }
      return name;
    });
  }

  private nested(): string {
    let marks = "";
    while (/[rVK]/.test(this.in.next)) marks = MARKS[this.in.char()] + marks;
    if (/[RO]/.test(this.in.next)) marks += this.in.char() === "R" ? " &" : " &&";
    this.in.take("H");
    let name = "";
    while (!this.in.take("E")) {
      name = this.in.within(() => this.prefixOf(name));
    }
    if (name === "") throw new NotMangled();
    this.marks = marks;
    return name;
  }

  /** One more part of a nested name. */
  private prefixOf(name: string): string {
    const { next } = this.in;
    let out: string;
    if (next === "S" && name === "") {
      return this.substitution(true);
    }
    if (next === "I") {
      if (name === "") throw new NotMangled();
      this.templateArgs();
      out = name;
    } else if (next === "T" && name === "") out = this.templateParam();
    else if (this.in.startsWith("Dt") || this.in.startsWith("DT")) out = this.decltype();
    else if (next === "M" && name !== "") {
      this.in.at++;
      return name;
    } else {
      const last = name
        .split("::")
        .at(-1)!
        .replace(/\[abi:.*/, "");
      const part = this.unqualified(last);
      out = name === "" ? part : `${name}::${part}`;
    }
    if (this.in.next !== "E") this.learn(out);
    return out;
  }

  private local(): string {
    const name = this.encoding("enclosing");
    this.in.expect("E");
    if (this.in.take("s")) {
      this.discriminator();
      return `${name}::string literal`;
    }
    if (this.in.take("d")) {
      if (this.in.next !== "_") this.in.number();
      this.in.expect("_");
    }
    const entity = this.name();
    this.discriminator();
    return this.in.bounded(`${name}::${entity}`);
  }

  private discriminator(): void {
    if (!this.in.take("_")) return;
    if (this.in.take("_")) {
      this.in.number();
      this.in.take("_");
    } else this.in.number();
  }

  private unqualified(last: string): string {
    const { next } = this.in;
    let out: string;
    if (this.in.take("L")) return this.unqualified(last);
    if (/\d/.test(next)) out = this.source();
    else if (this.in.take("Ut")) out = `{unnamed type#${this.ordinal()}}`;
    else if (this.in.take("Ul")) out = this.lambda();
    else if (this.in.take("DC")) {
      const names: string[] = [];
      while (!this.in.take("E")) names.push(this.source());
      out = `[${names.join(", ")}]`;
    } else if (next === "C") {
      this.in.at++;
      const inherits = this.in.take("I");
      this.in.char();
      if (inherits) this.type();
      out = last;
    } else if (/^D[0-6]$/.test(this.in.text.slice(this.in.at, this.in.at + 2))) {
      this.in.at += 2;
      out = `~${last}`;
    } else out = this.operator();
    while (this.in.take("B")) out += `[abi:${this.source()}]`;
    return out;
  }

  private lambda(): string {
    const types: string[] = [];
    while (!this.in.take("E")) types.push(this.type());
    const list = types.length === 1 && types[0] === "void" ? "" : types.join(", ");
    return this.in.bounded(`{lambda(${list})#${this.ordinal()}}`);
  }
}
