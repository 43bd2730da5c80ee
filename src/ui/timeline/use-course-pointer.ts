import { type PointerEvent, useState } from "react";
import { NO_BASE } from "../../engine/question.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";

type Pointer = PointerEvent<SVGSVGElement>;

/** Files that a drag goes from and to; the same while it has not left the first. */
export interface Drag {
  readonly from: number;
  readonly to: number;
}

/** A press shows a file, a drag compares two; the mouse rests on one. */
export function useCoursePointer(order: readonly number[], nearest: (x: number) => number) {
  const view = useView();
  const session = useSession();
  const [hover, setHover] = useState<number | undefined>();
  const [drag, setDrag] = useState<Drag | undefined>();
  const fileAt = (e: Pointer) => nearest(e.clientX - e.currentTarget.getBoundingClientRect().left);
  const drop = ({ from, to }: Drag) => {
    if (from === to) {
      const base = view.base === from ? { base: NO_BASE } : {};
      session.change({ shown: from, sum: false, ...base });
      return;
    }
    const isForward = order.indexOf(from) < order.indexOf(to);
    const ends = isForward ? { base: from, shown: to } : { base: to, shown: from };
    session.change({ ...ends, sum: false });
  };
  const handlers = {
    onPointerDown: (e: Pointer) => {
      const at = fileAt(e);
      e.currentTarget.setPointerCapture(e.pointerId);
      setDrag({ from: at, to: at });
    },
    onPointerMove: (e: Pointer) => {
      const at = fileAt(e);
      if (drag) setDrag({ from: drag.from, to: at });
      else if (e.pointerType === "mouse") setHover(at);
    },
    onPointerLeave: () => setHover(undefined),
    onPointerCancel: () => setDrag(undefined),
    onPointerUp: () => {
      if (!drag) return;
      setDrag(undefined);
      drop(drag);
    },
  };
  return { hover, drag, handlers };
}
