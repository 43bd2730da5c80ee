import type { Profile } from "../../profile.js";
import { type LabelOf, ProfileBuilder } from "../../profile-builder.js";
import { noteOf, type ProfileNote } from "../../profile-note.js";
import type { Section } from "./section.js";

const GOROUTINE = /goroutine (\d+) (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[([^\]]*)\]:/;
const CREATED = /^created by (.+?)(?: in goroutine \d+)?$/;
const PLACE = /^\s+(\S.*?):(\d+)(?: \+0x[0-9a-f]+)?(?: fp=\S+ sp=\S+ pc=\S+)?\s*$/;
const CALL = /^(\S.*)\((?:[^()]*)\)$/;
const ELIDED = /^\.\.\.(?:additional|\d+) frames elided\.\.\.$/;
/** A call with its arguments is not longer. */
const MAX_LINE = 8192;
/** Go prints 100 frames of a stack; other programs' dumps may have more. */
const MAX_DEPTH = 1 << 14;

interface Goroutine {
  readonly state: string;
  /** minutes; 0 where it waited less or does not wait */
  readonly minutes: number;
  readonly locked: boolean;
  readonly frames: { name: string; file: string; line: number }[];
  createdBy: string;
}

/**
 * What `/debug/pprof/goroutine?debug=2`, a panic and SIGQUIT print: each goroutine with its state,
 * how long it has waited, and its stack. Goroutines of the same stack, state and waiting time are
 * one sample; state, wait and the function that started it are its labels.
 */
export class StacksSection implements Section {
  private readonly builder = new ProfileBuilder([{ type: "goroutine", unit: "count" }]);
  private readonly groups = new Map<
    string,
    { stack: number[]; labels: LabelOf[]; count: number }
  >();
  private readonly ids = new Set<string>();
  private open: Goroutine | undefined;
  private pending: "frame" | "creator" | undefined;
  private elided = 0;
  private unavailable = 0;

  /** Whether a line begins a goroutine that was there before: another dump begins. */
  isRepeated(line: string): boolean {
    const id = GOROUTINE.exec(line)?.[1];
    return id !== undefined && this.ids.has(id);
  }

  read(full: string): void {
    const line = full.slice(0, MAX_LINE);
    const heading = GOROUTINE.exec(line);
    if (heading) {
      this.flush();
      this.ids.add(heading[1]);
      this.open = goroutineOf(heading[2]);
      this.pending = undefined;
      return;
    }
    const { open } = this;
    if (!open) return;
    const place = this.pending ? PLACE.exec(line) : null;
    if (place) {
      const last = open.frames.at(-1);
      if (this.pending === "frame" && last) {
        last.file = place[1];
        last.line = Number(place[2]);
      }
      this.pending = undefined;
      return;
    }
    const text = line.trimEnd();
    // Behind an empty line no more frames of it follow.
    if (text === "") this.flush();
    else if (ELIDED.test(text)) this.elided++;
    else if (text.includes("stack unavailable")) this.unavailable++;
    else this.readCall(open, text);
  }

  done(): Profile {
    this.flush();
    for (const { stack, labels, count } of this.groups.values()) {
      this.builder.sample(stack, [count], labels);
    }
    const notes: ProfileNote[] = [];
    if (this.elided > 0) notes.push(noteOf("elided", { count: `${this.elided}` }));
    if (this.unavailable > 0) notes.push(noteOf("unavailable", { count: `${this.unavailable}` }));
    return this.builder.done({
      periodType: { type: "goroutine", unit: "count" },
      period: 1,
      notes,
      format: "go-stacks-text",
      features: { subject: "goroutines", stacks: "recorded", go: true },
    });
  }

  private readCall(open: Goroutine, text: string): void {
    const created = CREATED.exec(text);
    if (created) {
      open.createdBy = created[1];
      this.pending = "creator";
      return;
    }
    const call = CALL.exec(text);
    if (!call || open.frames.length >= MAX_DEPTH) return;
    open.frames.push({ name: call[1], file: "", line: 0 });
    this.pending = "frame";
  }

  private flush(): void {
    const { open, builder } = this;
    this.open = undefined;
    this.pending = undefined;
    if (!open) return;
    const stack = open.frames.map((f) =>
      builder.location([{ function: builder.function(f.name, f.file), line: f.line }]),
    );
    const key = `${stack.join()} ${open.state} ${open.minutes} ${open.locked} ${open.createdBy}`;
    const known = this.groups.get(key);
    if (known) known.count++;
    else this.groups.set(key, { stack, labels: labelsOf(open), count: 1 });
  }
}

function goroutineOf(text: string): Goroutine {
  const [state, ...rest] = text.split(",").map((part) => part.trim());
  const waited = rest.find((part) => /^\d+ minutes?$/.test(part));
  return {
    state: state ?? "",
    minutes: waited ? Number.parseInt(waited, 10) : 0,
    locked: rest.includes("locked to thread"),
    frames: [],
    createdBy: "",
  };
}

function labelsOf({ state, minutes, locked, createdBy }: Goroutine): LabelOf[] {
  const labels: LabelOf[] = [{ key: "state", text: state }];
  if (minutes > 0) labels.push({ key: "wait", number: minutes, unit: "minutes" });
  if (locked) labels.push({ key: "locked", text: "to thread" });
  if (createdBy !== "") labels.push({ key: "created by", text: createdBy });
  return labels;
}
