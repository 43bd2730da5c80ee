import { useRef, useState } from "react";
import { embedded } from "../../publish/embedded-files.js";
import { useStore } from "../../session/store.js";
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
            How to take a profile
          </button>
          <ThemeButton />
          <button
            type="button"
            className="button quiet icon"
            aria-label="Help and keys"
            onClick={() => session.store.setState({ dialog: "help" })}
          >
            ?
          </button>
        </span>
      </header>
      <h1>What is eating the memory of this apiserver?</h1>
      <p className="lead">
        <span>
          Drop Go heap profiles. See where the memory is, what grew between two moments, and which
          Kubernetes objects hold it. Everything is computed in this page; nothing is uploaded.
        </span>
      </p>
      <StorageNotice />
      {asked ? <Missing /> : null}
      <Problems />
      <DropCard />
      {embedded() ? null : (
        <>
          <h2 className="overline">Incidents to look at</h2>
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
          <h2 className="overline">Take a profile</h2>
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
        <h2>Drop one heap profile, or several</h2>
        <p className="dim">
          Files or a folder of <code>/debug/pprof/heap</code>, anywhere on this page. Two are
          compared, three or more are shown over time.
        </p>
      </div>
      <FileButton className="button primary" label="Choose files" />
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
      aria-label="Heap profiles to open"
      onChange={() => {
        const files = [...(input.current?.files ?? [])];
        if (input.current) input.current.value = "";
        if (files.length > 0) void session.open(files.map(inputOfFile));
      }}
    />
  );
}

function IncidentCard({ incident }: { incident: Incident }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="card incident"
      onClick={() => void session.open(incidentInputs(incident))}
    >
      <Silhouette incident={incident} />
      <span className="incident-text">
        <strong>{incident.title}</strong>
        <span className="dim">{incident.text}</span>
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

const PLACEHOLDER = `https://…/#v=1&d=…
or what "base64 heap.pb.gz" prints`;

function PasteCard() {
  const session = useSession();
  const [text, setText] = useState("");
  const open = () => void session.openText(text);
  return (
    <section className="card start-card">
      <h2 className="overline">
        <label htmlFor="paste">Or paste what you have</label>
      </h2>
      <textarea
        id="paste"
        className="paste mono"
        spellCheck={false}
        placeholder={PLACEHOLDER}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="paste-foot">
        <span className="dim">A link made by Leaklens, or the base64 text of a .pb.gz file</span>
        <button type="button" className="button small" disabled={!text.trim()} onClick={open}>
          Open
        </button>
      </div>
    </section>
  );
}
