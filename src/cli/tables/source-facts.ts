import { basename, dirname } from "node:path";
import { itemAt } from "../../lib/must.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { TABLES_WORDS } from "../../words/terminal/tables-words.js";
import { InputError, UsageError } from "../exit-code.js";
import { type Manifest, readManifest } from "../record/manifest.js";

/** What is known of a file beside its bytes. */
export interface SourceFacts {
  readonly cluster: string | null;
  readonly namespace: string | null;
  readonly pod: string | null;
  readonly node: string | null;
  /** bytes */
  readonly rss: number | null;
  readonly limit: number | null;
  /** when it was recorded, where the profile does not say */
  readonly time: Date | null;
  /** all other labels, by name */
  readonly labels: Readonly<Record<string, string>>;
}

type Labels = Readonly<Record<string, string>>;

/** A label's name, as in Kubernetes and Prometheus. */
const NAME = /^[A-Za-z_][\w./-]{0,62}$/;
const OWN = new Set(["cluster", "namespace", "pod", "node", "rss", "limit", "time"]);

/**
 * The labels that --label KEY=VALUE gives.
 * @throws UsageError
 */
export function labelsOf(given: readonly string[]): Labels {
  const out: Record<string, string> = {};
  for (const text of given) {
    const at = text.indexOf("=");
    const name = text.slice(0, Math.max(0, at));
    if (!NAME.test(name)) throw new UsageError(TABLES_WORDS.label(text));
    out[name] = text.slice(at + 1);
  }
  return out;
}

/**
 * Reads labels out of paths: `{cluster}/{node}/{pod}.pb.gz` is compared with the end of a path;
 * each {NAME} is a part of one folder's or file's name, and `{}` any part.
 */
export class PathPattern {
  private readonly pattern: RegExp;
  private readonly names: string[] = [];

  /** @throws UsageError where it names nothing, or something twice */
  constructor(text: string) {
    const source = text
      .split(/(\{[^{}]*\})/)
      .map((part) => {
        if (!/^\{.*\}$/.test(part)) return part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
        const name = part.slice(1, -1);
        if (name === "") return "[^/]*?";
        if (!NAME.test(name) || this.names.includes(name)) {
          throw new UsageError(TABLES_WORDS.pathName(text, `{${name}}`));
        }
        this.names.push(name);
        return "([^/]+?)";
      })
      .join("");
    if (this.names.length === 0) {
      throw new UsageError(TABLES_WORDS.pathNames(text));
    }
    this.pattern = new RegExp(`(?:^|/)${source}$`);
  }

  /** The labels of a path; undefined where it does not fit. */
  read(path: string): Labels | undefined {
    const found = this.pattern.exec(path.replaceAll("\\", "/"));
    if (!found) return undefined;
    return Object.fromEntries(this.names.map((name, i) => [name, itemAt(found, i + 1)]));
  }
}

/** Labels in folders as Hive names them: `cluster=prod-1/node=a/heap.pb.gz`. */
function hiveLabels(path: string): Labels {
  const out: Record<string, string> = {};
  for (const part of dirname(path.replaceAll("\\", "/")).split("/")) {
    const [, name, value] = /^([A-Za-z_]\w*)=(.+)$/.exec(part) ?? [];
    if (name !== undefined && value !== undefined) out[name] = value;
  }
  return out;
}

/** Tells of each file what is known beside its bytes. */
export class FactsReader {
  private folder = "";
  private recorded: ReadonlyMap<string, Labels> = new Map();

  /** @param given labels of all files, which come before what paths and manifests say */
  constructor(
    private readonly given: Labels,
    private readonly patterns: readonly PathPattern[],
  ) {}

  async of(path: string): Promise<SourceFacts> {
    const folder = dirname(path);
    // Of one folder after the other: files come in order of their paths.
    if (folder !== this.folder) {
      this.recorded = await manifestLabels(folder);
      this.folder = folder;
    }
    const told = this.patterns.map((pattern) => pattern.read(path)).find((labels) => labels);
    return factsOf({
      ...this.recorded.get(basename(path)),
      ...hiveLabels(path),
      ...told,
      ...this.given,
    });
  }
}

function factsOf(all: Labels): SourceFacts {
  const text = (name: string) => all[name] || null;
  const time = Date.parse(all.time ?? "");
  const rest = Object.entries(all).filter(([name]) => !OWN.has(name));
  return {
    cluster: text("cluster"),
    namespace: text("namespace"),
    pod: text("pod"),
    node: text("node"),
    rss: parseBytes(all.rss ?? "") ?? null,
    limit: parseBytes(all.limit ?? "") ?? null,
    time: Number.isFinite(time) ? new Date(time) : null,
    labels: Object.fromEntries(rest.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Labels of each file of a recording; none where the folder is none, or its manifest is damaged. */
async function manifestLabels(folder: string): Promise<ReadonlyMap<string, Labels>> {
  const out = new Map<string, Labels>();
  let found: Manifest | undefined;
  try {
    found = await readManifest(folder);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const cluster = found?.cluster;
  for (const profile of found?.profiles ?? []) {
    const { file, asked, namespace, pod, node, release, image, target, rss, limit } = profile;
    const told = { cluster, namespace, pod, node, release, image, target, rss, limit, time: asked };
    const labels = Object.entries(told).filter(([, v]) => ["string", "number"].includes(typeof v));
    out.set(file, Object.fromEntries(labels.map(([name, v]) => [name, String(v)])));
  }
  return out;
}
