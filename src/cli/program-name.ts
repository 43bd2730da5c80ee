/** What the program calls itself unless it is started under another name. */
export const LEAKLENS = "leaklens";
/** As a plugin of kubectl, whose file is called kubectl-leaklens. */
export const KUBECTL_LEAKLENS = "kubectl leaklens";

/**
 * Text for the person in which commands can be typed as they stand: the program is called as it was
 * started. What is no command (a file's name, a sentence about leaklens) stays.
 */
export function namedAs(text: string, program: string): string {
  if (program === LEAKLENS) return text;
  return text.replace(
    /(^|[\s(`'"（“：，；])leaklens (?=\[?[a-z]+\]? (?:[A-Z[-]|-)|COMMAND|--|[a-z]+ --help)/gm,
    `$1${program} `,
  );
}
