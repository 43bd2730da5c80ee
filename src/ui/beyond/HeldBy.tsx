import { useAnswer } from "../../session/store.js";
import { BEYOND_WORDS } from "../../words/page/beyond-words.js";
import { formatShare, formatValue } from "../controls/page-format.js";

const WORDS = BEYOND_WORDS.heldBy;

/** Who holds the memory, and beside a heap of the same process who allocated it. */
export function HeldBy() {
  const answer = useAnswer("heldBy");
  if (!answer) return null;
  const { bytes, notFollowed, holders, beside } = answer;
  const size = (value: number) => formatValue(value, "bytes");
  return (
    <>
      <h3 className="overline">{WORDS.title}</h3>
      <dl className="figures">
        {holders.map((h) => (
          <div key={h.path.join(" ")} title={h.path.join(" → ")}>
            <dt>{h.words}</dt>
            <dd title={WORDS.share(formatShare(h.bytes / bytes))}>{size(h.bytes)}</dd>
          </div>
        ))}
        {notFollowed > 0 ? (
          <div title={WORDS.notFollowedTitle}>
            <dt>{WORDS.notFollowed}</dt>
            <dd>{size(notFollowed)}</dd>
          </div>
        ) : null}
      </dl>
      {beside && beside.rows.length > 0 ? (
        <>
          <h3 className="overline">{WORDS.beside(beside.name)}</h3>
          <dl className="figures">
            {beside.rows.map((row) => (
              <div key={row.kind} title={row.by === "" ? "" : WORDS.mostBelow(row.by)}>
                <dt>{row.kind}</dt>
                <dd>{WORDS.found(size(row.allocated), size(row.held))}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </>
  );
}
