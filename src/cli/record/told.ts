import { formatBytes, plural } from "../../lib/format.js";
import type { Io } from "../command.js";
import { InputError } from "../exit-code.js";
import type { Mark } from "./peak.js";
import type { Round } from "./rounds.js";

/** A server's clock that is off by more than this is told: it tells whole seconds only. */
const MUCH_SKEW = 5000;

/** What the person is told while recording: each thing once, or each time it happens. */
export class Told {
  private readonly once = new Set<string>();
  private profiles = 0;
  private failures = 0;

  constructor(
    private readonly io: Io,
    private readonly mark: Mark,
  ) {}

  round({ scrapes, failures }: Round): void {
    this.profiles += scrapes.length;
    this.failures += failures.length;
    for (const { target, error } of failures) this.io.err(`${target}: ${error}`);
    for (const { target, skew, noMetrics, rss } of scrapes) {
      if (skew !== null && Math.abs(skew) > MUCH_SKEW) {
        const way = skew > 0 ? "ahead of" : "behind";
        const seconds = Math.round(Math.abs(skew) / 1000);
        this.tell(`${target.name}: its clock is ${seconds} s ${way} this machine's`, target.name);
      }
      if (noMetrics !== "") {
        this.tell(`${target.name}: resident memory is not known: ${noMetrics}`, `m ${target.name}`);
      } else if (rss === null && this.mark.rss !== undefined) {
        const why = "its /metrics does not tell resident memory, so --until-rss never ends for it";
        this.tell(`${target.name}: ${why}`, `m ${target.name}`);
      }
    }
    const heaps = scrapes.flatMap(({ target, heap, rss }) => {
      const sizes = [
        heap === null ? "" : formatBytes(heap),
        rss === null ? "" : `${formatBytes(rss)} resident`,
      ];
      return `${target.name} ${sizes.filter((size) => size !== "").join(", ")}`.trimEnd();
    });
    if (heaps.length > 0) this.io.err(heaps.join("; "));
  }

  /** @throws InputError where nothing was recorded */
  end(path: string): void {
    if (this.profiles === 0) throw new InputError(`${path}: nothing could be recorded, see above`);
    const failed = this.failures > 0 ? `, ${this.failures} failed` : "";
    this.io.out(`${path}: ${plural(this.profiles, "profile")}${failed}\n`);
  }

  private tell(line: string, key: string): void {
    if (this.once.has(key)) return;
    this.once.add(key);
    this.io.err(line);
  }
}
