import { formatBytes } from "../../lib/format.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { Io } from "../command.js";
import { InputError } from "../exit-code.js";
import type { Mark } from "./peak.js";
import type { Round } from "./rounds.js";

const WORDS = RECORD_WORDS.told;

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
        const seconds = Math.round(Math.abs(skew) / 1000);
        this.tell(`${target.name}: ${WORDS.skew(seconds, skew > 0)}`, target.name);
      }
      if (noMetrics !== "") {
        this.tell(`${target.name}: ${WORDS.noRss(noMetrics)}`, `m ${target.name}`);
      } else if (rss === null && this.mark.rss !== undefined) {
        this.tell(`${target.name}: ${WORDS.neverRss}`, `m ${target.name}`);
      }
    }
    const heaps = scrapes.flatMap(({ target, heap, rss }) => {
      const sizes = [
        heap === null ? "" : formatBytes(heap),
        rss === null ? "" : WORDS.resident(formatBytes(rss)),
      ];
      return `${target.name} ${OUTPUT_WORDS.facts(sizes.filter((size) => size !== ""))}`.trimEnd();
    });
    if (heaps.length > 0) this.io.err(OUTPUT_WORDS.clauses(heaps));
  }

  /** @throws InputError where nothing was recorded */
  end(path: string): void {
    if (this.profiles === 0) throw new InputError(`${path}: ${WORDS.nothing}`);
    this.io.out(`${path}: ${WORDS.done(this.profiles, this.failures)}\n`);
  }

  private tell(line: string, key: string): void {
    if (this.once.has(key)) return;
    this.once.add(key);
    this.io.err(line);
  }
}
