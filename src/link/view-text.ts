/**
 * A view's fragment as parameters, without those that say where profiles are: in a
 * self-contained link the files are the link's own.
 */
export class ViewText {
  private readonly parameters = new Map<string, string[]>();

  constructor(fragment: string) {
    for (const part of fragment.split("&", MAX_PARAMETERS)) {
      const equals = part.indexOf("=");
      const name = equals < 0 ? part : part.slice(0, equals);
      if (name === "" || ELSEWHERE.has(name)) continue;
      const values = this.parameters.get(name) ?? [];
      values.push(equals < 0 ? "" : part.slice(equals + 1));
      this.parameters.set(name, values);
    }
  }

  get(name: string): string | undefined {
    return this.parameters.get(name)?.[0];
  }

  /** Gives a parameter one value; undefined takes it out. */
  set(name: string, value: string | undefined): void {
    if (value === undefined) this.parameters.delete(name);
    else this.parameters.set(name, [value]);
  }

  /** The fragment; "" where nothing but the version is left. */
  text(): string {
    const parts = [...this.parameters]
      .filter(([name]) => name !== "v")
      .flatMap(([name, values]) => values.map((v) => `${name}=${v}`));
    return parts.length === 0 ? "" : [`v=${this.get("v") ?? "1"}`, ...parts].join("&");
  }

  /** The fragment with these files. */
  withFiles(files: readonly { readonly hash: string; readonly name: string }[]): string {
    const named = files.map((f) => `f=${f.hash}:0:${encodeURIComponent(f.name.toWellFormed())}`);
    const rest = this.text().split("&").slice(1);
    return [`v=${this.get("v") ?? "1"}`, ...named, ...rest].join("&");
  }
}

const ELSEWHERE = new Set(["f", "url", "d", "open"]);
const MAX_PARAMETERS = 4096;
