import { useRef, useState } from "react";
import { embedded } from "../../publish/embedded-files.js";
import { useStore } from "../../session/store.js";
import { START_WORDS } from "../../words/page/start-words.js";
import { HelpButton } from "../app/HelpButton.js";
import { LanguageButton } from "../app/LanguageButton.js";
import { Problems } from "../app/Problems.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { Mark } from "../controls/Logo.js";
import { ThemeButton } from "../controls/ThemeButton.js";
import { inputOfFile } from "./dropped-files.js";
import { FileButton } from "./FileButton.js";
import { KeptFiles } from "./KeptFiles.js";
import { Missing } from "./MissingFiles.js";
import { StorageNotice } from "./StorageNotice.js";
import { INCIDENTS, type Incident, incidentInputs } from "./sample-recordings.js";

const COMMANDS = [
  "kubectl get --raw /debug/pprof/heap > heap.pb.gz",
  "kubectl get --raw '/debug/pprof/heap?gc=1' > live.pb.gz",
  "curl -s localhost:6060/debug/pprof/heap > heap.pb.gz",
];

/** The page before anything is open. */
export function Start() {
  const session = useSession();
  const asked = useStore((s) => s.missing.length > 0 || s.offered.length > 0);
  return (
    <div className="start">
      <header className="start-head">
        <span className="brand">
          <Mark />
          Leaklens
        </span>
        <span className="start-head-right">
          <button
            type="button"
            className="button quiet"
            onClick={() => session.store.setState({ dialog: "record" })}
          >
            {START_WORDS.howToTakeProfile}
          </button>
          <LanguageButton />
          <ThemeButton />
          <HelpButton />
        </span>
      </header>
      <h1>{START_WORDS.title}</h1>
      <p className="lead">
        <span>{START_WORDS.lead}</span>
      </p>
      <StorageNotice />
      {asked ? <Missing /> : null}
      <Problems />
      <DropCard />
      {embedded() ? null : (
        <>
          <h2 className="overline">{START_WORDS.incidents}</h2>
          <div className="incidents">
            {INCIDENTS.map((incident) => (
              <IncidentCard key={incident.id} incident={incident} />
            ))}
          </div>
        </>
      )}
      <KeptFiles />
      <div className="start-foot">
        <section className="card start-card">
          <h2 className="overline">{START_WORDS.takeProfile}</h2>
          {COMMANDS.map((command) => (
            <div className="command" key={command}>
              <code>{command}</code>
              <Copy text={command} />
            </div>
          ))}
        </section>
        <PasteCard />
      </div>
    </div>
  );
}

function DropCard() {
  const dropping = useStore((s) => s.dropping);
  return (
    <div className="drop-card" data-dropping={dropping || undefined}>
      <Mark size={44} />
      <div>
        <h2>{START_WORDS.dropTitle}</h2>
        <p className="dim">{START_WORDS.dropText(<code key="path">/debug/pprof/heap</code>)}</p>
      </div>
      <FileButton className="button primary" label={START_WORDS.chooseFiles} />
    </div>
  );
}

/** The one file input, in the page at all times. */
export function FileInput() {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  return (
    <input
      ref={input}
      id="file-input"
      className="hidden-text"
      type="file"
      multiple
      tabIndex={-1}
      aria-label={START_WORDS.filesToOpen}
      onChange={() => {
        const files = [...(input.current?.files ?? [])];
        if (input.current) input.current.value = "";
        if (files.length > 0) void session.open(files.map(inputOfFile));
      }}
    />
  );
}

function IncidentCard({ incident }: { incident: Incident }) {
  const { title, text } = START_WORDS.samples[incident.words];
  const session = useSession();
  return (
    <button
      type="button"
      className="card incident"
      onClick={() => void session.open(incidentInputs(incident))}
    >
      <Silhouette incident={incident} />
      <span className="incident-text">
        <strong>{title}</strong>
        <span className="dim">{text}</span>
      </span>
    </button>
  );
}

function Silhouette({ incident }: { incident: Incident }) {
  const fills = ["var(--frame-2)", "var(--lit-1)", "var(--lit-2)", "var(--accent)"];
  return (
    <svg className="silhouette" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      {incident.picture.flatMap((row, y) =>
        row.map(([x, width, lit]) => (
          <rect
            key={`${(y * 4.2).toFixed(1)} ${x}`}
            x={x + 0.25}
            width={Math.max(0.4, width - 0.5)}
            y={26 - y * 4.2}
            height={3.6}
            rx={0.4}
            fill={fills[lit]}
          />
        )),
      )}
    </svg>
  );
}

function PasteCard() {
  const session = useSession();
  const [text, setText] = useState("");
  const open = () => void session.openText(text);
  return (
    <section className="card start-card">
      <h2 className="overline">
        <label htmlFor="paste">{START_WORDS.pasteTitle}</label>
      </h2>
      <textarea
        id="paste"
        className="paste mono"
        spellCheck={false}
        placeholder={START_WORDS.pastePlaceholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="paste-foot">
        <span className="dim">{START_WORDS.pasteText}</span>
        <button type="button" className="button small" disabled={!text.trim()} onClick={open}>
          {START_WORDS.open}
        </button>
      </div>
    </section>
  );
}
