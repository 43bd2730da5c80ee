import { catalogue } from "./catalogue.js";
import stores from "./en/stores.json" with { type: "json" };

const { say, words } = catalogue("stores", stores);

const severalOf = (series: number) => ({
  several: series > 1 ? "yes" : "no",
  series: String(series),
});

/** What is said of stores of profiles, of their addresses and of their answers. */
export const STORES_WORDS = words({
  /** What a file of a store is called. @param choice mean, first, last or peak */
  name: (value: string, choice: string, from: string, until: string) =>
    say("name", { value, choice, from, until }),
  /** What a file is of. @param series how many processes were scraped */
  notice: {
    one: (last: string) => say("notice.one", { last }),
    mean: (scrapes: number, series: number, first: string, last: string) =>
      say("notice.mean", { scrapes: String(scrapes), ...severalOf(series), first, last }),
    sum: (series: number, first: string, last: string) =>
      say("notice.sum", { ...severalOf(series), first, last }),
  },

  again: "again",
  shorter: "shorter",
  noProfile: (host: string) => say("noProfile", { host }),
  noProfileHint: "noProfile.hint",
  noBase64: (host: string) => say("noBase64", { host }),

  address: {
    none: "address.none",
    example: (example: string) => say("address.example", { example }),
    noSelector: "address.noSelector",
    noSelectorHint: (example: string) => say("address.noSelector.hint", { example }),
    type: (type: string) => say("address.type", { type }),
    typeHint: (example: string) => say("address.type.hint", { example }),
    scrape: (given: string, all: readonly string[]) =>
      say("address.scrape", { given, all: all.join(", ") }),
    backwards: "address.backwards",
    backwardsHint: "address.backwards.hint",
    unknown: (name: string) => say("address.unknown", { name }),
    unknownHint: (all: readonly string[]) => say("address.unknown.hint", { all: all.join(", ") }),
    moment: (text: string) => say("address.moment", { text }),
    momentHint: "address.moment.hint",
  },

  /** @param said what the store says; "" for nothing */
  notLetIn: (host: string, code: number, said: string) => {
    const status = String(code);
    return said === ""
      ? say("notLetIn", { host, status })
      : say("notLetIn.said", { host, status, said });
  },
  notLetInHint: "notLetIn.hint",
  query: (host: string, said: string) =>
    said === "" ? say("query", { host }) : say("query.said", { host, said }),
  queryHint: (example: string) => say("query.hint", { example }),
  noInterface: (host: string) => say("noInterface", { host }),
  noInterfaceHint: "noInterface.hint",
  status: (host: string, code: number, said: string) => {
    const status = String(code);
    return said === ""
      ? say("status", { host, status })
      : say("status.said", { host, status, said });
  },
  page: (host: string) => say("page", { host }),
  pageHint: "page.hint",
  noJson: (host: string) => say("noJson", { host }),
  noJsonHint: "noJson.hint",
  nothing: (host: string, selector: string) => say("nothing", { host, selector }),
  nothingHint: "nothing.hint",
});
