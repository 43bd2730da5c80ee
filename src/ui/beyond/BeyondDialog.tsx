import { useMemo, useState } from "react";
import { type BeyondAnswer, beyondAnswer } from "../../engine/answers/beyond.js";
import { servedSentences } from "../../engine/answers/served-join.js";
import { AT_THE_PEAK, commandFor } from "../../kubernetes/beyond-words.js";
import { isMetricsText } from "../../kubernetes/metrics/metrics-text.js";
import { readServed } from "../../kubernetes/metrics/served.js";
import { UNKNOWN_PROGRAM } from "../../kubernetes/program/unknown-program.js";
import { itemAt } from "../../lib/must.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { BEYOND_WORDS } from "../../words/page/beyond-words.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { Dialog } from "../controls/Dialog.js";
import { MetricsEntry } from "./MetricsEntry.js";

const WORDS = BEYOND_WORDS;

/** Where the memory of the process is that its heap profile does not show. */
export function BeyondDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "beyond");
  return (
    <Dialog
      title={WORDS.title}
      description={WORDS.about}
      open={open}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      <Beyond />
    </Dialog>
  );
}

const ENTRIES = ["resident", "limit", "gogc", "memoryLimit"] as const;
type Entries = Readonly<Record<(typeof ENTRIES)[number], string>>;
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
    return <p className="dim">{WORDS.needsHeap}</p>;
  }
  const answer = beyondAnswer(
    {
      live: itemAt(facts.totals, live),
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
    <div>
      <div className="beyond-entries">
        {ENTRIES.map((id) => (
          <label key={id}>
            <span className="dim">{WORDS.entries[id].label}</span>
            <input
              className="field"
              value={entries[id]}
              placeholder={WORDS.entries[id].example}
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
        <section aria-label={WORDS.memStats}>
          <h3 className="overline">{WORDS.memStats}</h3>
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
      <p className="dim">{WORDS.record}</p>
      <div className="command">
        <code>{atThePeak}</code>
        <Copy text={atThePeak} />
      </div>
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
