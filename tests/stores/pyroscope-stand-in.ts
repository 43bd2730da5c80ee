import { gunzipSync } from "node:zlib";
import { pprofFile } from "../../src/export/pprof-file.js";
import { finish } from "../../src/lib/steps.js";
import { sumProfiles } from "../../src/profile/merge.js";
import { type Profile, valuesOf } from "../../src/profile/profile.js";
import type { AskStore, StoreReply, StoreRequest } from "../../src/stores/store-answer.js";

/** A profile that an agent pushed. */
export interface Scrape {
  readonly at: number;
  readonly pod: string;
  /** with the one sample type that Pyroscope keeps of it */
  readonly profile: Profile;
}

const SERVICE = "/querier.v1.QuerierService/";

/**
 * Pyroscope's querier, from its protobuf (api/querier/v1/querier.proto) and what it does with
 * points (pkg/model/timeseries): one service, {service_name="kube-apiserver"}.
 */
export class PyroscopeStandIn {
  readonly asked: StoreRequest[] = [];
  constructor(private readonly scrapes: readonly Scrape[]) {}

  readonly ask: AskStore = async (request) => {
    this.asked.push(request);
    return this.reply(request);
  };

  reply({ url, headers, body = new Uint8Array(0) }: StoreRequest): StoreReply {
    const method = new URL(url).pathname.split(SERVICE)[1];
    if (headers["Content-Type"] === "application/proto" && method === "SelectMergeProfile") {
      const { selector, start, end } = mergeRequest(body);
      return this.merge(selector, start, end);
    }
    const fields = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
    if (method === "SelectSeries") return this.series(fields);
    if (method === "Series") return this.labels(fields);
    return json(404, { code: "unimplemented", message: "404 Not Found" });
  }

  private taken(selector: string, start: number, end: number): readonly Scrape[] {
    const pod = /pod="([^"]*)"/.exec(selector)?.[1];
    if (!/service_name="kube-apiserver"/.test(selector)) return [];
    return this.scrapes.filter(
      (scrape) => scrape.at >= start && scrape.at <= end && (!pod || scrape.pod === pod),
    );
  }

  private merge(selector: string, start: number, end: number): StoreReply {
    if (!/^\{.*\}$/.test(selector)) return parseError();
    const profiles = this.taken(selector, start, end).map(({ profile }) => profile);
    if (profiles.length === 0) return { status: 200, bytes: new Uint8Array(0) };
    const bytes = gunzipSync(finish(pprofFile([sumProfiles(profiles)])));
    return { status: 200, bytes: new Uint8Array(bytes) };
  }

  /** As RangeSeries: what came up to a step's time, and after the one before, is its point. */
  private series(fields: Record<string, unknown>): StoreReply {
    const [start, end] = [Number(fields.start), Number(fields.end)];
    const selector = String(fields.label_selector);
    if (!/^\{.*\}$/.test(selector)) return parseError();
    const step = Number(fields.step) * 1000;
    const isMean = fields.aggregation === "TIME_SERIES_AGGREGATION_TYPE_AVERAGE";
    const points = new Map<number, number[]>();
    for (const { at, profile } of this.taken(selector, start, end)) {
      const time = start + Math.ceil((at - start) / step) * step;
      const total = valuesOf(profile, 0).reduce((sum, value) => sum + value, 0);
      points.set(time, [...(points.get(time) ?? []), total]);
    }
    if (points.size === 0) return json(200, {});
    const rows = [...points].map(([timestamp, values]) => {
      const sum = values.reduce((a, v) => a + v, 0);
      return { value: isMean ? sum / values.length : sum, timestamp: String(timestamp) };
    });
    return json(200, { series: [{ points: rows }] });
  }

  private labels(fields: Record<string, unknown>): StoreReply {
    const [matcher] = fields.matchers as [string];
    const pods = new Set(
      this.taken(matcher, Number(fields.start), Number(fields.end)).map(({ pod }) => pod),
    );
    const labelsSet = [...pods].map((value) => ({ labels: [{ name: "pod", value }] }));
    return json(200, { labelsSet });
  }
}

function json(status: number, value: unknown): StoreReply {
  return { status, bytes: new TextEncoder().encode(JSON.stringify(value)) };
}

function parseError(): StoreReply {
  return json(400, { code: "invalid_argument", message: "failed to parse label selectors" });
}

/** SelectMergeProfileRequest: 1 profile_typeID, 2 label_selector, 3 start, 4 end. */
function mergeRequest(bytes: Uint8Array) {
  const fields = new Map<number, string | number>();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(value);
    }
  };
  while (at < bytes.length) {
    const key = varint();
    if ((key & 7) === 2) {
      const size = varint();
      fields.set(key >> 3, new TextDecoder().decode(bytes.subarray(at, at + size)));
      at += size;
    } else fields.set(key >> 3, varint());
  }
  return {
    selector: String(fields.get(2)),
    start: Number(fields.get(3)),
    end: Number(fields.get(4)),
  };
}
