import { createRoot } from "react-dom/client";
import { embedded, embeddedKeeper, embeddedWorker } from "./publish/embedded-files.js";
import { bringNewer } from "./pwa/bring-newer.js";
import { handOver, takeHandedOver } from "./pwa/hand-over.js";
import { workOffline } from "./pwa/register.js";
import { onLaunched, SHARED_FRAGMENT, takeShared } from "./pwa/share-target.js";
import { browserAddress } from "./session/address.js";
import { Session } from "./session/session.js";
import { makeStore } from "./session/store.js";
import { browserLibrary } from "./storage/browser-storage.js";
import { App } from "./ui/app/App.js";
import { firstLanguage } from "./ui/app/language-choice.js";
import { doWithoutStyles } from "./ui/app/missing-styles.js";
import { storedTheme } from "./ui/app/theme-choice.js";
import { whenIdle } from "./ui/app/when-idle.js";
import { sampleBytes } from "./ui/start/sample-files.js";
import { language, speak } from "./words/language.js";
import { APP_WORDS } from "./words/page/app-words.js";
import { connectWorker } from "./worker/connection.js";
import { lateConnection } from "./worker/late-connection.js";
import "./ui/styles/tokens.css";
import "./ui/styles/controls.css";
import "./ui/styles/beyond.css";
import "./ui/styles/page.css";
import "./ui/styles/panels.css";
import "./ui/styles/start.css";
import "./ui/styles/tree.css";
import "./ui/styles/compact.css";
import "./ui/styles/print.css";
import { must } from "./lib/must.js";

const carried = embedded();
const makeWorker = () =>
  carried
    ? embeddedWorker(carried)
    : new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" });

function begin(): void {
  const store = makeStore({ theme: storedTheme(), language: language() });
  const session = new Session({
    store,
    address: browserAddress(),
    connect: lateConnection((events) => connectWorker(makeWorker(), events)),
    readIndex: async (source, signal, progress) => {
      const { readIndexIn } = await import("./worker/index-client.js");
      return await readIndexIn(makeWorker(), source, signal, progress);
    },
  });
  doWithoutStyles();
  createRoot(must(document.getElementById("root"), "the page's root")).render(
    <App session={session} />,
  );

  if (carried) {
    if (location.hash === "") history.replaceState(null, "", `#${carried.view}`);
    void session.start(embeddedKeeper(carried));
  } else {
    const shared = location.hash === SHARED_FRAGMENT;
    if (shared) history.replaceState(null, "", location.pathname + location.search);
    const library = browserLibrary();
    void takeHandedOver()
      .then((taken) =>
        session.start({
          get: async (hash) =>
            taken.get(hash) ?? (await library.get(hash)) ?? (await sampleBytes(hash)),
          put: (hash, name, bytes) => library.put(hash, name, bytes),
          together: (files) => library.together(files),
        }),
      )
      .then(async () => {
        if (shared) await session.open(await takeShared());
        onLaunched((inputs) => void session.open(inputs));
        const recorder = new URLSearchParams(location.search).get("watch");
        if (recorder !== null) {
          const { followRecorder } = await import("./session/watched.js");
          followRecorder(session, store, `/watch/${encodeURIComponent(recorder)}`);
        }
      });
    whenIdle(() => {
      const opened = import("./ui/opened/rehearsal.js");
      void Promise.all([session.warmUp(), opened])
        .then(([trial, { rehearse }]) => trial && rehearse(trial, session))
        .catch(() => {});
      void import("./ui/app/Dialogs.js").catch(() => {});
    });
    const newer = (update: () => void) =>
      bringNewer({
        update,
        handOver,
        unkept: async () => {
          const kept = new Set(library.snapshot().files.map((f) => f.hash));
          const open = store.getState().view.files.filter((f) => !kept.has(f.hash));
          const all = await Promise.all(
            open.map(async ({ hash }) => ({ hash, bytes: await session.bytes(hash) })),
          );
          return all.flatMap(({ hash, bytes }) => (bytes ? [{ hash, bytes }] : []));
        },
        warn: (count) =>
          session.problem(
            APP_WORDS.unkept.of,
            APP_WORDS.unkept.message(count),
            APP_WORDS.unkept.hint,
          ),
      });
    if (import.meta.env.PROD) workOffline((update) => store.setState({ update: newer(update) }));
  }
}

const wanted = firstLanguage();
if (wanted === language()) begin();
// In a language that cannot be loaded the page would be empty: then it is in English.
else speak(wanted).then(begin, begin);
