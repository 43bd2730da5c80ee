import type { FrameNames, Picture } from "../../engine/answers.js";
import { foldTitle } from "../../flamegraph/paint/figures.js";
import { parsePart } from "../../flamegraph/viewport/part.js";
import { boxAtPath, pathOf } from "../../flamegraph/viewport/path-anchor.js";
import { plumbingGroups } from "../../kubernetes/frames/plumbing.js";
import { itemAt } from "../../lib/must.js";
import { shortName } from "../../profile/function-name.js";
import { useAnswer, useNames, useView } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { graphIsSeen } from "../app/beside.js";
import { useMedia, WIDE } from "../app/media.js";
import { useSession } from "../app/session-context.js";
import { formatShare } from "../controls/page-format.js";
import { withShortcut } from "../controls/shortcut-table.js";

const WORDS = GRAPH_WORDS.trail;

/** Steps of the way to what is zoomed to that are named; those between are left out. */
const NAMED = 4;

/** Where one has zoomed to: the way there, each step of which can be gone back to, and a reset. */
export function ZoomTrail() {
  const view = useView();
  const session = useSession();
  const picture = useAnswer("picture");
  const names = useNames("picture");
  const part = parsePart(view.part);
  const narrowed = part !== undefined && Math.abs(part.share - 1) > 1e-4;
  const graph = graphIsSeen(view.tab, useMedia(WIDE));
  if (!graph && view.tab !== "tree") return null;
  if (view.zoom === "" && !narrowed) return null;
  const steps =
    picture && names && names.id === picture.namesId ? stepsTo(view.zoom, picture, names) : [];
  const shown = steps.slice(-NAMED);
  return (
    <nav className="trail" aria-label={WORDS.label}>
      <button
        type="button"
        className="chip"
        {...withShortcut(WORDS.whole, "wholeGraph")}
        onClick={() => session.change({ zoom: "", part: "" })}
      >
        {WORDS.all} <span aria-hidden="true">✕</span>
        <span className="hidden-text">{WORDS.reset}</span>
      </button>
      {steps.length > shown.length ? <span className="dim">› …</span> : null}
      {shown.map(({ path, name }) => (
        <span key={path} className="trail-step">
          <span className="dim" aria-hidden="true">
            ›
          </span>
          <button
            type="button"
            className="link bare mono"
            title={name}
            aria-current={path === view.zoom ? "location" : undefined}
            onClick={() => session.change({ zoom: path, part: "" })}
          >
            <bdi>{shortName(name)}</bdi>
          </button>
        </span>
      ))}
      {narrowed ? (
        <span className="dim trail-part">
          {WORDS.part(formatShare(part.share), view.zoom !== "")}
        </span>
      ) : null}
    </nav>
  );
}

/** The boxes from the root, without it, to a path. */
function stepsTo(
  zoom: string,
  { layout }: Picture,
  names: FrameNames,
): { readonly path: string; readonly name: string }[] {
  const steps: { path: string; name: string }[] = [];
  for (let box = boxAtPath(layout, zoom); box > 0; box = itemAt(layout.parent, box)) {
    const fold = itemAt(layout.fold, box);
    const name =
      fold >= 0
        ? foldTitle(layout, fold, plumbingGroups()).group
        : (names.names[itemAt(layout.frame, box)] ?? "");
    steps.unshift({ path: pathOf(layout, box), name });
  }
  return steps;
}
