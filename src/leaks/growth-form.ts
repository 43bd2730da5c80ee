/** How a value went over a series of snapshots. */
export type GrowthForm = "steady" | "steps" | "oscillation" | "burst" | "plateau" | "flat";

/** Fewer snapshots have no form. */
const LEAST_POINTS = 4;
/** Changes below that share of the largest value are noise. */
const NOISE = 0.03;
/** One step of so much of the whole growth is a burst, or a step among flat parts. */
const MOST_IN_ONE = 0.7;

/**
 * The form of a growth, by the values alone; undefined with too few snapshots, or where none fits.
 * @param values in time
 * @param error standard error of one value: changes below two of them are noise
 */
export function growthForm(values: readonly number[], error = 0): GrowthForm | undefined {
  if (values.length < LEAST_POINTS) return undefined;
  const top = Math.max(...values);
  const noise = Math.max(NOISE * top, 2 * error);
  if (top <= 0 || top - Math.min(...values) <= noise) return "flat";
  const moves = values.slice(1).map((v, i) => v - values[i]!);
  const up = moves.filter((m) => m > noise);
  const down = moves.filter((m) => m < -noise);
  const turns = turnsOf(values, noise);
  const growth = values.at(-1)! - values[0]!;
  if (turns >= 3) return "oscillation";
  if (down.length > 0 && turns === 1 && growth <= (top - Math.min(...values)) / 2) return "burst";
  if (growth <= noise) return undefined;
  const quiet = moves.length - up.length - down.length;
  const largest = Math.max(...moves);
  const tail = values.slice(-Math.max(2, Math.ceil(values.length / 3)));
  const isLevel = Math.max(...tail) - Math.min(...tail) <= noise;
  if (isLevel) return "plateau";
  if (down.length > 0) return undefined;
  if (quiet >= 1 && up.length >= 2 && quiet >= up.length / 2) return "steps";
  if (largest >= MOST_IN_ONE * growth) return "steps";
  return "steady";
}

/** How often the course turns by more than noise. */
function turnsOf(values: readonly number[], noise: number): number {
  let turns = 0;
  let way = 0;
  let extreme = values[0]!;
  for (const value of values) {
    const move = value - extreme;
    if (way === 0 && Math.abs(move) > noise) {
      way = Math.sign(move);
      extreme = value;
    } else if (way !== 0 && move * way > 0) extreme = value;
    else if (way !== 0 && move * way < -noise) {
      turns++;
      way = -way;
      extreme = value;
    }
  }
  return turns;
}

/** What a form means, to follow "over the snapshots: ". */
export const FORM_WORDS: Readonly<Record<GrowthForm, string>> = {
  steady: "steady growth, about as much from each to the next: what comes is kept",
  steps: "growth in steps with level parts between: something that happens now and then adds to it",
  oscillation: "up and down: it follows the load, or collections",
  burst: "one burst that went back: a single event made it",
  plateau: "a rise that has levelled off: filled, or the load has become level",
  flat: "level",
};
