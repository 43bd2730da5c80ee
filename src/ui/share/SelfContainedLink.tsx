import { useState } from "react";
import { itemAt } from "../../lib/must.js";
import type { EncodedLink } from "../../link/encode.js";
import { SHARE_WORDS } from "../../words/page/share-words.js";
import { Copy } from "../controls/CopyButton.js";
import { formatCount, formatShare } from "../controls/page-format.js";
import type { Linking } from "./page-address.js";
import { useEncodedLink } from "./use-encoded-link.js";

const WORDS = SHARE_WORDS.link;

/** Lengths that can be chosen, and what takes links of that length. */
const LENGTHS: readonly { readonly chars: number; readonly takes: keyof typeof WORDS.takenBy }[] = [
  { chars: 1000, takes: "any" },
  { chars: 2000, takes: "safe" },
  { chars: 4000, takes: "most" },
  { chars: 8000, takes: "documents" },
  { chars: 32000, takes: "browsers" },
  { chars: 120000, takes: "few" },
];

/** The call tree itself inside the link: whoever opens it needs nothing else. */
export function SelfContainedLink({ linkTo }: Linking) {
  const [at, setAt] = useState(1);
  const { chars, takes: key } = itemAt(LENGTHS, at);
  const takes = WORDS.takenBy[key];
  // The address of the page counts too: what is promised is the whole link's length.
  const { found, failed } = useEncodedLink(Math.max(400, chars - linkTo("").length));
  const link = found ? linkTo(found.text) : "";
  return (
    <section className="way-card" aria-labelledby="way-link">
      <header>
        <h3 id="way-link">{WORDS.title}</h3>
        {link ? <Copy className="button small" text={link} label={SHARE_WORDS.copyLink} /> : null}
      </header>
      <p className="dim">{WORDS.about}</p>
      <label className="length">
        <span>{WORDS.atMost}</span>
        <input
          type="range"
          min={0}
          max={LENGTHS.length - 1}
          value={at}
          aria-label={WORDS.length}
          aria-valuetext={WORDS.lengthText(chars, takes)}
          onChange={(e) => setAt(Number(e.target.value))}
        />
        <span>
          {WORDS.characters(formatCount(chars))} <span className="dim">{WORDS.takes(takes)}</span>
        </span>
      </label>
      {link ? (
        // Where the browser refuses to copy it can be selected here.
        <input
          className="field mono link-text"
          readOnly
          aria-label={WORDS.link}
          value={link}
          onFocus={(event) => event.target.select()}
        />
      ) : null}
      <p aria-live="polite">
        {failed ? (
          <span className="more">{failed}</span>
        ) : found ? (
          <Holds found={found} length={link.length} />
        ) : (
          WORDS.making
        )}
      </p>
    </section>
  );
}

/** How long the link is, and what is in it. */
function Holds({ found, length }: { readonly found: EncodedLink; readonly length: number }) {
  const { threshold, kept, restShare } = found;
  return (
    <>
      <strong>{WORDS.characters(formatCount(length))}</strong>
      {WORDS.holds(
        threshold > 0 ? formatShare(threshold) : "",
        formatCount(kept),
        restShare > 0 ? formatShare(restShare) : "",
      )}
    </>
  );
}
