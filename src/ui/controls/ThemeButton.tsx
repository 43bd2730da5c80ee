import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { useSession } from "../app/session-context.js";
import { setTheme, useTheme } from "../app/theme-choice.js";
import { withShortcut } from "./shortcut-table.js";

/** Changes between the light and the dark theme. */
export function ThemeButton() {
  const session = useSession();
  const theme = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={CONTROLS_WORDS.useTheme(other)}
      {...withShortcut(CONTROLS_WORDS.useTheme(other), "theme")}
      onClick={() => setTheme(session.store, other)}
    >
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}
