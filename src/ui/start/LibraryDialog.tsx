import { useEffect, useId, useState } from "react";
import { useStore } from "../../session/store.js";
import { browserLibrary } from "../../storage/browser-storage.js";
import type { KeptFile } from "../../storage/kept-record.js";
import { START_WORDS } from "../../words/page/start-words.js";
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
      title={START_WORDS.kept.title}
      description={START_WORDS.kept.about}
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
        <label htmlFor={keep}>{START_WORDS.kept.keepThem}</label>
      </div>
      {files.length === 0 ? (
        <p className="dim">{START_WORDS.kept.none}</p>
      ) : (
        <ul className="kept-list" aria-label={START_WORDS.kept.list}>
          {files.map((file) => (
            <Row key={file.hash} file={file} />
          ))}
        </ul>
      )}
      <div className="kept-foot">
        <span className="dim">
          {START_WORDS.kept.total(
            files.length,
            formatBytes(size),
            room ? formatBytes(room.quota) : "",
          )}
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
          title={START_WORDS.kept.open(file.name)}
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
          aria-label={START_WORDS.kept.newName(file.name)}
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
        aria-label={START_WORDS.kept.renameFile(file.name)}
        onClick={() => setName(file.name)}
      >
        {START_WORDS.kept.rename}
      </button>
      <button
        type="button"
        className="button quiet small"
        aria-label={START_WORDS.kept.deleteFile(file.name)}
        onClick={() => void library.remove(file.hash)}
      >
        {START_WORDS.kept.delete}
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
      {asked ? START_WORDS.kept.deleteAllSure : START_WORDS.kept.deleteAll}
    </button>
  );
}
