import { ROLE_RULES, type Role } from "../rules/role-rules.js";
import type { ProgramFunction } from "./program-functions.js";

export type { Role } from "../rules/role-rules.js";

/**
 * What a program is, told by the packages whose code runs in it. What only initialises a package
 * proves nothing: a program links much that it never uses.
 * @param name of the program, which decides where no function does
 */
export function roleOf(functions: readonly ProgramFunction[], name: string): Role {
  const packages = new Map<string, ProgramFunction[]>();
  for (const f of functions) {
    if (f.func === "" || f.package === "") continue;
    const known = packages.get(f.package);
    if (known) known.push(f);
    else packages.set(f.package, [f]);
  }
  for (const { role, packages: of, funcs, unless, names } of ROLE_RULES) {
    if (unless?.test(name)) continue;
    if (names?.test(name)) return role;
    for (const [path, members] of packages) {
      if (of && !of.test(path)) continue;
      if (of && (!funcs || members.some((f) => funcs.test(f.func)))) return role;
    }
  }
  return "other";
}
