/** The files of one process or server, in the order of their moments. */
export interface FileSource {
  /** the files' names without their moments, as "kube-system_kube-apiserver-a" */
  readonly name: string;
  /** indices of files */
  readonly files: readonly number[];
}

/** A date and a time of day, or seconds or milliseconds since 1970. */
const MOMENT =
  /(?:19|20)\d\d-?[01]\d-?[0-3]\d[T_. -]?[0-2]\d[:._-]?[0-5]\d(?:[:._-]?[0-5]\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?|(?<!\d)1\d{9}(?:\d{3})?(?!\d)/;
const KIND_OF_FILE = /\.(?:heap\.)?(?:pb\.gz|pprof|pb|prof|gz|heap)$/i;

/**
 * Whose files they are, where names tell it: each is named by its moment and by something else, as
 * `leaklens record` names them, and several have the same something. Sources in the order of their
 * names, their files in the order of their moments.
 * @param times milliseconds since 1970; files that have none are ordered by the moments in names
 * @returns undefined where a name has no moment, all are of one source, or no source has two files
 */
export function fileSources(
  names: readonly string[],
  times: readonly (number | undefined)[] = [],
): readonly FileSource[] | undefined {
  const bySource = new Map<string, { file: number; moment: string }[]>();
  for (const [file, name] of names.entries()) {
    const short = name.replace(KIND_OF_FILE, "");
    const moment = MOMENT.exec(short)?.[0];
    if (moment === undefined) return undefined;
    const source = short.replace(moment, " ").replace(/^[\s._-]+|[\s._-]+$/g, "");
    const files = bySource.get(source) ?? [];
    files.push({ file, moment });
    bySource.set(source, files);
  }
  const isSeveral = bySource.size > 1 && bySource.size < names.length;
  if (!isSeveral) return undefined;
  const inTime = names.every((_, file) => times[file] !== undefined);
  return [...bySource]
    .sort(([a], [b]) => collator.compare(a, b))
    .map(([name, files]) => ({
      name,
      files: files
        .sort((a, b) =>
          inTime
            ? (times[a.file] ?? 0) - (times[b.file] ?? 0) || a.file - b.file
            : collator.compare(a.moment, b.moment) || a.file - b.file,
        )
        .map(({ file }) => file),
    }));
}

const collator = new Intl.Collator("en", { numeric: true });

/** The source whose last file stands out: its value and how many times the others' median it is. */
export interface HotSource {
  /** index of a source */
  readonly source: number;
  readonly factor: number;
}

/** So many times the median is hot. */
const HOT = 1.5;

/**
 * The source whose newest file has far more than the others have.
 * @param totals one a file
 * @returns undefined where fewer than three sources can be compared, or none stands out
 */
export function hotSource(
  sources: readonly FileSource[],
  totals: readonly number[],
): HotSource | undefined {
  const latest = sources.map(({ files }) => totals[files.at(-1) ?? -1] ?? 0);
  if (latest.length < 3) return undefined;
  const sorted = latest.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  const median = sorted.length % 2 === 0 ? (low + high) / 2 : high;
  const most = Math.max(...latest);
  if (!(median > 0) || most < HOT * median) return undefined;
  return { source: latest.indexOf(most), factor: most / median };
}
