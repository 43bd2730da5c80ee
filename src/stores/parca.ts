import { lastOf } from "../lib/must.js";
import { ProfileError } from "../profile/profile-error.js";
import { STORES_WORDS } from "../words/stores-words.js";
import type { ScrapeChoice, StoreAddress } from "./store-address.js";
import {
  type AskStore,
  acceptedBytes,
  authorization,
  jsonOf,
  listOf,
  nothingThere,
  recordOf,
  type StoreProfile,
} from "./store-answer.js";

/** A scrape as `query_range` tells it. */
interface Scrape {
  /** RFC 3339, to the nanosecond as Parca wants it back */
  readonly time: string;
  readonly at: number;
  readonly value: number;
  readonly count: number;
  /** the selector of its series */
  readonly labels: string;
}

/**
 * Reads from Parca: how many scrapes there are, then one of them or their merge.
 * @throws ProfileError; what `ask` throws
 */
export async function readParca(address: StoreAddress, ask: AskStore): Promise<StoreProfile> {
  const scrapes = await scrapesOf(address, ask);
  const series = new Set(scrapes.map(({ labels }) => labels)).size;
  if (address.scrape === "mean") {
    const [from, until] = [iso(address.from), iso(address.until)];
    const query = typedQuery(address, address.selector);
    const bytes = await pprofOf(
      address,
      { mode: "MODE_MERGE", "merge.query": query, "merge.start": from, "merge.end": until },
      ask,
    );
    const count = scrapes.reduce((sum, scrape) => sum + scrape.count, 0);
    return {
      bytes,
      scrapes: count,
      series,
      from: scrapes[0].at,
      until: lastOf(scrapes).at,
    };
  }
  const chosen = chooseScrape(scrapes, address.scrape);
  const query = typedQuery(address, chosen.labels);
  const bytes = await pprofOf(
    address,
    {
      mode: "MODE_SINGLE_UNSPECIFIED",
      "single.query": query,
      "single.time": chosen.time,
    },
    ask,
  );
  return { bytes, scrapes: 1, series: 1, from: chosen.at, until: chosen.at };
}

async function scrapesOf(address: StoreAddress, ask: AskStore): Promise<readonly Scrape[]> {
  const answer = await askJson(
    address,
    "query_range",
    {
      query: typedQuery(address, address.selector),
      start: iso(address.from),
      end: iso(address.until),
    },
    ask,
  );
  const scrapes: Scrape[] = [];
  for (const one of listOf(recordOf(answer).series)) {
    const labels = selectorOf(listOf(recordOf(one.labelset).labels));
    for (const { timestamp, value, count } of listOf(one.samples)) {
      const at = Date.parse(String(timestamp));
      if (Number.isNaN(at)) continue;
      const many = Number(count);
      scrapes.push({
        time: String(timestamp),
        at,
        value: Number(value) || 0,
        count: many >= 1 ? many : 1,
        labels,
      });
    }
  }
  if (scrapes.length === 0) throw nothingThere(address.host, address.selector);
  return scrapes.sort((a, b) => a.at - b.at);
}

function chooseScrape(scrapes: readonly Scrape[], choice: ScrapeChoice): Scrape {
  if (choice === "first") return scrapes[0];
  if (choice === "last") return lastOf(scrapes);
  return scrapes.reduce((peak, scrape) => (scrape.value > peak.value ? scrape : peak));
}

/** A series' labels as a selector. */
function selectorOf(labels: readonly Readonly<Record<string, unknown>>[]): string {
  const parts = labels.map(({ name, value }) => `${String(name)}=${JSON.stringify(String(value))}`);
  return `{${parts.join(", ")}}`;
}

async function pprofOf(
  address: StoreAddress,
  fields: Readonly<Record<string, string>>,
  ask: AskStore,
): Promise<Uint8Array> {
  const all = { ...fields, report_type: "REPORT_TYPE_PPROF" };
  const { pprof } = recordOf(await askJson(address, "query", all, ask));
  if (typeof pprof !== "string" || pprof === "") {
    throw new ProfileError(STORES_WORDS.noProfile(address.host), {
      hint: STORES_WORDS.noProfileHint,
    });
  }
  let binary: string;
  try {
    binary = atob(pprof);
  } catch {
    throw new ProfileError(STORES_WORDS.noBase64(address.host), { hint: STORES_WORDS.again });
  }
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

async function askJson(
  { base, host, ...address }: StoreAddress,
  path: string,
  fields: Readonly<Record<string, string>>,
  ask: AskStore,
): Promise<unknown> {
  const query = Object.entries(fields).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const headers = { Accept: "application/json", ...authorization(address.user) };
  const url = `${base}/api/profiles/${path}?${query.join("&")}`;
  const reply = await ask({ url, method: "GET", headers });
  return jsonOf(acceptedBytes(reply, host), host);
}

const typedQuery = ({ type }: StoreAddress, selector: string) => `${type}${selector}`;
const iso = (time: number) => new Date(time).toISOString();
