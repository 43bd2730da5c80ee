import { useEffect } from "react";
import { isBusy } from "../../session/screen.js";
import type { Session } from "../../session/session.js";
import { StoreContext, useStore } from "../../session/store.js";
import { APP_WORDS } from "../../words/page/app-words.js";
import { viewTitle } from "../controls/view-title.js";
import { FileInput, Start } from "../start/Start.js";
import { graphIsSeen } from "./beside.js";
import { useDrop } from "./drop-target.js";
import { useLanguage } from "./language-choice.js";
import { usePart } from "./late-part.js";
import { useMedia, WIDE } from "./media.js";
import { Working } from "./ProgressBar.js";
import { Room } from "./Room.js";
import { SessionContext, useSession } from "./session-context.js";
import { useKeys } from "./shortcuts.js";
import { useTheme } from "./theme-choice.js";
import { useOpened } from "./use-opened.js";

/** The page. */
export function App({ session }: { session: Session }) {
  return (
    <StoreContext value={session.store}>
      <SessionContext value={session}>
        <Spoken session={session} />
      </SessionContext>
    </StoreContext>
  );
}

/** The page in one language: all of it is drawn again for another one. */
function Spoken({ session }: { session: Session }) {
  return <Page key={useLanguage()} session={session} />;
}

function Page({ session }: { session: Session }) {
  useTheme();
  useTitle();
  useKeys(session);
  useDrop(session);
  const opened = useOpened();
  const wide = useMedia(WIDE);
  const busy = useStore((s) => isBusy(s, graphIsSeen(s.view.tab, wide)));
  const dropping = useStore((s) => s.dropping);
  const reading = useStore((s) => s.reading.length > 0);
  const Opened = usePart(opened || reading, () =>
    import("../opened/Opened.js").then((m) => m.Opened),
  );
  const index = useStore((s) => s.index !== undefined);
  const FleetPage = usePart(index, () => import("../fleet/FleetPage.js").then((m) => m.FleetPage));
  const asked = useStore((s) => s.dialog !== "");
  const Dialogs = usePart(asked || opened, () => import("./Dialogs.js").then((m) => m.Dialogs));
  return (
    <>
      <main
        aria-busy={busy || (opened && !Opened) || (index && !FleetPage)}
        data-dropping={dropping || undefined}
      >
        <FileInput />
        <Working />
        {opened ? (
          <Room name="page">{Opened ? <Opened /> : null}</Room>
        ) : index ? (
          <Room name="page">{FleetPage ? <FleetPage /> : null}</Room>
        ) : (
          <Room name="startPage">
            <Start />
          </Room>
        )}
        <Toast />
      </main>
      {dropping ? (
        <div className="drop-veil" aria-hidden="true">
          {APP_WORDS.drop(opened)}
        </div>
      ) : null}
      {Dialogs ? (
        <Room name="dialogs">
          <Dialogs />
        </Room>
      ) : null}
    </>
  );
}

/** The window's title says what is seen. */
function useTitle(): void {
  const index = useStore((s) => s.index?.name ?? "");
  const title = useStore((s) => (s.view.files.length > 0 ? viewTitle(s.view) : index));
  useEffect(() => {
    document.title = title ? APP_WORDS.windowTitle(title) : "Leaklens";
  }, [title]);
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
