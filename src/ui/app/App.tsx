import { useEffect } from "react";
import { GRAPH_ROOM, isBusy, showsOpened } from "../../session/screen.js";
import type { Session } from "../../session/session.js";
import { StoreContext, useStore, useView } from "../../session/store.js";
import { BeyondDialog } from "../beyond/BeyondDialog.js";
import { viewTitle } from "../graph/current-picture.js";
import { GraphTab } from "../graph/GraphTab.js";
import { Chips } from "../graph/KindChips.js";
import { Legend } from "../graph/Legend.js";
import { PrintSheet } from "../graph/PrintSheet.js";
import { Transforms } from "../graph/Transforms.js";
import { KubernetesTab } from "../kubernetes/KubernetesTab.js";
import { DetailPanel } from "../panel/DetailPanel.js";
import { ShareDialog } from "../share/ShareDialog.js";
import { LibraryDialog } from "../start/LibraryDialog.js";
import { RecordDialog } from "../start/RecordDialog.js";
import { FileInput, Start } from "../start/Start.js";
import { StorageNotice } from "../start/StorageNotice.js";
import { SuspectsTab } from "../suspects/SuspectsTab.js";
import { CallersTab } from "../table/CallersTab.js";
import { TableTab } from "../table/TableTab.js";
import { Strip } from "../timeline/Timeline.js";
import { TreeTab } from "../tree/TreeTab.js";
import { graphIsSeen } from "./beside.js";
import { useDrop } from "./drop-target.js";
import { Finding } from "./Finding.js";
import { Header } from "./Header.js";
import { HelpDialog } from "./HelpDialog.js";
import { COMPACT, useMedia, WIDE } from "./media.js";
import { Problems } from "./Problems.js";
import { Working } from "./ProgressBar.js";
import { Room } from "./Room.js";
import { Foot } from "./StatusBar.js";
import { SessionContext, useSession } from "./session-context.js";
import { useKeys } from "./shortcuts.js";
import { Tabs } from "./Tabs.js";
import { useTheme } from "./theme-choice.js";

/** The page. */
export function App({ session }: { session: Session }) {
  return (
    <StoreContext value={session.store}>
      <SessionContext value={session}>
        <Page session={session} />
      </SessionContext>
    </StoreContext>
  );
}

function Page({ session }: { session: Session }) {
  useTheme();
  useTitle();
  useKeys(session);
  useDrop(session);
  const opened = useStore(showsOpened);
  const wide = useMedia(WIDE);
  const busy = useStore((s) => isBusy(s, graphIsSeen(s.view.tab, wide)));
  const dropping = useStore((s) => s.dropping);
  return (
    <>
      <FileInput />
      <Working />
      <main aria-busy={busy} data-dropping={dropping || undefined}>
        {opened ? (
          <Opened />
        ) : (
          <Room name="The start page">
            <Start />
          </Room>
        )}
      </main>
      {dropping ? (
        <div className="drop-veil" aria-hidden="true">
          Drop to open{opened ? " beside what is open" : ""}
        </div>
      ) : null}
      <Room name="The help">
        <HelpDialog />
        <RecordDialog />
      </Room>
      <Room name="The memory beyond the heap">
        <BeyondDialog />
      </Room>
      <Room name="The Share dialog">
        <ShareDialog />
      </Room>
      <Room name="The list of kept files">
        <LibraryDialog />
      </Room>
      <Toast />
    </>
  );
}

/** The window's title says what is seen. */
function useTitle(): void {
  const title = useStore((s) => (s.view.files.length > 0 ? viewTitle(s.view) : ""));
  useEffect(() => {
    document.title = title ? `${title} · Leaklens` : "Leaklens";
  }, [title]);
}

function Opened() {
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
      <Room name="The finding" of={view}>
        <Finding />
      </Room>
    </>
  );
  return (
    <div className="opened" data-several={several || undefined} data-compact={compact || undefined}>
      <h1 className="hidden-text">{title}</h1>
      <Room name="The header" of={view}>
        <Header />
      </Room>
      {compact ? <div className="said">{said}</div> : null}
      {several ? (
        <Room name="The timeline" of={view}>
          <Strip />
        </Room>
      ) : null}
      <div className="body">
        <div className="work">
          <Tabs />
          {compact ? null : said}
          <Transforms />
          <div
            className={graph && tab !== "graph" ? "tab-body beside" : "tab-body"}
            role="tabpanel"
            id="tabpanel"
            aria-labelledby={`tab-${tab}`}
            data-tab={tab}
          >
            {tab === "graph" ? null : (
              <Room name="This tab" of={view} key={tab}>
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
          {graph ? <PrintSheet /> : null}
          {graph ? <Legend /> : null}
          <Room name="The row of kinds" of={view}>
            <Chips />
          </Room>
        </div>
        <aside className="panel" aria-label="What is selected">
          <Room name="The panel" of={view}>
            <DetailPanel />
          </Room>
        </aside>
      </div>
      <Room name="The foot" of={view}>
        <Foot />
      </Room>
    </div>
  );
}

function Toast() {
  const session = useSession();
  const toast = useStore((s) => s.toast);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => session.store.setState({ toast: "" }), 2600);
    return () => clearTimeout(timer);
  }, [session, toast]);
  return (
    <output className="toast" data-on={toast !== "" || undefined}>
      {toast}
    </output>
  );
}
