import type { Engine } from "../engine/engine.js";
import { refusal } from "../engine/figures/figure-answers.js";
import { isOfFigures } from "../engine/figures/figure-sides.js";
import type { Question } from "../engine/question.js";
import type { Steps } from "../lib/steps.js";
import type { Profile } from "../profile/profile.js";
import { functionsCsv, kindsCsv, suspectsCsv } from "./csv-file.js";
import { foldedStacks } from "./folded-stacks.js";
import { functionsJson, kindsJson, suspectsJson, type Told } from "./json-file.js";
import { otlpFile, otlpJsonFile } from "./otlp-file.js";
import { exportPprof, rawPprof } from "./pprof-file.js";
import { speedscopeFile } from "./speedscope-file.js";

/** A table that can be written as CSV or JSON. */
export type TableName = "functions" | "kinds" | "suspects";

/** A file to be written of what is seen. */
export interface ExportAsk {
  readonly format: "pb" | "folded" | "csv" | "json" | "speedscope" | "otlp" | "otlp-json";
  /** pb: the shown file as it is, instead of its stacks as filtered and joined */
  readonly raw: boolean;
  /** csv, json: which table; the functions unless said */
  readonly of?: TableName | undefined;
}

/** A written file: its bytes, its media type, and the ending of its name without a dot. */
export interface ExportedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly extension: string;
}

/**
 * Writes a file of what a question shows.
 * @throws QuestionError as the engine's answers do
 */
export function* exported(engine: Engine, question: Question, ask: ExportAsk): Steps<ExportedFile> {
  const isTable = ask.format === "csv" || ask.format === "json";
  if (!isTable && isOfFigures(engine.set(question), question)) throw refusal("export");
  switch (ask.format) {
    case "pb": {
      const bytes = ask.raw
        ? yield* rawPprof(engine.set(question), question)
        : yield* pprofAsAsked(engine, question);
      return { bytes, type: "application/gzip", extension: "pb.gz" };
    }
    case "folded": {
      const prepared = yield* engine.upright(question);
      const bytes = foldedStacks(prepared, { ...question, inverted: false });
      return { bytes, type: "text/plain;charset=utf-8", extension: "folded" };
    }
    case "speedscope": {
      const prepared = yield* engine.upright(question);
      const name = prepared.set.entries[question.shown]?.name ?? "";
      const text = speedscopeFile(prepared, { ...question, inverted: false }, name);
      return { bytes: encode(text), type: "application/json", extension: "speedscope.json" };
    }
    case "otlp":
      return {
        bytes: otlpFile(shownProfile(engine, question)),
        type: "application/x-protobuf",
        extension: "otlp",
      };
    case "otlp-json":
      return {
        bytes: encode(otlpJsonFile(shownProfile(engine, question))),
        type: "application/json",
        extension: "otlp.json",
      };
    case "csv": {
      const text = yield* csvText(engine, question, ask.of ?? "functions");
      return { bytes: encode(text), type: "text/csv;charset=utf-8", extension: "csv" };
    }
    case "json": {
      const value = yield* jsonValue(engine, question, ask.of ?? "functions");
      const text = `${JSON.stringify(value, undefined, 1)}\n`;
      return { bytes: encode(text), type: "application/json", extension: "json" };
    }
  }
}

/** The shown file as it is, whatever transforms leave of it. */
function shownProfile(engine: Engine, question: Question): Profile {
  return engine.set(question).entries[question.shown].profile;
}

/** A profile has lines and addresses of its own: what a frame of the graph is changes nothing. */
function* pprofAsAsked(engine: Engine, question: Question): Steps<Uint8Array<ArrayBuffer>> {
  const transforms = question.transforms.filter((t) => t.do !== "granularity");
  const plain: Question = { ...question, transforms, inverted: false };
  return yield* exportPprof(yield* engine.upright(plain), plain, false);
}

function* csvText(engine: Engine, question: Question, of: TableName): Steps<string> {
  if (of === "kinds") return kindsCsv(yield* engine.ask("kinds", question, undefined));
  if (of === "suspects") return suspectsCsv(yield* engine.ask("suspects", question, undefined));
  const table = yield* engine.ask("table", question, undefined);
  return functionsCsv(table, namesOf(engine, question));
}

function* jsonValue(engine: Engine, question: Question, of: TableName): Steps<object> {
  if (of === "suspects") {
    const set = yield* engine.ask("set", question, undefined);
    const suspects = yield* engine.ask("suspects", question, undefined);
    return suspectsJson(suspects, set, yield* toldOf(engine, question));
  }
  const type = engine.set(question).sampleType(question.sampleType, question.shown);
  if (of === "kinds") {
    const kinds = yield* engine.ask("kinds", question, undefined);
    return kindsJson(kinds, type.name, yield* toldOf(engine, question));
  }
  const table = yield* engine.ask("table", question, undefined);
  return functionsJson(table, namesOf(engine, question), type.name, table.of);
}

function* toldOf(engine: Engine, question: Question): Steps<Told> {
  const finding = yield* engine.ask("finding", question, undefined);
  const heldBy = yield* engine.ask("heldBy", question, undefined);
  const knownIssues = yield* engine.ask("knownIssues", question, { path: "" });
  return { finding, program: engine.programOf(question), heldBy, knownIssues };
}

function namesOf(engine: Engine, question: Question) {
  return engine.names(question) ?? { id: 0, names: [], files: [] };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
