import { useEffect, useId, useState } from "react";
import { useStore } from "../../session/store.js";
import { browserLibrary } from "../../storage/browser-storage.js";
import type { KeptFile } from "../../storage/kept-record.js";
import { useSession } from "../app/session-context.js";
import { Dialog } from "../controls/Dialog.js";
import { formatBytes, formatTime } from "../controls/page-format.js";
import { keptInputs, useLibrary } from "./KeptFiles.js";

/** The files kept on disk: open, rename, delete, delete all, keep none from now on. */
export function LibraryDialog() {
  const session = useSession();
  const close = () => session.store.setState({ dialog: "" });
  const open = useStore((s) => s.dialog === "library");
  return (
    <Dialog
      title="Files kept in this browser"
      description="Profiles you opened stay on this machine, in this browser's own storage, so that links to them and sets of them open again. They are sent nowhere."
      open={open}
      onClose={close}
    >
      <Kept />
    </Dialog>
  );
}

function Kept() {
  const { files, on, trouble, room } = useLibrary();
  const library = browserLibrary();
  const keep = useId();
  const size = files.reduce((n, f) => n + f.size, 0);
  return (
    <>
      {trouble ? (
        <p className="kept-trouble" role="alert">
          {trouble.message} {trouble.advice}
        </p>
      ) : null}
      <div className="kept-switch">
        <input
          id={keep}
          type="checkbox"
          checked={on}
          onChange={(event) => library.setOn(event.target.checked)}
        />
        <label htmlFor={keep}>Keep the files that I open</label>
      </div>
      {files.length === 0 ? (
        <p className="dim">Nothing is kept.</p>
      ) : (
        <ul className="kept-list" aria-label="Kept files">
          {files.map((file) => (
            <Row key={file.hash} file={file} />
          ))}
        </ul>
      )}
      <div className="kept-foot">
        <span className="dim">
          {formatBytes(size)} in {files.length === 1 ? "1 file" : `${files.length} files`}
          {room ? `; the browser gives this page up to ${formatBytes(room.quota)}` : ""}
        </span>
        <ClearAll disabled={files.length === 0} />
      </div>
    </>
  );
}

function Row({ file }: { file: KeptFile }) {
  const session = useSession();
  const library = browserLibrary();
  const [name, setName] = useState<string | undefined>(undefined);
  const done = () => {
    if (name !== undefined) void library.rename(file.hash, name);
    setName(undefined);
  };
  return (
    <li>
      {name === undefined ? (
        <button
          type="button"
          className="kept-name"
          title={`Open ${file.name}`}
          onClick={() => {
            session.store.setState({ dialog: "" });
            void session.open(keptInputs([file]));
          }}
        >
          {file.name}
        </button>
      ) : (
        <input
          className="field kept-rename"
          aria-label={`New name of ${file.name}`}
          value={name}
          maxLength={300}
          // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button just pressed
          autoFocus
          onChange={(event) => setName(event.target.value)}
          onBlur={done}
          onKeyDown={(event) => {
            if (event.key === "Enter") done();
          }}
        />
      )}
      <span className="dim kept-facts">
        {formatBytes(file.size)} · {formatTime(file.used)}
      </span>
      <button
        type="button"
        className="button quiet small"
        aria-label={`Rename ${file.name}`}
        onClick={() => setName(file.name)}
      >
        Rename
      </button>
      <button
        type="button"
        className="button quiet small"
        aria-label={`Delete ${file.name}`}
        onClick={() => void library.remove(file.hash)}
      >
        Delete
      </button>
    </li>
  );
}

/** Asks once more: what is deleted is gone. */
function ClearAll({ disabled }: { disabled: boolean }) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), 4000);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <button
      type="button"
      className="button small"
      disabled={disabled}
      aria-live="polite"
      onClick={() => {
        if (asked) void browserLibrary().clear();
        setAsked(!asked);
      }}
    >
      {asked ? "Press again to delete all" : "Delete all"}
    </button>
  );
}
