/** What `ui/suspects` says. */
export const SUSPECTS_WORDS = {
  explained: (share: string) =>
    `Paths that explain ${share} of the significant growth, largest first.`,
  held: "What holds the memory, largest first. A single snapshot cannot show growth.",
  holders: "Who holds the memory, by chains of references, largest first.",
  copyReport: "Copy report as Markdown",
  restarted: "The process restarted between the snapshots: growth is of two lives.",
  nothingGrew:
    "Nothing grew beyond sampling noise between these snapshots. Take them further apart, or under load.",
  nothingHeld: "Nothing is held.",
  notTheCause: "Not the cause",
  whatToDo: "What to do",

  card: {
    label: (rank: number, name: string) => `Suspect ${rank}: ${name}`,
    ofGrowth: (share: string) => `${share} of the growth`,
    ofTotal: (share: string) => `${share} of the total`,
    change: (before: string, after: string) => `${before} → ${after}`,
    survival: (share: string) => `survival ${share}`,
    meanObject: (size: string) => `mean object ${size}`,
    otherPaths: (paths: number) => `${paths} paths lead to it; these figures are of all of them:`,
    path: (frames: number) => `path, ${frames} frames`,
    advice: (items: number) => `what to do, ${items}`,
    holder: (rank: number, name: string) => `Holder ${rank}: ${name}`,
    chain: (links: number) => `chain of references, ${links} links`,
    form: (form: string) => `the form: ${form}`,
  },

  forecast: {
    label: "Forecast",
    limit: "memory limit",
    limitExample: "4GiB",
    watermark: "Alert at (% of limit)",
    tooFew: "Fewer than three snapshots since the restart: nothing can be said.",
    noTrend:
      "No forecast: the total does not rise steadily (the 95% interval of its slope holds zero).",
    rate: (slope: string, low: string, high: string) =>
      `Over these snapshots the live heap grew by ${slope} a minute (95% between ${low} and ${high}).`,
    noSize: (text: string) => `"${text}" is not a size: write 4GiB or 512Mi.`,
    giveLimit: "Give the memory limit to see when it is reached if that goes on.",
    above: (peak: string, percent: number) =>
      `At the peak of a GC cycle the process needs about ${peak}: it is above ${percent}% of the limit already.`,
    reached: (percent: number, earliest: string, latest: string, live: string) =>
      `If it goes on like that, ${percent}% of the limit is reached ${earliest} to ${latest} after the last snapshot (live heap of ${live}, GOGC=100).`,
    aboveYear: "more than a year",
  },
} as const;
