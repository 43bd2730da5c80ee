import { frameSteps } from "../kubernetes/frames/frame-path.js";
import { type FrameName, frameName, PatternIndex } from "../kubernetes/frames/frame-pattern.js";
import { isOwnFrame } from "../kubernetes/frames/own-frames.js";
import { ACTIVITY_RULES } from "../kubernetes/rules/activity-rules.js";
import { HANDLING_RULES } from "../kubernetes/rules/handling-rules.js";
import { STAGE_RULES } from "../kubernetes/rules/stage-rules.js";
import { STAGES } from "../kubernetes/vocabulary.js";

/** What each frame can tell of a path; all arrays have one entry a frame. */
export interface FrameNaming {
  /** bit `s` is set where the frame is a step by which stage `s` (see STAGES) is recognised */
  readonly stages: Uint32Array;
  /** 1 for code of the program itself, its main function aside */
  readonly own: Uint8Array;
  /** 1 for code of a module, 0 for Go's own library and runtime */
  readonly module: Uint8Array;
  /** 1 for functions that make a buffer longer, which who made it may keep in a pool */
  readonly buffer: Uint8Array;
  /** 1 for functions that write into a buffer which they take from a pool */
  readonly pooling: Uint8Array;
}

/** Buffers that pools keep: encoding/json's and klog's are bytes.Buffer, net/http's bufio. */
const BUFFERS = ["bytes.growSlice", "bytes.makeSlice", "bytes.(*Buffer).*", "bufio.*"];

/** Who takes the buffers it writes into from a pool; any other buffer is whoever's it is. */
const POOLING = ["encoding/json.*", "k8s.io/klog/...", "sirupsen/logrus.*", "/net/http.newBufio*"];
/** Of these what writes into a buffer that it was given. */
const GIVEN = [
  "encoding/json.(*Encoder).Encode",
  "encoding/json.Compact",
  "encoding/json.HTMLEscape",
  "encoding/json.Indent",
];

/** Judges each frame once, by its name and its source file. */
export function frameNaming(names: readonly string[], files: readonly string[]): FrameNaming {
  const count = names.length;
  const parts = names.map(frameName);
  const rules = [...ACTIVITY_RULES, ...HANDLING_RULES];
  const found = frameSteps(
    parts,
    rules.map((rule) => rule.path),
  );
  const stagesOfRule = rules.map(stagesToldBy);
  const buffers = new PatternIndex(BUFFERS);
  const poolings = new PatternIndex(POOLING);
  const given = new PatternIndex(GIVEN);
  const stages = new Uint32Array(count);
  const own = new Uint8Array(count);
  const module = new Uint8Array(count);
  const buffer = new Uint8Array(count);
  const pooling = new Uint8Array(count);
  for (let f = 0; f < count; f++) {
    for (let i = found.offsets[f]; i < found.offsets[f + 1]; i++) {
      stages[f] |= stagesOfRule[found.path[i]];
    }
    const ofProgram = isOwnFrame(names[f], parts[f], files[f] ?? "");
    own[f] = ofProgram && !isMain(parts[f]) ? 1 : 0;
    module[f] = own[f] || isModule(parts[f]) ? 1 : 0;
    buffer[f] = buffers.match(parts[f]).length > 0 ? 1 : 0;
    const isGiven = given.match(parts[f]).length > 0;
    pooling[f] = !isGiven && poolings.match(parts[f]).length > 0 ? 1 : 0;
  }
  return { stages, own, module, buffer, pooling };
}

/**
 * Bits of the stages that a rule tells: what was allocated tells a stage where the pair names it,
 * else what the goroutine was doing.
 */
function stagesToldBy(rule: (typeof ACTIVITY_RULES)[number] | (typeof HANDLING_RULES)[number]) {
  let bits = 0;
  for (const { stage, activity, handling } of STAGE_RULES) {
    const told =
      "handling" in rule
        ? handling?.includes(rule.handling)
        : handling === undefined && activity?.includes(rule.activity);
    if (told) bits |= 1 << STAGES.indexOf(stage);
  }
  return bits;
}

/** Everything that a program does is below its main function: it tells nothing. */
function isMain(name: FrameName): boolean {
  return name.package === "main" && name.func === "main";
}

/** Paths of modules begin with a host, as `k8s.io/`; those of Go's library do not. */
function isModule(name: FrameName): boolean {
  const slash = name.package.indexOf("/");
  return (
    slash > 0 &&
    name.package.slice(0, slash).includes(".") &&
    !/^golang\.org\/x\//.test(name.package)
  );
}
