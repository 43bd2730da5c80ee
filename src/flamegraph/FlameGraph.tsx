import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import "./flamegraph.css";
import { must } from "../lib/must.js";
import { FLAMEGRAPH_WORDS } from "../words/flamegraph-words.js";
import { TONES } from "./colour/canvas-theme.js";
import { Stage } from "./graph-controller.js";
import { standingAmongSiblings } from "./input/box-navigation.js";
import { type Facts, factsOf, factsText } from "./paint/tooltip-content.js";
import type { FlameGraphProps } from "./props.js";
import { FlameTip } from "./Tooltip.js";

export type { FlameGraphProps } from "./props.js";

/**
 * A flame graph or icicle. All that it shows comes with its props; it fills the element around
 * it. For assistive technology it is a tree with one item, the active one, described in words.
 */
export function FlameGraph(props: FlameGraphProps) {
  const host = useRef<HTMLDivElement>(null);
  const graph = useRef<HTMLCanvasElement>(null);
  const fade = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage>(null);
  const id = useId();
  const [facts, setFacts] = useState<Facts | undefined>(undefined);
  const [active, setActive] = useState(-1);

  useLayoutEffect(() => {
    const made = new Stage(
      {
        host: must(host.current, "an element of the graph"),
        graph: must(graph.current, "an element of the graph"),
        fade: must(fade.current, "an element of the graph"),
        marks: must(marks.current, "an element of the graph"),
        map: must(map.current, "an element of the graph"),
        tip: must(tip.current, "an element of the graph"),
      },
      { tip: setFacts, active: setActive },
    );
    stage.current = made;
    return () => {
      stage.current = null;
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => stage.current?.update(props));
  useLayoutEffect(() => {
    if (facts) stage.current?.placeTip();
  }, [facts]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!stage.current?.key(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const tones = TONES[props.theme];
  const style = {
    "--flamegraph-focus": tones.focus,
    "--flamegraph-line": tones.line,
    "--flamegraph-panel": tones.panel,
    "--flamegraph-text": tones.text,
    "--flamegraph-dim": tones.dim,
    "--flamegraph-more": tones.more,
    "--flamegraph-less": tones.less,
    background: tones.ground,
  } as CSSProperties;
  return (
    <div className="flamegraph-frame" style={style}>
      <div
        ref={host}
        className="flamegraph"
        role="tree"
        tabIndex={0}
        aria-label={props.label ?? graphLabel(props)}
        aria-activedescendant={`${id}item`}
        aria-describedby={facts ? `${id}tip` : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) stage.current?.tipForActive();
        }}
        onBlur={() => stage.current?.leave()}
      >
        <div className="flamegraph-layers" aria-hidden="true">
          <canvas ref={graph} />
          <canvas ref={fade} className="flamegraph-fade" />
          <canvas ref={marks} />
        </div>
        <div ref={map} className="flamegraph-map" data-minimap="" aria-hidden="true" />
        <ActiveItem
          id={`${id}item`}
          box={active}
          picture={props.picture}
          names={props.names}
          plumbingGroups={props.plumbingGroups}
          side={props.side}
        />
      </div>
      <FlameTip ref={tip} id={`${id}tip`} facts={facts} />
    </div>
  );
}

function graphLabel(props: FlameGraphProps): string {
  return FLAMEGRAPH_WORDS.label(props.orientation === "flame", props.picture.sampleType);
}

interface ActiveItemProps extends Pick<FlameGraphProps, "picture" | "names" | "plumbingGroups"> {
  readonly id: string;
  /** -1 for none: then it is the root */
  readonly box: number;
  readonly side: FlameGraphProps["side"];
}

/**
 * The active box in words, off the screen: name, value, share, level. Counting its siblings may
 * take long, so it is made again only when it is another one, not while the pointer moves.
 */
const ActiveItem = memo(function ActiveItem(props: ActiveItemProps) {
  const { id, picture, names, plumbingGroups, side } = props;
  const { layout } = picture;
  const box = props.box >= 0 && props.box < layout.count ? props.box : 0;
  if (layout.count === 0) return null;
  const { level, position, siblings } = standingAmongSiblings(layout, box);
  const hit = { box, blocked: 0 };
  return (
    <div
      id={id}
      className="flamegraph-item"
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={props.box >= 0}
      aria-expanded={layout.fold[box] >= 0 ? false : box + 1 < layout.end[box] ? true : undefined}
      tabIndex={-1}
    >
      {factsText(factsOf(picture, names, plumbingGroups, hit, side ?? "both"))}
    </div>
  );
});
