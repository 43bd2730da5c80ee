import type { RefObject } from "react";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import type { HiddenSides } from "./hidden-sides.js";

/** Says that columns are out of sight, and brings them in. */
export function MoreColumns(props: {
  hidden: HiddenSides;
  scroller: RefObject<HTMLElement | null>;
}) {
  const { hidden, scroller } = props;
  const by = (direction: 1 | -1) => {
    const element = scroller.current;
    element?.scrollBy({ left: direction * element.clientWidth * 0.6 });
  };
  if (hidden.right > 1) {
    return (
      <button type="button" className="link dim more-columns" onClick={() => by(1)}>
        {CONTROLS_WORDS.moreToTheRight}
      </button>
    );
  }
  if (hidden.left > 1) {
    return (
      <button type="button" className="link dim more-columns" onClick={() => by(-1)}>
        {CONTROLS_WORDS.moreToTheLeft}
      </button>
    );
  }
  return null;
}
