import { useState } from "react";
import type { LabelKey, LabelsAnswer, LabelValue } from "../../engine/answers.js";
import type { Transform } from "../../engine/question.js";
import { useAnswer, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatShare,
  formatValue,
} from "../controls/page-format.js";

const FIRST = 5;

/** The labels of what is selected, or of all that is shown; each narrows or groups the graph. */
export function Labels() {
  const labels = useAnswer("labels");
  const view = useView();
  if (!labels || labels.keys.length === 0 || labels.path !== view.selection) return null;
  return (
    <>
      <h3 className="overline">Labels</h3>
      {labels.keys.map((key) => (
        <Key key={key.rawKey} labels={labels} of={key} />
      ))}
      {labels.moreKeys > 0 ? <p className="dim">{formatCount(labels.moreKeys)} more keys</p> : null}
    </>
  );
}

function Key({ labels, of }: { labels: LabelsAnswer; of: LabelKey }) {
  const [all, setAll] = useState(false);
  const add = useAddTransform();
  const rows = all ? of.values : of.values.slice(0, FIRST);
  const hidden = of.values.length - rows.length + of.more;
  return (
    <section className="labels" aria-label={`label ${of.key}`}>
      <p className="label-key">
        <span className="mono strong">{of.key}</span>{" "}
        <span className="dim" title={formatExact(of.value, labels.unit)}>
          {formatValue(of.value, labels.unit)} in {formatCount(of.samples)} samples
        </span>
        {of.rawKey.includes(",") ? null : (
          <button
            type="button"
            className="link dim"
            title="A frame at the root for each value (tagroot)"
            onClick={() => add({ do: "tagroot", pattern: of.rawKey })}
          >
            group
          </button>
        )}
      </p>
      <dl className="figures">
        {rows.map((value) => (
          <Value key={`${value.text} ${value.filter}`} labels={labels} of={value} add={add} />
        ))}
      </dl>
      {hidden > 0 ? (
        <p className="dim">
          {of.values.length > FIRST ? (
            <button type="button" className="link dim" onClick={() => setAll(!all)}>
              {all ? "show fewer" : `${formatCount(hidden)} more values`}
            </button>
          ) : null}
          {all && of.more > 0
            ? ` ${formatCount(of.more)} more values hold ${formatValue(of.moreValue, labels.unit)}`
            : null}
        </p>
      ) : all ? (
        <button type="button" className="link dim" onClick={() => setAll(false)}>
          show fewer
        </button>
      ) : null}
    </section>
  );
}

function Value(props: { labels: LabelsAnswer; of: LabelValue; add: (t: Transform) => void }) {
  const { labels, of, add } = props;
  const { unit, hasBase } = labels;
  return (
    <div>
      <dt className="mono wrap">
        {of.filter ? (
          <button
            type="button"
            className="link bare"
            title="Only samples with this label (tagfocus)"
            onClick={() => add({ do: "tagfocus", pattern: of.filter })}
          >
            {of.text || "(empty)"}
          </button>
        ) : (
          of.text || "(empty)"
        )}
      </dt>
      <dd title={formatExact(of.value, unit)}>
        {formatValue(of.value, unit)}{" "}
        <span className="dim">
          {hasBase
            ? formatDelta(of.value - of.base, unit)
            : formatShare(labels.of === 0 ? 0 : of.value / labels.of)}
        </span>{" "}
        {of.filter ? (
          <button
            type="button"
            className="link dim"
            title="Samples with this label are left out (tagignore)"
            aria-label={`Leave out ${of.text}`}
            onClick={() => add({ do: "tagignore", pattern: of.filter })}
          >
            ✕
          </button>
        ) : null}
      </dd>
    </div>
  );
}

/** Adds a step to the view's. */
function useAddTransform(): (transform: Transform) => void {
  const session = useSession();
  return (transform) => {
    const { transforms } = session.store.getState().view;
    session.change({ transforms: [...transforms, transform], zoom: "" });
  };
}
