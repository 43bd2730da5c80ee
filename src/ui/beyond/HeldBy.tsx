import { useAnswer } from "../../session/store.js";
import { formatShare, formatValue } from "../controls/page-format.js";

/** Who holds the memory, and beside a heap of the same process who allocated it. */
export function HeldBy() {
  const answer = useAnswer("heldBy");
  if (!answer) return null;
  const { bytes, notFollowed, holders, beside } = answer;
  const size = (value: number) => formatValue(value, "bytes");
  return (
    <>
      <h3 className="overline">Held by</h3>
      <dl className="figures">
        {holders.map((h) => (
          <div key={h.path.join(" ")} title={h.path.join(" → ")}>
            <dt>{h.words}</dt>
            <dd title={`${formatShare(h.bytes / bytes)} of what is held`}>{size(h.bytes)}</dd>
          </div>
        ))}
        {notFollowed > 0 ? (
          <div title="goref found what these objects hang on, but not by which field: types made by generics, pointers without a type">
            <dt>of all, not followed</dt>
            <dd>{size(notFollowed)}</dd>
          </div>
        ) : null}
      </dl>
      {beside && beside.rows.length > 0 ? (
        <>
          <h3 className="overline">Allocated in {beside.name}, and held</h3>
          <dl className="figures">
            {beside.rows.map((row) => (
              <div key={row.kind} title={row.by === "" ? "" : `most allocated below ${row.by}`}>
                <dt>{row.kind}</dt>
                <dd>
                  {size(row.allocated)}, {size(row.held)} found
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </>
  );
}
