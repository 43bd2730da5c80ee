import { lastOf } from "../lib/must.js";
import { LEAKS_WORDS } from "../words/leaks-words.js";

/** How a value went over a series of snapshots. */
export type GrowthForm = "steady" | "steps" | "oscillation" | "burst" | "plateau" | "flat";

/** Fewer snapshots have no form. */
const LEAST_POINTS = 4;
/** Changes below that share of the largest value are noise. */
const NOISE = 0.03;
/** Of a steady growth no step is below that share of the mean one. */
const EVEN = 0.3;
/** So many snapshots at the end must be level. */
const LEAST_TAIL = 3;
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
  const moves = values.slice(1).map((v, i) => v - values[i]);
  const up = moves.filter((m) => m > noise);
  const down = moves.filter((m) => m < -noise);
  const turns = turnsOf(values, noise);
  const growth = lastOf(values) - values[0];
  if (turns >= 3) return "oscillation";
  if (down.length > 0 && turns === 1 && growth <= (top - Math.min(...values)) / 2) return "burst";
  if (growth <= noise) return undefined;
  const quiet = moves.length - up.length - down.length;
  const largest = Math.max(...moves);
  if (hasLevelled(values, noise)) return "plateau";
  if (down.length > 0) return undefined;
  if (quiet >= 1 && up.length >= 2 && quiet >= up.length / 2) return "steps";
  if (largest >= MOST_IN_ONE * growth) return "steps";
  const even = moves.every((m) => m >= (EVEN * growth) / moves.length);
  return even ? "steady" : undefined;
}

/** Whether the last third is level although growth as before would have shown in it. */
function hasLevelled(values: readonly number[], noise: number): boolean {
  const length = Math.max(LEAST_TAIL, Math.ceil(values.length / 3));
  const before = values.length - length;
  if (before < 1) return false;
  const tail = values.slice(before);
  const step = (values[before] - values[0]) / before;
  const expected = step * (length - 1);
  return Math.max(...tail) - Math.min(...tail) <= noise && expected > 2 * noise;
}

/** How often the course turns by more than noise. */
function turnsOf(values: readonly number[], noise: number): number {
  let turns = 0;
  let way = 0;
  let extreme = values[0];
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

/**
 * The form that may stand beside a verdict; undefined where it would contradict it. What grows is
 * said to rise: whether it goes on is the verdict's to say.
 */
export function formBeside(
  form: GrowthForm | undefined,
  isGrowing: boolean,
): GrowthForm | undefined {
  return isGrowing && form !== "steady" && form !== "steps" ? undefined : form;
}

/** What a form means, in words. */
export const FORM_WORDS: Readonly<Record<GrowthForm, string>> = LEAKS_WORDS.forms;

/** A form as a line: points from left to right, both from 0 to 1, 1 being high. */
export const FORM_DRAWINGS: Readonly<
  Record<GrowthForm, readonly (readonly [x: number, y: number])[]>
> = {
  steady: [
    [0, 0],
    [1, 1],
  ],
  steps: [
    [0, 0],
    [0.25, 0],
    [0.33, 0.5],
    [0.62, 0.5],
    [0.7, 1],
    [1, 1],
  ],
  oscillation: [
    [0, 0.1],
    [0.17, 0.9],
    [0.33, 0.1],
    [0.5, 0.9],
    [0.67, 0.1],
    [0.83, 0.9],
    [1, 0.1],
  ],
  burst: [
    [0, 0.1],
    [0.35, 0.1],
    [0.5, 1],
    [0.65, 0.1],
    [1, 0.1],
  ],
  plateau: [
    [0, 0],
    [0.15, 0.5],
    [0.3, 0.8],
    [0.45, 0.95],
    [0.6, 1],
    [1, 1],
  ],
  flat: [
    [0, 0.5],
    [1, 0.5],
  ],
};
