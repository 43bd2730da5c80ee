import { countOf } from "./count-of.js";

/** What `ui/share` says. */
export const SHARE_WORDS = {
  title: "Share what you see",
  about: "Nothing leaves this machine by itself: you send what you copy or save here.",
  copyLink: "Copy link",
  /** @param language its name, in itself */
  inLanguage: (language: string) =>
    `Links open in ${language}, whatever language the reader's page is in`,
  onLoopback:
    "This page is on your own machine. Your colleague replaces the part before # by the address of the page they use, or you send the self-contained page.",

  view: {
    title: "View link",
    about: (characters: string, files: number, size: string) => {
      const [names, same, them] =
        files === 1 ? ["file's name", "file", "it"] : [`names of ${files} files`, "files", "them"];
      return `${characters} characters: what is shown, and the ${names} with hashes. No figure and no frame is in it. Whoever has the same ${same} (${size}) sees exactly this; others are asked for ${them}.`;
    },
  },

  address: {
    title: "Link with addresses",
    about:
      "As the view link, with an http(s) address of each file. Whoever opens it is asked before anything is fetched; the server must allow other pages to read it (CORS).",
    length: (characters: string) => ` ${characters} characters.`,
    addresses: (files: number) => `addresses of ${countOf(files, "file")}`,
    placeholder: "https://…",
  },

  link: {
    title: "Self-contained link",
    about:
      "The call tree is in the link itself: frame names, figures, kinds and suspects. It opens without the files, and no server ever sees what stands behind #.",
    atMost: "at most",
    length: "Longest length of the link",
    lengthText: (characters: number, takes: string) => `${characters} characters, ${takes}`,
    characters: (count: string) => `${count} characters`,
    takes: (what: string) => `(${what})`,
    link: "The link",
    making: "making the link…",
    /** `threshold` is "" where every path is in it, `rest` where nothing is left out */
    holds: (threshold: string, nodes: string, rest: string) => {
      const paths = threshold ? `every path of at least ${threshold} of the total` : "every path";
      const left = rest
        ? `${rest} of the bytes in rest nodes, totals stay exact`
        : "nothing left out";
      return `: ${paths}, ${nodes} nodes; ${left}.`;
    },
    /** what takes links of each length */
    takenBy: {
      any: "any chat or ticket",
      safe: "safe everywhere",
      most: "most chats and mail",
      documents: "tickets, wikis, documents",
      browsers: "documents; browsers open it",
      few: "browsers open it, few tools take it",
    },
  },

  page: {
    title: "Self-contained page",
    save: "Save .html",
    about: (files: number, size: string) =>
      `One file with this app and ${files === 1 ? "the profile" : "all profiles"} inside (${size} of them, whole and as recorded). It opens from disk with no network: for tickets and archives.`,
    making: "making the page…",
    gone: (file: string) => `${file} is no longer available; open it again`,
    saved: (size: string) => `saved, ${size}`,
  },

  exports: {
    title: "Files for other tools",
    notPainted: "the graph is not painted yet: look at the Graph tab first",
    making: (what: string, percent: number | undefined) =>
      `making ${what}${percent === undefined ? "…" : ` · ${percent}%`}`,
    waiting: (files: number) => `, ${files} more after it`,
    cancel: "Cancel",
    cancelled: (what: string) => `${what}: cancelled`,
    failed: (what: string, why: string) => `${what}: ${why}`,
    /** each file that can be saved: the button, and what is in it */
    files: {
      png: { label: "PNG", title: "the graph as a picture, twice the size" },
      svg: { label: "SVG", title: "vector image with selectable text" },
      pprof: { label: "pprof", title: "as shown, for go tool pprof: filtered, joined, with base" },
      pprofRaw: { label: "pprof, raw", title: "the file shown, every sample as recorded" },
      folded: { label: "folded", title: "folded stacks, as shown" },
      speedscope: { label: "speedscope", title: "stacks as shown, for speedscope.app" },
      otlp: {
        label: "OpenTelemetry",
        title: "the file shown as OTLP, every sample as recorded",
      },
      csv: { label: "CSV", title: "the table of functions" },
      csvKinds: { label: "CSV, kinds", title: "kinds and stages" },
      json: { label: "JSON", title: "the table of functions" },
      jsonSuspects: { label: "JSON, suspects", title: "the suspects" },
      markdown: { label: "Markdown", title: "the whole finding, ready for a ticket" },
    },
  },
} as const;
