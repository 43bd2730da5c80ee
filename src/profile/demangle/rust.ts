import { MangledText, NotMangled } from "./mangled-text.js";

const TYPES: Readonly<Record<string, string>> = {
  a: "i8",
  b: "bool",
  c: "char",
  d: "f64",
  e: "str",
  f: "f32",
  h: "u8",
  i: "isize",
  j: "usize",
  l: "i32",
  m: "u32",
  n: "i128",
  o: "u128",
  p: "_",
  s: "i16",
  t: "u16",
  u: "()",
  v: "...",
  x: "i64",
  y: "u64",
  z: "!",
};

/**
 * A name as Rust mangles it (v0), without the arguments of generics.
 * @param text the name behind `_R`
 * @throws NotMangled where it is none
 */
export function demangleRust(text: string): string {
  const dot = text.indexOf(".");
  return new Rust(dot < 0 ? text : text.slice(0, dot)).symbol();
}

class Rust {
  private readonly in: MangledText;

  constructor(text: string) {
    this.in = new MangledText(text);
  }

  symbol(): string {
    if (/\d/.test(this.in.next)) throw new NotMangled();
    const name = this.path(true);
    // The crate that asked for the instance.
    if (this.in.next !== "") this.path(false);
    if (this.in.next !== "") throw new NotMangled();
    return name;
  }

  private path(isValue: boolean): string {
    return this.in.within(() => this.in.bounded(this.pathBy(this.in.char(), isValue)));
  }

  private pathBy(kind: string, isValue: boolean): string {
    switch (kind) {
      case "C":
        return this.identifier().name;
      case "M":
      case "X": {
        this.disambiguator();
        this.path(false);
        const type = this.type();
        return kind === "M" ? `<${type}>` : `<${type} as ${this.path(false)}>`;
      }
      case "Y": {
        const type = this.type();
        return `<${type} as ${this.path(false)}>`;
      }
      case "N":
        return this.member(isValue);
      case "I": {
        const path = this.path(isValue);
        while (!this.in.take("E")) this.argument();
        return isValue ? `${path}::<>` : `${path}<>`;
      }
      case "B":
        return this.back(() => this.path(isValue));
      default:
        throw new NotMangled();
    }
  }

  private member(isValue: boolean): string {
    const space = this.in.char();
    if (!/[A-Za-z]/.test(space)) throw new NotMangled();
    const path = this.path(isValue);
    const { name, number } = this.identifier();
    if (/[a-z]/.test(space)) return `${path}::${name}`;
    const what = space === "C" ? "closure" : space === "S" ? "shim" : space;
    return `${path}::{${what}${name ? `:${name}` : ""}#${number}}`;
  }

  private identifier(): { name: string; number: number } {
    const number = this.disambiguator();
    const coded = this.in.take("u");
    const length = this.in.number();
    this.in.take("_");
    const name = length === 0 ? "" : this.in.run(length);
    if (!/^\w*$/.test(name)) throw new NotMangled();
    return { name: coded ? unpunycoded(name) : name, number };
  }

  private disambiguator(): number {
    return this.in.take("s") ? this.base62() + 1 : 0;
  }

  private base62(): number {
    let value = 0;
    if (this.in.take("_")) return 0;
    for (let c = this.in.char(); c !== "_"; c = this.in.char()) {
      const digit = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(c);
      if (digit < 0 || value > 2 ** 70) throw new NotMangled();
      value = value * 62 + digit;
    }
    return value + 1;
  }

  private argument(): void {
    if (this.in.take("L")) this.base62();
    else if (this.in.take("K")) this.constant();
    else this.type();
  }

  private constant(): string {
    if (this.in.take("B")) return this.back(() => this.constant());
    if (this.in.take("p")) return "_";
    const type = this.in.char();
    if (!/[abchijlmnostxy]/.test(type)) throw new NotMangled();
    const sign = this.in.take("n") ? "-" : "";
    let digits = "";
    for (let c = this.in.char(); c !== "_"; c = this.in.char()) digits += c;
    if (!/^[0-9a-f]*$/.test(digits)) throw new NotMangled();
    return `${sign}${BigInt(`0x${digits || "0"}`)}`;
  }

  private type(): string {
    return this.in.within(() => {
      const { next } = this.in;
      const known = TYPES[next];
      if (known) {
        this.in.at++;
        return known;
      }
      if (/[CMXYNI]/.test(next)) return this.path(false);
      this.in.at++;
      return this.in.bounded(this.typeBy(next));
    });
  }

  private typeBy(kind: string): string {
    switch (kind) {
      case "A": {
        const of = this.type();
        return `[${of}; ${this.constant()}]`;
      }
      case "S":
        return `[${this.type()}]`;
      case "T": {
        const parts: string[] = [];
        while (!this.in.take("E")) parts.push(this.type());
        return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(", ")})`;
      }
      case "R":
      case "Q":
        if (this.in.take("L")) this.base62();
        return `&${kind === "Q" ? "mut " : ""}${this.type()}`;
      case "P":
        return `*const ${this.type()}`;
      case "O":
        return `*mut ${this.type()}`;
      case "F":
        return this.functionType();
      case "D":
        return this.dynamic();
      case "B":
        return this.back(() => this.type());
      default:
        throw new NotMangled();
    }
  }

  private functionType(): string {
    if (this.in.take("G")) this.base62();
    const unsafe = this.in.take("U") ? "unsafe " : "";
    let abi = "";
    if (this.in.take("K")) {
      abi = this.in.take("C")
        ? 'extern "C" '
        : `extern "${this.identifier().name.replaceAll("_", "-")}" `;
    }
    const params: string[] = [];
    while (!this.in.take("E")) params.push(this.type());
    const result = this.type();
    return `${unsafe}${abi}fn(${params.join(", ")})${result === "()" ? "" : ` -> ${result}`}`;
  }

  private dynamic(): string {
    if (this.in.take("G")) this.base62();
    const traits: string[] = [];
    while (!this.in.take("E")) {
      let path = this.path(false);
      const bindings: string[] = [];
      while (this.in.take("p")) {
        const { name } = this.identifier();
        bindings.push(`${name} = ${this.type()}`);
      }
      if (bindings.length > 0) {
        path = path.endsWith("<>")
          ? `${path.slice(0, -1)}${bindings.join(", ")}>`
          : `${path}<${bindings.join(", ")}>`;
      }
      traits.push(path);
    }
    this.in.expect("L");
    this.base62();
    return `dyn ${traits.join(" + ")}`;
  }

  /** Reads what stands at an earlier place. */
  private back<T>(read: () => T): T {
    const here = this.in.at - 1;
    const to = this.base62();
    if (to >= here) throw new NotMangled();
    const next = this.in.at;
    this.in.at = to;
    const out = read();
    this.in.at = next;
    return out;
  }
}

/** Punycode as Rust writes it: `_` before the deltas. */
function unpunycoded(text: string): string {
  const split = text.lastIndexOf("_");
  const out = [...(split < 0 ? "" : text.slice(0, split))];
  let [n, i, bias, first] = [128, 0, 72, true];
  let at = split + 1;
  while (at < text.length) {
    const before = i;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(text[at++] ?? "");
      if (digit < 0 || weight > 2 ** 32) throw new NotMangled();
      i += digit * weight;
      const t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < t) break;
      weight *= 36 - t;
    }
    let delta = Math.floor((i - before) / (first ? 700 : 2));
    delta += Math.floor(delta / (out.length + 1));
    first = false;
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    bias = k + Math.floor((36 * delta) / (delta + 38));
    n += Math.floor(i / (out.length + 1));
    i %= out.length + 1;
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) throw new NotMangled();
    out.splice(i++, 0, String.fromCodePoint(n));
  }
  return out.join("");
}
