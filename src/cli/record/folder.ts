import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { InputError } from "../exit-code.js";
import { writeWhole } from "../output/write-file.js";
import { MANIFEST, type Manifest, type RecordedProfile, readManifest } from "./manifest.js";
import type { Failure, Round, RoundScrape } from "./rounds.js";

/** Of the errors of a long recording the last ones are kept. */
const MAX_ERRORS = 1000;

/** What a recording says of itself before anything is recorded. */
export type ManifestHead = Pick<Manifest, "cluster" | "context" | "server" | "interval" | "gc">;

/** The folder of a recording: each file whole or not there, the manifest true at any time. */
export class RecordFolder {
  private constructor(
    private readonly path: string,
    private manifest: Manifest,
  ) {}

  /**
   * Opens a folder, or makes it. What was recorded into it before stays.
   * @throws InputError where it cannot be made, or has a manifest that cannot be read
   */
  static async open(path: string, head: ManifestHead): Promise<RecordFolder> {
    try {
      await mkdir(path, { recursive: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new InputError(`${path}: ${OUTPUT_WORDS.write.noNewFolder(why)}`);
    }
    const before = await readManifest(path);
    const now = new Date().toISOString();
    return new RecordFolder(path, {
      version: 1,
      crossed: null,
      profiles: [],
      errors: [],
      ...before,
      ...head,
      begun: before?.begun ?? now,
      written: now,
    });
  }

  /**
   * Writes the profiles of a round, then the manifest that names them. An interruption is seen
   * between two files.
   * @returns the names of its files
   * @throws InputError
   */
  async add({ scrapes, failures }: Round): Promise<readonly string[]> {
    const names: string[] = [];
    const profiles: RecordedProfile[] = [];
    for (const scrape of scrapes) {
      const file = fileName(scrape);
      await writeWhole(join(this.path, file), scrape.bytes, new AbortController().signal);
      profiles.push(recordOf(scrape, file));
      names.push(file);
    }
    this.manifest = {
      ...this.manifest,
      profiles: [...this.manifest.profiles, ...profiles],
      errors: [...this.manifest.errors, ...failures.map(errorOf)].slice(-MAX_ERRORS),
    };
    await this.write();
    return names;
  }

  /** Takes files out of the manifest, then out of the folder. @throws InputError */
  async drop(files: readonly string[]): Promise<void> {
    const dropped = new Set(files);
    const profiles = this.manifest.profiles.filter(({ file }) => !dropped.has(file));
    this.manifest = { ...this.manifest, profiles };
    await this.write();
    for (const file of files) await rm(join(this.path, file), { force: true });
  }

  /** Notes what crossed its mark. @throws InputError */
  async cross(crossed: Manifest["crossed"]): Promise<void> {
    this.manifest = { ...this.manifest, crossed };
    await this.write();
  }

  private async write(): Promise<void> {
    this.manifest = { ...this.manifest, written: new Date().toISOString() };
    const text = `${JSON.stringify(this.manifest, null, 1)}\n`;
    const bytes = new TextEncoder().encode(text);
    // Whole also where the person interrupts just now: it names what is there.
    await writeWhole(join(this.path, MANIFEST), bytes, new AbortController().signal);
  }
}

/** In order of time by their names: "20261127T131000.123Z-kube-system_kube-apiserver-a.pb.gz". */
function fileName({ target, asked }: RoundScrape): string {
  const stamp = new Date(asked).toISOString().replace(/[-:]/g, "");
  const name = target.name.replace(/[^A-Za-z0-9.-]+/g, "_").slice(0, 150);
  return `${stamp}-${name}.pb.gz`;
}

function recordOf(scrape: RoundScrape, file: string): RecordedProfile {
  const { target, sha256, bytes, asked, took, skew, heap, rss, started, release } = scrape;
  const { pod } = target;
  return {
    file,
    sha256,
    bytes: bytes.length,
    target: target.name,
    namespace: pod?.namespace ?? null,
    pod: pod?.name ?? null,
    node: pod?.node ?? null,
    image: pod?.image ?? null,
    release,
    asked: new Date(asked).toISOString(),
    took,
    skew,
    heap,
    rss,
    limit: pod?.limit ?? null,
    started: started === null ? null : isoOf(started),
    restarts: pod?.restarts ?? null,
  };
}

function isoOf(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function errorOf({ target, time, error }: Failure) {
  return { time: new Date(time).toISOString(), target, error };
}
