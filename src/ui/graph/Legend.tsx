import { ACCENT_KIND } from "../../flamegraph/colour/kind-hues.js";
import { legendOf } from "../../flamegraph/colour/legend.js";
import { useAnswer, useView } from "../../session/store.js";
import { useTheme } from "../app/theme-choice.js";

/** What the colours of the graph mean. By kind the chips say it already. */
export function Legend() {
  const picture = useAnswer("picture");
  const view = useView();
  const theme = useTheme();
  if (!picture || view.colouring === "kind") return null;
  const legend = legendOf(view.colouring, picture, { theme, accentKind: ACCENT_KIND });
  return (
    <div className="legend">
      <span>{legend.title}</span>
      {legend.form === "ramp" ? (
        <span className="legend-item">
          {legend.items[0]?.label}
          <i
            className="legend-ramp"
            style={{
              background: `linear-gradient(to right, ${legend.items.map((i) => i.colour).join(", ")})`,
            }}
          />
          {legend.items.at(-1)?.label}
        </span>
      ) : (
        legend.items.map((item) => (
          <span className="legend-item" key={item.label}>
            <i style={{ background: item.colour }} />
            {item.label}
          </span>
        ))
      )}
      <span>{legend.note}</span>
    </div>
  );
}
