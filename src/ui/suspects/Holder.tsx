import { holderSentences } from "../../engine/answers/suspects/holder-words.js";
import type { SuspectCard } from "../../engine/answers.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";
import { useSession } from "../app/session-context.js";
import { formatShare, formatValue } from "../controls/page-format.js";
import { Course, PathList } from "./card-parts.js";

const WORDS = SUSPECTS_WORDS.card;

/** Who holds memory, of chains of references: how much, through which field, and what is in it. */
export function Holder(props: {
  readonly holder: SuspectCard;
  readonly rank: number;
  readonly unit: string;
}) {
  const { holder, rank, unit } = props;
  const session = useSession();
  return (
    <article className="card suspect" aria-label={WORDS.holder(rank, holder.name)}>
      <header>
        <span className="rank">{rank}</span>
        <button
          type="button"
          className="link bare strong"
          onClick={() => session.change({ tab: "graph", inverted: false, selection: holder.path })}
        >
          {holder.name}
        </button>
        <span className="grow" />
        <strong>{formatValue(holder.after, unit)}</strong>
        <span className="dim">{WORDS.ofTotal(formatShare(holder.share))}</span>
      </header>
      <div className="suspect-body">
        <div>
          {holderSentences(holder, unit).map((text) => (
            <p className="suspect-line wrap" key={text}>
              {text}
            </p>
          ))}
        </div>
        <Course series={holder.series} unit={unit} />
      </div>
      <PathList stack={holder.stack} summary={WORDS.chain(holder.stack.length)} />
    </article>
  );
}
