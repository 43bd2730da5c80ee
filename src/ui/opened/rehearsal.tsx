import { startTransition } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { Address } from "../../session/address.js";
import { showsOpened } from "../../session/screen.js";
import { Session } from "../../session/session.js";
import { makeStore, StoreContext, useStore } from "../../session/store.js";
import type { Connection } from "../../worker/connection.js";
import type { AskName, Reply, Trial } from "../../worker/protocol.js";
import { SessionContext } from "../app/session-context.js";
import { whenIdle } from "../app/when-idle.js";
import { Opened } from "./Opened.js";

/** Each time the browser knows the code better; after so many there is little left to gain. */
const TIMES = 4;

/** So long (milliseconds) a file that came is left alone. */
const LATER_MS = 5000;

/**
 * Opens a profile that is built in where nobody sees it, so that the browser has compiled what a
 * file needs of the page, and has its fonts, when one comes. It is a page of its own, with the
 * answers of a worker that were had before: nothing of it is in the document's tree, in the
 * address or in the store.
 * @param page ends the rehearsal when a file comes
 */
export async function rehearse(trial: Trial, page: Session): Promise<void> {
  if (!page.idle) return;
  const stage = new OffStage();
  const stop = page.store.subscribe(() => page.idle || stage.leave());
  try {
    for (let i = 0; i < TIMES && page.idle; i++) await stage.play(trial, page);
  } finally {
    stop();
    stage.leave();
    // Taking it down is work too: where a file came, that is drawn first.
    setTimeout(() => void idle().then(() => stage.unmount()), page.idle ? 0 : LATER_MS);
  }
}

/** An element beside the document's tree, as large as the window, that nobody sees or reaches. */
class OffStage {
  private readonly host = document.createElement("div");
  private readonly place = document.createElement("div");
  private readonly root: Root;

  constructor() {
    const { host, place } = this;
    host.inert = true;
    host.ariaHidden = "true";
    host.style.cssText = "position:fixed;inset:0;visibility:hidden;contain:strict;z-index:-1";
    place.style.height = "100%";
    const shadow = host.attachShadow({ mode: "closed" });
    shadow.adoptedStyleSheets = [stylesOfPage()];
    shadow.append(place);
    this.root = createRoot(place);
    document.body.append(host);
  }

  /** Opens the profile, waits until it is drawn, and closes it. */
  async play(trial: Trial, page: Session): Promise<void> {
    const store = makeStore({ theme: page.store.getState().theme });
    const connect = () => recorded(trial, () => !page.idle);
    const session = new Session({ store, address: NOWHERE, connect });
    startTransition(() =>
      this.root.render(
        <StoreContext value={store}>
          <SessionContext value={session}>
            <Shown />
          </SessionContext>
        </StoreContext>,
      ),
    );
    await idle();
    const { name } = trial.opened;
    await session.open([{ name, read: async () => new Uint8Array() }]);
    await idle();
    await idle();
  }

  leave(): void {
    this.host.remove();
  }

  unmount(): void {
    this.root.unmount();
  }
}

function Shown() {
  return useStore(showsOpened) ? <Opened /> : null;
}

/** The page's styles once more: those of the document do not reach a tree of its own. */
function stylesOfPage(): CSSStyleSheet {
  const all = new CSSStyleSheet();
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  all.replaceSync(rules.map((rule) => rule.cssText).join("\n"));
  return all;
}

/**
 * A worker that has the answers, and gives the graph before the others as a worker does.
 * @param over whether it gives no more, because a file came
 */
function recorded({ opened, names, answers }: Trial, over: () => boolean): Connection {
  const idly = async (turns: number): Promise<void> => {
    for (let i = 0; i < turns && !over(); i++) await idle();
  };
  const ask = async (name: AskName) => {
    await idly(name === "picture" ? 1 : TURNS);
    return over() ? CANCELLED : ({ answer: answers[name] } as Reply<never>);
  };
  return {
    api: {
      speak: async () => {},
      open: async () => {
        await idly(1);
        return { opened: over() ? [] : [opened], failure: undefined };
      },
      openLink: async () => ({ failure: NO_LINK }),
      names: async () => names,
      bytes: async () => undefined,
      ask,
      close: async () => {},
      cancel: async () => {},
      warmUp: async () => undefined,
      alive: async () => {},
      holdLock: async () => false,
    },
    stop: () => {},
  };
}

const CANCELLED = { cancelled: true } as const;
const NO_LINK = { name: "", message: "", hint: "", byte: undefined };
/** Other answers than the graph are so much later that it is drawn before. */
const TURNS = 4;

const NOWHERE: Address = { fragment: () => "", write: () => {}, onMove: () => {} };

/** Waits until the page has nothing else to do. */
function idle(): Promise<void> {
  return new Promise((done) => whenIdle(done));
}
