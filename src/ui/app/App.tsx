import { useEffect } from "react";
import { isTwofold } from "../../session/questions.js";
import type { Session } from "../../session/session.js";
import { useStore } from "../../session/store.js";
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
import { graphIsSeen, graphIsSeenNow } from "./beside.js";
import { useDrop } from "./drop-target.js";
import { Finding } from "./Finding.js";
import { Header } from "./Header.js";
import { HelpDialog } from "./HelpDialog.js";
import { COMPACT, useMedia, WIDE } from "./media.js";
import { Problems } from "./Problems.js";
import { Working } from "./ProgressBar.js";
import { Foot } from "./StatusBar.js";
import { SessionContext } from "./session-context.js";
import { useKeys } from "./shortcuts.js";
import { Tabs } from "./Tabs.js";
import { useTheme } from "./theme-choice.js";

/** The page. */
export function App({ session }: { session: Session }) {
  useTheme();
  useTitle();
  useKeys(session);
  useDrop(session);
  const opened = useStore((s) => s.view.files.length > 0 && s.missing.length === 0);
  const busy = useBusy();
  const dropping = useStore((s) => s.dropping);
  return (
    <SessionContext value={session}>
      <FileInput />
      <Working />
      <main aria-busy={busy} data-dropping={dropping || undefined}>
        {opened ? <Opened /> : <Start />}
      </main>
      {dropping ? (
        <div className="drop-veil" aria-hidden="true">
          Drop to open{opened ? " beside what is open" : ""}
        </div>
      ) : null}
      <HelpDialog />
      <RecordDialog />
      <ShareDialog />
      <LibraryDialog />
      <Toast />
    </SessionContext>
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
  const title = useStore((s) => viewTitle(s.view));
  // On a small screen what matters most comes first.
  const compact = useMedia(COMPACT);
  const graph = graphIsSeen(tab, useMedia(WIDE));
  const said = (
    <>
      <StorageNotice />
      <Problems />
      <Finding />
    </>
  );
  return (
    <div className="opened" data-several={several || undefined} data-compact={compact || undefined}>
      <h1 className="hidden-text">{title}</h1>
      <Header />
      {compact ? <div className="said">{said}</div> : null}
      {several ? <Strip /> : null}
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
            {tab === "table" ? <TableTab /> : null}
            {tab === "tree" ? <TreeTab /> : null}
            {tab === "callers" ? <CallersTab /> : null}
            {tab === "kubernetes" ? <KubernetesTab /> : null}
            {tab === "suspects" ? <SuspectsTab /> : null}
            {graph ? <GraphTab /> : null}
          </div>
          {graph ? <PrintSheet /> : null}
          {graph ? <Legend /> : null}
          <Chips />
        </div>
        <aside className="panel" aria-label="What is selected">
          <DetailPanel />
        </aside>
      </div>
      <Foot />
    </div>
  );
}

/** True from the moment something is asked until all that the view shows is painted. */
function useBusy(): boolean {
  return useStore((s) => {
    if (s.reading.length > 0 || s.pending.size > 0) return true;
    if (s.view.files.length === 0 || s.missing.length > 0) return false;
    if (!graphIsSeenNow(s.view.tab)) return false;
    const picture = s.answers.picture;
    if (!picture || s.failures.picture) return false;
    if (picture.answer.layout.width[0] !== 0 && s.paintedKey !== picture.key) return true;
    const { before } = s.answers;
    if (!before || s.failures.before || !isTwofold(s.view)) return false;
    return before.answer.layout.width[0] !== 0 && s.paintedBefore !== before.key;
  });
}

function Toast() {
  const toast = useStore((s) => s.toast);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => useStore.setState({ toast: "" }), 2600);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <output className="toast" data-on={toast !== "" || undefined}>
      {toast}
    </output>
  );
}
