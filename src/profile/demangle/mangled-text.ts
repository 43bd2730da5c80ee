/** The text is no mangled name: it is shown as it is. */
export class NotMangled extends Error {}

/** So many steps, and characters of a name, are enough for any compiler's. */
const MAX_STEPS = 50_000;
const MAX_NAME = 40_000;
const MAX_DEPTH = 200;

/** A cursor over a mangled name that bounds what reading it costs. */
export class MangledText {
  at = 0;
  private steps = 0;
  private depth = 0;

  constructor(private all: string) {}

  get text(): string {
    return this.all;
  }

  /** Reads as if the text ended at a place. */
  before<T>(end: number, read: () => T): T {
    const { all } = this;
    this.all = all.slice(0, end);
    try {
      return read();
    } finally {
      this.all = all;
    }
  }

  get next(): string {
    return this.text[this.at] ?? "";
  }

  /** So many characters, fewer at the end, without going on. */
  ahead(length: number): string {
    return this.text.slice(this.at, this.at + length);
  }

  startsWith(what: string): boolean {
    return this.text.startsWith(what, this.at);
  }

  /** Goes on behind `what` where it stands here. */
  take(what: string): boolean {
    if (!this.startsWith(what)) return false;
    this.at += what.length;
    return true;
  }

  /** @throws NotMangled where something else stands here */
  expect(what: string): void {
    if (!this.take(what)) throw new NotMangled();
  }

  /** One character. @throws NotMangled at the end */
  char(): string {
    const c = this.next;
    if (c === "") throw new NotMangled();
    this.at++;
    return c;
  }

  /** Decimal digits. @throws NotMangled where there are none */
  number(): number {
    const digits = /^\d{1,9}/.exec(this.text.slice(this.at, this.at + 9))?.[0];
    if (digits === undefined) throw new NotMangled();
    this.at += digits.length;
    return Number(digits);
  }

  /** So many characters. @throws NotMangled where there are fewer */
  run(length: number): string {
    const end = this.at + length;
    if (length <= 0 || end > this.text.length) throw new NotMangled();
    const out = this.text.slice(this.at, end);
    this.at = end;
    return out;
  }

  /** Reads something that may hold its like. @throws NotMangled where it nests too deep */
  within<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new NotMangled();
    this.spend();
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  /** One step of work. @throws NotMangled where there were too many */
  spend(): void {
    if (++this.steps > MAX_STEPS) throw new NotMangled();
  }

  /** @throws NotMangled where what is written of the name has become too long */
  limit(length: number): void {
    if (length > MAX_NAME) throw new NotMangled();
  }

  /** A name that was put together. @throws NotMangled where it has become too long */
  bounded(name: string): string {
    this.limit(name.length);
    return name;
  }
}
