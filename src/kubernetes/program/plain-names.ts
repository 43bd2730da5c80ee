import { frameName } from "../frames/frame-pattern.js";

/** What follows a function's own name: closures, wrappers of go and defer statements. */
const CLOSURE = /^(?:func\d+|gowrap\d+|deferwrap\d+|\d+)$/;

/** A function as releases have it: its package, and its name without what was made inside it. */
export interface PlainName {
  readonly package: string;
  /** `(*Cacher).Watch`, `Event.DeepCopy` or `NewCacherFromConfig`; "" for initialisers */
  readonly func: string;
  /**
   * the first part alone where `func` has two that may be a function and one inlined into it:
   * `newLoop` of `newLoop.run.func1`; "" elsewhere
   */
  readonly outer: string;
  /** whether the name is that of a closure, a wrapper or a method value */
  readonly inner: boolean;
}

/**
 * The name of the function that a closure was made in. Since Go 1.21 a closure's name carries the
 * functions that it was inlined into; the first of them counts.
 */
export function plainName(raw: string): PlainName {
  const { package: path, func } = frameName(raw);
  const bare = func.replace(/·.*$/, "").replace(/-(?:fm|range\d+).*$/, "");
  const method = /^\((?:\*?)[^()]*\)\.[^.]+/.exec(bare)?.[0];
  const parts = bare.slice(method?.length ?? 0).split(".");
  if (method !== undefined) {
    return { package: path, func: method, outer: "", inner: parts.length > 1 || bare !== func };
  }
  const [first = "", second = ""] = parts;
  if (first === "init" || first === "glob" || first === "") {
    return { package: path, func: "", outer: "", inner: true };
  }
  const two = second !== "" && !CLOSURE.test(second);
  return {
    package: path,
    func: two ? `${first}.${second}` : first,
    outer: two ? first : "",
    inner: parts.length > (two ? 2 : 1) || bare !== func,
  };
}
