import { createRoot } from "react-dom/client";
import { embedded, embeddedKeeper, embeddedWorker } from "./publish/embedded-files.js";
import { workOffline } from "./pwa/register.js";
import { onLaunched, SHARED_FRAGMENT, takeShared } from "./pwa/share-target.js";
import { browserAddress } from "./session/address.js";
import { Session } from "./session/session.js";
import { makeStore } from "./session/store.js";
import { browserLibrary } from "./storage/browser-storage.js";
import { App } from "./ui/app/App.js";
import { storedTheme } from "./ui/app/theme-choice.js";
import { connectWorker } from "./worker/connection.js";
import "./ui/styles/tokens.css";
import "./ui/styles/controls.css";
import "./ui/styles/page.css";
import "./ui/styles/panels.css";
import "./ui/styles/start.css";
import "./ui/styles/tree.css";
import "./ui/styles/compact.css";

const carried = embedded();
const makeWorker = () =>
  carried
    ? embeddedWorker(carried)
    : new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" });
const store = makeStore({ theme: storedTheme() });
const session = new Session({
  store,
  address: browserAddress(),
  connect: (events) => connectWorker(makeWorker(), events),
});
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
  if (import.meta.env.PROD) workOffline((update) => store.setState({ update }));
}
