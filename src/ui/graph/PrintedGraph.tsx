import { useEffect, useRef } from "react";
import { svgOf } from "../../publish/image-file.js";
import { useSession } from "../app/session-context.js";
import { seenPicture } from "./current-picture.js";

/** Of the drawing in CSS pixels: about that of a sheet, so that its letters stay as large. */
const WIDTH = 900;

/** The graph as a drawing with title and legend, there only while the page is printed. */
export function PrintedGraph() {
  const session = useSession();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fill = () => {
      const seen = seenPicture(session.store, "light");
      if (!seen || !sheet.current) return;
      const drawing = new DOMParser().parseFromString(
        svgOf({ ...seen, finding: "", width: WIDTH }),
        "image/svg+xml",
      );
      sheet.current.replaceChildren(document.adoptNode(drawing.documentElement));
    };
    const empty = () => sheet.current?.replaceChildren();
    window.addEventListener("beforeprint", fill);
    window.addEventListener("afterprint", empty);
    return () => {
      window.removeEventListener("beforeprint", fill);
      window.removeEventListener("afterprint", empty);
    };
  }, [session]);
  return <div className="print-sheet" ref={sheet} aria-hidden="true" />;
}
