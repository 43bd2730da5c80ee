const lasting: object[] = [];

/**
 * Keeps one object of a class for good. The collector throws away the shape of a class of which no
 * object lives, and with it what was compiled for it: the next question would run uncompiled again.
 * @param one as small as can be
 */
export function keepShape(one: object): void {
  lasting.push(one);
}
