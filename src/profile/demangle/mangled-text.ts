/** The text is no mangled name: it is shown as it is. */
export class NotMangled extends Error {}

/** So many steps, and characters of a name, are enough for any compiler's. */
const MAX_STEPS = 20_000;
const MAX_NAME = 10_000;
const MAX_DEPTH = 200;

/** A cursor over a mangled name that bounds what reading it costs. */
export class MangledText {
  at = 0;
  private steps = 0;
  private depth = 0;

  constructor(readonly text: string) {}

  get next(): string {
    return this.text[this.at] ?? "";
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
    if (++this.depth > MAX_DEPTH || ++this.steps > MAX_STEPS) throw new NotMangled();
    const out = read();
    this.depth--;
    return out;
  }

  /** A name that was put together. @throws NotMangled where it has become too long */
  bounded(name: string): string {
    if (name.length > MAX_NAME) throw new NotMangled();
    return name;
  }
}
