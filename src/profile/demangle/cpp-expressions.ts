import { CppBase } from "./cpp-base.js";
import { OF_TYPE, OPERATORS } from "./cpp-words.js";
import { NotMangled } from "./mangled-text.js";

/** Expressions: they stand in template arguments and decltypes alone, so they are only passed. */
export abstract class CppExpressions extends CppBase {
  protected literal(): void {
    this.in.expect("L");
    if (this.in.take("_Z")) {
      this.encoding("enclosing");
      this.in.expect("E");
      return;
    }
    this.type();
    while (!this.in.take("E")) this.in.char();
  }

  /** Expressions stand in template arguments and decltypes alone, which are left out. */
  protected expression(): void {
    this.in.within(() => {
      const { next } = this.in;
      if (next === "L") {
        this.literal();
        return;
      }
      if (next === "T") {
        this.templateParam();
        return;
      }
      if (this.in.take("fp") || this.in.take("fL")) {
        while (/[\drVKp]/.test(this.in.next)) this.in.at++;
        this.in.expect("_");
        return;
      }
      const rest = ["il", "cl", "sp", "cv", "tl", "sr", "on"].find((c) => this.in.startsWith(c));
      if (rest) {
        this.listed(rest);
        return;
      }
      if (/\d/.test(next)) {
        this.source();
        if (this.in.next === "I") this.templateArgs();
        return;
      }
      const code = this.in.run(2);
      const known = OPERATORS[code];
      if (!known) throw new NotMangled();
      if (OF_TYPE.has(code)) {
        this.type();
        return;
      }
      if (/^(?:pp|mm)$/.test(code)) this.in.take("_");
      for (let i = 0; i < known[1]; i++) this.expression();
    });
  }

  protected listed(code: string): void {
    this.in.at += 2;
    const until = (end: string) => {
      while (!this.in.take(end)) this.expression();
    };
    switch (code) {
      case "cl":
      case "il": {
        until("E");
        return;
      }
      case "tl":
        this.type();
        {
          until("E");
          return;
        }
      case "sp": {
        this.expression();
        return;
      }
      case "cv":
        this.type();
        if (this.in.take("_")) {
          until("E");
          return;
        }
        {
          this.expression();
          return;
        }
      case "on":
        this.operator();
        if (this.in.next === "I") this.templateArgs();
        return;
      default:
        // sr: a name of a type that is not known yet.
        this.type();
        if (/\d/.test(this.in.next)) this.source();
        else this.operator();
        if (this.in.next === "I") this.templateArgs();
    }
  }
}
