/** Flags that people write before the command; kubectl passes its own on as they are. */
const GIVEN_FIRST = /^(?:--(?:context|namespace|kubeconfig|lang)|-n)(?:=|$)/;

/**
 * The arguments of `kubectl leaklens` with the flags of kubectl that stand before the command put
 * behind it: `--context prod record -o DIR` is `record --context prod -o DIR`.
 */
export function pluginArgs(args: readonly string[]): string[] {
  let at = 0;
  for (let arg = args[at]; arg !== undefined && GIVEN_FIRST.test(arg); arg = args[at]) {
    at += arg.includes("=") ? 1 : 2;
  }
  const [command, ...rest] = args.slice(at);
  if (at === 0 || command === undefined) return [...args];
  return [command, ...args.slice(0, at), ...rest];
}
