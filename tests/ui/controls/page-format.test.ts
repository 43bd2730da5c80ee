import { afterEach, describe, expect, it } from "vitest";
import { formatExact, formatTime } from "../../../src/ui/controls/page-format.js";
import { speak } from "../../../src/words/language.js";

afterEach(() => speak("en"));

/** In the afternoon of the machine's own zone, whatever that is. */
const AFTERNOON = new Date(2026, 10, 23, 14, 3, 11).getTime();
const MIDNIGHT = new Date(2026, 0, 2, 0, 0, 5).getTime();

describe("figures of the page", () => {
  it("give a moment as each language writes it, with 24 hours", async () => {
    expect(formatTime(AFTERNOON)).toBe("23 Nov 2026, 14:03:11");
    expect(formatTime(MIDNIGHT)).toBe("2 Jan 2026, 00:00:05");
    await speak("zh");
    expect(formatTime(AFTERNOON)).toBe("2026年11月23日 14:03:11");
    expect(formatTime(MIDNIGHT)).toBe("2026年1月2日 00:00:05");
  });

  it("say what an exact one counts, a unit that is not known as the file has it", async () => {
    const exact = () => [
      formatExact(1_048_576, "bytes"),
      formatExact(-1, "bytes"),
      formatExact(3, "count", "inuse_objects"),
      formatExact(1, "count", "goroutine"),
      formatExact(12, "count", "shares"),
      formatExact(2, "cycles"),
      formatExact(1, "constructor"),
    ];
    expect(exact()).toEqual([
      "1,048,576 bytes",
      "−1 byte",
      "3 objects",
      "1 goroutine",
      "12",
      "2 cycles",
      "1 constructor",
    ]);
    await speak("zh");
    expect(exact()).toEqual([
      "1,048,576 字节",
      "−1 字节",
      "3 个对象",
      "1 个 goroutine",
      "12",
      "2 cycles",
      "1 constructor",
    ]);
  });
});
