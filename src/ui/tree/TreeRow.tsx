// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row
import type { CSSProperties } from "react";
import type { FrameNames, Picture } from "../../engine/answers.js";
import { boxName, type Figures, foldTitle } from "../../flamegraph/paint/figures.js";
import { plumbingGroups } from "../../kubernetes/frames/plumbing.js";
import { canonicalName, nameParts } from "../../profile/function-name.js";
import { type BoxRow, boxChange, boxRow } from "../../rows/box-rows.js";
import { TREE_WORDS } from "../../words/page/tree-words.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { formatDelta, formatExact, formatShare, formatValue } from "../controls/page-format.js";
import { TotalCell, TreeOpener } from "./TreeCells.js";

/** Height of a row in pixels, as in tree.css. */
export const TREE_ROW = 22;

/** One call of the tree. */
export function TreeRow(props: {
  id: string;
  index: number;
  place: CSSProperties;
  box: number;
  depth: number;
  open: boolean;
  on: boolean;
  picture: Picture;
  names: FrameNames;
  figures: Figures;
  match: boolean;
  onOpen: (open: boolean) => void;
  onSelect: () => void;
  onZoom: () => void;
}) {
  const { box, depth, open, on, picture, names, figures } = props;
  const { unit } = picture;
  const row = boxRow(picture, names, figures, box);
  const { total, self, share, inner } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
    <div
      id={props.id}
      role="row"
      tabIndex={-1}
      className="tree-row"
      aria-rowindex={props.index + 2}
      aria-level={depth + 1}
      aria-expanded={inner ? open : undefined}
      aria-selected={on}
      data-on={on || undefined}
      data-match={props.match || undefined}
      data-compared={picture.hasBase || undefined}
      style={props.place}
      onClick={props.onSelect}
      onDoubleClick={props.onZoom}
    >
      <TotalCell value={total} unit={unit} share={share} />
      <span role="gridcell" className="dim">
        {formatShare(share)}
      </span>
      {picture.hasBase ? <Change picture={picture} box={box} /> : null}
      <span role="gridcell" className="dim" title={formatExact(self, unit)}>
        {self === 0 ? "" : formatValue(self, unit)}
      </span>
      <span role="gridcell" className="tree-name">
        <span style={{ width: Math.min(depth, 60) * 12, flex: "none" }} />
        <TreeOpener inner={inner} open={open} onOpen={props.onOpen} />
        <Kind kind={row.kind} />
        <Name {...{ picture, names, box, row }} />
      </span>
    </div>
  );
}

function Change({ picture, box }: { picture: Picture; box: number }) {
  const { delta, noise } = boxChange(picture, box);
  const exact = formatExact(delta, picture.unit);
  return (
    <span
      role="gridcell"
      className={noise ? "dim" : delta > 0 ? "more" : "less"}
      title={noise && delta !== 0 ? TREE_WORDS.noise(exact) : exact}
    >
      {formatDelta(delta, picture.unit)}
    </span>
  );
}

function Kind({ kind }: { kind: string | undefined }) {
  const theme = useTheme();
  if (kind === undefined) return null;
  return <i className="tree-kind" title={kind} style={{ background: bandColour(kind, theme) }} />;
}

function Name(props: { picture: Picture; names: FrameNames; box: number; row: BoxRow }) {
  const { picture, names, box, row } = props;
  if (row.fold >= 0) {
    const { group, frames } = foldTitle(picture.layout, row.fold, plumbingGroups());
    return (
      <span className="tree-text">
        {group} <span className="dim">· {frames}</span>
      </span>
    );
  }
  const name = boxName(picture, names, plumbingGroups(), box);
  const { file } = row;
  if (file === undefined) return <span className="tree-text">{name}</span>;
  const { short, path } = nameParts(canonicalName(name));
  return (
    <span className="tree-text mono" title={file ? `${name}\n${file}` : name}>
      {short} <span className="dim">{path}</span>
    </span>
  );
}
