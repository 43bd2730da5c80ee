import type { Fleet, FleetKind } from "../../fleet/fleet.js";
import type { TimeBuckets } from "../../fleet/time-buckets.js";
import { viewToFragment } from "../../view/url.js";
import { DEFAULT_VIEW, type FileRef, type View } from "../../view/view.js";
import { language } from "../../words/language.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";

const DAY = 86_400_000;

export const clusterName = (fleet: Fleet, cluster: number): string =>
  fleet.clusters[cluster] || INDEX_WORDS.unknownCluster;

export const programName = (fleet: Fleet, program: number): string =>
  fleet.programs[program] || INDEX_WORDS.unknownProgram;

export function processName({ profiles, processes }: Fleet, profile: number): string {
  return processes[profiles.process[profile] ?? -1] ?? INDEX_WORDS.unknownProcess;
}

/** A kind as people say it: "Deployment apps", "other". */
export function kindName({ key, name, group }: FleetKind): string {
  if (name === "") return key === "unknown" ? INDEX_WORDS.unknown : INDEX_WORDS.other;
  return group === "" ? name : `${name} ${group}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in UTC, in the language that is spoken. */
function moment(time: number, options: Intl.DateTimeFormatOptions): string {
  const locale = language() === "en" ? "en-GB" : language();
  const key = `${locale} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(time);
}

const DATE = { day: "numeric", month: "short" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

const SECONDS = { ...CLOCK, second: "2-digit" } as const;
const clockOf = (step: number) => (step < 60_000 ? SECONDS : CLOCK);

/** "20 Nov 2026". */
export const dayText = (time: number): string => moment(time, { ...DATE, year: "numeric" });

/** "20 Nov, 06:12". */
export const momentText = (time: number): string => moment(time, { ...DATE, ...CLOCK });

/** When a column begins: "20 Nov" of days, "20 Nov, 06:00" of hours. */
export function columnText({ start, step }: TimeBuckets, column: number): string {
  const time = start + column * step;
  return moment(time, step >= DAY ? DATE : { ...DATE, ...clockOf(step) });
}

/** The same in short, for the head: the hour, and the day where the mark before is of another. */
export function columnMark(buckets: TimeBuckets, column: number, every: number): string {
  const { start, step } = buckets;
  const dayOf = (of: number) => Math.floor((start + of * step) / DAY);
  const sameDay = column >= every && dayOf(column) === dayOf(column - every);
  return moment(start + column * step, sameDay && step < DAY ? clockOf(step) : DATE);
}

/** A profile of the index as a view names it. */
function fileOf({ profiles }: Fleet, profile: number): FileRef {
  const file = profiles.file[profile] ?? "";
  const url = webAddress(file);
  const path = url === "" ? file : new URL(url).pathname;
  return {
    hash: profiles.id[profile] ?? "",
    name: path.split(/[\\/]/).at(-1) || file,
    size: profiles.fileBytes[profile] || 0,
    url,
  };
}

/** The address of a profile's file; "" where it was a file of some machine. */
export function webAddress(file: string): string {
  return /^https?:\/\//i.test(file) && URL.canParse(file) ? file : "";
}

/** A link to profiles of the index, with a kind lit: the page gets them, or asks for them by name. */
export function profileLink(
  fleet: Fleet,
  profiles: readonly number[],
  change: Partial<View>,
): string {
  const files = profiles.map((profile) => fileOf(fleet, profile));
  return `#${viewToFragment({ ...DEFAULT_VIEW, ...change, files })}`;
}
