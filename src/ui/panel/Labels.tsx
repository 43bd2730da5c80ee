import { useState } from "react";
import type { LabelKey, LabelsAnswer, LabelValue } from "../../engine/path-answers.js";
import type { Transform } from "../../engine/question.js";
import { useAnswer, useView } from "../../session/store.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { useSession } from "../app/session-context.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatShare,
  formatValue,
} from "../controls/page-format.js";

const FIRST = 5;
const WORDS = PANEL_WORDS.labels;

/** The labels of what is selected, or of all that is shown; each narrows or groups the graph. */
export function Labels() {
  const labels = useAnswer("labels");
  const view = useView();
  if (!labels || labels.keys.length === 0 || labels.path !== view.selection) return null;
  return (
    <>
      <h3 className="overline">{WORDS.title}</h3>
      {labels.keys.map((key) => (
        <Key key={key.rawKey} labels={labels} of={key} />
      ))}
      {labels.moreKeys > 0 ? (
        <p className="dim">{WORDS.moreKeys(formatCount(labels.moreKeys))}</p>
      ) : null}
    </>
  );
}

function Key({ labels, of }: { labels: LabelsAnswer; of: LabelKey }) {
  const [all, setAll] = useState(false);
  const add = useAddTransform();
  const rows = all ? of.values : of.values.slice(0, FIRST);
  const hidden = of.values.length - rows.length + of.more;
  return (
    <section className="labels" aria-label={WORDS.label(of.key)}>
      <p className="label-key">
        <span className="mono strong">{of.key}</span>{" "}
        <span className="dim" title={formatExact(of.value, labels.unit)}>
          {WORDS.inSamples(formatValue(of.value, labels.unit), formatCount(of.samples))}
        </span>
        {of.rawKey.includes(",") ? null : (
          <button
            type="button"
            className="link dim"
            title={WORDS.groupTitle}
            onClick={() => add({ do: "tagroot", pattern: of.rawKey })}
          >
            {WORDS.group}
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
              {all ? WORDS.fewer : WORDS.moreValues(formatCount(hidden))}
            </button>
          ) : null}
          {all && of.more > 0
            ? ` ${WORDS.moreHold(formatCount(of.more), formatValue(of.moreValue, labels.unit))}`
            : null}
        </p>
      ) : all ? (
        <button type="button" className="link dim" onClick={() => setAll(false)}>
          {WORDS.fewer}
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
            title={WORDS.focusTitle}
            onClick={() => add({ do: "tagfocus", pattern: of.filter })}
          >
            {of.text || WORDS.empty}
          </button>
        ) : (
          of.text || WORDS.empty
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
            title={WORDS.ignoreTitle}
            aria-label={WORDS.leaveOut(of.text)}
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
