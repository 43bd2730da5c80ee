/** What `publish` says: in pictures, in pages that stand by themselves, and where it fails. */
export const PUBLISH_WORDS = {
  noCanvas: "the browser gives no canvas to draw on",
  noPng: "the browser made no PNG of it",
  /** title of an SVG */
  picture: (title: string, subtitle: string) => `${title} ${subtitle}`,

  sheet: {
    cut: (rows: number) => `Only the first ${rows} rows are drawn.`,
    total: (value: string, sampleType: string) => `${value} of ${sampleType}`,
    change: (delta: string) => `${delta}, a change`,
    filtered: (whole: string) => `filtered from ${whole}`,
    against: (delta: string, other: string, value: string) => `${delta} against ${other}, ${value}`,
    since: (delta: string, value: string) => `${delta} since ${value} of the base`,
  },

  page: {
    title: (names: readonly string[], more: number) =>
      `Leaklens: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    noScript: "This page reads profiles by itself and needs JavaScript for it.",
    script: "the page's script",
    worker: "the worker's script",
    moduleOnly: "the worker's script works as a module only",
    imports: (script: string, path: string | undefined) =>
      `${script} imports ${path}, so it cannot stand by itself`,
    noFile: "there is no such file",
    noAnswer: (path: string) => `${path} did not come: the server of this page does not answer`,
    unreadable: (path: string, status: number) => `${path} cannot be read (${status})`,
  },
} as const;
