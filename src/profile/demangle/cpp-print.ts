import { argumentOf, type Node, partOf, partsOf } from "./cpp-node.js";
import { CppExpressionPrinter } from "./cpp-print-expressions.js";
import { NotMangled } from "./mangled-text.js";

/** What stands inside of a type that a pointer to it is written around: `int (*)[3]`. */
const AROUND = new Set(["qualified-type", "complex", "member"]);
/** Types that are written behind what they are of, or inside of it. */
const OUTER = new Set(["pointer", "complex", "vendor", "member", "vector"]);

/** Writes a name as `go tool pprof` does. */
export class CppPrinter extends CppExpressionPrinter {
  /** the outer types, whose places in the text the inner ones know */
  private inner: Node[] = [];
  private readonly open = new Map<Node, number>();
  private depth = 0;

  print(a: Node): void {
    this.spend();
    const times = this.open.get(a) ?? 0;
    // A substitution that means something else the second time would go round for ever.
    if (times > 1) return;
    if (++this.depth > 1000) throw new NotMangled();
    this.open.set(a, times + 1);
    this.printNode(a);
    this.open.set(a, times);
    this.depth--;
  }

  private printNode(a: Node): void {
    if (OUTER.has(a.kind)) {
      this.outer(a, a.kind === "vendor" || a.kind === "member" || a.kind === "vector" ? 1 : 0);
      return;
    }
    switch (a.kind) {
      case "typed":
        this.alone([a], () => {
          this.print(partOf(a, 1));
          if (this.inner.length > 0) this.with(" ", partOf(a, 0));
        });
        return;
      case "template":
        this.template(a);
        return;
      case "param": {
        const arg = a.of && argumentOf(a.of, a.num);
        if (!arg) throw new NotMangled();
        this.print(arg);
        return;
      }
      case "qualified-type":
        this.outer(a, 0, " ");
        return;
      case "method":
        this.outer(a, 0);
        return;
      case "array":
        this.inner.push(a);
        this.print(partOf(a, 1));
        if (this.inner.length > 0) {
          this.inner.pop();
          this.dimension(a);
        }
        return;
      case "function":
        this.functionType(a);
        return;
      case "type-param":
        this.write("typename ");
        this.allInner();
        this.print(partOf(a, 0));
        return;
      case "value-param":
      case "concept-param":
        this.inner.push(a);
        this.print(partOf(a, 1));
        if (this.inner.length > 0) {
          this.with(" ", partOf(a, 0));
          this.inner.pop();
        }
        return;
      case "pack-param":
        this.alone([a], () => {
          const declared = partOf(a, 0);
          this.print(declared.kind === "value-param" ? partOf(declared, 1) : declared);
          if (this.inner.length > 0) this.write("...");
        });
        return;
      default:
        this.expression(a);
    }
  }

  /** The base with what stands around it; that is written here where the base has no place for it. */
  private outer(a: Node, base: number, gap = ""): void {
    this.inner.push(a);
    this.print(partOf(a, base));
    if (this.inner.length === 0) return;
    if (gap) this.with(gap, partOf(a, 1));
    else this.place(a);
    this.inner.pop();
  }

  private with(gap: string, a: Node): void {
    this.write(gap);
    this.print(a);
  }

  private alone(inner: Node[], print: () => void): void {
    const held = this.inner;
    this.inner = inner;
    print();
    this.inner = held;
  }

  /** Writes an outer type in its place. */
  private place(a: Node): void {
    switch (a.kind) {
      case "typed":
      case "value-param":
      case "concept-param":
        this.print(partOf(a, 0));
        return;
      case "pack-param": {
        this.write("...");
        const declared = partOf(a, 0);
        if (declared.kind === "value-param") this.print(partOf(declared, 0));
        return;
      }
      case "qualified-type":
        this.with(" ", partOf(a, 1));
        return;
      case "method":
        if (a.kids[1]) this.with(" ", a.kids[1]);
        if (a.text) this.write(` ${a.text}`);
        return;
      case "pointer":
      case "complex":
        this.write(a.text);
        return;
      case "vendor":
        this.with(" ", partOf(a, 0));
        return;
      case "member":
        if (this.last !== "(") this.write(" ");
        this.print(partOf(a, 0));
        this.write("::*");
        return;
      case "vector":
        this.write(" __vector(");
        this.print(partOf(a, 0));
        this.write(")");
        return;
      case "array":
        this.dimension(a);
        return;
      case "function":
        this.parameters(a);
        return;
      default:
        this.print(a);
    }
  }

  /** Writes all outer types, the last first. @param held takes the qualifiers of methods instead */
  private allInner(held?: Node[]): void {
    for (let a = this.inner.pop(); a; a = this.inner.pop()) {
      if (held && a.kind === "method") held.push(a);
      else this.place(a);
    }
  }

  private template(a: Node): void {
    this.alone([], () => {
      this.print(partOf(a, 0));
      if (!this.writesArguments) return;
      if (this.last === "<") this.write(" ");
      this.write("<");
      this.list(partsOf(a, 1).filter((arg) => !this.isEmpty(arg)));
      if (this.last === ">") this.write(" ");
      this.write(">");
    });
  }

  private dimension(a: Node): void {
    let gap = " ";
    for (let outer = this.inner.at(-1); outer; outer = this.inner.at(-1)) {
      const array = outer.kind === "qualified-type" ? partOf(outer, 0) : outer;
      if (array.kind === "array") {
        if (array === outer) gap = "";
        this.inner.pop();
        this.place(outer);
      } else {
        this.write(" (");
        this.allInner();
        this.write(")");
      }
    }
    this.write(`${gap}[`);
    this.print(partOf(a, 0));
    this.write("]");
  }

  private functionType(a: Node): void {
    const result = a.num === 0 ? a.kids[0] : undefined;
    if (result) {
      this.inner.push(a);
      this.print(result);
      if (this.inner.length === 0) return;
      this.inner.pop();
      this.write(" ");
    }
    this.parameters(a);
  }

  private parameters(a: Node): void {
    const outer = this.inner.findLast((i) => i.kind === "pointer" || AROUND.has(i.kind));
    if (outer) {
      const gap = AROUND.has(outer.kind) || (this.last !== "(" && this.last !== "*");
      if (gap && this.last !== " ") this.write(" ");
      this.write("(");
    }
    const held: Node[] = [];
    this.allInner(held);
    if (outer) this.write(")");
    this.write("(");
    if (a.num === 0 || this.writesEnclosing) {
      this.list(partsOf(a, 1).filter((param) => !this.isEmpty(param)));
    }
    this.write(")");
    this.inner = held;
    this.allInner();
  }
}
