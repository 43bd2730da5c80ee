/**
 * Whether results may have colours: on a terminal alone that knows them, and not where the person
 * asked for none (https://no-color.org).
 */
export function usesColour(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
}
