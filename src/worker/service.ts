import type { FrameNames } from "../engine/answers.js";
import { Engine, type EngineAsks } from "../engine/engine.js";
import { loadKnowledge } from "../engine/late-knowledge.js";
import { carriedKey } from "../engine/profile-library.js";
import type { Question } from "../engine/question.js";
import { QuestionError } from "../engine/question-error.js";
import { openParts } from "../export/opened-parts.js";
import { exported } from "../export/what-is-exported.js";
import { Cancelled } from "../lib/cancelled-error.js";
import { Recent } from "../lib/lru-cache.js";
import { sha256Hex } from "../lib/sha256.js";
import { LinkError } from "../link/link-error.js";
import { packingOf } from "../profile/containers/unpack.js";
import { ProfileError } from "../profile/profile-error.js";
import { fragmentToView } from "../view/url.js";
import { questionOf } from "../view/view.js";
import { type Language, speak } from "../words/language.js";
import { WORKER_WORDS } from "../words/worker-words.js";
import { Foreseen } from "./prefetched-picture.js";
import type {
  AskName,
  Asks,
  Failure,
  OpenedInput,
  Progress,
  Reply,
  Trial,
  WorkerApi,
} from "./protocol.js";
import { spacedProgress } from "./spaced-progress.js";
import { UnpackingBeside } from "./unpacking/beside.js";
import type { UnpackingWorker } from "./unpacking/protocol.js";
import { warmUp } from "./warm-up.js";
import { Queue } from "./work-queue.js";
import { linkOf, openedLink } from "./worker-links.js";

/** What the person waits for most is answered first. */
const RANK: Readonly<Record<AskName, number>> = {
  table: 1,
  callers: 1,
  draft: 1,
  glance: 2,
  picture: 2,
  before: 2,
  setKind: 3,
  search: 3,
  detail: 3,
  set: 4,
  program: 4,
  kinds: 5,
  labels: 6,
  finding: 6,
  heldBy: 6,
  lit: 6,
  suspects: 7,
  knownIssues: 7,
  report: 8,
  link: 8,
  export: 8,
  foresee: 9,
  sheet: 10,
};

/** How the work of reading a file is called. */
const OPEN = "open ";
/** Answers whose frames are numbers. */
const NUMBERED: ReadonlySet<AskName> = new Set([
  "picture",
  "draft",
  "glance",
  "before",
  "table",
  "sheet",
]);
/** What a person saves: a second one does not take the place of the first. */
const SAVED: ReadonlySet<AskName> = new Set(["export", "report"]);
/** The page asks for names right after the answer that needs them. */
const NAMES_KEPT = 8;

/** The engine behind messages: files are opened here, questions are answered here. */
export class Service implements WorkerApi {
  private readonly engine = new Engine();
  /** files as they were given: a Blob, whose bytes the browser has elsewhere */
  private readonly stored = new Map<string, Blob>();
  private readonly foreseen = new Foreseen();
  private readonly queue = new Queue((name, share) => {
    if (name === "foresee" || name === "sheet") return;
    const file = name.startsWith(OPEN) ? name.slice(OPEN.length) : undefined;
    this.tell({ of: file ?? name, doing: file === undefined ? "building" : "decoding", share });
  }, RANK.picture);
  private tell: (progress: Progress) => void = () => {};
  /** names that answers refer to, until the page has asked for them */
  private readonly told = new Recent<FrameNames>(NAMES_KEPT);
  /** names that went with an answer: the page asks for them where it has let go of them */
  private readonly sent = new Set<number>();
  private opening = new AbortController();
  private readonly beside: UnpackingBeside;
  /** something was opened */
  private used = false;
  /** settled when the language that was asked for last is spoken */
  private spoken: Promise<void> | undefined;

  /** @param unpacking starts a worker that unpacks large files beside, where there can be one */
  constructor(unpacking: () => UnpackingWorker | undefined = () => undefined) {
    this.beside = new UnpackingBeside(unpacking);
  }

  onProgress(listener: (progress: Progress) => void): void {
    this.tell = spacedProgress(listener);
  }

  /** What is asked next waits until the language is there; one that cannot be loaded is not spoken. */
  async speak(language: Language): Promise<void> {
    const spoken = speak(language, "issues").catch(() => {});
    this.spoken = spoken;
    this.foreseen.clear();
    await spoken;
    if (this.spoken === spoken) this.spoken = undefined;
  }

  async open(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ opened: readonly OpenedInput[]; failure: Failure | undefined }> {
    this.used = true;
    if (this.spoken) await this.spoken;
    try {
      // Worked out while the file is read; only beside others it may be open already.
      const hash = sha256Hex(bytes);
      hash.catch(() => {});
      const known = this.engine.library.size > 0 && this.engine.library.has(await hash);
      if (!known) {
        const { signal } = this.opening;
        const packed = packingOf(bytes) !== "none";
        const onProgress = (read: number, size: number) =>
          packed && this.tell({ of: name, doing: "unpacking", share: read / size });
        const { parts, notice } = await this.beside.during(packed ? bytes.length : 0, (how) =>
          openParts(name, bytes, { ...how, signal, onProgress, hash }, (steps) =>
            this.queue.add(OPEN + name, 0, () => steps, false),
          ),
        );
        await loadKnowledge(parts.map((p) => p.profile));
        for (const part of parts) {
          this.engine.library.add(part.hash, part.name, part.profile);
          this.stored.set(part.hash, new Blob([part.bytes as Uint8Array<ArrayBuffer>]));
        }
        return { opened: parts.map((p) => this.opened(p.hash, p.name)), failure: noticeOf(notice) };
      }
      return { opened: [this.opened(await hash, name)], failure: undefined };
    } catch (error) {
      if (error instanceof Cancelled || this.opening.signal.aborted) {
        return { opened: [], failure: cancelledFailure() };
      }
      return { opened: [], failure: failureOf(error) };
    }
  }

  async openLink(data: string) {
    this.used = true;
    if (this.spoken) await this.spoken;
    try {
      const { profiles, carried, view, restShare } = openedLink(data);
      await loadKnowledge(profiles.map((p) => p.profile));
      const key = carriedKey(questionOf(fragmentToView(view).view));
      const opened = profiles.map(({ hash, name, profile }) => {
        this.engine.library.add(hash, name, profile, { answers: carried, key });
        return this.opened(hash, name);
      });
      return { opened, view, restShare, failure: undefined };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }

  async names(id: number): Promise<FrameNames | undefined> {
    return this.told.get(String(id));
  }

  async alive(): Promise<void> {}

  warmUp(): Promise<Trial | undefined> {
    return new Promise((told) => {
      // What fails there will fail with a person's file too, and be told then.
      warmUp(() => this.used, told)
        .catch(() => {})
        .finally(() => told(undefined));
    });
  }

  async holdLock(): Promise<boolean> {
    return false;
  }

  async bytes(hash: string): Promise<Uint8Array | undefined> {
    const stored = this.stored.get(hash);
    return stored && new Uint8Array(await stored.arrayBuffer());
  }

  async close(hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) {
      this.engine.close(hash);
      this.stored.delete(hash);
    }
    this.foreseen.clear();
    this.told.clear();
    this.sent.clear();
  }

  async ask<K extends AskName>(
    name: K,
    question: Question,
    extra: Asks[K]["with"],
  ): Promise<Reply<K>> {
    if (this.spoken) await this.spoken;
    try {
      if (name === "foresee") this.foreseen.begin(question);
      else if (!this.foreseen.is(question)) this.queue.stop("foresee");
      if (RANK[name] < RANK.foresee) this.queue.stop("sheet");
      const answer = await this.queue.add(
        name,
        RANK[name],
        () => this.answer(name, question, extra),
        !SAVED.has(name),
      );
      const names = NUMBERED.has(name) ? this.engine.names(question) : undefined;
      if (!names) return { answer };
      this.told.set(String(names.id), names);
      if (this.sent.has(names.id)) return { answer };
      this.sent.add(names.id);
      return { answer, names };
    } catch (error) {
      if (error instanceof Cancelled) return { cancelled: true };
      return { failure: failureOf(error) };
    }
  }

  async cancel(): Promise<void> {
    this.opening.abort();
    this.opening = new AbortController();
    this.queue.cancel();
  }

  private *answer<K extends AskName>(name: K, question: Question, extra: Asks[K]["with"]) {
    if (name === "export") {
      const ask = extra as Asks["export"]["with"];
      return (yield* exported(this.engine, question, ask)) as Asks[K]["answer"];
    }
    if (name === "link") {
      const ask = extra as Asks["link"]["with"];
      return (yield* linkOf(this.engine, question, ask)) as Asks[K]["answer"];
    }
    if (name === "foresee") {
      if (!this.foreseen.has(question)) {
        this.foreseen.keep(question, yield* this.engine.ask("picture", question, undefined));
      }
      return null as Asks[K]["answer"];
    }
    if (name === "sheet") {
      return (yield* this.engine.ask("table", question, undefined)) as Asks[K]["answer"];
    }
    if (name === "glance" && this.foreseen.has(question)) return null as Asks[K]["answer"];
    if (name === "picture") {
      const ready = this.foreseen.take(question, this.engine.names(question)?.id);
      if (ready) return ready as Asks[K]["answer"];
    }
    return (yield* this.engine.ask(
      name as keyof EngineAsks,
      question,
      extra as never,
    )) as Asks[K]["answer"];
  }

  private opened(hash: string, name: string): OpenedInput {
    const { facts } = this.engine.library.get(hash);
    return { hash, name, size: this.stored.get(hash)?.size ?? 0, facts };
  }
}

const cancelledFailure = (): Failure => ({
  name: "Cancelled",
  message: WORKER_WORDS.cancelled,
  hint: "",
  byte: undefined,
});

/** What is told of an archive beside its profiles. */
function noticeOf(message: string): Failure | undefined {
  return message === "" ? undefined : { name: "Notice", message, hint: "", byte: undefined };
}

/** An error as plain data. What is no error of ours is a fault of the page, and says so. */
function failureOf(error: unknown): Failure {
  if (error instanceof ProfileError) {
    const { name, message, hint, byte } = error;
    return { name, message, hint: hint ?? "", byte };
  }
  if (error instanceof QuestionError || error instanceof LinkError) {
    return { name: error.name, message: error.message, hint: error.hint, byte: undefined };
  }
  if (error instanceof RangeError && /memory|array length|buffer/i.test(error.message)) {
    return {
      name: "OutOfMemory",
      message: WORKER_WORDS.outOfMemory,
      hint: WORKER_WORDS.outOfMemoryHint,
      byte: undefined,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    name: "Error",
    message: WORKER_WORDS.failed(message),
    hint: WORKER_WORDS.failedHint,
    byte: undefined,
  };
}
