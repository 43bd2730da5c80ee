import { useEffect, useState } from "react";
import { Cancelled } from "../../lib/cancelled-error.js";
import type { EncodedLink } from "../../link/encode.js";
import { useView } from "../../session/store.js";
import { viewToFragment } from "../../view/url.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { formatCount, formatShare } from "../controls/page-format.js";
import { pageAddress } from "./page-address.js";

/** Lengths that can be chosen, and what takes links of that length. */
const LENGTHS: readonly { readonly chars: number; readonly takes: string }[] = [
  { chars: 1000, takes: "any chat or ticket" },
  { chars: 2000, takes: "safe everywhere" },
  { chars: 4000, takes: "most chats and mail" },
  { chars: 8000, takes: "tickets, wikis, documents" },
  { chars: 32000, takes: "documents; browsers open it" },
  { chars: 120000, takes: "browsers open it, few tools take it" },
];

/** The call tree itself inside the link: whoever opens it needs nothing else. */
export function SelfContainedLink() {
  const session = useSession();
  const view = useView();
  const [at, setAt] = useState(1);
  const [found, setFound] = useState<EncodedLink | undefined>();
  const [failed, setFailed] = useState("");
  const { chars, takes } = LENGTHS[at]!;
  // The address of the page counts too: what is promised is the whole link's length.
  const room = Math.max(400, chars - pageAddress().length - 1);
  useEffect(() => {
    let over = false;
    setFailed("");
    session
      .once("link", {
        maxChars: room,
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
  }, [session, room, view]);
  const link = found ? `${pageAddress()}#${found.text}` : "";
  return (
    <section className="way-card" aria-labelledby="way-link">
      <header>
        <h3 id="way-link">Self-contained link</h3>
        {link ? <Copy className="button small" text={link} label="Copy link" /> : null}
      </header>
      <p className="dim">
        The call tree is in the link itself: frame names, figures, kinds and suspects. It opens
        without the files, and no server ever sees what stands behind #.
      </p>
      <label className="length">
        <span>at most</span>
        <input
          type="range"
          min={0}
          max={LENGTHS.length - 1}
          value={at}
          aria-label="Longest length of the link"
          aria-valuetext={`${chars} characters, ${takes}`}
          onChange={(e) => setAt(Number(e.target.value))}
        />
        <span>
          {formatCount(chars)} characters <span className="dim">({takes})</span>
        </span>
      </label>
      {link ? (
        // Where the browser refuses to copy it can be selected here.
        <input
          className="field mono link-text"
          readOnly
          aria-label="The link"
          value={link}
          onFocus={(event) => event.target.select()}
        />
      ) : null}
      <p aria-live="polite">
        {failed ? (
          <span className="more">{failed}</span>
        ) : found ? (
          <>
            <strong>{formatCount(link.length)} characters</strong>:{" "}
            {found.threshold > 0
              ? `every path of at least ${formatShare(found.threshold)} of the total`
              : "every path"}
            , {formatCount(found.kept)} nodes
            {found.restShare > 0
              ? `; ${formatShare(found.restShare)} of the bytes in rest nodes, totals stay exact`
              : "; nothing left out"}
            .
          </>
        ) : (
          "making the link…"
        )}
      </p>
    </section>
  );
}
