import { useMemo } from "react";
import type { FlameGraphProps } from "../../flamegraph/FlameGraph.js";
import { useStore } from "../../session/store.js";
import { useSession } from "../app/session-context.js";

/**
 * Ties two graphs side by side: what one has under the pointer is marked in the other too. Both
 * write the path to the store, and both are given it.
 * @param side which of two graphs; undefined for the only one, which has nothing to mark
 */
export function useLinkedHover(
  side: "before" | "after" | undefined,
): Pick<FlameGraphProps, "onHover" | "side" | "hover"> {
  const { store } = useSession();
  const hover = useStore((s) => s.hover);
  const onHover = useMemo(() => (path: string) => store.setState({ hover: path }), [store]);
  return side ? { onHover, side, hover } : { onHover };
}
