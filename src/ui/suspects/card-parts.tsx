import { shortName } from "../../profile/function-name.js";
import { useAnswer, useView } from "../../session/store.js";
import { Sparkline } from "../controls/Sparkline.js";

/** What a path holds in each file, in their order; nothing of two files or fewer. */
export function Course(props: { readonly series: readonly number[]; readonly unit: string }) {
  const { series, unit } = props;
  const set = useAnswer("set");
  const view = useView();
  if (!set || series.length <= 2) return null;
  return (
    <Sparkline
      series={set.order.map((i) => series[i] ?? 0)}
      times={set.order.map((i) => set.times[i])}
      unit={unit}
      trend={null}
      marked={set.order.indexOf(view.shown)}
    />
  );
}

/** Names from the root on, folded away. */
export function PathList(props: { readonly stack: readonly string[]; readonly summary: string }) {
  return (
    <details>
      <summary>{props.summary}</summary>
      <ol className="stack mono">
        {props.stack.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stack may hold a name twice
          <li key={i} title={name}>
            {shortName(name)}
          </li>
        ))}
      </ol>
    </details>
  );
}
