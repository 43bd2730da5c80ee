import { catalogue } from "../catalogue.js";
import suspects from "../en/page/suspects.json" with { type: "json" };

const { say, words } = catalogue("page/suspects", suspects);

/** What `ui/suspects` says. */
export const SUSPECTS_WORDS = words({
  explained: (share: string, holderLeads: boolean) =>
    say("explained", { share, holderLeads: holderLeads ? "yes" : "no" }),
  held: "held",
  holders: "holders",
  copyReport: "copyReport",
  restarted: "restarted",
  nothingGrew: "nothingGrew",
  nothingHeld: "nothingHeld",
  notTheCause: "notTheCause",
  whatToDo: "whatToDo",

  card: {
    label: (rank: number, name: string) => say("card.label", { rank, name }),
    ofGrowth: (share: string) => say("card.ofGrowth", { share }),
    ofTotal: (share: string) => say("card.ofTotal", { share }),
    change: (before: string, after: string) => say("card.change", { before, after }),
    survival: (share: string) => say("card.survival", { share }),
    meanObject: (size: string) => say("card.meanObject", { size }),
    otherPaths: (paths: number) => say("card.otherPaths", { paths }),
    path: (frames: number) => say("card.path", { frames }),
    advice: (items: number) => say("card.advice", { items }),
    holder: (rank: number, name: string) => say("card.holder", { rank, name }),
    chain: (links: number) => say("card.chain", { links }),
    form: (form: string) => say("card.form", { form }),
  },

  forecast: {
    label: "forecast.label",
    limit: "forecast.limit",
    limitExample: "forecast.limitExample",
    watermark: "forecast.watermark",
    tooFew: "forecast.tooFew",
    noTrend: "forecast.noTrend",
    rate: (slope: string, low: string, high: string) => say("forecast.rate", { slope, low, high }),
    /** what is said of the rate, and then of the limit */
    both: (rate: string, more: string) => say("forecast.both", { rate, more }),
    noSize: (text: string) => say("forecast.noSize", { text }),
    giveLimit: "forecast.giveLimit",
    above: (peak: string, percent: number) => say("forecast.above", { peak, percent }),
    /** `latest` is "" where it is more than a year away */
    reached: (percent: number, earliest: string, latest: string, live: string) =>
      say("forecast.reached", { percent, earliest, latest: latest || "beyond", live }),
  },
});
