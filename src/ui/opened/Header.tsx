import { useAnswer, useStore, useView } from "../../session/store.js";
import { swapped } from "../../view/view-changes.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";
import { useSession } from "../app/session-context.js";
import { Mark } from "../controls/Logo.js";
import { withShortcut } from "../controls/shortcut-table.js";
import { Search } from "../graph/Search.js";
import { FileButton } from "../start/FileButton.js";
import { BasePicker, ProfilePicker, SampleTypePicker } from "./ProfilePickers.js";
import { ProgramMark } from "./ProgramMark.js";

const WORDS = OPENED_WORDS.header;

/** Which profiles, which sample type, search, share, help. */
export function Header() {
  const view = useView();
  const session = useSession();
  const program = useAnswer("program");
  const index = useStore((s) => s.index !== undefined);
  return (
    <header className="header">
      <button
        type="button"
        className="brand"
        title={WORDS.closeAll}
        onClick={() => session.closeAll()}
      >
        <Mark />
        <span className="brand-name">Leaklens</span>
      </button>
      {index ? (
        <button
          type="button"
          className="button quiet"
          title={INDEX_WORDS.back}
          onClick={() => session.closeAll()}
        >
          ‹ {INDEX_WORDS.backShort}
        </button>
      ) : null}
      <span className="rule" />
      {view.files.length > 1 && !view.sum ? <BasePicker /> : null}
      <ProfilePicker />
      {program && !view.sum ? <ProgramMark program={program} /> : null}
      <FileButton className="button quiet icon" label="+" title={WORDS.more} />
      {view.base >= 0 && !view.sum ? (
        <button
          type="button"
          className="button quiet"
          {...withShortcut(WORDS.swapTitle, "swap")}
          onClick={() => session.change(swapped(view))}
        >
          ⇄ <span className="wide-only">{WORDS.swap}</span>
        </button>
      ) : null}
      <span className="rule" />
      <SampleTypePicker />
      <span className="grow" />
      <Search />
      <button
        type="button"
        className="button primary share"
        {...withShortcut(WORDS.share, "share")}
        onClick={() => session.store.setState({ dialog: "share" })}
      >
        {WORDS.share}
      </button>
      <button
        type="button"
        className="button quiet icon help-button"
        aria-label={WORDS.help}
        {...withShortcut(WORDS.helpTitle, "help")}
        onClick={() => session.store.setState({ dialog: "help" })}
      >
        ?
      </button>
    </header>
  );
}
