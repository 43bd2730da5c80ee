/** Programs that advice tells people to run. */
const PROGRAMS =
  /^(?:[A-Z_][A-Z0-9_]*=\S+ )*(?:sudo )?(?:kubectl|helm|curl|go|etcdctl|leaklens|crictl|jq|ps|for|while)\s/;

/** Whether an action can be put into a terminal as it is. */
export function isCommand(action: string): boolean {
  return PROGRAMS.test(action) && !/[A-Za-z]…|\.\.\.$/.test(action);
}

/** Whether an action is written for a machine: a command, flags, a line of code; not a sentence. */
export function looksLikeCode(action: string): boolean {
  return isCommand(action) || /^(--?[a-z]|[\w.]+(\(|\s?:?=\s?))/.test(action);
}
