import type { Picture } from "../../engine/answers.js";
import { NO_BASE } from "../../engine/question.js";
import { usableColouring } from "../../flamegraph/colour/usable-colouring.js";
import { useAnswer, useView } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { graphIsSeen } from "../app/beside.js";
import { useMedia, WIDE } from "../app/media.js";
import { useSession } from "../app/session-context.js";
import { comparedWith, whyNoGrowth } from "../controls/compared-with.js";
import { Segments } from "../controls/SegmentedControl.js";
import { withShortcut } from "../controls/shortcut-table.js";

const WORDS = GRAPH_WORDS.controls;

/** How the graph is drawn; of a call tree alone, from which end. */
export function GraphControls() {
  const view = useView();
  const picture = useAnswer("picture");
  const graph = graphIsSeen(view.tab, useMedia(WIDE));
  if (!graph && view.tab !== "tree") return null;
  return (
    <div className="graph-controls">
      {graph ? (
        <>
          <DirectionChoice />
          <ColourChoice picture={picture} />
        </>
      ) : null}
      <Invert />
      {graph && view.base !== NO_BASE && !view.sum ? <WidthChoice /> : null}
    </div>
  );
}

function DirectionChoice() {
  const view = useView();
  const session = useSession();
  const choice = <T extends "flame" | "icicle">(value: T) => {
    const { label, title } = WORDS[value as "flame" | "icicle"];
    return { value, label, ...withShortcut(title, "orientation") };
  };
  return (
    <Segments
      label={WORDS.direction}
      value={view.orientation}
      choices={[choice("flame"), choice("icicle")]}
      onChange={(orientation) => session.change({ orientation })}
    />
  );
}

/** What the colours stand for; why growth and survival cannot be shown is their title. */
function ColourChoice({ picture }: { readonly picture: Picture | undefined }) {
  const view = useView();
  const session = useSession();
  const against = comparedWith(view, useAnswer("set"));
  const noGrowth = whyNoGrowth(view, picture?.isDelta === true);
  const compared = view.base !== NO_BASE && !view.sum;
  const noSurvival = (compared ? "" : whyNoGrowth(view, false)) || (picture?.survivalRefused ?? "");
  const growth = against ? WORDS.differenceTitle(against) : WORDS.growth.title;
  const titled = (title: string) => withShortcut(title, "colouring");
  return (
    <Segments
      label={WORDS.colour}
      value={usableColouring(view.colouring, picture)}
      choices={[
        { value: "kind", label: WORDS.kind.label, ...titled(WORDS.kind.title) },
        {
          value: "growth",
          label: against ? WORDS.difference : WORDS.growth.label,
          disabled: noGrowth !== "",
          title: noGrowth || titled(growth).title,
        },
        {
          value: "survival",
          label: WORDS.survival.label,
          disabled: !compared || noSurvival !== "",
          title: noSurvival || titled(WORDS.survival.title).title,
        },
        { value: "package", label: WORDS.package.label, ...titled(WORDS.package.title) },
      ]}
      onChange={(colouring) => session.change({ colouring })}
    />
  );
}

function Invert() {
  const view = useView();
  const session = useSession();
  return (
    <button
      type="button"
      className="button quiet"
      aria-pressed={view.inverted}
      {...withShortcut(WORDS.invert.title, "invert")}
      onClick={() => session.change({ inverted: !view.inverted, zoom: "", selection: "" })}
    >
      {WORDS.invert.label}
    </button>
  );
}

/** Which of the two sides widths stand for, or both sides beside each other. */
function WidthChoice() {
  const view = useView();
  const session = useSession();
  const choose = (value: string) =>
    session.change(
      value === "side"
        ? { sideBySide: true }
        : { sideBySide: false, widths: value as typeof view.widths },
    );
  return (
    <label className="picker" title={WORDS.widthsTitle}>
      <select
        aria-label={WORDS.widths}
        value={view.sideBySide ? "side" : view.widths}
        onChange={(e) => choose(e.target.value)}
      >
        {Object.entries(WORDS.widthChoices).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
