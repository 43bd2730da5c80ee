import type { SetAnswer } from "../../engine/answers.js";
import { lastOf } from "../../lib/must.js";

type Course = Pick<SetAnswer, "kind" | "order" | "restarts">;

/**
 * The files of a set by the process they are of, each in time: a series is parted where a process
 * restarted, or where another release or machine was recorded. Between two of them nothing grew.
 */
export function livesOf({ kind, order, restarts }: Course): number[][] {
  if (kind !== "series" && kind !== "single") return order.map((i) => [i]);
  const lives: number[][] = [];
  for (const i of order) {
    if (lives.length === 0 || restarts.includes(i)) lives.push([i]);
    else lastOf(lives).push(i);
  }
  return lives;
}

/** Whether two files are moments of one process, as far as the files tell. */
export function isOneLife(set: Course, a: number, b: number): boolean {
  return livesOf(set).some((life) => life.includes(a) && life.includes(b));
}
