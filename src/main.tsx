import { createRoot } from "react-dom/client";
import { Session } from "./store/session.js";
import { useStore } from "./store/store.js";
import { App } from "./ui/App.js";
import { storedTheme } from "./ui/theme.js";
import "./ui/tokens.css";
import "./ui/controls.css";
import "./ui/page.css";
import "./ui/panels.css";
import "./ui/start.css";
import { NO_KEEPER } from "./store/keeper.js";

useStore.setState({ theme: storedTheme() });

const session = new Session(
  () => new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" }),
);
createRoot(document.getElementById("root")!).render(<App session={session} />);
void session.start(NO_KEEPER);
