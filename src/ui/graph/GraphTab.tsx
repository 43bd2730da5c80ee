import { useMemo, useState } from "react";
import { FlameGraph } from "../../flamegraph/FlameGraph.js";
import { PLUMBING_GROUPS } from "../../kubernetes/frames/plumbing.js";
import { isTwofold } from "../../session/questions.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { GraphMenu, type MenuPlace } from "./GraphMenu.js";

/** The flame graph, or two of them side by side with linked hover, zoom and selection. */
export function GraphTab() {
  const picture = useAnswer("picture");
  const before = useAnswer("before");
  const beforeKey = useStore((s) => s.answers.before?.key ?? "");
  const names = useStore((s) => s.names);
  const found = useAnswer("search");
  const failure = useStore((s) => s.failures.picture?.failure);
  const pictureKey = useStore((s) => s.answers.picture?.key ?? "");
  const hover = useStore((s) => s.hover);
  const view = useView();
  const session = useSession();
  const theme = useTheme();
  const [menu, setMenu] = useState<MenuPlace | undefined>();
  const matches = view.search && found && !found.refused ? found.matches : undefined;
  const handlers = useMemo(
    () => ({
      onZoom: (path: string) => session.change({ zoom: path }),
      onPart: (part: string, step: boolean) => session.change({ part }, step ? "push" : "replace"),
      onSelect: (path: string) => session.change({ selection: path }, "replace"),
      onHover: (path: string) => useStore.setState({ hover: path }),
      onMenu: (path: string, x: number, y: number) => setMenu({ path, x, y }),
      onUnfold: (path: string) => {
        const { unfolded } = useStore.getState().view;
        session.change({
          unfolded: unfolded.includes(path)
            ? unfolded.filter((p) => p !== path)
            : [...unfolded, path],
        });
      },
    }),
    [session],
  );
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!picture || !names || names.id !== picture.namesId) return <div className="graph" />;
  if (picture.layout.width[0] === 0) return <NothingLeft />;
  const common = {
    picture,
    names,
    plumbingGroups: PLUMBING_GROUPS,
    orientation: view.orientation,
    colouring: view.colouring,
    matches,
    lit: picture.boxLit.length > 0,
    zoom: view.zoom,
    part: view.part,
    selection: view.selection,
    theme,
    accentKind: "ConfigMap",
    ...handlers,
  };
  const painted = () => useStore.setState({ paintedKey: pictureKey });
  const paintedBefore = () => useStore.setState({ paintedBefore: beforeKey });
  if (isTwofold(view)) {
    return (
      <div className="graph two">
        <div className="graph-half">
          <p className="overline">before</p>
          {before && before.namesId === names.id && before.layout.width[0] !== 0 ? (
            <FlameGraph
              {...common}
              picture={before}
              lit={before.boxLit.length > 0}
              side="before"
              hover={hover}
              onPainted={paintedBefore}
            />
          ) : (
            <p className="empty">{before ? "Nothing was held before." : ""}</p>
          )}
        </div>
        <div className="graph-half">
          <p className="overline">after</p>
          <FlameGraph {...common} side="after" hover={hover} onPainted={painted} />
        </div>
        <GraphMenu place={menu} onClose={() => setMenu(undefined)} />
      </div>
    );
  }
  return (
    <div className="graph">
      <FlameGraph {...common} onPainted={painted} />
      <GraphMenu place={menu} onClose={() => setMenu(undefined)} />
    </div>
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
          ? "No sample is left by the filters."
          : `This profile has no ${picture?.sampleType ?? ""} at all: ${picture?.samples ?? 0} samples, all of them zero.`}
      </p>
      {filtered ? (
        <button type="button" className="button" onClick={() => session.change({ transforms: [] })}>
          Remove the filters
        </button>
      ) : (
        <p className="dim">Choose another sample type, or open another profile.</p>
      )}
    </div>
  );
}
