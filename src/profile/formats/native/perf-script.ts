import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { about } from "../../go-names.js";
import type { Mapping } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { ProfileError } from "../../profile-error.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { TextLines } from "../text-lines.js";

/** `comm pid/tid [cpu] time: period event:`; what stands in brackets may be missing. */
const HEADER =
  /^(\S.*?)\s+(\d+)(?:\/(\d+))?\s+(?:\[(\d+)\]\s+)?(?:\S+\s+)?(\d+\.\d+):\s+(?:(\d+)\s+)?([\w./:{}=,-]+):\s*/;
const FRAME = /^\s+([0-9a-f]{1,16})\s+(.+?)\s+\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*$/;

/** Kinds of events that are told apart. */
const MAX_EVENTS = 64;

/** What `perf script` of Linux prints of recorded stacks. */
export const perfScript: Importer = {
  id: "perf-script",
  recognises: isPerfScript,
  read: readScript,
};

function isPerfScript(content: FileContent): boolean {
  if (!content.isText) return false;
  const lines = content.head.split(/\r?\n/, 60).filter((l) => l.trim() !== "" && l[0] !== "#");
  return HEADER.test(lines[0] ?? "") && FRAME.test(lines[1] ?? "");
}

function* readScript(content: FileContent): Steps<readonly ImportedProfile[]> {
  const lines = new TextLines(content);
  const reader = new ScriptReader();
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    reader.line(line, lines.number);
    if ((lines.number & 0xfff) === 0) yield lines.share;
  }
  return reader.done();
}

/** The samples of one event: how many, and how much of it passed. */
interface Event {
  readonly builder: ProfileBuilder;
  readonly objects: Objects;
  periods: number;
  samples: number;
}

class ScriptReader {
  private readonly events = new Map<string, Event>();
  private event: Event | undefined;
  private stack: number[] = [];
  private process = "";
  private period = 0;

  line(line: string, number: number): void {
    if (line.startsWith("#")) return;
    if (line.trim() === "") {
      this.endSample();
      return;
    }
    const { event } = this;
    const frame = event ? FRAME.exec(line) : null;
    if (event && frame) {
      this.stack.push(placeOf(event, frame[1], frame[2], frame[3]));
      return;
    }
    this.endSample();
    const header = HEADER.exec(line);
    if (!header) {
      throw new ProfileError(FORMATS_WORDS.perf.line, {
        line: number,
        hint: FORMATS_WORDS.perf.lineHint,
      });
    }
    const [, command, pid, , , , period, name] = header;
    this.event = this.eventOf(name.replace(/:[a-zA-Z]*$/, ""), number);
    this.process = `${command} ${pid}`;
    this.period = Number(period ?? 0);
  }

  done(): ImportedProfile[] {
    this.endSample();
    const several = this.events.size > 1;
    return [...this.events].map(([name, { builder, objects }]) => {
      const profile = about(builder.done({ mappings: objects.mappings }), "cpu");
      return { name: several ? name : "", profile };
    });
  }

  private endSample(): void {
    const { event, stack } = this;
    if (!event) return;
    event.builder.sample(stack, [1, this.period], [{ key: "process", text: this.process }]);
    this.event = undefined;
    this.stack = [];
  }

  private eventOf(name: string, line: number): Event {
    let event = this.events.get(name);
    if (!event) {
      if (this.events.size >= MAX_EVENTS) {
        throw new ProfileError(FORMATS_WORDS.perf.kinds(MAX_EVENTS), { line });
      }
      // Clocks count nanoseconds; other events count themselves.
      const unit = /clock/.test(name) ? "nanoseconds" : "count";
      const types = [
        { type: name, unit },
        { type: "samples", unit: "count" },
      ].reverse();
      event = {
        builder: new ProfileBuilder(types),
        objects: new Objects(),
        periods: 0,
        samples: 0,
      };
      this.events.set(name, event);
    }
    return event;
  }
}

function placeOf(
  { builder, objects }: Event,
  address: string,
  symbol: string,
  object: string,
): number {
  const at = BigInt(`0x${address}`);
  if (symbol === "[unknown]") return builder.location([], at, objects.index(object));
  const name = symbol.replace(/\+0x[0-9a-f]+$/, "");
  const mapping = object === "inlined" ? -1 : objects.index(object);
  return builder.location([{ function: builder.function(name) }], 0n, mapping);
}

/** The programs and libraries that frames lie in; where they are in memory is not printed. */
class Objects {
  readonly mappings: Mapping[] = [];
  private readonly known = new Map<string, number>();

  index(file: string): number {
    let index = this.known.get(file);
    if (index === undefined) {
      index = this.mappings.length;
      this.known.set(file, index);
      this.mappings.push({
        id: BigInt(index + 1),
        start: 0n,
        limit: 0n,
        offset: 0n,
        file: file === "[unknown]" ? "" : file,
        buildId: "",
        hasFunctions: true,
        hasFilenames: false,
        hasLineNumbers: false,
        hasInlineFrames: false,
      });
    }
    return index;
  }
}
