import { ACCENT_KIND } from "../../flamegraph/colour/kind-hues.js";
import { type Legend as Colours, legendOf } from "../../flamegraph/colour/legend.js";
import { usableColouring } from "../../flamegraph/colour/usable-colouring.js";
import { useAnswer, useNames, useView } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { useTheme } from "../app/theme-choice.js";
import { comparedWith, whyNoGrowth } from "../controls/compared-with.js";

/** What the colours of the graph mean. By kind the chips say it already. */
export function Legend() {
  const picture = useAnswer("picture");
  const names = useNames("picture");
  const set = useAnswer("set");
  const view = useView();
  const theme = useTheme();
  if (!picture || view.colouring === "kind") return null;
  const colouring = usableColouring(view.colouring, picture);
  if (colouring !== view.colouring) {
    const why = whyNoGrowth(view, picture.isDelta);
    return (
      <div className="legend">{GRAPH_WORDS.byKindSince(why || GRAPH_WORDS.nothingToCompare)}</div>
    );
  }
  if (names?.id !== picture.namesId) return null;
  const against = comparedWith(view, set);
  const legend = legendOf(colouring, picture, { theme, accentKind: ACCENT_KIND, names, against });
  return (
    <div className="legend">
      <span>{legend.title}</span>
      {legend.form === "ramp" ? <Ramp items={legend.items} /> : <Items items={legend.items} />}
      <span>{legend.note}</span>
    </div>
  );
}

function Ramp({ items }: Pick<Colours, "items">) {
  const colours = items.map((i) => i.colour).join(", ");
  return (
    <span className="legend-item">
      {items[0]?.label}
      <i className="legend-ramp" style={{ background: `linear-gradient(to right, ${colours})` }} />
      {items.at(-1)?.label}
    </span>
  );
}

function Items({ items }: Pick<Colours, "items">) {
  return items.map((item) => (
    <span className="legend-item" key={item.label}>
      <i style={{ background: item.colour }} />
      {item.label}
    </span>
  ));
}
