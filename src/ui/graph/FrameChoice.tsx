import { GRANULARITIES } from "../../calltree/granularity.js";
import { granularityOf } from "../../engine/frames-of-steps.js";
import { useView } from "../../session/store.js";
import { FILTER_WORDS } from "../../words/page/filter-words.js";
import { useSession } from "../app/session-context.js";

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
    <label className="switch" title={FILTER_WORDS.framesTitle}>
      <span className="switch-word">{FILTER_WORDS.frames}</span>
      <select value={granularityOf(view.transforms)} onChange={(e) => choose(e.target.value)}>
        {GRANULARITIES.map((g) => (
          <option key={g} value={g}>
            {FILTER_WORDS.granularities[g]}
          </option>
        ))}
      </select>
    </label>
  );
}
