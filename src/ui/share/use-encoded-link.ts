import { useEffect, useState } from "react";
import { Cancelled } from "../../lib/cancelled-error.js";
import type { EncodedLink } from "../../link/encode.js";
import { useView } from "../../session/store.js";
import { viewToFragment } from "../../view/url.js";
import { useSession } from "../app/session-context.js";

/** Asks for the call tree as the text of a link of so many characters, whenever the view changes. */
export function useEncodedLink(maxChars: number): {
  /** the last one that was made */
  readonly found: EncodedLink | undefined;
  /** why none could be made; "" otherwise */
  readonly failed: string;
} {
  const session = useSession();
  const view = useView();
  const [found, setFound] = useState<EncodedLink | undefined>();
  const [failed, setFailed] = useState("");
  useEffect(() => {
    let over = false;
    setFailed("");
    session
      .once("link", {
        maxChars,
        names: view.files.map((f) => f.name),
        view: viewToFragment(view),
      })
      .then((answer) => {
        if (!over) setFound(answer);
      })
      .catch((error) => {
        if (!over && !(error instanceof Cancelled)) setFailed(String(error.message ?? error));
      });
    return () => {
      over = true;
    };
  }, [session, maxChars, view]);
  return { found, failed };
}
