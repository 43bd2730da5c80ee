import { useMemo } from "react";
import type { OpenIndex } from "../../session/store.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";
import { START_WORDS } from "../../words/page/start-words.js";
import { HelpButton } from "../app/HelpButton.js";
import { useSession } from "../app/session-context.js";
import { Mark } from "../controls/Logo.js";
import { ThemeButton } from "../controls/ThemeButton.js";
import { FileButton } from "../start/FileButton.js";
import { kindName, programName } from "./fleet-text.js";

interface HeaderProps {
  readonly index: OpenIndex;
  readonly program: number;
  /** -1 for all */
  readonly kind: number;
  readonly onProgram: (program: number) => void;
  readonly onKind: (kind: number) => void;
}

/** Which index, which program, which kinds. */
export function FleetHeader({ index, program, kind, onProgram, onKind }: HeaderProps) {
  const session = useSession();
  const { fleet } = index;
  const kinds = useMemo(() => {
    const all = fleet.kinds.map((one, place) => ({ place, name: kindName(one) }));
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
  }, [fleet]);
  return (
    <header className="header">
      <button
        type="button"
        className="brand"
        title={INDEX_WORDS.close}
        onClick={() => {
          session.store.setState({ index: undefined, offered: [] });
          session.closeAll();
        }}
      >
        <Mark />
        <span className="brand-name">Leaklens</span>
      </button>
      <span className="rule" />
      <span className="fleet-name mono" title={index.name}>
        {index.name}
      </span>
      {fleet.programs.length > 1 ? (
        <label className="picker">
          <select
            aria-label={INDEX_WORDS.program}
            value={program}
            onChange={(event) => onProgram(Number(event.target.value))}
          >
            {fleet.programs.map((name, place) => (
              <option key={name} value={place}>
                {programName(fleet, place)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="picker">
        <select
          aria-label={INDEX_WORDS.kinds}
          value={kind}
          onChange={(event) => onKind(Number(event.target.value))}
        >
          <option value={-1}>{INDEX_WORDS.allKinds}</option>
          {kinds.map(({ place, name }) => (
            <option key={place} value={place}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <span className="grow" />
      <FileButton className="button quiet icon" label="+" title={START_WORDS.chooseFiles} />
      <ThemeButton />
      <HelpButton />
    </header>
  );
}
