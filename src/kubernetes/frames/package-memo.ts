/** Beyond so many packages what is known is forgotten: it is for the tables of one file set. */
const MOST = 1 << 12;

/** What is found out about a package by its path, found out once. */
export class PackageMemo<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly findOut: (path: string) => T) {}

  of(path: string): T {
    let found = this.known.get(path);
    if (found === undefined) {
      found = this.findOut(path);
      if (this.known.size >= MOST) this.known.clear();
      this.known.set(path, found);
    }
    return found;
  }
}
