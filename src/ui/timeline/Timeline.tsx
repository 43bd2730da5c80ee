import { useEffect, useRef, useState } from "react";
import { useAnswer, useView } from "../../session/store.js";
import { TIMELINE_WORDS } from "../../words/page/timeline-words.js";
import { sourcesOf } from "./files-in-order.js";
import { SetKind } from "./SetKind.js";
import { StripSources } from "./StripSources.js";
import { sourcesWithRoom } from "./source-plot.js";
import { StripBars } from "./TimelineBars.js";
import { StripCourse } from "./TimelineCourse.js";
import { rightMargin } from "./timeline-parts.js";

/** The snapshots of the set: total over time, stacked by kind; bars, for a fleet; or both. */
export function Strip() {
  const set = useAnswer("set");
  const view = useView();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Where the pointer rests is forgotten once there are other files: it may be a file no more.
  const count = view.files.length;
  const usable = set && set.totals.length === count ? set : undefined;
  const sources = usable && sourcesOf(view, usable);
  return (
    <section className="strip" ref={box} aria-label={TIMELINE_WORDS.snapshots}>
      {usable && width > 0 ? (
        sources ? (
          <StripSources key={count} set={usable} sources={sources} width={width} />
        ) : usable.kind === "series" ? (
          <StripCourse key={count} set={usable} width={width} />
        ) : (
          <StripBars key={count} set={usable} width={width} />
        )
      ) : null}
      {usable ? (
        <SetKind set={usable} sources={sources} room={sourcesWithRoom(width - rightMargin())} />
      ) : null}
    </section>
  );
}
