import { Engine, type EngineAsks } from "../../engine/engine.js";
import { loadKnowledge } from "../../engine/late-knowledge.js";
import { NO_BASE, type Question } from "../../engine/question.js";
import { itemAt } from "../../lib/must.js";
import { sha256Hex } from "../../lib/sha256.js";
import type { Steps } from "../../lib/steps.js";
import { defaultSampleTypeIndex, type Profile, sampleTypeName } from "../../profile/profile.js";
import { DEFAULT_VIEW, questionOf, type View } from "../../view/view.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Io, OptionTable } from "../command.js";
import { UsageError } from "../exit-code.js";
import { work } from "../run-work.js";
import { type Flags, PROFILE_OPTIONS } from "./flags.js";
import { type OpenedFile, openFiles, STDIN } from "./input.js";
import { chosenType } from "./sides.js";
import { shortNames } from "./title-name.js";

/** Flags of the commands about one FILE, perhaps compared with another. */
export const ONE_FILE_OPTIONS: OptionTable = {
  ...PROFILE_OPTIONS,
  base: { type: "string", multiple: true },
};

/** A file of a session: its bytes, and the hash that names them in questions. */
export interface SessionFile extends OpenedFile {
  readonly hash: string;
  /** what tells it from the others, without what leads to it */
  readonly short: string;
}

/** Opened files, and what is asked about them. */
export interface Session {
  readonly engine: Engine;
  /** in the question's order; one that was given twice is there once */
  readonly files: readonly SessionFile[];
  /** as the page would show it; what it says of figures is the question */
  readonly view: View;
  readonly question: Question;
  /** name of the sample type */
  readonly sampleType: string;
  /** @throws Interrupted, QuestionError, LinkError */
  run<T>(steps: Steps<T>): Promise<T>;
  ask<K extends keyof EngineAsks>(
    name: K,
    extra: EngineAsks[K]["with"],
  ): Promise<EngineAsks[K]["answer"]>;
}

/** A session as it was opened. */
export interface OpenedSession extends Session {
  /** for each profile in the order of the arguments, which of `files` it is */
  readonly places: readonly number[];
}

/**
 * Opens the FILE of a command, and its base where one is given.
 * @param assemble whether truncated stacks are joined unless a flag says otherwise
 * @throws UsageError, InputError
 */
export async function openOne(
  command: string,
  flags: Flags,
  io: Io,
  assemble: boolean,
): Promise<Session> {
  const bases = flags.texts("base");
  const [file] = flags.files;
  if (file === undefined) {
    throw new UsageError(INPUT_WORDS.takesFile(command));
  }
  if (flags.files.length > 1) {
    throw new UsageError(INPUT_WORDS.takesOne(command, flags.files.length));
  }
  if (bases.length > 1) throw new UsageError(INPUT_WORDS.baseTwice);
  return await openSession([...bases, file], bases.length === 0, flags, io, assemble, "last");
}

/**
 * Opens files. The last one is shown, the first one is the base.
 * @param alone nothing is compared
 * @throws UsageError, InputError
 */
export async function openSession(
  paths: readonly string[],
  alone: boolean,
  flags: Flags,
  io: Io,
  assemble: boolean,
  parts: "all" | "last" = "all",
): Promise<OpenedSession> {
  if (paths.filter((path) => path === STDIN).length > 1) {
    throw new UsageError(INPUT_WORDS.stdinTwice);
  }
  const joined = flags.assemble(assemble);
  const transforms = flags.transforms();
  const opened = await openFiles(paths, io, parts);
  const hashes = await Promise.all(opened.map((file) => sha256Hex(file.bytes)));
  const shorts = shortNames(opened.map((file) => file.name));
  const all = opened.map((file, i) => ({
    ...file,
    hash: itemAt(hashes, i),
    short: itemAt(shorts, i),
  }));
  const files = all.filter((file, i) => hashes.indexOf(file.hash) === i);
  const shown = files.findIndex((file) => file.hash === hashes.at(-1));
  const engine = new Engine();
  await loadKnowledge(files.map((f) => f.profile));
  for (const { hash, short, profile } of files) engine.library.add(hash, short, profile);
  const { profile } = itemAt(files, shown);
  const sampleType = typeName(profile, chosenType(profile, flags.text("sample")));
  const isDefault = files.every(
    (file) => typeName(file.profile, defaultSampleTypeIndex(file.profile)) === sampleType,
  );
  const view: View = {
    ...DEFAULT_VIEW,
    files: files.map(({ hash, short, bytes }) => ({
      hash,
      name: short,
      size: bytes.length,
      url: "",
    })),
    shown,
    base: alone ? NO_BASE : 0,
    sampleType: isDefault ? "" : sampleType,
    transforms,
    joined,
  };
  const session = sessionOf(engine, files, view, sampleType, io);
  if (transforms.length > 0) await tellIfEmpty(session, io);
  const places = hashes.map((hash) => files.findIndex((file) => file.hash === hash));
  return { ...session, places };
}

/** The same files under another view. */
export function sessionOf(
  engine: Engine,
  files: readonly SessionFile[],
  view: View,
  sampleType: string,
  io: Io,
): Session {
  const question = questionOf(view);
  const run = <T>(steps: Steps<T>) => work(steps, io.signal);
  return {
    engine,
    files,
    view,
    question,
    sampleType,
    run,
    ask: (name, extra) => run(engine.ask(name, question, extra)),
  };
}

function typeName(profile: Profile, type: number): string {
  return sampleTypeName(profile.sampleTypes, type);
}

async function tellIfEmpty({ engine, question, run }: Session, io: Io): Promise<void> {
  const { tree } = await run(engine.prepare(question));
  const nodes = itemAt(tree.sampleNode, question.shown);
  if (nodes.every((node) => node < 0)) io.err(INPUT_WORDS.filteredAll);
}
