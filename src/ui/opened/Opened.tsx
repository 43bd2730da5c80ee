import { GRAPH_ROOM } from "../../session/screen.js";
import { useStore, useView } from "../../session/store.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";
import { graphIsSeen } from "../app/beside.js";
import { COMPACT, useMedia, WIDE } from "../app/media.js";
import { Problems } from "../app/Problems.js";
import { Room } from "../app/Room.js";
import { viewTitle } from "../controls/view-title.js";
import { GraphTab } from "../graph/GraphTab.js";
import { Chips } from "../graph/KindChips.js";
import { Legend } from "../graph/Legend.js";
import { PrintedGraph } from "../graph/PrintedGraph.js";
import { Transforms } from "../graph/Transforms.js";
import { KubernetesTab } from "../kubernetes/KubernetesTab.js";
import { DetailPanel } from "../panel/DetailPanel.js";
import { StorageNotice } from "../start/StorageNotice.js";
import { SuspectsTab } from "../suspects/SuspectsTab.js";
import { CallersTab } from "../table/CallersTab.js";
import { PrintedTable } from "../table/PrintedTable.js";
import { TableTab } from "../table/TableTab.js";
import { Strip } from "../timeline/Timeline.js";
import { TreeTab } from "../tree/TreeTab.js";
import { Finding } from "./Finding.js";
import { Header } from "./Header.js";
import { Foot } from "./StatusBar.js";
import { Tabs } from "./Tabs.js";

/** The page with files open. It is loaded when the first file is. */
export function Opened() {
  const tab = useStore((s) => s.view.tab);
  const several = useStore((s) => s.view.files.length > 1);
  const view = useView();
  const title = useStore((s) => viewTitle(s.view));
  // On a small screen what matters most comes first.
  const compact = useMedia(COMPACT);
  const graph = graphIsSeen(tab, useMedia(WIDE));
  const said = (
    <>
      <StorageNotice />
      <Problems />
      <Room name="finding" of={view}>
        <Finding />
      </Room>
    </>
  );
  return (
    <div className="opened" data-several={several || undefined} data-compact={compact || undefined}>
      <h1 className="hidden-text">{title}</h1>
      <Room name="header" of={view}>
        <Header />
      </Room>
      {compact ? <div className="said">{said}</div> : null}
      {several ? (
        <Room name="timeline" of={view}>
          <Strip />
        </Room>
      ) : null}
      <div className="body">
        <div className="work">
          <Tabs />
          {compact ? null : said}
          <Transforms />
          <PrintedGraph />
          <div
            className={graph && tab !== "graph" ? "tab-body beside" : "tab-body"}
            role="tabpanel"
            id="tabpanel"
            aria-labelledby={`tab-${tab}`}
            data-tab={tab}
          >
            {tab === "graph" ? null : (
              <Room name="tab" of={view} key={tab}>
                {tab === "table" ? <TableTab /> : null}
                {tab === "tree" ? <TreeTab /> : null}
                {tab === "callers" ? <CallersTab /> : null}
                {tab === "kubernetes" ? <KubernetesTab /> : null}
                {tab === "suspects" ? <SuspectsTab /> : null}
              </Room>
            )}
            {graph ? (
              <Room name={GRAPH_ROOM} of={view}>
                <GraphTab />
              </Room>
            ) : null}
          </div>
          {graph ? <Legend /> : null}
          <Room name="kinds" of={view}>
            <Chips />
          </Room>
        </div>
        <aside className="panel" aria-label={OPENED_WORDS.selected}>
          <Room name="panel" of={view}>
            <DetailPanel />
          </Room>
        </aside>
      </div>
      <Room name="foot" of={view}>
        <Foot />
      </Room>
      <Room name="printedTable" of={view}>
        <PrintedTable />
      </Room>
    </div>
  );
}
