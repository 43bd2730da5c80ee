import type { Ref } from "react";
import type { Facts } from "./paint/tooltip-content.js";

/** The tooltip of a box. It stays in the page, so that where it goes can be measured. */
export function FlameTip(props: {
  facts: Facts | undefined;
  id: string;
  ref: Ref<HTMLDivElement>;
}) {
  const { facts, id, ref } = props;
  return (
    <div
      ref={ref}
      id={id}
      role="tooltip"
      className="flamegraph-tip"
      data-shown={facts !== undefined}
    >
      {facts && (
        <>
          <div className="flamegraph-tip-title">{facts.title}</div>
          {facts.file !== "" && <div className="flamegraph-tip-file">{facts.file}</div>}
          <dl>
            {facts.rows.map((row) => (
              <FactCells key={row.label} {...row} />
            ))}
          </dl>
          {facts.notes.map((note, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes are texts without identity
            <div key={i} className="flamegraph-tip-note">
              {note}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

function FactCells(row: Facts["rows"][number]) {
  return (
    <>
      <dt>{row.label}</dt>
      <dd data-tone={row.tone}>{row.value}</dd>
      <dd>{row.aside}</dd>
    </>
  );
}
