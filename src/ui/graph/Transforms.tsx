import type { Transform } from "../../engine/question.js";
import { visibleText } from "../../lib/visible-text.js";
import { useView } from "../../session/store.js";
import { FILTER_WORDS } from "../../words/page/filter-words.js";
import { graphIsSeen } from "../app/beside.js";
import { useMedia, WIDE } from "../app/media.js";
import { useSession } from "../app/session-context.js";
import { AddFilter } from "./AddFilter.js";
import { NormalizeSwitch, StackSwitches } from "./Switches.js";
import { transformText, unquoted } from "./transform-text.js";
import { ZoomTrail } from "./ZoomTrail.js";

/** What narrows the graph, each as a chip that can be taken off; and the graph's switches. */
export function Transforms() {
  const view = useView();
  const session = useSession();
  const graph = graphIsSeen(view.tab, useMedia(WIDE));
  const off = (at: number) =>
    session.change({ transforms: view.transforms.filter((_, i) => i !== at) });
  return (
    <div className="transforms">
      <ZoomTrail />
      {view.transforms.map((t, i) => (
        <TransformChip key={transformText(t)} transform={t} onRemove={() => off(i)} />
      ))}
      <AddFilter />
      <span className="grow" />
      {graph || view.tab === "tree" ? <StackSwitches /> : null}
      {view.base !== -1 && !view.sum ? <NormalizeSwitch /> : null}
    </div>
  );
}

function TransformChip(props: { readonly transform: Transform; readonly onRemove: () => void }) {
  const { transform: t, onRemove } = props;
  const pattern = "pattern" in t ? visibleText(unquoted(t.pattern)) : undefined;
  return (
    <span className="chip">
      <span className="dim">{t.do.replace("-", " ")}</span>
      {pattern === undefined ? null : (
        <span className="mono cut-left" title={pattern}>
          <bdi>{pattern}</bdi>
        </span>
      )}
      <button
        type="button"
        className="close"
        aria-label={FILTER_WORDS.remove(transformText(t))}
        onClick={onRemove}
      >
        ✕
      </button>
    </span>
  );
}
