import { namesOf, withNames } from "../../engine/names-of-steps.js";
import { NAME_STYLES } from "../../profile/demangle/name-style.js";
import { useStore, useView } from "../../session/store.js";
import { FILTER_WORDS } from "../../words/page/filter-words.js";
import { useSession } from "../app/session-context.js";

/** How names of C++ and Rust are written: seen where a file has such, or it was asked for. */
export function NameChoice() {
  const view = useView();
  const session = useSession();
  const files = useStore((s) => s.files);
  const names = namesOf(view.transforms);
  const isMangled = view.files.some((f) => files.get(f.hash)?.facts.traits.mangled);
  if (names === "name" && !isMangled) return null;
  const choose = (wanted: string) =>
    session.change({
      transforms: withNames(view.transforms, NAME_STYLES.find((n) => n === wanted) ?? "name"),
      zoom: "",
      selection: "",
    });
  return (
    <label className="switch" title={FILTER_WORDS.namesTitle}>
      {FILTER_WORDS.names}
      <select value={names} onChange={(e) => choose(e.target.value)}>
        {NAME_STYLES.map((n) => (
          <option key={n} value={n}>
            {FILTER_WORDS.nameStyles[n]}
          </option>
        ))}
      </select>
    </label>
  );
}
