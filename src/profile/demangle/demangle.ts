import { memo } from "../../lib/memo.js";
import type { Profile } from "../profile.js";
import { StringTable } from "../string-table.js";
import { demangleCpp, demangleGlobal } from "./cpp.js";
import { NotMangled } from "./mangled-text.js";
import type { NameStyle } from "./name-style.js";
import { demangleRust } from "./rust.js";

/**
 * The name of a function as `go tool pprof` shows it: what C++ and Rust compilers wrote is
 * demangled; parameters and arguments of templates are taken off what was demangled before, too
 * (`demangleSingleFunction`, internal/symbolizer).
 */
export function shownName(name: string, style: NameStyle = "name"): string {
  if (style === "none") return name;
  const plain = demangled(name, style);
  if (plain !== undefined && plain !== name) return plain;
  // macOS puts one more _ before each name.
  const bare = name.startsWith("_") ? demangled(name.slice(1), style) : undefined;
  if (bare !== undefined && bare !== name.slice(1)) return bare;
  if (style === "full" || !looksLikeCpp(name)) return name;
  const short = withoutMatching(name, "(", ")");
  return style === "templates" ? short : withoutMatching(short, "<", ">");
}

/** The demangled name; undefined where it is none of C++ or Rust. */
export function demangled(name: string, style: NameStyle = "name"): string | undefined {
  if (name.length > 8192 || !name.startsWith("_")) return undefined;
  try {
    if (name.startsWith("_R")) return demangleRust(name.slice(2), style !== "name");
    if (name.startsWith("_ZN")) {
      const old = oldRust(name);
      if (old !== undefined) return old;
    }
    if (name.startsWith("_Z")) return demangleCpp(name.slice(2), style);
    if (name.startsWith("_GLOBAL_")) return demangleGlobal(name.slice(8), style);
    return name.startsWith("___Z") ? demangleBlock(name, style) : undefined;
  } catch (error) {
    if (error instanceof NotMangled) return undefined;
    throw error;
  }
}

/** A block of Objective-C, or of C with blocks. */
function demangleBlock(name: string, style: NameStyle): string | undefined {
  const block = name.lastIndexOf("_block_invoke");
  if (block < 0 || !/^_block_invoke_?\d*(?:\.|$)/.test(name.slice(block))) return undefined;
  return `invocation function for block in ${demangleCpp(name.slice(4, block), style)}`;
}

function looksLikeCpp(name: string): boolean {
  // Java's constructors, and methods of Go's generic types.
  if (name.includes(".<") || name.includes("]).")) return false;
  return /[<>[\]]/.test(name) || name.includes("::");
}

/** The name without what stands in brackets; from where they do not match on as it is. */
function withoutMatching(name: string, open: string, close: string): string {
  let text = name;
  let depth = 0;
  let first = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) {
      if (++depth === 1) first = at;
    } else if (text[at] === close) {
      if (--depth < 0) return text;
      if (depth > 0) continue;
      text = text.slice(0, first) + text.slice(at + 1);
      at = first - 1;
    }
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  SP: "@",
  BP: "*",
  RF: "&",
  LT: "<",
  GT: ">",
  LP: "(",
  RP: ")",
  C: ",",
};

/** Rust's older names: C++'s nested names with a hash at the end. */
function oldRust(name: string): string | undefined {
  const dot = name.lastIndexOf("E.");
  const found = /^_ZN(.*)17h([0-9a-f]{16})E$/s.exec(dot > 0 ? name.slice(0, dot + 1) : name);
  if (!found || new Set(found[2]).size < 5) return undefined;
  const parts: string[] = [];
  let rest = found[1];
  while (rest !== "") {
    const length = /^(\d{1,9})(_?)/.exec(rest);
    if (!length) return undefined;
    const size = Number(length[1]) - length[2].length;
    const part = rest.slice(length[0].length, length[0].length + size);
    if (part.length < size) return undefined;
    rest = rest.slice(length[0].length + size);
    parts.push(
      part
        .replace(/^_\$/, "$")
        .replace(/\.\.|\$(?:(SP|BP|RF|LT|GT|LP|RP|C)|u([2-7][0-9a-f]))\$/g, (all, word, hex) =>
          all === ".."
            ? "::"
            : word
              ? ESCAPES[word]
              : String.fromCharCode(Number.parseInt(hex, 16)),
        ),
    );
  }
  return parts.length > 0 ? parts.join("::") : undefined;
}

const profilesBy: Readonly<Record<NameStyle, (profile: Profile) => Profile>> = {
  name: memo((profile) => renamed(profile, "name")),
  templates: memo((profile) => renamed(profile, "templates")),
  full: memo((profile) => renamed(profile, "full")),
  none: (profile) => profile,
};

/**
 * The profile with the names that are shown. A function that has a name beside the compiler's
 * keeps it; samples, locations and functions stay one for one.
 */
export function withShownNames(profile: Profile, style: NameStyle): Profile {
  return profilesBy[style](profile);
}

function renamed(profile: Profile, style: NameStyle): Profile {
  const { functions, strings } = profile;
  const name = functions.name.slice();
  const more: string[] = [];
  const made = new Map<number, number>();
  for (let f = 0; f < functions.count; f++) {
    const own = functions.name[f];
    const system = functions.systemName[f];
    if (own !== 0 && own !== system && strings.get(own) !== strings.get(system)) continue;
    let index = made.get(system);
    if (index === undefined) {
      const text = strings.get(system);
      const next = shownName(text, style);
      index = next === text ? system : strings.length + more.push(next) - 1;
      made.set(system, index);
    }
    name[f] = index;
  }
  return more.length === 0
    ? profile
    : {
        ...profile,
        strings: StringTable.extended(strings, more),
        functions: { ...functions, name },
      };
}
