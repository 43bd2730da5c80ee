import { lastOf } from "../lib/must.js";
import { ProfileError } from "../profile/profile-error.js";
import type { StoreAddress } from "./store-address.js";
import {
  type AskStore,
  acceptedBytes,
  authorization,
  isPage,
  jsonOf,
  listOf,
  nothingThere,
  recordOf,
  type StoreProfile,
} from "./store-answer.js";

/** Seconds of a point where one scrape is wanted: as often as agents scrape. */
const FINE_STEP = 15;

/** A stretch of time with scrapes in it, as SelectSeries tells it. */
interface Point {
  /** milliseconds since 1970, its end */
  readonly at: number;
  readonly sum: number;
  /** of its scrapes; NaN where it is not told */
  readonly scrapes: number;
}

/**
 * Reads from Pyroscope. It merges all scrapes of a range and does not say how many there were: the
 * series of sums over the series of averages tells.
 * @throws ProfileError; what `ask` throws
 */
export async function readPyroscope(address: StoreAddress, ask: AskStore): Promise<StoreProfile> {
  const { from, until, scrape } = address;
  const whole = Math.max(1, Math.ceil((until - from) / 1000));
  const isMean = scrape === "mean";
  const step = isMean ? whole : Math.min(FINE_STEP, whole);
  const points = await pointsOf(address, step, ask);
  const point = isMean ? undefined : choosePoint(points, scrape);
  // A point has what came after the one before it.
  const start = point ? Math.max(from, point.at - step * 1000 + 1) : from;
  const end = point ? Math.min(until, point.at) : until;
  const taken = point ? [point] : points;
  const scrapes = taken.reduce((sum, p) => sum + p.scrapes, 0);
  return {
    bytes: await mergeOf(address, start, end, ask),
    scrapes: Number.isNaN(scrapes) ? undefined : scrapes,
    series: await seriesOf(address, start, end, ask),
    from: start,
    until: end,
  };
}

async function pointsOf(
  address: StoreAddress,
  step: number,
  ask: AskStore,
): Promise<readonly Point[]> {
  const read = async (aggregation: string) => {
    const answer = await askJson(
      address,
      "SelectSeries",
      {
        profile_typeID: address.type,
        label_selector: address.selector,
        start: String(address.from),
        end: String(address.until),
        step,
        aggregation: `TIME_SERIES_AGGREGATION_TYPE_${aggregation}`,
      },
      ask,
    );
    const values = new Map<number, number>();
    for (const { points } of listOf(recordOf(answer).series)) {
      // A field that is left out is zero.
      for (const { timestamp, value = 0 } of listOf(points)) {
        const at = Number(timestamp);
        values.set(at, (values.get(at) ?? 0) + Number(value));
      }
    }
    return values;
  };
  const [sums, means] = [await read("SUM"), await read("AVERAGE")];
  if (sums.size === 0) throw nothingThere(address.host, address.selector);
  return [...sums]
    .map(([at, sum]) => ({ at, sum, scrapes: countOf(sum, means.get(at)) }))
    .sort((a, b) => a.at - b.at);
}

/** How many scrapes a sum and a mean are of; NaN where their ratio is no whole number. */
function countOf(sum: number, mean: number | undefined): number {
  if (mean === undefined || !(mean > 0)) return Number.NaN;
  const ratio = sum / mean;
  const count = Math.round(ratio);
  return count >= 1 && Math.abs(ratio - count) < 1e-3 ? count : Number.NaN;
}

function choosePoint(points: readonly Point[], choice: StoreAddress["scrape"]): Point {
  if (choice === "first") return points[0];
  if (choice === "last") return lastOf(points);
  const height = ({ sum, scrapes }: Point) => sum / (Number.isNaN(scrapes) ? 1 : scrapes);
  return points.reduce((peak, point) => (height(point) > height(peak) ? point : peak));
}

/** How many sets of labels were scraped; undefined where the store does not tell. */
async function seriesOf(
  address: StoreAddress,
  start: number,
  end: number,
  ask: AskStore,
): Promise<number | undefined> {
  const matcher = `{${[address.selector.slice(1, -1).trim(), `__profile_type__=${JSON.stringify(address.type)}`].filter((part) => part !== "").join(",")}}`;
  try {
    const fields = { matchers: [matcher], start: String(start), end: String(end) };
    const sets = listOf(recordOf(await askJson(address, "Series", fields, ask)).labelsSet);
    return sets.length === 0 ? undefined : new Set(sets.map((set) => JSON.stringify(set))).size;
  } catch (error) {
    // Only a word more about what was merged.
    if (error instanceof ProfileError) return undefined;
    throw error;
  }
}

/** The merge of all scrapes in a stretch of time: Pyroscope's Profile is pprof's, to the byte. */
async function mergeOf(
  address: StoreAddress,
  start: number,
  end: number,
  ask: AskStore,
): Promise<Uint8Array> {
  const { host, type, selector } = address;
  const message = [text(1, type), text(2, selector), number(3, start), number(4, end)].flat();
  const reply = await ask({
    url: `${address.base}/querier.v1.QuerierService/SelectMergeProfile`,
    method: "POST",
    headers: { "Content-Type": "application/proto", ...headersOf(address) },
    body: Uint8Array.from(message),
  });
  const bytes = acceptedBytes(reply, host);
  if (bytes.length === 0) throw nothingThere(host, selector);
  if (isPage(bytes)) jsonOf(bytes, host);
  return bytes;
}

async function askJson(
  address: StoreAddress,
  method: string,
  fields: object,
  ask: AskStore,
): Promise<unknown> {
  const reply = await ask({
    url: `${address.base}/querier.v1.QuerierService/${method}`,
    method: "POST",
    headers: { "Content-Type": "application/json", ...headersOf(address) },
    body: new TextEncoder().encode(JSON.stringify(fields)),
  });
  return jsonOf(acceptedBytes(reply, address.host), address.host);
}

function headersOf({ user, tenant }: StoreAddress): Readonly<Record<string, string>> {
  return { ...authorization(user), ...(tenant !== "" && { "X-Scope-OrgID": tenant }) };
}

/** A field of text of a protobuf message. */
function text(field: number, value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [(field << 3) | 2, ...varint(bytes.length), ...bytes];
}

function number(field: number, value: number): number[] {
  return [field << 3, ...varint(value)];
}

function varint(value: number): number[] {
  const out: number[] = [];
  let rest = BigInt(Math.round(value));
  for (; rest >= 128n; rest >>= 7n) out.push(Number(rest & 127n) | 128);
  out.push(Number(rest));
  return out;
}
