import { formatBytes } from "../../lib/format.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { RecordFolder } from "./folder.js";
import type { Round, RoundScrape } from "./rounds.js";

/** The mark that a process must reach. */
export interface Mark {
  /** bytes; undefined where it is not looked at */
  readonly rss: number | undefined;
  readonly heap: number | undefined;
}

/** What reached its mark in a round, in words; undefined where nothing did. */
export function crossing(round: Round, mark: Mark): { target: string; what: string } | undefined {
  for (const scrape of round.scrapes) {
    const what = reached(scrape, mark);
    if (what !== undefined) return { target: scrape.target.name, what };
  }
  return undefined;
}

function reached({ rss, heap }: RoundScrape, mark: Mark): string | undefined {
  if (mark.rss !== undefined && rss !== null && rss >= mark.rss) {
    return RECORD_WORDS.reached.rss(formatBytes(rss));
  }
  if (mark.heap !== undefined && heap !== null && heap >= mark.heap) {
    return RECORD_WORDS.reached.heap(formatBytes(heap));
  }
  return undefined;
}

/**
 * Records round a peak: of the rounds before the mark is reached the last ones are kept, and as
 * many come after.
 */
export class PeakRing {
  private readonly rounds: (readonly string[])[] = [];
  /** rounds that are still wanted; undefined before the mark is reached */
  private after: number | undefined;

  /** @param keep rounds before the peak, and after it */
  constructor(
    private readonly folder: RecordFolder,
    private readonly keep: number,
  ) {}

  /**
   * Takes the files of a round.
   * @returns whether the recording is done
   * @throws InputError
   */
  async add(files: readonly string[], crossed: { target: string; what: string } | undefined) {
    if (this.after !== undefined) return --this.after <= 0;
    this.rounds.push(files);
    if (crossed) {
      this.after = this.keep;
      await this.folder.cross({ ...crossed, time: new Date().toISOString() });
      return false;
    }
    const old = this.rounds.splice(0, Math.max(0, this.rounds.length - this.keep)).flat();
    if (old.length > 0) await this.folder.drop(old);
    return false;
  }
}
