import { catalogue } from "../catalogue.js";
import engine from "../en/engine.json" with { type: "json" };
import { commaList, sentencesOf } from "../fluent.js";
import { listOf } from "../language.js";

const messages = catalogue("engine", engine);
const { say, words } = messages;
const { told } = sentencesOf(messages);

/** What is said of a process's memory beside its live heap. Amounts come as they are shown. */
export const BEYOND_WORDS = words({
  notKnown: "beyond.notKnown",
  atMost: (size: string) => say("beyond.atMost", { size }),
  resident: (bytes: string) => say("beyond.resident", { bytes }),
  ofGo: (bytes: string) => say("beyond.ofGo", { bytes }),
  live: (bytes: string) => say("beyond.live", { bytes }),
  lead: (parts: readonly string[]) => told("beyond.lead", { parts: [listOf(parts)] }),
  /** @param left "" where nothing is left */
  left: (lead: string, limit: string, left: string) =>
    left === ""
      ? say("beyond.nothingLeft", { lead, limit })
      : say("beyond.left", { lead, limit, left }),
  explained: (bytes: string, share: string, part: string) =>
    told("beyond.explained", { bytes, share, part: [part] }),
  outsideGo: (bytes: string, share: string) => say("beyond.outsideGo", { bytes, share }),
  unexplained: (bytes: string, share: string) => say("beyond.unexplained", { bytes, share }),
  notResident: (bytes: string) => say("beyond.notResident", { bytes }),
  tooLate: (next: string, limit: string) => say("beyond.tooLate", { next, limit }),
  afterPeak: (of: "heap" | "process", peak: string, now: string) =>
    say(of === "heap" ? "beyond.afterPeakHeap" : "beyond.afterPeakProcess", { peak, now }),
  askRuntime: "beyond.askRuntime",
  askResident: "beyond.askResident",
});

/** What an API server's series say of kinds; counts come as they are shown. */
export const SERVED_WORDS = words({
  watches: (count: string, resource: string) => say("served.watches", { count, resource }),
  whoAsks: "served.whoAsks",
  queue: (count: string, name: string) => told("served.queue", { count, name: [name] }),
  unreadable: (count: string, line: string) => say("served.unreadable", { count, line }),
  flow: (name: string, count: string, share: string) =>
    told("served.flow", { name: [name], count, share }),
  flows: (flows: readonly string[]) => told("served.flows", { flows: [commaList(flows)] }),
  /**
   * @param stored what is stored of a kind; none where nothing is known
   * @param ratio what the heap holds of it, and how many times that is
   */
  kind: (
    kind: string,
    stored: readonly string[],
    ratio: { readonly held: string; readonly times: string } | undefined,
    asked: readonly string[],
  ) => {
    const values = { kind: [kind], stored: [commaList(stored)], asked: [commaList(asked)] };
    if (stored.length === 0) return told("served.kind", { kind: values.kind, asked: values.asked });
    return ratio
      ? told("served.kindRatio", { ...values, ...ratio })
      : told("served.kindStored", values);
  },
  stored: (count: string) => say("served.stored", { count }),
  inAll: (bytes: string) => say("served.inAll", { bytes }),
  open: (n: number, count: string) => say("served.open", { n, count }),
  lists: (count: string) => say("served.lists", { count }),
});
