import { useEffect, useMemo, useState } from "react";
import { usableColouring } from "../../flamegraph/colour/usable-colouring.js";
import { FlameGraph, type FlameGraphProps } from "../../flamegraph/FlameGraph.js";
import { plumbingGroups } from "../../kubernetes/frames/plumbing.js";
import { type GraphPane, graphScreen } from "../../session/screen.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { GraphMenu, type MenuPlace } from "./GraphMenu.js";
import { useLinkedHover } from "./linked-hover.js";

/** The flame graph, or two of them side by side with linked hover, zoom and selection. */
export function GraphTab() {
  const answers = useStore((s) => s.answers);
  const failures = useStore((s) => s.failures);
  const view = useView();
  const [menu, setMenu] = useState<MenuPlace | undefined>();
  const { before, after } = graphScreen({ view, answers, failures });
  const openMenu = useMemo(
    () => (path: string, x: number, y: number) => setMenu({ path, x, y }),
    [],
  );
  const menuHere = <GraphMenu place={menu} onClose={() => setMenu(undefined)} />;
  if (before) {
    return (
      <div className="graph two">
        <div className="graph-half">
          <p className="overline">{GRAPH_WORDS.before}</p>
          <Pane pane={before} side="before" onMenu={openMenu} />
        </div>
        <div className="graph-half">
          <p className="overline">{GRAPH_WORDS.after}</p>
          <Pane pane={after} side="after" onMenu={openMenu} />
        </div>
        {menuHere}
      </div>
    );
  }
  return (
    <div className="graph">
      <Pane pane={after} onMenu={openMenu} />
      {menuHere}
    </div>
  );
}

interface PaneProps {
  readonly pane: GraphPane;
  /** which of two graphs; undefined for the only one */
  readonly side?: "before" | "after";
  readonly onMenu: NonNullable<FlameGraphProps["onMenu"]>;
}

/** One graph, or what stands in its place. */
function Pane({ pane, side, onMenu }: PaneProps) {
  if (pane.kind === "failed") return <p className="empty">{pane.failure.message}</p>;
  if (pane.kind === "waiting") return null;
  if (pane.kind === "nothing") {
    if (!side) return <NothingLeft />;
    return (
      <p className="empty">
        {side === "before" ? GRAPH_WORDS.nothingBefore : GRAPH_WORDS.nothingAfter}
      </p>
    );
  }
  return <Graph pane={pane} side={side} onMenu={onMenu} />;
}

type GraphProps = Omit<PaneProps, "pane"> & {
  readonly pane: Extract<GraphPane, { kind: "graph" }>;
  readonly side: PaneProps["side"] | undefined;
};

function Graph({ pane, side, onMenu }: GraphProps) {
  const { key, picture, names } = pane;
  const found = useAnswer("search");
  const linked = useLinkedHover(side);
  const view = useView();
  const session = useSession();
  const theme = useTheme();
  const place = side ?? "after";
  const matches = view.search && found && !found.refused ? found.matches : undefined;
  const handlers = useMemo(
    () => ({
      onZoom: (path: string) => session.change({ zoom: path }),
      onPart: (part: string, step: boolean) => session.change({ part }, step ? "push" : "replace"),
      onSelect: (path: string) => session.change({ selection: path }, "replace"),
      onUnfold: (path: string) => {
        const { unfolded } = session.store.getState().view;
        session.change({
          unfolded: unfolded.includes(path)
            ? unfolded.filter((p) => p !== path)
            : [...unfolded, path],
        });
      },
    }),
    [session],
  );
  const painted = (at: string) =>
    session.store.setState((s) => ({ painted: { ...s.painted, [place]: at } }));
  // A graph that leaves the screen is painted no more.
  useEffect(
    () => () => session.store.setState((s) => ({ painted: { ...s.painted, [place]: "" } })),
    [session, place],
  );
  return (
    <FlameGraph
      picture={picture}
      names={names}
      plumbingGroups={plumbingGroups()}
      orientation={view.orientation}
      colouring={usableColouring(view.colouring, picture)}
      matches={matches}
      lit={picture.boxLit.length > 0}
      zoom={view.zoom}
      part={view.part}
      selection={view.selection}
      theme={theme}
      accentKind="ConfigMap"
      {...handlers}
      onMenu={onMenu}
      {...linked}
      onPainted={() => painted(key)}
    />
  );
}

/** Nothing is left to draw: says why, and what to change. */
function NothingLeft() {
  const view = useView();
  const session = useSession();
  const picture = useAnswer("picture");
  const filtered = view.transforms.length > 0;
  return (
    <div className="empty">
      <p>
        {filtered
          ? GRAPH_WORDS.filteredOut
          : GRAPH_WORDS.allZero(picture?.sampleType ?? "", picture?.samples ?? 0)}
      </p>
      {filtered ? (
        <button type="button" className="button" onClick={() => session.change({ transforms: [] })}>
          {GRAPH_WORDS.removeFilters}
        </button>
      ) : (
        <p className="dim">{GRAPH_WORDS.chooseOther}</p>
      )}
    </div>
  );
}
