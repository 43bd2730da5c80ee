import { useMemo, useState } from "react";
import type { Fleet } from "../../fleet/fleet.js";
import { heatMap, usualProgram } from "../../fleet/heat-map.js";
import { timeBuckets } from "../../fleet/time-buckets.js";
import { type OpenIndex, useStore } from "../../session/store.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";
import { Problems } from "../app/Problems.js";
import { Missing } from "../start/MissingFiles.js";
import { CellProfiles } from "./CellProfiles.js";
import { FleetHeader } from "./FleetHeader.js";
import { dayText, programName } from "./fleet-text.js";
import { GrowthList } from "./GrowthList.js";
import { type HeatCell, HeatTable } from "./HeatTable.js";
import { heatGroups } from "./heat-groups.js";
import "../styles/fleet.css";

const WORDS = INDEX_WORDS.heat;
/** Clusters that are drawn at first. */
const CLUSTERS = 30;

/** An index of many profiles: what its clusters hold over time, and what grew. */
export function FleetPage() {
  const index = useStore((s) => s.index);
  return index ? <FleetView key={index.name} index={index} /> : null;
}

function FleetView({ index }: { index: OpenIndex }) {
  const { fleet } = index;
  const asked = useStore((s) => s.missing.length > 0 || s.offered.length > 0);
  const [program, setProgram] = useState(() => usualProgram(fleet));
  const [kind, setKind] = useState(-1);
  const [cell, setCell] = useState<HeatCell>();
  const buckets = useMemo(() => timeBuckets(fleet), [fleet]);
  const choose = (next: number) => {
    setProgram(next);
    setCell(undefined);
  };
  return (
    <div className="fleet">
      <h1 className="hidden-text">{INDEX_WORDS.title(index.name)}</h1>
      <FleetHeader {...{ index, program, kind, onKind: setKind, onProgram: choose }} />
      <div className="fleet-body">
        <div className="fleet-said">
          {asked ? <Missing /> : null}
          <Problems />
          <About fleet={fleet} program={program} />
        </div>
        <Heat {...{ fleet, buckets, program, kind, cell, onChoose: setCell }} />
        <aside className="fleet-side" aria-label={INDEX_WORDS.growth.heading}>
          {cell ? (
            <CellProfiles
              {...{ fleet, buckets, program, cell }}
              onClose={() => setCell(undefined)}
            />
          ) : null}
          <GrowthList key={program} {...{ fleet, buckets, program, kind }} />
        </aside>
      </div>
    </div>
  );
}

interface HeatProps {
  readonly fleet: Fleet;
  readonly buckets: ReturnType<typeof timeBuckets>;
  readonly program: number;
  readonly kind: number;
  readonly cell: HeatCell | undefined;
  readonly onChoose: (cell: HeatCell) => void;
}

function Heat({ fleet, buckets, program, kind, cell, onChoose }: HeatProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const [clusters, setClusters] = useState(CLUSTERS);
  const map = useMemo(() => heatMap(fleet, buckets, program), [fleet, buckets, program]);
  const groups = useMemo(() => heatGroups(map, kind, unfolded), [map, kind, unfolded]);
  const unfold = (cluster: number) => {
    const next = new Set(unfolded);
    if (!next.delete(cluster)) next.add(cluster);
    setUnfolded(next);
  };
  return (
    <section className="fleet-heat" aria-labelledby="heat-heading">
      <h2 id="heat-heading" className="overline">
        {WORDS.heading}
      </h2>
      {groups.length === 0 ? (
        <p className="dim">{WORDS.filtered}</p>
      ) : (
        <HeatTable
          {...{ fleet, buckets, map, onChoose }}
          groups={groups.slice(0, clusters)}
          chosen={cell}
          onUnfold={unfold}
        />
      )}
      {groups.length > clusters ? (
        <button
          type="button"
          className="button small"
          onClick={() => setClusters(clusters + CLUSTERS * 2)}
        >
          {WORDS.moreClusters(groups.length - clusters)}
        </button>
      ) : null}
    </section>
  );
}

/** How many profiles of what are shown, and which are not. */
function About({ fleet, program }: { fleet: Fleet; program: number }) {
  const { profiles, leftOut } = fleet;
  const mine = profiles.id.flatMap((_, p) => (profiles.program[p] === program ? [p] : []));
  const clusters = new Set(mine.map((p) => profiles.cluster[p]));
  const day = (p: number | undefined) => dayText(profiles.time[p ?? 0] ?? 0);
  const reasons = (["differences", "sums", "others", "untimed", "unread"] as const)
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => INDEX_WORDS.leftOut[reason](leftOut[reason]));
  const [from, to] = [day(mine[0]), day(mine.at(-1))];
  return (
    <p className="fleet-about">
      {INDEX_WORDS.about(mine.length, programName(fleet, program), clusters.size, from, to)}
      {reasons.length > 0 ? <span className="dim"> {INDEX_WORDS.notShown(reasons)}</span> : null}
    </p>
  );
}
