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
 * A name as Rust mangles it (v0).
 * @param text the name behind `_R`
 * @param withArguments whether the arguments of generics are written
 * @throws NotMangled where it is none
 */
export function demangleRust(text: string, withArguments: boolean): string {
  const dot = text.indexOf(".");
  return new Rust(dot < 0 ? text : text.slice(0, dot), withArguments).symbol();
}

class Rust {
  private readonly in: MangledText;
  /** how many `for<…>` around this place have named */
  private lifetimes = 0;
  private isUnwritten = false;

  constructor(
    text: string,
    private readonly withArguments: boolean,
  ) {
    this.in = new MangledText(text);
  }

  symbol(): string {
    if (/\d/.test(this.in.next)) throw new NotMangled();
    const name = this.path(true);
    // The crate that asked for the instance.
    if (this.in.next !== "") this.unwritten(() => this.path(false));
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
        this.unwritten(() => {
          this.disambiguator();
          this.path(false);
        });
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
        const args: string[] = [];
        const read = () => {
          while (!this.in.take("E")) args.push(this.argument());
        };
        if (this.withArguments) read();
        else this.unwritten(read);
        const list = this.withArguments ? args.join(", ") : "";
        return isValue ? `${path}::<${list}>` : `${path}<${list}>`;
      }
      case "B":
        return this.back(() => this.path(isValue), "");
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
    // As pprof reads it: 00 is one number, none is 0.
    const length = /^\D/.test(this.in.next) ? 0 : this.in.number();
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

  private argument(): string {
    if (this.in.take("L")) return this.lifetime(this.base62());
    return this.in.take("K") ? this.constant() : this.type();
  }

  /** The name of a lifetime, counted from the innermost `for<…>` outwards; 0 is erased. */
  private lifetime(index: number): string {
    if (index === 0) return "'_";
    const depth = this.lifetimes - index;
    if (depth < 0) throw new NotMangled();
    return depth < 26 ? `'${String.fromCharCode(97 + depth)}` : `'z${depth - 25}`;
  }

  /** `for<'a, 'b> `; the lifetimes are those of what `read` reads. */
  private bound(read: (binder: string) => string): string {
    const held = this.lifetimes;
    const names: string[] = [];
    if (this.in.take("G")) {
      const count = this.base62() + 1;
      if (count >= this.in.text.length - this.in.at - held) throw new NotMangled();
      for (let i = 0; i < count; i++) {
        this.lifetimes++;
        names.push(this.lifetime(1));
      }
    }
    const out = read(names.length > 0 ? `for<${names.join(", ")}> ` : "");
    this.lifetimes = held;
    return out;
  }

  private constant(): string {
    if (this.in.take("B")) return this.back(() => this.constant(), "");
    if (this.in.take("p")) return "_";
    const type = this.in.char();
    if (!/[abchijlmnostxy]/.test(type)) throw new NotMangled();
    const sign = /[aslxni]/.test(type) && this.in.take("n") ? "-" : "";
    let digits = "";
    for (let c = this.in.char(); c !== "_"; c = this.in.char()) digits += c;
    if (!/^(?:0|[1-9a-f][0-9a-f]*)$/.test(digits)) throw new NotMangled();
    if (type === "b") return truth(digits);
    if (type === "c") return character(digits);
    return sign + (digits.length > 16 ? `0x${digits}` : `${BigInt(`0x${digits}`)}`);
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
        return `&${this.ofReference()}${kind === "Q" ? "mut " : ""}${this.type()}`;
      case "P":
        return `*const ${this.type()}`;
      case "O":
        return `*mut ${this.type()}`;
      case "F":
        return this.bound((binder) => binder + this.functionType());
      case "D": {
        const traits = this.bound((binder) => binder + this.traits());
        this.in.expect("L");
        const lifetime = this.base62();
        return `dyn ${traits}${lifetime > 0 ? ` + ${this.lifetime(lifetime)}` : ""}`;
      }
      case "B":
        return this.back(() => this.type(), "");
      default:
        throw new NotMangled();
    }
  }

  private functionType(): string {
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

  private ofReference(): string {
    const lifetime = this.in.take("L") ? this.base62() : 0;
    return lifetime > 0 ? `${this.lifetime(lifetime)} ` : "";
  }

  private traits(): string {
    const traits: string[] = [];
    while (!this.in.take("E")) {
      const isGeneric = this.beginsGeneric();
      const path = this.path(false);
      let bindings = "";
      while (this.in.take("p")) {
        const { name } = this.identifier();
        const binding = `${name} = ${this.type()}`;
        bindings += isGeneric || bindings !== "" ? `, ${binding}` : binding;
      }
      if (bindings === "") traits.push(path);
      else traits.push(`${isGeneric ? path.slice(0, -1) : `${path}<`}${bindings}>`);
    }
    return traits.join(" + ");
  }

  /** Whether a path with arguments stands here. */
  private beginsGeneric(): boolean {
    if (this.in.next !== "B") return this.in.next === "I";
    const { at } = this.in;
    this.in.at++;
    const is = this.back(() => this.in.within(() => this.beginsGeneric()), false);
    this.in.at = at;
    return is;
  }

  /** Reads what is not written: what that refers to is not looked at. */
  private unwritten(read: () => void): void {
    const held = this.isUnwritten;
    this.isUnwritten = true;
    read();
    this.isUnwritten = held;
  }

  /** Reads what stands at an earlier place. */
  private back<T>(read: () => T, unwritten: T): T {
    const here = this.in.at - 1;
    const to = this.base62();
    if (this.isUnwritten) return unwritten;
    if (to >= here) throw new NotMangled();
    const next = this.in.at;
    this.in.at = to;
    const out = this.in.before(here, read);
    this.in.at = next;
    return out;
  }
}

function truth(digits: string): string {
  if (digits !== "0" && digits !== "1") throw new NotMangled();
  return digits === "1" ? "true" : "false";
}

const WRITTEN: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  13: "\\r",
  39: "\\'",
  92: "\\\\",
};

function character(digits: string): string {
  if (digits.length > 6) throw new NotMangled();
  const code = Number.parseInt(digits, 16);
  const plain = code >= 32 && code <= 126 ? String.fromCharCode(code) : `\\u{${digits}}`;
  return `'${WRITTEN[code] ?? plain}'`;
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
