import { NO_BASE } from "../../engine/question.js";
import { usableColouring } from "../../flamegraph/colour/usable-colouring.js";
import { useAnswer, useView } from "../../session/store.js";
import { TABS, type Tab } from "../../view/view.js";
import { comparedWith, whyNoGrowth } from "../controls/compared-with.js";
import { Segments } from "../controls/SegmentedControl.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { graphIsSeen } from "./beside.js";
import { useMedia, WIDE } from "./media.js";
import { useSession } from "./session-context.js";

const LABELS: Readonly<Record<Tab, string>> = {
  graph: "Graph",
  table: "Table",
  tree: "Call tree",
  callers: "Callers",
  kubernetes: "Kubernetes",
  suspects: "Suspects",
};

/** The tabs, and what changes the graph. */
export function Tabs() {
  const view = useView();
  const session = useSession();
  const suspects = useAnswer("suspects");
  const picture = useAnswer("picture");
  const against = comparedWith(view, useAnswer("set"));
  const noGrowth = whyNoGrowth(view, picture?.isDelta === true);
  const graph = graphIsSeen(view.tab, useMedia(WIDE));
  const compared = view.base !== NO_BASE && !view.sum;
  const detail = useAnswer("detail");
  const selected = detail && detail.stack.length > 0 && view.selection ? detail.name : "";
  const held = suspects !== undefined && suspects.about !== "growth";
  const move = (from: number, by: number) => {
    const tab = TABS[(from + by + TABS.length) % TABS.length]!;
    session.change({ tab });
    document.getElementById(`tab-${tab}`)?.focus();
  };
  return (
    <div className="tabs-row">
      <div className="tabs" role="tablist" aria-label="Views">
        {TABS.map((tab, i) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            aria-selected={view.tab === tab}
            aria-controls="tabpanel"
            tabIndex={view.tab === tab ? 0 : -1}
            onClick={() =>
              session.change({
                tab,
                ...(tab === "callers" && selected ? { callersOf: selected } : {}),
              })
            }
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") move(i, 1);
              else if (event.key === "ArrowLeft") move(i, -1);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            {tab === "suspects" && held ? "Top holders" : LABELS[tab]}
            {tab === "suspects" && suspects && suspects.suspects.length > 0 ? (
              <span className="count">{suspects.suspects.length}</span>
            ) : null}
          </button>
        ))}
      </div>
      <span className="grow" />
      {view.tab === "tree" && !graph ? (
        <div className="graph-controls">
          <Invert />
        </div>
      ) : null}
      {graph ? (
        <div className="graph-controls">
          <Segments
            label="Direction of the graph"
            value={view.orientation}
            choices={[
              {
                value: "flame",
                label: "Flame",
                ...withShortcut("grows up from the root", "orientation"),
              },
              {
                value: "icicle",
                label: "Icicle",
                ...withShortcut("hangs down from the root", "orientation"),
              },
            ]}
            onChange={(orientation) => session.change({ orientation })}
          />
          <Segments
            label="Colour"
            value={usableColouring(view.colouring, picture)}
            choices={[
              { value: "kind", label: "Kind", ...withShortcut("by Kubernetes kind", "colouring") },
              {
                value: "growth",
                label: against ? "Difference" : "Growth",
                disabled: noGrowth !== "",
                title:
                  noGrowth ||
                  withShortcut(
                    `by ${against ? `more or less than ${against}` : "growth since the base"}`,
                    "colouring",
                  ).title,
              },
              {
                value: "survival",
                label: "Survival",
                disabled: !compared || (picture?.survivalRefused ?? "") !== "",
                title:
                  (compared ? "" : whyNoGrowth(view, false)) ||
                  picture?.survivalRefused ||
                  withShortcut(
                    "live growth over what was allocated: 1 stays, 0 is garbage",
                    "colouring",
                  ).title,
              },
              {
                value: "package",
                label: "Package",
                ...withShortcut("by module and package", "colouring"),
              },
            ]}
            onChange={(colouring) => session.change({ colouring })}
          />
          <Invert />
          {compared ? (
            <label className="picker" title="What the widths stand for">
              <select
                aria-label="Widths"
                value={view.sideBySide ? "side" : view.widths}
                onChange={(e) =>
                  session.change(
                    e.target.value === "side"
                      ? { sideBySide: true }
                      : { sideBySide: false, widths: e.target.value as typeof view.widths },
                  )
                }
              >
                <option value="larger">width: larger of both</option>
                <option value="before">width: before</option>
                <option value="after">width: after</option>
                <option value="delta">width: |delta|</option>
                <option value="side">side by side</option>
              </select>
            </label>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Invert() {
  const view = useView();
  const session = useSession();
  return (
    <button
      type="button"
      className="button quiet"
      aria-pressed={view.inverted}
      {...withShortcut("Invert: allocation sites at the root", "invert")}
      onClick={() => session.change({ inverted: !view.inverted, zoom: "", selection: "" })}
    >
      Invert
    </button>
  );
}
