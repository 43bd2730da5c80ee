import type { FileFacts } from "../../engine/answers.js";
import { itemAt } from "../../lib/must.js";
import { sampleTypeName } from "../../profile/profile.js";
import { useView } from "../../session/store.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { useSession } from "../app/session-context.js";
import { FromMetrics } from "../beyond/FromMetrics.js";
import { HeldBy } from "../beyond/HeldBy.js";
import { formatCount, formatExact, formatValue } from "../controls/page-format.js";
import { Figure } from "./Figure.js";

const WORDS = PANEL_WORDS.overview;

/** What the file shown says of itself, and what else is known of its process. */
export function AboutFile({ facts }: { readonly facts: FileFacts }) {
  const view = useView();
  const session = useSession();
  const isHeap = facts.features.subject === "heap";
  return (
    <>
      <h3 className="overline">{WORDS.thisFile}</h3>
      <dl className="figures">
        {facts.sampleTypes.map((t, i) => {
          const name = sampleTypeName(facts.sampleTypes, i);
          const total = itemAt(facts.totals, i);
          return (
            <Figure key={name} label={name} title={formatExact(total, t.unit)}>
              {formatValue(total, t.unit)}
            </Figure>
          );
        })}
        <Figure label={WORDS.samples}>{formatCount(facts.samples)}</Figure>
      </dl>
      <HeldBy />
      {isHeap ? (
        <>
          <FromMetrics />
          <p>
            <button
              type="button"
              className="button small"
              title={WORDS.beyondTitle}
              onClick={() => session.store.setState({ dialog: "beyond" })}
            >
              {WORDS.beyond}
            </button>
          </p>
        </>
      ) : null}
      {view.files.length > 1 ? (
        <p className="panel-close">
          <button type="button" className="link dim" onClick={() => session.closeFile(view.shown)}>
            {WORDS.close}
          </button>
        </p>
      ) : null}
      <Remarks facts={facts} />
    </>
  );
}

/** What the file carries in words, and what was noted when it was read. */
function Remarks({ facts }: { readonly facts: FileFacts }) {
  return (
    <>
      {facts.comments.map((comment, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: comments may be alike
        <p className="wrap" key={i}>
          {comment}
        </p>
      ))}
      {facts.docUrl ? <DocUrl address={facts.docUrl} /> : null}
      {facts.notes.map((note) => (
        <p className="dim" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

/** Where the profile says it is described; a link only where it leads to the web. */
function DocUrl({ address }: { readonly address: string }) {
  const shown = /^https?:\/\//i.test(address) ? (
    <a key={address} href={address} target="_blank" rel="noreferrer noopener">
      {address}
    </a>
  ) : (
    <span key={address} className="mono">
      {address}
    </span>
  );
  return <p className="wrap">{WORDS.describedAt(shown)}</p>;
}
