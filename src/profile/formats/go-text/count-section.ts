import { subjectOf } from "../../features.js";
import type { Profile } from "../../profile.js";
import { type LabelOf, ProfileBuilder } from "../../profile-builder.js";
import { noteOf } from "../../profile-note.js";
import { hiddenWaits } from "./hidden-waits.js";
import { addressesOf, frameOf, hiddenOf, labelsOfLine, stackOf } from "./records.js";
import type { Section } from "./section.js";

const RECORD = /^\s*(\d{1,15}) +@((?: *0x[0-9a-fA-F]+)*)\s*$/;

/**
 * What `/debug/pprof/goroutine?debug=1` prints, and likewise threadcreate and profiles of a
 * program's own: a number of them a stack.
 */
export class CountSection implements Section {
  private readonly builder: ProfileBuilder;
  private readonly type: string;
  private readonly total: number;
  private sum = 0;
  private readonly samples: {
    readonly stack: number[];
    readonly count: number;
    readonly labels: LabelOf[];
    readonly hidden: readonly bigint[];
    readonly caller: string;
  }[] = [];
  private record:
    | {
        count: number;
        addresses: bigint[];
        frames: NonNullable<ReturnType<typeof frameOf>>[];
        labels: LabelOf[];
      }
    | undefined;

  constructor(heading: string) {
    const found = /(\w+) profile: total (\d+)/.exec(heading);
    this.type = found?.[1] ?? "samples";
    this.total = Number(found?.[2] ?? 0);
    this.builder = new ProfileBuilder([{ type: this.type, unit: "count" }]);
  }

  read(line: string): void {
    const found = line.includes("@") ? RECORD.exec(line) : null;
    if (found) {
      this.flush();
      this.record = {
        count: Number(found[1]),
        addresses: addressesOf(found[2]),
        frames: [],
        labels: [],
      };
      return;
    }
    if (!this.record || !line.startsWith("#")) return;
    const frame = frameOf(line);
    if (frame) this.record.frames.push(frame);
    else this.record.labels.push(...(labelsOfLine(line) ?? []));
  }

  done(): Profile {
    this.flush();
    const types = this.builder.sampleTypes;
    const isWhole = this.sum === this.total;
    const notes = [
      ...(isWhole ? [] : [noteOf("countCut", { total: `${this.total}`, sum: `${this.sum}` })]),
      ...(this.addSamples() ? [noteOf("waits")] : []),
    ];
    return this.builder.done({
      periodType: types[0],
      period: 1,
      notes,
      format: "go-count-text",
      features: { subject: subjectOf(types), stacks: "recorded", go: true },
    });
  }

  private flush(): void {
    const { record } = this;
    this.record = undefined;
    if (!record) return;
    this.sum += record.count;
    const stack = stackOf(record.addresses, record.frames, this.builder);
    this.samples.push({
      stack,
      count: record.count,
      labels: record.labels,
      hidden: hiddenOf(record.addresses, record.frames),
      caller: record.frames[0]?.name ?? "",
    });
  }

  /** @returns whether what goroutines wait for is told by addresses */
  private addSamples(): boolean {
    const states = this.type === "goroutine" ? hiddenWaits(this.samples) : [];
    this.samples.forEach(({ stack, count, labels }, i) => {
      const state = states[i] ? [{ key: "state", text: states[i] }] : [];
      this.builder.sample(stack, [count], [...labels, ...state]);
    });
    return states.some((state) => state !== "");
  }
}
