import { createRoot } from "react-dom/client";
import { browserLibrary } from "./share/browserlibrary.js";
import { embedded, embeddedKeeper, embeddedWorker } from "./share/embedded.js";
import { workOffline } from "./share/offline.js";
import { onLaunched, SHARED_FRAGMENT, takeShared } from "./share/shared.js";
import { Session } from "./store/session.js";
import { useStore } from "./store/store.js";
import { App } from "./ui/App.js";
import { storedTheme } from "./ui/theme.js";
import "./ui/tokens.css";
import "./ui/controls.css";
import "./ui/page.css";
import "./ui/panels.css";
import "./ui/start.css";

useStore.setState({ theme: storedTheme() });

const carried = embedded();
const session = new Session(() =>
  carried
    ? embeddedWorker(carried)
    : new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" }),
);
createRoot(document.getElementById("root")!).render(<App session={session} />);

if (carried) {
  if (location.hash === "") history.replaceState(null, "", `#${carried.view}`);
  void session.start(embeddedKeeper(carried));
} else {
  const shared = location.hash === SHARED_FRAGMENT;
  if (shared) history.replaceState(null, "", location.pathname + location.search);
  void session.start(browserLibrary()).then(async () => {
    if (shared) await session.open(await takeShared());
    onLaunched((inputs) => void session.open(inputs));
  });
  if (import.meta.env.PROD) workOffline((update) => useStore.setState({ update }));
}
