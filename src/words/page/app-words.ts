/** What `ui/app` says. */
export const APP_WORDS = {
  windowTitle: (view: string) => `${view} · Leaklens`,
  drop: (isOpen: boolean) => (isOpen ? "Drop to open beside what is open" : "Drop to open"),
  cancel: "Cancel",
  progress: (work: string, percent: number) => `${work} · ${percent}%`,

  /** parts of the page, as a sentence begins */
  rooms: {
    page: "The page",
    startPage: "The start page",
    dialogs: "The dialogs",
    help: "The help",
    beyond: "The memory beyond the heap",
    share: "The Share dialog",
    keptFiles: "The list of kept files",
    finding: "The finding",
    header: "The header",
    timeline: "The timeline",
    tab: "This tab",
    kinds: "The row of kinds",
    panel: "The panel",
    foot: "The foot",
    printedTable: "The printed table",
  },
  failed: {
    title: (room: string) => `${room} could not be shown.`,
    text: "The rest of the page goes on. Another view may work; reloading the page brings back this one.",
    again: "Try again",
    reload: "Reload",
    copy: "Copy details",
  },

  problems: {
    dismissFile: (file: string) => `Dismiss the message about ${file}`,
    dismiss: "Dismiss this notice",
    update: "A newer version of this page is ready. It is used from the next visit on.",
    useNow: "Use it now",
  },
} as const;
