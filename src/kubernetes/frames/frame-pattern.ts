import { memo, TextMemo } from "../../lib/memo.js";
import { canonicalName, packageOf } from "../../profile/function-name.js";

/**
 * Patterns of function names, as rules have them.
 *
 *     etcd3.(*store).List                the function, its closures and method values, in any package
 *                                        whose path ends in `etcd3`
 *     endpoints.(*APIInstaller).*!       the functions themselves: none of their closures counts
 *     storage/etcd3.(*store).List        the same where the path ends in `storage/etcd3`
 *     handlers.limitedReadBody*          every function whose name begins so
 *     zapcore.*                          every function of the package
 *     kube-openapi/...                   every function of every package below that folder
 *     /log.*                             every function of the package whose whole path is `log`
 *     *.DeepCopyInto                     the function or method of that name in any package
 *
 * Vendoring, module versions and type arguments of the name do not count. A closure belongs to the
 * function that made it. Since Go 1.21 its name begins with the functions into which that one was
 * inlined: `(*APIInstaller).registerResourceHandlers.restfulListResource.func6` was made by
 * `restfulListResource`, and registerResourceHandlers is not on the stack when it runs.
 */
export type FramePattern = string;

/** Longer names are judged by their beginning: no Go function needs more. */
const MAX_NAME = 1024;

/** A function's name in parts: `k8s.io/apiserver/pkg/storage/etcd3` and `(*store).List`. */
export interface FrameName {
  readonly package: string;
  readonly func: string;
  /** of a closure the function that made it, undefined for what is no closure */
  readonly maker?: string;
}

/** Snapshots of one program have the same names, and a profile is asked for them more than once. */
const parts = new TextMemo(partsOf, 1 << 15);

/** The parts of a name, without vendoring, versions and type arguments. */
export function frameName(name: string): FrameName {
  return parts.of(name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name);
}

function partsOf(name: string): FrameName {
  const bare = canonicalName(withoutVendor(name));
  const path = packageOf(bare);
  const func = withoutTypeArguments(bare.slice(path ? path.length + 1 : 0));
  const maker = makerOf(func);
  return maker === undefined ? { package: path, func } : { package: path, func, maker };
}

/** `func1`, `gowrap2`, `deferwrap1`, and the numbers of closures within closures. */
const CLOSURE_PART = /^(?:func|gowrap|deferwrap)?\d+$/;

/**
 * The function that made a closure: the last part of its name that is no closure's, with its
 * receiver; undefined for a function that is no closure.
 */
function makerOf(func: string): string | undefined {
  const dash = func.search(/-(?:fm|range\d+)$/);
  const parts = (dash < 0 ? func : func.slice(0, dash)).split(".");
  let end = parts.length;
  while (end > 1 && CLOSURE_PART.test(parts[end - 1])) end--;
  if (end === parts.length && dash < 0) return undefined;
  const last = parts[end - 1];
  const receiver = parts[end - 2];
  return receiver?.startsWith("(") ? `${receiver}.${last}` : last;
}

/** Cuts what stands before the package's own path, as canonicalName does with more care. */
function withoutVendor(name: string): string {
  const vendor = name.lastIndexOf("/vendor/");
  if (vendor < 0) return name;
  const path = name.search(/[[\],*( ]/);
  return path < 0 || vendor < path ? name.slice(vendor + 8) : name;
}

/** The parts of all names of a table, taken apart once. */
export const frameNames = memo((names: readonly string[]): readonly FrameName[] =>
  names.map(frameName),
);

/** Drops `[...]`, `[go.shape.int]` and the like, nested ones too. */
function withoutTypeArguments(func: string): string {
  if (!func.includes("[")) return func;
  let out = "";
  let depth = 0;
  for (const char of func) {
    if (char === "[") depth++;
    else if (char === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0) out += char;
  }
  return out;
}

type FuncTest =
  | { readonly is: "all" }
  | { readonly is: "prefix"; readonly text: string }
  | { readonly is: "func"; readonly text: string }
  | { readonly is: "method"; readonly text: string };

interface Compiled {
  readonly id: number;
  readonly package: { readonly is: "any" | "whole" | "tail" | "below"; readonly text: string };
  readonly func: FuncTest;
  /** closures of the function do not count */
  readonly only: boolean;
}

function compile(given: FramePattern, id: number): Compiled {
  const only = given.endsWith("!");
  const pattern = only ? given.slice(0, -1) : given;
  if (pattern.endsWith("/...")) {
    const text = pattern.slice(0, -4);
    return { id, package: { is: "below", text: `/${text}/` }, func: { is: "all" }, only };
  }
  const dot = pattern.indexOf(".", pattern.lastIndexOf("/") + 1);
  if (dot < 0) throw new Error(`a frame pattern without a function: ${pattern}`);
  const path = pattern.slice(0, dot);
  const func = pattern.slice(dot + 1);
  const anywhere = path === "*";
  const whole = path.startsWith("/");
  return {
    id,
    package: whole
      ? { is: "whole", text: path.slice(1) }
      : { is: anywhere ? "any" : "tail", text: path },
    func:
      func === "*"
        ? { is: "all" }
        : func.endsWith("*")
          ? { is: "prefix", text: func.slice(0, -1) }
          : { is: anywhere ? "method" : "func", text: func },
    only,
  };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** @param fenced the path between slashes */
function packageFits(path: string, fenced: string, test: Compiled["package"]): boolean {
  if (test.is === "any") return true;
  if (test.is === "whole") return path === test.text;
  if (test.is === "below") return fenced.includes(test.text);
  const before = path.length - test.text.length;
  return path.endsWith(test.text) && (before === 0 || path[before - 1] === "/");
}

function nameFits({ func, maker }: FrameName, { func: test, only }: Compiled): boolean {
  if (maker === undefined) return funcFits(func, test);
  return !only && (funcFits(func, test) || funcFits(maker, test));
}

function funcFits(func: string, test: FuncTest): boolean {
  switch (test.is) {
    case "all":
      return true;
    case "prefix":
      return func.startsWith(test.text);
    case "func":
      return func.startsWith(test.text) && isEnd(func, test.text.length);
    case "method": {
      const at = func.lastIndexOf(test.text);
      return at >= 0 && (at === 0 || func[at - 1] === ".") && isEnd(func, at + test.text.length);
    }
  }
}

/** After the name proper come closures (`.func1.2`, `.gowrap1`), method values (`-fm`), or nothing. */
function isEnd(func: string, at: number): boolean {
  if (at === func.length) return true;
  const rest = func.slice(at, at + 7);
  return (
    rest.startsWith(".func") ||
    rest === ".gowrap" ||
    rest === ".deferw" ||
    rest.startsWith("-") ||
    /^\.\d/.test(rest)
  );
}

/**
 * Finds which of many patterns a function's name fits. Patterns are sorted out once a package, so
 * that a name costs a few comparisons however many patterns there are.
 */
export class PatternIndex {
  /** patterns of one package, by the last part of its path */
  private readonly byFolder = new Map<string, Compiled[]>();
  /** patterns of many packages */
  private readonly wide: Compiled[] = [];
  private readonly ofPackage = new TextMemo((path) => this.candidates(path));

  /** Ids of patterns are their positions. */
  constructor(patterns: readonly FramePattern[]) {
    for (const compiled of patterns.map(compile)) {
      const { is, text } = compiled.package;
      if (is === "any" || is === "below") this.wide.push(compiled);
      else {
        const folder = lastPart(text);
        const known = this.byFolder.get(folder);
        if (known) known.push(compiled);
        else this.byFolder.set(folder, [compiled]);
      }
    }
  }

  /** Ids of the patterns that the function fits, in order. */
  match(name: FrameName): number[] {
    const out: number[] = [];
    for (const c of this.ofPackage.of(name.package)) if (nameFits(name, c)) out.push(c.id);
    return out;
  }

  private candidates(path: string): readonly Compiled[] {
    const fenced = `/${path}/`;
    const fits = (c: Compiled) => packageFits(path, fenced, c.package);
    const found = this.wide.filter(fits);
    const folder = this.byFolder.get(lastPart(path));
    if (folder) found.push(...folder.filter(fits));
    return found.sort((a, b) => a.id - b.id);
  }
}
