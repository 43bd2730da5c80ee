import type { Fleet } from "../../fleet/fleet.js";
import { profilesOfCell } from "../../fleet/heat-map.js";
import type { TimeBuckets } from "../../fleet/time-buckets.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";
import { formatBytes } from "../controls/page-format.js";
import {
  clusterName,
  columnText,
  kindName,
  momentText,
  processName,
  profileLink,
  webAddress,
} from "./fleet-text.js";
import type { HeatCell } from "./HeatTable.js";

const WORDS = INDEX_WORDS.cell;
const SEEN = 40;

/** The profiles of a cell of the heat map, and the way to each. */
export function CellProfiles(props: {
  fleet: Fleet;
  buckets: TimeBuckets;
  program: number;
  cell: HeatCell;
  onClose: () => void;
}) {
  const { fleet, buckets, program, cell, onClose } = props;
  const { cluster, kind } = cell.row;
  const named = fleet.kinds[kind];
  if (!named) return null;
  const found = profilesOfCell(fleet, buckets, { program, cluster, kind, column: cell.column });
  return (
    <section className="cell-profiles" aria-label={WORDS.label}>
      <header>
        <h2>
          {clusterName(fleet, cluster)} · {kindName(named)}
          <span className="dim"> {columnText(buckets, cell.column)}</span>
        </h2>
        <button
          type="button"
          className="button quiet icon"
          aria-label={WORDS.close}
          onClick={onClose}
        >
          ✕
        </button>
      </header>
      {found.length === 0 ? <p className="dim">{WORDS.none}</p> : null}
      <ul>
        {found.slice(0, SEEN).map(({ profile, value }) => (
          <li key={profile}>
            <span>
              {processName(fleet, profile)}{" "}
              <span className="dim">{momentText(fleet.profiles.time[profile] ?? 0)}</span>
            </span>
            <strong>
              {WORDS.holds(formatBytes(value), formatBytes(fleet.profiles.value[profile] ?? 0))}
            </strong>
            <ProfileWay fleet={fleet} profile={profile} lit={named.key} />
          </li>
        ))}
      </ul>
      {found.length > SEEN ? <p className="dim">{WORDS.more(found.length - SEEN)}</p> : null}
    </section>
  );
}

/** By its address once its host is confirmed; else from the drop, the library, or the person. */
function ProfileWay({ fleet, profile, lit }: { fleet: Fleet; profile: number; lit: string }) {
  const file = fleet.profiles.file[profile] ?? "";
  const address = webAddress(file);
  return (
    <span className="cell-way">
      <span className="mono dim" title={file}>
        <bdi dir="ltr">{file}</bdi>
      </span>
      <a
        className="button small"
        href={profileLink(fleet, [profile], { lit })}
        title={address ? WORDS.fromHostTitle(address) : WORDS.localTitle(file)}
      >
        {address ? WORDS.fromHost(new URL(address).host) : WORDS.open}
      </a>
    </span>
  );
}
