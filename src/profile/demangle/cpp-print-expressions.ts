import { type Node, partOf, partsOf } from "./cpp-node.js";
import { FLOATS, SUFFIXES } from "./cpp-words.js";
import { type MangledText, NotMangled } from "./mangled-text.js";

/** What is written of a name: see `NameStyle`. */
export interface Written {
  /** arguments of templates */
  readonly templateArguments: boolean;
  /** parameters of functions that something is inside of */
  readonly enclosing: boolean;
}

/** Writes names and expressions; types, which wrap around each other, are written by its heir. */
export abstract class CppExpressionPrinter {
  protected readonly writesArguments: boolean;
  protected readonly writesEnclosing: boolean;
  protected last = "";
  private out: string[] = [];
  private length = 0;

  constructor(
    private readonly budget: MangledText,
    written: Written,
  ) {
    this.writesArguments = written.templateArguments;
    this.writesEnclosing = written.enclosing;
  }

  protected abstract print(a: Node): void;

  printed(a: Node): string {
    this.print(a);
    return this.out.join("");
  }

  protected spend(): void {
    this.budget.spend();
  }

  protected write(text: string): void {
    if (text === "") return;
    this.length += text.length;
    this.budget.limit(this.length);
    this.out.push(text);
    this.last = text.slice(-1);
  }

  protected list(parts: readonly Node[]): void {
    parts.forEach((part, i) => {
      if (i > 0) this.write(", ");
      this.print(part);
    });
  }

  /** Whether a pack left nothing to write. */
  protected isEmpty(a: Node): boolean {
    this.spend();
    if (a.kind === "pack") return partsOf(a).every((part) => this.isEmpty(part));
    if (a.kind === "list") return a.kids.length === 0;
    return a.kind === "expansion" && a.of !== null && this.isEmpty(partOf(a, 0));
  }

  /** Several texts and parts, one after the other. */
  private row(...parts: readonly (string | Node | undefined)[]): void {
    for (const part of parts) {
      if (typeof part === "string") this.write(part);
      else if (part) this.print(part);
    }
  }

  protected expression(a: Node) {
    const [first, second] = a.kids;
    switch (a.kind) {
      case "name":
      case "builtin":
      case "count":
        return this.write(a.text);
      case "qualified":
        return this.row(first, "::", second);
      case "auto":
        return this.write(`auto:${a.num + 1}`);
      case "marked":
      case "constructor":
        return this.print(partOf(a, 0));
      case "qualifiers":
        return a.kids.forEach((qualifier, i) => {
          this.row(i > 0 ? " " : "", qualifier);
        });
      case "qualifier": {
        this.write(a.text);
        if (a.kids.length === 0) return;
        const parts = partsOf(a).filter((e) => e.kind !== "list" || e.kids.length > 0);
        this.write("(");
        this.list(parts);
        return this.write(")");
      }
      case "transformed":
        return this.row(a.text, "(", first, ")");
      case "function-param":
        return this.write(a.num === 0 ? "this" : `{parm#${a.num}}`);
      case "fixed": {
        const base = partOf(a, 0);
        const plain = base.kind === "builtin" && base.text === "int";
        return this.row(a.num ? "_Sat " : "", plain ? "" : first, plain ? "" : " ", a.text);
      }
      case "bit-int":
        return this.row(`${a.text}_BitInt(`, first, ")");
      case "elaborated":
        return this.row(a.text, " ", first);
      case "decltype":
        return this.row("decltype (", first, ")");
      case "operator":
        return this.write(`operator${/^[a-z]/.test(a.text) ? " " : ""}${a.text.replace(/ $/, "")}`);
      case "destructor":
        return this.row("~", first);
      case "tagged":
        return this.row(first, "[abi:", second, "]");
      case "expansion":
        if (a.of) return this.print(partOf(a, 0));
        this.bracketed(partOf(a, 0));
        return this.write("...");
      case "pack":
      case "list":
        return this.list(partsOf(a));
      case "sizeof-args":
        return this.write(`${partsOf(a).reduce((sum, arg) => sum + sizeOf(arg), 0)}`);
      case "template-param":
        this.write("template<");
        this.list(partsOf(a, 2));
        this.row("> typename ", first);
        if (second) this.row(" requires ", second);
        return;
      case "special":
        return this.row(a.text, first, second ? "-in-" : "", second);
      case "clone":
        return this.row(first, ` [clone ${a.text}]`);
      case "enable-if":
        this.row(first, " [enable_if:");
        this.list(partsOf(a, 1));
        return this.write("]");
      case "module":
        return this.row(first, a.num ? ":" : first ? "." : "", second);
      case "of-module":
        return this.row(first, "@", second);
      case "friend":
        return this.row("friend ", first);
      case "constraint":
        return this.row(first, " requires ", second);
      case "this-param":
        return this.row("this ", first);
      case "default-arg":
        return this.row(`{default arg#${a.num + 1}}::`, first);
      case "closure":
        this.write("{lambda");
        this.signature(a);
        return this.write(`#${a.num + 1}}`);
      case "lambda":
        this.write("[]");
        this.signature(partOf(a, 0));
        return this.write("{...}");
      case "unnamed":
        return this.write(`{unnamed type#${a.num + 1}}`);
      default:
        return this.operation(a);
    }
  }

  /** What is computed, as template arguments and requirements may be. */
  private operation(a: Node) {
    const [first, second, third] = a.kids;
    switch (a.kind) {
      case "cast":
        return this.row("operator ", first);
      case "nullary":
        return this.written(partOf(a, 0));
      case "unary":
        return this.unary(a);
      case "binary":
        return this.binary(a);
      case "trinary":
        return this.trinary(a);
      case "fold":
        return this.fold(a);
      case "subobject":
        return this.row(second, ".<", first, ` at offset ${a.num}>`);
      case "member-cast":
        return this.row("(", first, ")(", second, ")");
      case "new":
        this.write("new ");
        if (first) {
          this.bracketed(first);
          this.write(" ");
        }
        this.print(partOf(a, 1));
        if (third) this.bracketed(third);
        return;
      case "literal":
        return this.literal(a);
      case "string":
        return this.row('"<', first, '>"');
      case "initial":
        return this.row(first, a.text || "{", second, a.text === "[" ? "]" : "}");
      case "requires":
        return this.requires(a);
      case "requirement":
        return this.requirement(a);
      default:
        throw new NotMangled();
    }
  }

  private signature(a: Node): void {
    const [, types, first, second] = a.kids;
    const templates = partOf(a, 0);
    if (templates.kids.length > 0) this.row("<", templates, ">");
    if (first) this.row(" requires ", first, " ");
    this.row("(", types, ")");
    if (second) this.row(" requires ", second);
  }

  /** In brackets, except where it is one word. */
  private bracketed(a: Node): void {
    const bare =
      /^(?:name|initial|function-param)$/.test(a.kind) || (a.kind === "qualified" && a.num === 0);
    if (bare) this.print(a);
    else this.row("(", a, ")");
  }

  /** An operator as it stands in an expression. */
  private written(operator: Node): void {
    if (operator.kind === "operator") this.write(operator.text);
    else this.print(operator);
  }

  private unary(a: Node) {
    const op = partOf(a, 0);
    const operand = partOf(a, 1);
    const name = op.kind === "operator" ? op.text : undefined;
    const isFunction =
      name === "&" && operand.kind === "typed" && partOf(operand, 1).kind === "function";
    const of = isFunction ? partOf(operand, 0) : operand;
    if (a.text === "suffix") this.bracketed(of);
    if (op.kind === "cast") this.row("(", op.kids[0], ")");
    else this.written(op);
    if (a.text === "suffix") return;
    if (name === "::") this.print(of);
    else if (a.text === "sizeof") this.row("(", of, ")");
    else this.bracketed(of);
  }

  private binary(a: Node) {
    const op = partOf(a, 0);
    const left = partOf(a, 1);
    const right = partOf(a, 2);
    const name = op.kind === "operator" ? op.text : "";
    if (name.includes("cast")) return this.row(name, "<", left, ">(", right, ")");
    if (isInitializer(a)) {
      this.row(name === "=" ? "." : "[", left, name === "=" ? "" : "]");
      return this.initialValue(right);
    }
    const isOuter = name === ">" || name === ">>";
    if (isOuter) this.write("(");
    this.operand(left, name);
    if (name === "[]") return this.row("[", right, "]");
    if (name !== "()") this.written(op);
    this.bracketed(right);
    if (isOuter) this.write(")");
  }

  /** What is called is written without its parameters, except where it has a result. */
  private operand(left: Node, name: string) {
    if (name !== "()" || left.kind !== "typed") return this.bracketed(left);
    const type = partOf(left, 1);
    if (type.kind === "function" && type.kids[0]) this.print(left);
    else this.bracketed(partOf(left, 0));
  }

  private initialValue(a: Node) {
    if (isInitializer(a)) return this.print(a);
    this.write("=");
    this.bracketed(a);
  }

  private trinary(a: Node) {
    const first = partOf(a, 1);
    const second = partOf(a, 2);
    const third = partOf(a, 3);
    if (isInitializer(a)) {
      this.row("[", first, " ... ", second, "]");
      return this.initialValue(third);
    }
    this.bracketed(first);
    this.write("?");
    this.bracketed(second);
    this.write(" : ");
    this.bracketed(third);
  }

  private fold(a: Node) {
    const op = partOf(a, 0);
    const first = partOf(a, 1);
    const second = a.kids[2];
    this.write("(");
    if (!second && a.num) this.write("...");
    else this.bracketed(first);
    this.written(op);
    if (second) this.write("...");
    if (second) this.written(op);
    if (second) this.bracketed(second);
    else if (a.num) this.bracketed(first);
    else this.write("...");
    this.write(")");
  }

  private literal(a: Node) {
    const type = partOf(a, 0);
    const name = type.kind === "builtin" ? type.text : "";
    const sign = a.num ? "-" : "";
    if (Object.hasOwn(SUFFIXES, name)) return this.write(`${sign}${a.text}${SUFFIXES[name]}`);
    if (name === "bool" && !sign && /^[01]$/.test(a.text)) {
      return this.write(a.text === "1" ? "true" : "false");
    }
    if (name === "decltype(nullptr)" && /^0?$/.test(a.text)) return this.print(type);
    const value = `${sign}${a.text}`;
    this.row("(", type, ")", FLOATS.has(name) ? `[${value}]` : value);
  }

  private requires(a: Node): void {
    const [params, ...requirements] = partsOf(a);
    this.write("requires");
    if (params.kids.length > 0) this.row(" (", params, ")");
    this.row(" {", ...requirements, " }");
  }

  private requirement(a: Node) {
    const [of, type] = a.kids;
    if (a.text === "typename" || a.text === "requires") {
      return this.row(` ${a.text} `, of, ";");
    }
    const braced = a.text === "noexcept" || type !== undefined;
    this.row(braced ? " {" : " ", of, braced ? "}" : "", a.text === "noexcept" ? " noexcept" : "");
    if (type) this.row(" -> ", type);
    this.write(";");
  }
}

/** How many an argument of `sizeof...` is. */
function sizeOf(a: Node): number {
  return a.kind === "pack" || a.kind === "list" ? a.kids.length : 1;
}

/** `.field = value` and `[index] = value`. */
function isInitializer(a: Node): boolean {
  const op = a.kids[0];
  if (op?.kind !== "operator") return false;
  if (a.kind === "trinary") return op.text === "[...]=";
  if (a.kind !== "binary") return false;
  return op.text === "]=" || (op.text === "=" && partOf(a, 1).kind !== "literal");
}
