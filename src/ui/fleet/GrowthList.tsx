import { useMemo, useState } from "react";
import type { Fleet } from "../../fleet/fleet.js";
import { type Growth, type GrowthRanking, growthRanking } from "../../fleet/growth.js";
import type { TimeBuckets } from "../../fleet/time-buckets.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { formatBytes, formatDelta } from "../controls/page-format.js";
import { clusterName, columnText, kindName, momentText, profileLink } from "./fleet-text.js";

const WORDS = INDEX_WORDS.growth;
const SEEN = 25;
/** Clusters of a sentence that are named. */
const NAMED = 6;

interface GrowthProps {
  readonly fleet: Fleet;
  readonly buckets: TimeBuckets;
  readonly program: number;
  /** place of the only kind that is shown; -1 for all */
  readonly kind: number;
}

/** Clusters and kinds by their growth between two times, as far as it is beyond noise. */
export function GrowthList({ fleet, buckets, program, kind }: GrowthProps) {
  const [[first, last], setRange] = useState<readonly [number, number]>([0, buckets.count - 1]);
  const [seen, setSeen] = useState(SEEN);
  const ranking = useMemo(
    () => growthRanking(fleet, buckets, program, [first, last]),
    [fleet, buckets, program, first, last],
  );
  const grown = ranking.grown.filter((row) => kind < 0 || row.kind === kind);
  const choice = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  return (
    <section className="growth" aria-labelledby="growth-heading">
      <h2 id="growth-heading" className="overline">
        {WORDS.heading}
      </h2>
      <div className="growth-range">
        <TimePicker
          {...{ buckets, label: WORDS.fromLabel, said: WORDS.from, value: first }}
          columns={choice(0, last)}
          onChange={(column) => setRange([column, last])}
        />
        <TimePicker
          {...{ buckets, label: WORDS.toLabel, said: WORDS.to, value: last }}
          columns={choice(first + 1, buckets.count)}
          onChange={(column) => setRange([first, column])}
        />
      </div>
      {grown.length === 0 ? <p className="growth-none">{WORDS.none}</p> : null}
      <ol className="growth-rows" aria-label={WORDS.list}>
        {grown.slice(0, seen).map((row) => (
          <GrowthRow key={`${row.cluster} ${row.kind}`} fleet={fleet} row={row} />
        ))}
      </ol>
      {grown.length > seen ? (
        <button type="button" className="button small" onClick={() => setSeen(seen + SEEN * 4)}>
          {WORDS.more(grown.length - seen)}
        </button>
      ) : null}
      <Notes fleet={fleet} ranking={ranking} />
    </section>
  );
}

function TimePicker(props: {
  buckets: TimeBuckets;
  label: string;
  said: string;
  value: number;
  columns: readonly number[];
  onChange: (column: number) => void;
}) {
  const { buckets, label, said, value, columns, onChange } = props;
  return (
    <label className="picker">
      <span className="dim">{said}</span>
      <select
        aria-label={label}
        value={value}
        disabled={columns.length === 0}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {(columns.length === 0 ? [value] : columns).map((column) => (
          <option key={column} value={column}>
            {columnText(buckets, column)}
          </option>
        ))}
      </select>
    </label>
  );
}

function GrowthRow({ fleet, row }: { fleet: Fleet; row: Growth }) {
  const theme = useTheme();
  const kind = fleet.kinds[row.kind];
  if (!kind) return null;
  const time = (profile: number) => momentText(fleet.profiles.time[profile] ?? 0);
  const view = { shown: 1, base: 0, lit: kind.key } as const;
  return (
    <li>
      <span className="growth-what">
        <span className="dot" style={{ background: bandColour(kind.key, theme) }} />
        <strong>{kindName(kind)}</strong> {clusterName(fleet, row.cluster)}
      </span>
      <strong className="growth-by">{formatDelta(row.after - row.before, "bytes")}</strong>
      <span className="dim">
        {WORDS.change(
          formatBytes(row.before),
          formatBytes(row.after),
          row.error === 0 ? "0" : formatBytes(row.error),
        )}
      </span>
      <a
        className="link"
        href={profileLink(fleet, [row.earlier, row.later], view)}
        title={WORDS.compareTitle(time(row.later), time(row.earlier))}
        aria-label={`${WORDS.compare}: ${kindName(kind)}, ${clusterName(fleet, row.cluster)}`}
      >
        {WORDS.compare}
      </a>
    </li>
  );
}

/** What growth is, and what is not ranked. */
function Notes({ fleet, ranking }: { fleet: Fleet; ranking: GrowthRanking }) {
  const { clusters, errors, within, unsure } = ranking;
  const names = (places: readonly number[]) =>
    [
      places.slice(0, NAMED).map((cluster) => clusterName(fleet, cluster)),
      Math.max(0, places.length - NAMED),
    ] as const;
  return (
    <div className="growth-notes dim">
      {within > 0 ? <p>{WORDS.within(within)}</p> : null}
      {unsure > 0 ? <p>{WORDS.unsure(unsure)}</p> : null}
      {(["once", "others", "nameless"] as const).map((reason) =>
        clusters[reason].length > 0 ? (
          <p key={reason}>{WORDS[reason](...names(clusters[reason]))}</p>
        ) : null,
      )}
      <p>{WORDS.rule(errors.toFixed(1))}</p>
    </div>
  );
}
