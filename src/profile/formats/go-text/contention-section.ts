import type { Profile } from "../../profile.js";
import { ProfileBuilder } from "../../profile-builder.js";
import { noteOf } from "../../profile-note.js";
import { addressesOf, frameOf, stackOf } from "./records.js";
import type { Section } from "./section.js";

const RECORD = /^\s*(\d{1,19}) +(\d{1,15}) +@((?: *0x[0-9a-fA-F]+)*)\s*$/;
const SETTING = /^\s*(cycles\/second|sampling period|ms since reset)\s*=\s*(\d{1,18})\s*$/;

/**
 * What `/debug/pprof/block?debug=1` and `mutex?debug=1` print: cycles waited and how often, a
 * stack. Scaled as pprof does (google/pprof, legacy_profile.go).
 */
export class ContentionSection implements Section {
  private readonly builder = new ProfileBuilder([
    { type: "contentions", unit: "count" },
    { type: "delay", unit: "nanoseconds" },
  ]);
  private cyclesPerSecond = 0;
  private period = 1;
  private durationNanos = 0n;
  private record:
    | {
        cycles: number;
        count: number;
        addresses: bigint[];
        frames: NonNullable<ReturnType<typeof frameOf>>[];
      }
    | undefined;

  read(line: string): void {
    const setting = SETTING.exec(line);
    if (setting) {
      if (setting[1] === "cycles/second") this.cyclesPerSecond = Number(setting[2]);
      else if (setting[1] === "sampling period") this.period = Number(setting[2]);
      else this.durationNanos = BigInt(setting[2]) * 1_000_000n;
      return;
    }
    const found = line.includes("@") ? RECORD.exec(line) : null;
    if (found) {
      this.flush();
      this.record = {
        cycles: Number(found[1]),
        count: Number(found[2]),
        addresses: addressesOf(found[3]),
        frames: [],
      };
      return;
    }
    const frame = frameOf(line);
    if (frame) this.record?.frames.push(frame);
  }

  done(): Profile {
    this.flush();
    const notes = this.period > 1 ? [noteOf("contention", { period: `${this.period}` })] : [];
    return this.builder.done({
      notes,
      periodType: { type: "contentions", unit: "count" },
      period: this.period,
      durationNanos: this.durationNanos,
      format: "go-contention-text",
      features: { subject: "contention", stacks: "recorded", go: true },
    });
  }

  private flush(): void {
    const { record, period, cyclesPerSecond } = this;
    this.record = undefined;
    if (!record) return;
    let { cycles, count } = record;
    if (period > 0) {
      if (cyclesPerSecond > 0) cycles = Math.trunc((cycles * period) / (cyclesPerSecond / 1e9));
      count *= period;
    }
    const stack = stackOf(record.addresses, record.frames, this.builder);
    this.builder.sample(stack, [count, cycles]);
  }
}
