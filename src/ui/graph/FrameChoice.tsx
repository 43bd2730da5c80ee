import { GRANULARITIES, type Granularity } from "../../calltree/granularity.js";
import { granularityOf } from "../../engine/frames-of-steps.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";

const TITLES: Readonly<Record<Granularity, string>> = {
  functions: "functions",
  filefunctions: "functions and files",
  files: "files",
  lines: "lines",
  addresses: "addresses",
};

/** What one frame of the graph is. */
export function FrameChoice() {
  const view = useView();
  const session = useSession();
  const choose = (wanted: string) => {
    const granularity = GRANULARITIES.find((g) => g === wanted) ?? "functions";
    const others = view.transforms.filter((t) => t.do !== "granularity");
    session.change({
      transforms:
        granularity === "functions"
          ? others
          : [...others, { do: "granularity", pattern: granularity }],
      zoom: "",
      selection: "",
    });
  };
  return (
    <label className="switch" title="What one frame is, as pprof's -functions, -lines and so on">
      frames
      <select value={granularityOf(view.transforms)} onChange={(e) => choose(e.target.value)}>
        {GRANULARITIES.map((g) => (
          <option key={g} value={g}>
            {TITLES[g]}
          </option>
        ))}
      </select>
    </label>
  );
}
