import { type ComponentType, useEffect, useState } from "react";

/**
 * A part of the page whose script is loaded when it is wanted first, and stays from then on.
 * @param load gives the component; called once. Where that fails, the part throws while it is drawn
 */
export function usePart(
  wanted: boolean,
  load: () => Promise<ComponentType>,
): ComponentType | undefined {
  const [part, setPart] = useState<{ found?: ComponentType }>({});
  const missing = wanted && !part.found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is loaded once
  useEffect(() => {
    if (!missing) return;
    load().then(
      (found) => setPart({ found }),
      (error) =>
        setPart({
          found: () => {
            throw error;
          },
        }),
    );
  }, [missing]);
  return part.found;
}
