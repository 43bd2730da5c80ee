import { BASE_MEDIAN, NO_BASE } from "../../engine/question.js";
import { sampleTypeName } from "../../profile/profile.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { swapped } from "../../view/view-changes.js";
import { Mark } from "../controls/Logo.js";
import { shortFileName } from "../controls/page-format.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { Search } from "../graph/Search.js";
import { FileButton } from "../start/FileButton.js";
import { ProgramMark } from "./ProgramMark.js";
import { useSession } from "./session-context.js";

/** Which profiles, which sample type, search, share, help. */
export function Header() {
  const view = useView();
  const session = useSession();
  const files = useStore((s) => s.files);
  const set = useAnswer("set");
  const picture = useAnswer("picture");
  const program = useAnswer("program");
  const shown = view.files[view.shown];
  const types = (shown && files.get(shown.hash)?.facts.sampleTypes) ?? [];
  const several = view.files.length > 1;
  return (
    <header className="header">
      <button
        type="button"
        className="brand"
        title="Close all files and start over"
        onClick={() => session.closeAll()}
      >
        <Mark />
        <span className="brand-name">Leaklens</span>
      </button>
      <span className="rule" />
      {several && !view.sum ? (
        <>
          <label className="picker">
            <span className="dim">base</span>
            <select
              aria-label="Base, what is compared with"
              value={view.base}
              onChange={(e) => session.change({ base: Number(e.target.value) })}
            >
              <option value={NO_BASE}>none</option>
              {set?.kind === "fleet" || view.files.length > 2 ? (
                <option value={BASE_MEDIAN}>median of all</option>
              ) : null}
              {view.files.map((file, i) => (
                <option key={file.hash} value={i}>
                  {shortFileName(file.name)}
                </option>
              ))}
            </select>
          </label>
          <span className="dim header-arrow" aria-hidden="true">
            →
          </span>
        </>
      ) : null}
      <label className="picker">
        <select
          aria-label="Profile shown"
          value={view.sum ? -1 : view.shown}
          onChange={(e) => {
            const at = Number(e.target.value);
            session.change(at < 0 ? { sum: true } : { shown: at, sum: false });
          }}
        >
          {view.files.map((file, i) => (
            <option key={file.hash} value={i}>
              {shortFileName(file.name)}
            </option>
          ))}
          {several ? <option value={-1}>sum of all {view.files.length}</option> : null}
        </select>
      </label>
      {program && !view.sum ? <ProgramMark program={program} /> : null}
      <FileButton className="button quiet icon" label="+" title="Open more files beside these" />
      {view.base >= 0 && !view.sum ? (
        <button
          type="button"
          className="button quiet"
          {...withShortcut("Swap base and profile", "swap")}
          onClick={() => session.change(swapped(view))}
        >
          ⇄ <span className="wide-only">swap</span>
        </button>
      ) : null}
      <span className="rule" />
      <label className="picker">
        <select
          aria-label="Sample type"
          value={picture?.sampleType ?? view.sampleType}
          onChange={(e) => session.change({ sampleType: e.target.value })}
        >
          {types.map((_, i) => {
            const name = sampleTypeName(types, i);
            return (
              <option key={name} value={name}>
                {name}
              </option>
            );
          })}
        </select>
      </label>
      <span className="grow" />
      <Search />
      <button
        type="button"
        className="button primary share"
        {...withShortcut("Share", "share")}
        onClick={() => session.store.setState({ dialog: "share" })}
      >
        Share
      </button>
      <button
        type="button"
        className="button quiet icon help-button"
        aria-label="Help and keys"
        {...withShortcut("Help and keyboard shortcuts", "help")}
        onClick={() => session.store.setState({ dialog: "help" })}
      >
        ?
      </button>
    </header>
  );
}
