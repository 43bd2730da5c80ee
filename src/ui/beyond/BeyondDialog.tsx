import { useMemo, useState } from "react";
import { type BeyondAnswer, beyondAnswer } from "../../engine/answers/beyond.js";
import { servedSentences } from "../../engine/answers/served-join.js";
import { AT_THE_PEAK, commandFor } from "../../kubernetes/beyond-words.js";
import { isMetricsText } from "../../kubernetes/metrics/metrics-text.js";
import { readServed } from "../../kubernetes/metrics/served.js";
import { UNKNOWN_PROGRAM } from "../../kubernetes/program/program.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { Dialog } from "../controls/Dialog.js";

/** Where the memory of the process is that its heap profile does not show. */
export function BeyondDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "beyond");
  return (
    <Dialog
      title="Beyond the heap"
      description="A heap profile shows live objects. A process has more: enter what is known of it, and see where the rest can be."
      open={open}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      <Beyond />
    </Dialog>
  );
}

const ENTRIES = [
  { id: "resident", label: "Resident (RSS)", example: "85 GiB" },
  { id: "limit", label: "Container limit", example: "16 GiB" },
  { id: "gogc", label: "GOGC", example: "100" },
  { id: "memoryLimit", label: "GOMEMLIMIT", example: "none" },
] as const;
type Entries = Readonly<Record<(typeof ENTRIES)[number]["id"], string>>;
const NOTHING: Entries = { resident: "", limit: "", gogc: "", memoryLimit: "" };

function Beyond() {
  const [entries, setEntries] = useState(NOTHING);
  const text = useStore((s) => s.metrics);
  const view = useView();
  const facts = useStore((s) => s.files.get(view.files[view.shown]?.hash ?? "")?.facts);
  const program = useAnswer("program") ?? UNKNOWN_PROGRAM;
  const kinds = useAnswer("kinds");
  const served = useMemo(() => (isMetricsText(text) ? readServed(text) : undefined), [text]);
  const live = facts?.sampleTypes.findIndex((t) => t.type === "inuse_space") ?? -1;
  if (!facts || live < 0) {
    return (
      <p className="dim">Open a heap profile first: without its live heap nothing can be said.</p>
    );
  }
  const answer = beyondAnswer(
    {
      live: facts.totals[live]!,
      memStats: facts.memStats ?? served?.memStats,
      resident: parseBytes(entries.resident) ?? served?.residentBytes,
      limit: parseBytes(entries.limit),
      gogc: percentOf(entries.gogc),
      memoryLimit: parseBytes(entries.memoryLimit),
    },
    program,
  );
  const atThePeak = commandFor(AT_THE_PEAK, program);
  const joined = served && kinds ? servedSentences(kinds, served) : [];
  return (
    <div className="beyond">
      <div className="beyond-entries">
        {ENTRIES.map(({ id, label, example }) => (
          <label key={id}>
            <span className="dim">{label}</span>
            <input
              className="field"
              value={entries[id]}
              placeholder={example}
              aria-invalid={isWrong(id, entries[id]) || undefined}
              onChange={(e) => setEntries({ ...entries, [id]: e.target.value })}
            />
          </label>
        ))}
      </div>
      <MetricsEntry text={text} isRead={served !== undefined} />
      <div aria-live="polite">
        {[...answer.sentences, ...joined].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Parts rows={answer.rows} />
      {answer.counted.length > 0 ? (
        <section aria-label="runtime.MemStats">
          <h3 className="overline">runtime.MemStats</h3>
          <dl className="figures">
            {answer.counted.map(({ name, text }) => (
              <div key={name}>
                <dt className="mono">{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <p className="dim">
        To record when memory is high and not after; PID and the size in kB are yours to set:
      </p>
      <div className="command">
        <code>{atThePeak}</code>
        <Copy text={atThePeak} />
      </div>
    </div>
  );
}

/** Takes an answer of /metrics: megabytes of text, which no text field could show. */
function MetricsEntry({ text, isRead }: { readonly text: string; readonly isRead: boolean }) {
  const { store } = useSession();
  const take = (metrics: string) => store.setState({ metrics });
  if (isRead) {
    return (
      <p className="beyond-metrics">
        <span>
          An answer of /metrics is read beside the heap.{" "}
          <button type="button" className="link" onClick={() => take("")}>
            leave it out
          </button>
        </span>
      </p>
    );
  }
  return (
    <div className="beyond-metrics">
      <label className="dim" htmlFor="beyond-metrics">
        The program&rsquo;s answer of /metrics, pasted or as a file: resident memory, the
        runtime&rsquo;s figures, and of an API server its objects, watches and requests
      </label>
      <div className="beyond-metrics-ways">
        <textarea
          id="beyond-metrics"
          className="field"
          rows={2}
          value=""
          placeholder="paste here"
          spellCheck={false}
          onPaste={(e) => {
            e.preventDefault();
            e.stopPropagation();
            take(e.clipboardData.getData("text/plain"));
          }}
          onChange={(e) => take(e.target.value)}
        />
        <input
          type="file"
          aria-label="A file with an answer of /metrics"
          onChange={(e) => void e.target.files?.[0]?.text().then(take)}
        />
      </div>
      {text.trim() !== "" ? (
        <p role="alert">This is no answer of /metrics: it begins with # HELP or # TYPE.</p>
      ) : null}
    </div>
  );
}

function Parts({ rows }: { readonly rows: BeyondAnswer["rows"] }) {
  return (
    <dl className="beyond-parts">
      {rows.map((row) => (
        <div key={row.id}>
          <dt>
            <span>{row.name}</span>
            <span className={row.bytes === null ? "dim" : ""}>{row.size}</span>
          </dt>
          <dd>
            <p className="dim">{row.text}</p>
            {row.command === "" ? null : (
              <div className="command">
                <code>{row.command}</code>
                <Copy text={row.command} />
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Percent as entered; Go's default where nothing is, none for "off". */
function percentOf(text: string): number | undefined {
  if (text.trim() === "") return 100;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function isWrong(id: keyof Entries, text: string): boolean {
  if (text.trim() === "" || (id === "gogc" && /^off$/i.test(text.trim()))) return false;
  return id === "gogc" ? percentOf(text) === undefined : parseBytes(text) === undefined;
}
