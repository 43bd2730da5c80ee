import { catalogue } from "../catalogue.js";
import app from "../en/page/app.json" with { type: "json" };
import { yesOrNo } from "./yes-or-no.js";

const { say, words } = catalogue("page/app", app);

/** What `ui/app` says. */
export const APP_WORDS = words({
  windowTitle: (view: string) => say("windowTitle", { view }),
  drop: (isOpen: boolean) => say("drop", { beside: yesOrNo(isOpen) }),
  cancel: "cancel",
  progress: (work: string, percent: number) => say("progress", { work, percent }),

  /** parts of the page, as a sentence begins */
  rooms: {
    page: "rooms.page",
    startPage: "rooms.startPage",
    dialogs: "rooms.dialogs",
    help: "rooms.help",
    beyond: "rooms.beyond",
    share: "rooms.share",
    keptFiles: "rooms.keptFiles",
    finding: "rooms.finding",
    header: "rooms.header",
    timeline: "rooms.timeline",
    tab: "rooms.tab",
    graph: "rooms.graph",
    kinds: "rooms.kinds",
    panel: "rooms.panel",
    foot: "rooms.foot",
    printedTable: "rooms.printedTable",
  },
  failed: {
    title: (room: string) => say("failed.title", { room }),
    text: "failed.text",
    again: "failed.again",
    reload: "failed.reload",
    copy: "failed.copy",
  },

  problems: {
    dismissFile: (file: string) => say("problems.dismissFile", { file }),
    dismiss: "problems.dismiss",
    update: "problems.update",
    useNow: "problems.useNow",
  },

  /** before a newer version is loaded: files that would have to be opened again */
  unkept: {
    of: "unkept.of",
    message: (n: number) => say("unkept.message", { n }),
    hint: "unkept.hint",
  },
});
