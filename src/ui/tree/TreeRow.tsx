// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row
import type { CSSProperties } from "react";
import type { FrameNames, Picture } from "../../engine/answers.js";
import { boxName, type Figures, foldTitle } from "../../flamegraph/paint/figures.js";
import { PLUMBING_GROUPS } from "../../kubernetes/frames/plumbing.js";
import { canonicalName, nameParts } from "../../profile/function-name.js";
import { changeError } from "../../profile/sampling/sampling-error.js";
import { TREE_WORDS } from "../../words/page/tree-words.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { formatDelta, formatExact, formatShare, formatValue } from "../controls/page-format.js";
import { TotalCell, TreeOpener } from "./TreeCells.js";
import { hasChildren } from "./tree-rows.js";

const COLUMNS = TREE_WORDS.columns;

/** Height of a row in pixels, as in tree.css. */
export const TREE_ROW = 22;

/** Names of the columns. */
export function TreeHead({ compared }: { compared: boolean }) {
  return (
    <div className="tree-row tree-head" role="row" data-compared={compared || undefined}>
      <span role="columnheader" title={COLUMNS.total.title}>
        {COLUMNS.total.label}
      </span>
      <span role="columnheader" title={COLUMNS.share.title}>
        {COLUMNS.share.label}
      </span>
      {compared ? (
        <span role="columnheader" title={COLUMNS.change.title}>
          {COLUMNS.change.label}
        </span>
      ) : null}
      <span role="columnheader" title={COLUMNS.self.title}>
        {COLUMNS.self.label}
      </span>
      <span role="columnheader" className="tree-name">
        {COLUMNS.call.label}
      </span>
    </div>
  );
}

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
  matches: Uint8Array | undefined;
  onOpen: (open: boolean) => void;
  onSelect: () => void;
  onZoom: () => void;
}) {
  const { box, depth, open, on, picture, names, figures, matches } = props;
  const { layout, unit } = picture;
  const total = figures.total[box]!;
  const self = figures.self[box]!;
  const share = figures.of === 0 ? 0 : total / figures.of;
  const inner = hasChildren(layout, box);
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
      data-match={matchesBox(picture, matches, box) || undefined}
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
        <Kind picture={picture} box={box} />
        <Name picture={picture} names={names} box={box} />
      </span>
    </div>
  );
}

function Change({ picture, box }: { picture: Picture; box: number }) {
  const after = picture.boxTotal[box]!;
  const before = picture.boxBaseTotal[box]!;
  const delta = after - before;
  const error = picture.boxDeltaError[box] ?? 0;
  const held = Math.abs(after) + Math.abs(before);
  const exact = formatExact(delta, picture.unit);
  const noise = delta === 0 || changeError(delta, error, held, picture.sampling).noise;
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

function Kind({ picture, box }: { picture: Picture; box: number }) {
  const theme = useTheme();
  const kind = picture.kinds[picture.boxKind[box]!];
  if (kind === undefined || box === 0) return null;
  return <i className="tree-kind" title={kind} style={{ background: bandColour(kind, theme) }} />;
}

function Name({ picture, names, box }: { picture: Picture; names: FrameNames; box: number }) {
  const { layout } = picture;
  const fold = layout.fold[box]!;
  if (fold >= 0) {
    const { group, frames } = foldTitle(layout, fold, PLUMBING_GROUPS);
    return (
      <span className="tree-text">
        {group} <span className="dim">· {frames}</span>
      </span>
    );
  }
  const name = boxName(picture, names, PLUMBING_GROUPS, box);
  if (layout.frame[box]! < 0) return <span className="tree-text">{name}</span>;
  const { short, path } = nameParts(canonicalName(name));
  const file = names.files[layout.frame[box]!] ?? "";
  return (
    <span className="tree-text mono" title={file ? `${name}\n${file}` : name}>
      {short} <span className="dim">{path}</span>
    </span>
  );
}

function matchesBox(picture: Picture, matches: Uint8Array | undefined, box: number): boolean {
  if (!matches) return false;
  const { layout } = picture;
  const fold = layout.fold[box]!;
  if (fold < 0) return matches[layout.frame[box]!] === 1;
  const { offsets, memberFrame } = layout.folds;
  for (let m = offsets[fold]!; m < offsets[fold + 1]!; m++) {
    if (matches[memberFrame[m]!] === 1) return true;
  }
  return false;
}
