import type { SetAnswer } from "../../engine/answers.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { formatSpan } from "../controls/page-format.js";
import { livesOf } from "./lives.js";

const KIND_TEXT: Readonly<Record<SetAnswer["kind"], string>> = {
  single: "one file",
  series: "series",
  fleet: "fleet",
  unrelated: "unrelated files",
};

/** What the files are to each other: found out, or as the person says. */
export function SetKind({ set }: { set: SetAnswer }) {
  const view = useView();
  const session = useSession();
  const known = set.times.filter((t) => t !== undefined);
  const span = known.length > 1 ? Math.max(...known) - Math.min(...known) : 0;
  const count = set.totals.length;
  const runs = livesOf(set).length;
  return (
    <div className="set-kind">
      <select
        aria-label="Relation between files"
        title={set.why}
        value={view.set}
        onChange={(e) => session.change({ set: e.target.value as typeof view.set })}
      >
        <option value="auto">{KIND_TEXT[set.kind]}</option>
        <option value="series">Treat as time series</option>
        <option value="fleet">Treat as fleet</option>
        <option value="unrelated">Treat as unrelated</option>
      </select>
      <p title={set.why}>
        {set.kind === "series"
          ? `${count} snapshots${runs > 1 ? `, ${runs} runs of the program` : span > 0 ? ` in ${formatSpan(span)}` : ""}`
          : `${count} ${set.kind === "fleet" ? "processes" : "files"}`}
      </p>
    </div>
  );
}
