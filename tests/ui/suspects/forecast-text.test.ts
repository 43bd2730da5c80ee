import { afterEach, describe, expect, it } from "vitest";
import type { SetAnswer } from "../../../src/engine/answers.js";
import { forecastText, hasForecast } from "../../../src/ui/suspects/forecast-text.js";
import { speak } from "../../../src/words/language.js";

const MIB = 1024 * 1024;
const MINUTE = 60_000;

/** A course that grows by 10 MiB a minute from 100 MiB on, with little noise. */
const course = (snapshots: number, slope = 10): SetAnswer =>
  ({
    kind: "series",
    unit: "bytes",
    order: Array.from({ length: snapshots }, (_, i) => i),
    restarts: [],
    times: Array.from({ length: snapshots }, (_, i) => i * MINUTE),
    totals: Array.from({ length: snapshots }, (_, i) => (100 + i * slope + (i % 2) / 10) * MIB),
  }) as unknown as SetAnswer;

afterEach(() => speak("en"));

describe("a forecast", () => {
  it("says when the process comes to its watermark, after the last snapshot", () => {
    const text = forecastText(course(6), "1GiB", "90");
    expect(text).toMatch(/grew by 10\.\d MiB a minute/);
    // The process needs about twice its live heap: 450 MiB of it, from 150 MiB on.
    expect(text).toMatch(/90% of the limit is reached .*min to .*min after the last snapshot/);
  });

  it("says that it is above the limit where the process is", () => {
    expect(forecastText(course(6), "200MiB", "90")).toMatch(/above 90% of the limit already\.$/);
  });

  it("is none where the total does not rise", () => {
    expect(forecastText(course(6, 0), "1GiB", "90")).toMatch(/^No forecast/);
  });

  it("takes only what was recorded since the last restart", () => {
    const restarted = { ...course(6), restarts: [4] };
    expect(forecastText(restarted, "1GiB", "90")).toMatch(/^Fewer than three snapshots/);
  });

  it("says what is wrong with a size, asks for one that is not given", () => {
    expect(forecastText(course(6), "much", "90")).toMatch(/"much" is not a size/);
    expect(forecastText(course(6), "", "90")).toMatch(/Give the memory limit/);
  });

  it("takes the usual watermark for one that is no percentage", () => {
    const usual = forecastText(course(6), "1GiB", "0");
    expect(forecastText(course(6), "1GiB", "200")).toBe(usual);
    expect(usual).toMatch(/\d+% of the limit is reached/);
  });

  it("says of a far end that it is more than a year away", () => {
    // Hardly a rise: the slowest of the interval takes years.
    const slow = forecastText(course(12, 0.05), "100GiB", "90");
    expect(slow).toMatch(/is reached [\d.]+ d to more than a year after the last snapshot/);
  });

  it("is said in Chinese, sentence by sentence without a space between them", async () => {
    await speak("zh");
    expect(forecastText(course(6), "1GiB", "90")).toMatch(
      /^在这些快照期间，存活堆每分钟增长 10\.\d MiB（.*）。如果照此继续，将在最后一个快照之后 .* min 至 .* min 达到上限的 90%（存活堆 .*，GOGC=100）。$/,
    );
    expect(forecastText(course(12, 0.05), "100GiB", "90")).toMatch(/ d 至一年以上达到上限的 90%/);
  });

  it("is made of bytes over time alone", () => {
    expect(hasForecast(course(3))).toBe(true);
    expect(hasForecast(course(2))).toBe(false);
    expect(hasForecast({ ...course(3), kind: "fleet" })).toBe(false);
    expect(hasForecast({ ...course(3), unit: "count" })).toBe(false);
    expect(hasForecast({ ...course(3), times: [0, undefined, 1] })).toBe(false);
    expect(hasForecast(undefined)).toBe(false);
  });
});
