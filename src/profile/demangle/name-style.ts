/**
 * How names of C++ and Rust are written, as by pprof's `-symbolize=demangle=`: `name` without
 * parameters and arguments of templates (pprof's default), `templates` with these, `full` with
 * parameters too, `none` as the compiler wrote them.
 */
export const NAME_STYLES = ["name", "templates", "full", "none"] as const;
export type NameStyle = (typeof NAME_STYLES)[number];
