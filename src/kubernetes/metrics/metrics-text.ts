import { MAX_METRICS_BYTES } from "../../profile/size-limits.js";

/** A line of a `/metrics` text: one series with its value. */
export interface MetricSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What was read of a `/metrics` text. */
export interface MetricsText {
  readonly samples: readonly MetricSample[];
  /** lines that are no series, and the number of the first; 0 and 0 where all were read */
  readonly unreadable: number;
  readonly firstUnreadable: number;
}

const MOST_SAMPLES = 500_000;
const LABEL = /[ \t]*([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"[ \t]*(?:,[ \t]*|(?=\}))/y;
/** The value, perhaps a time, perhaps an exemplar behind a hash. */
const VALUE = /^[ \t]+([^\s{}]+)(?:[ \t]+-?[\d.e+]+)?[ \t]*(?:#.*)?$/;

/** A series that programs with Go's or Kubernetes' metrics have, where comments were left out. */
const KNOWN_SERIES =
  /^\s*(?:go|process|apiserver|etcd|rest_client|workqueue|controller_runtime|kubelet|container)_\w+(?:\{[^\n]*\})? [-+]?[\d.][^\s{}]*(?: \d+)?\r?(?:\n|$)/;

/**
 * Whether a text is the answer of `/metrics`, in the text format of Prometheus or OpenMetrics, or
 * lines of one.
 */
export function isMetricsText(text: string): boolean {
  const head = text.slice(0, 4096);
  return /^\s*# (?:HELP|TYPE|UNIT) [a-zA-Z_:][\w:]* /.test(head) || KNOWN_SERIES.test(head);
}

/**
 * Reads a `/metrics` text. Series that are not wanted are passed over without being taken apart.
 * @param wants names of series
 */
export function readMetricsText(text: string, wants: (name: string) => boolean): MetricsText {
  const samples: MetricSample[] = [];
  let unreadable = 0;
  let firstUnreadable = 0;
  let number = 0;
  const end = Math.min(text.length, MAX_METRICS_BYTES);
  for (let at = 0; at < end && samples.length < MOST_SAMPLES; ) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 ? text.length : next;
    const line = text.slice(at, stop).replace(/\r$/, "");
    at = stop + 1;
    number++;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const name = /^[\w:]+/.exec(line)?.[0] ?? "";
    if (name !== "" && !wants(name)) continue;
    const sample = sampleOf(line);
    if (sample) samples.push(sample);
    else {
      unreadable++;
      firstUnreadable ||= number;
    }
  }
  return { samples, unreadable, firstUnreadable };
}

function sampleOf(line: string): MetricSample | undefined {
  const name = /^[a-zA-Z_:][\w:]*/.exec(line)?.[0];
  if (name === undefined) return undefined;
  const labels: Record<string, string> = Object.create(null);
  let at = name.length;
  if (line[at] === "{") {
    at++;
    while (line[at] !== "}") {
      LABEL.lastIndex = at;
      const found = LABEL.exec(line);
      if (!found) return undefined;
      labels[found[1]] = found[2].replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c));
      at = LABEL.lastIndex;
    }
    at++;
  }
  const found = VALUE.exec(line.slice(at));
  const value = found ? numberOf(found[1]) : undefined;
  return value === undefined ? undefined : { name, labels, value };
}

function numberOf(text: string): number | undefined {
  if (/^[+-]?Inf$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (/^NaN$/i.test(text)) return Number.NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
