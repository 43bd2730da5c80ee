import { ProfileError } from "../profile/profile-error.js";
import { STORES_WORDS } from "../words/stores-words.js";
import { momentOf } from "./when.js";

const WORDS = STORES_WORDS.address;

/** Which of the scrapes in the range: their mean, or one of them. */
export type ScrapeChoice = "mean" | "first" | "last" | "peak";

/** What an address asks a store for. */
export interface StoreAddress {
  readonly store: "pyroscope" | "parca";
  /** http(s) address of the store, without a slash at its end */
  readonly base: string;
  readonly host: string;
  /** the profile's type as both stores write it: "memory:inuse_space:bytes:space:bytes" */
  readonly type: string;
  /** labels: {job="kube-apiserver"} */
  readonly selector: string;
  /** milliseconds since 1970 */
  readonly from: number;
  readonly until: number;
  readonly scrape: ScrapeChoice;
  /** name and password as the address has them; "" where it has none */
  readonly user: string;
  /** of Pyroscope's tenants; "" where none is named */
  readonly tenant: string;
}

const HEAP = "memory:inuse_space:bytes:space:bytes";
const CHOICES: readonly ScrapeChoice[] = ["mean", "first", "last", "peak"];
const KNOWN = ["query", "from", "until", "to", "scrape", "tenant"];
const EXAMPLE = `pyroscope+https://host/?query={service_name="kube-apiserver"}&from=now-1h`;
const MAX_ADDRESS = 8192;

/**
 * Reads an address of a store: `pyroscope+https://host/?query={…}&from=now-1h&until=now`. The query
 * is a selector of labels, with the profile's type before it where it is another one than the heap
 * in use. `scrape` takes mean, first, last or peak.
 *
 * @param now milliseconds since 1970
 * @throws ProfileError that says what is wrong with it
 */
export function parseStoreAddress(text: string, now: number): StoreAddress {
  const found =
    /^(pyroscope|parca)\+(https?):\/\/(?:([^/?#@]*)@)?([^/?#@]+)([^?#]*)(?:\?(.*))?$/is.exec(
      text.slice(0, MAX_ADDRESS),
    );
  if (!found || text.length > MAX_ADDRESS) throw wrong(WORDS.none, WORDS.example(EXAMPLE));
  const [, store, protocol, user = "", host, path, query = ""] = found;
  const fields = fieldsOf(query);
  const asked = (fields.get("query") ?? "").trim();
  const at = asked.indexOf("{");
  const type = at > 0 ? asked.slice(0, at).trim() : HEAP;
  const selector = at < 0 ? "" : asked.slice(at);
  if (!/^\{.*[\w}"'].*\}$/s.test(selector)) {
    throw wrong(WORDS.noSelector, WORDS.noSelectorHint(EXAMPLE));
  }
  if (!/^[^:]+(:[^:]+){4}(:delta)?$/.test(type)) {
    throw wrong(WORDS.type(type), WORDS.typeHint(`${HEAP}{…}`));
  }
  const scrape = CHOICES.find((choice) => choice === (fields.get("scrape") ?? "mean"));
  if (!scrape) throw wrong(WORDS.scrape(fields.get("scrape") ?? "", CHOICES));
  const until = moment(fields.get("until") ?? fields.get("to") ?? "now", now);
  const from = moment(fields.get("from") ?? "now-1h", now);
  if (from >= until) throw wrong(WORDS.backwards, WORDS.backwardsHint);
  return {
    store: store.toLowerCase() as StoreAddress["store"],
    base: `${protocol.toLowerCase()}://${host}${path.replace(/\/+$/, "")}`,
    host,
    type,
    selector,
    from,
    until,
    scrape,
    user: decoded(user),
    tenant: fields.get("tenant") ?? "",
  };
}

/**
 * The same address for later: with moments instead of "now", and without a name and password, as
 * it may stand in links.
 */
export function pinnedAddress(text: string, now: number): string {
  const { store, base, type, selector, from, until, scrape, tenant } = parseStoreAddress(text, now);
  const fields = {
    query: type === HEAP ? selector : `${type}${selector}`,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    ...(scrape !== "mean" && { scrape }),
    ...(tenant !== "" && { tenant }),
  };
  const parts = Object.entries(fields).map(([name, value]) => `${name}=${encoded(value)}`);
  return `${store}+${base}/?${parts.join("&")}`;
}

/** What a file of it is called: "kube-apiserver, mean of now-1h to now". */
export function nameOfStoreAddress(text: string): string {
  const fields = fieldsOf(text.slice(text.indexOf("?") + 1), false);
  const value = /=~?\s*["'`]([^"'`]+)/.exec(fields.get("query") ?? "")?.[1] ?? "heap";
  const choice = fields.get("scrape") ?? "mean";
  const until = fields.get("until") ?? fields.get("to") ?? "now";
  return STORES_WORDS.name(value, choice, fields.get("from") ?? "now-1h", until);
}

/** @param strict whether an unknown field is refused */
function fieldsOf(query: string, strict = true): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of query.split("&")) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const name = at < 0 ? part : part.slice(0, at);
    if (strict && !KNOWN.includes(name)) {
      throw wrong(WORDS.unknown(name.slice(0, 40)), WORDS.unknownHint(KNOWN));
    }
    // A plus is a plus here: selectors have them in patterns.
    fields.set(name, at < 0 ? "" : decoded(part.slice(at + 1)));
  }
  return fields;
}

function moment(text: string, now: number): number {
  const found = momentOf(text, now);
  if (found === undefined) {
    throw wrong(WORDS.moment(text), WORDS.momentHint);
  }
  return found;
}

/** Also what ends a line, a word or an address elsewhere. */
const encoded = (text: string) => encodeURIComponent(text).replace(/%3A/g, ":");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wrong(message: string, hint?: string): ProfileError {
  return new ProfileError(message, hint === undefined ? {} : { hint });
}
