import type { SetAnswer } from "../../engine/answers.js";
import { useView } from "../../session/store.js";
import type { FileSource } from "../../view/file-sources.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { useSession } from "../app/session-context.js";
import { formatSpan } from "../controls/page-format.js";
import { livesOf } from "./lives.js";

const WORDS = TIMELINE_WORDS.relation;

/** What the files are to each other: found out, or as the person says. */
export function SetKind(props: {
  readonly set: SetAnswer;
  readonly sources: readonly FileSource[] | undefined;
  /** how many of them have room */
  readonly room: number;
}) {
  const { set, sources, room } = props;
  const view = useView();
  const session = useSession();
  return (
    <div className="set-kind">
      <select
        aria-label={WORDS.label}
        title={set.why}
        value={view.set}
        onChange={(e) => session.change({ set: e.target.value as typeof view.set })}
      >
        <option value="auto">{WORDS[set.kind]}</option>
        <option value="series">{WORDS.asSeries}</option>
        <option value="fleet">{WORDS.asFleet}</option>
        <option value="unrelated">{WORDS.asUnrelated}</option>
      </select>
      <p title={set.why}>
        {sources
          ? WORDS.sources(set.totals.length, sources.length, Math.min(room, sources.length))
          : sizeOf(set)}
      </p>
    </div>
  );
}

/** How many files there are, as what they are to each other. */
function sizeOf(set: SetAnswer): string {
  const count = set.totals.length;
  if (set.kind === "fleet") return WORDS.processes(count);
  if (set.kind !== "series") return WORDS.files(count);
  const known = set.times.filter((t) => t !== undefined);
  const span = known.length > 1 ? Math.max(...known) - Math.min(...known) : 0;
  return WORDS.snapshots(count, livesOf(set).length, span > 0 ? formatSpan(span) : "");
}
