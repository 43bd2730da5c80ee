import { isMetricsText } from "../kubernetes/metrics/metrics-text.js";
import { MAX_METRICS_BYTES } from "../profile/size-limits.js";
import { SESSION_WORDS } from "../words/session-words.js";
import type { Problems } from "./problems.js";
import type { PageStore } from "./store.js";

/** The beginning that tells what a file is. */
const HEAD = 4096;

/** Takes answers of `/metrics`: they are no profiles, but read beside an open heap. */
export class MetricsBeside {
  /** name of a text that was taken and not told of yet */
  private taken = "";

  constructor(
    private readonly store: PageStore,
    private readonly problems: Problems,
  ) {}

  /** @returns false where the text is no answer of /metrics */
  take(name: string, text: string): boolean {
    if (!isMetricsText(text)) return false;
    this.store.setState({ metrics: text });
    this.taken = name;
    return true;
  }

  /** The same for the bytes of a file, packed or not. */
  async takeFile(name: string, bytes: Uint8Array): Promise<boolean> {
    const text = await metricsTextOf(bytes);
    return text !== undefined && this.take(name, text);
  }

  /**
   * Shows once what became of a text that was taken.
   * @param withProfiles whether profiles were opened with it: then the panel shows it beside them
   */
  tell(withProfiles: boolean): void {
    const name = this.taken;
    if (name === "") return;
    this.taken = "";
    if (withProfiles) {
      this.store.setState({ toast: SESSION_WORDS.metrics.beside(name) });
    } else if (this.store.getState().view.files.length > 0) {
      this.store.setState({ dialog: "beyond" });
    } else {
      this.problems.tell({
        of: name,
        message: SESSION_WORDS.metrics.alone,
        hint: SESSION_WORDS.metrics.aloneHint,
      });
    }
  }
}

async function metricsTextOf(bytes: Uint8Array): Promise<string | undefined> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked)
    return isMetricsText(decoded(bytes.subarray(0, HEAD))) ? decoded(bytes) : undefined;
  try {
    const head = await unpacked(bytes.subarray(0, HEAD), HEAD);
    return isMetricsText(head) ? await unpacked(bytes, MAX_METRICS_BYTES) : undefined;
  } catch {
    // What cannot be unpacked is told where it is opened as a profile.
    return undefined;
  }
}

/** What gzip holds, as text: up to `most` bytes, as far as it goes where the bytes are cut. */
async function unpacked(bytes: Uint8Array, most: number): Promise<string> {
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  const reader = stream.pipeThrough(new DecompressionStream("gzip")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let read = 0;
  try {
    while (read < most) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.length;
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch (error) {
    if (text === "") throw error;
  }
  return text;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
