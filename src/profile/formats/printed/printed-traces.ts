import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { subjectOf } from "../../features.js";
import { type LabelOf, ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { nameOf } from "./clean-line.js";
import { mainBinary, sampleTypeOf, splitPlace } from "./figures-profile.js";
import { type Measure, measureOf, VALUE } from "./measure.js";
import { plainHead, plainLines } from "./plain-lines.js";
import { noFacts, readFact } from "./report-facts.js";
import { unwrapped } from "./wrapped-lines.js";

/** The line between two traces, and a trace behind it: a label or a figure, then functions. */
const HINT = new RegExp(
  `^[ \\t>|]*-{5,}\\+-{20,}[ \\t]*\\r?\\n(?:[ \\t>]*[^\\s:]{1,200}:[ \\t]+\\S.{0,400}\\n){0,40}[ \\t>]*${VALUE} {1,8}[^\\s|%\\d]`,
  "m",
);
const SEPARATOR = /^[ \t>|]*-{5,}\+-{5,}/;
const FIRST = new RegExp(`^\\s*(${VALUE})\\s+(\\S.*)$`);
const LABEL = /^\s*([^\s:][^\s]*):\s+(\S.*)$/;
/** What has none, dots where lines were left out above all, is no function. */
const HAS_LETTER = /[\p{L}\d]/u;
const MAX_DEPTH = 1 << 16;

interface Trace {
  readonly value: Measure;
  readonly labels: readonly LabelOf[];
  readonly frames: string[];
}

/** What `go tool pprof -traces` prints: each sample of one sample type with its whole stack. */
export const printedTraces: Importer = {
  id: "pprof-traces",
  embedded: true,
  recognises: (content) => content.isText && HINT.test(plainHead(content)),
  *read(content: FileContent): Steps<readonly ImportedProfile[]> {
    const facts = noFacts();
    const traces: Trace[] = [];
    let open: Trace | undefined;
    let labels: LabelOf[] = [];
    let inTraces = false;
    const lines = unwrapped(plainLines(content));
    for (let i = 0; i < lines.length; i++) {
      if (i % 8192 === 8191) yield i / lines.length;
      const line = lines[i];
      if (SEPARATOR.test(line)) {
        inTraces = true;
        open = undefined;
        labels = [];
        continue;
      }
      if (!inTraces) {
        readFact(line, facts);
        continue;
      }
      const first = FIRST.exec(line);
      const value = first && measureOf(first[1]);
      const label = open ? null : LABEL.exec(line);
      if (label && !value) labels.push(labelOf(label[1], label[2]));
      else if (first && value) {
        open = { value, labels, frames: [first[2]] };
        labels = [];
        traces.push(open);
      } else if (open && HAS_LETTER.test(line) && open.frames.length < MAX_DEPTH) {
        open.frames.push(line.trim());
      }
    }
    if (traces.length === 0) {
      throw new ProfileError(FORMATS_WORDS.printed.traces, {
        line: Math.max(1, lines.findIndex((l) => SEPARATOR.test(l)) + 1),
        hint: FORMATS_WORDS.printed.tracesHint,
      });
    }
    return [{ name: "", profile: profileOf(traces, facts) }];
  },
};

function profileOf(traces: readonly Trace[], facts: ReturnType<typeof noFacts>) {
  const family = traces.find((t) => t.value.family !== "none")?.value.family ?? "none";
  const rows = traces.map((t) => ({ name: t.frames[0] }));
  const type = sampleTypeOf({ facts, family, rows });
  const builder = new ProfileBuilder([type]);
  for (const { value, labels, frames } of traces) {
    const stack = frames.map((frame) => {
      const { name, file, line } = splitPlace(nameOf(frame).name);
      return builder.location([{ function: builder.function(name, file), line }]);
    });
    builder.sample(stack, [value.value], labels);
  }
  return builder.done({
    timeNanos: facts.timeNanos,
    mappings: facts.file === "" ? [] : [mainBinary(facts.file, facts.buildId)],
    notes: [noteOf("traces")],
    features: { subject: subjectOf([type]), stacks: "recorded", go: true },
  });
}

function labelOf(key: string, text: string): LabelOf {
  const measure = measureOf(text);
  if (!measure || measure.family === "none") return { key, text };
  return { key, number: measure.value, unit: measure.family };
}
