import type { SwitchStep, Transform } from "../../engine/question.js";

/** A step as one text, by which chips are told apart. */
export function transformText(t: Transform): string {
  return "pattern" in t ? `${t.do} ${t.pattern}` : t.do;
}

/** The pattern that matches just this function. */
export function exactly(name: string): string {
  return `^${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`;
}

/** A pattern made of one name is shown as that name. */
export function unquoted(pattern: string): string {
  const exact = /^\^(.*)\$$/s.exec(pattern)?.[1];
  return exact?.replace(/\\(.)/gs, "$1") ?? pattern;
}

/** The steps with a switch on or off. */
export function withSwitch(
  transforms: readonly Transform[],
  step: SwitchStep,
  on: boolean,
): readonly Transform[] {
  return on ? [...transforms, { do: step }] : transforms.filter((t) => t.do !== step);
}
