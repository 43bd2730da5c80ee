import { DropdownMenu } from "radix-ui";
import { boxOfPath } from "../../calltree/layout/layout.js";
import { parsePath } from "../../calltree/path-hash.js";
import { itemAt } from "../../lib/must.js";
import { shortName } from "../../profile/function-name.js";
import type { PageStore } from "../../session/store.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";
import { useSession } from "../app/session-context.js";
import { SHORTCUTS } from "../controls/shortcut-table.js";
import { functionActions } from "./function-actions.js";

/** Where the graph's menu was asked for. */
export interface MenuPlace {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** The graph's menu on a frame: what the panel's buttons do, at the pointer. */
export function GraphMenu(props: { place: MenuPlace | undefined; onClose: () => void }) {
  const { place, onClose } = props;
  const session = useSession();
  const name = place ? nameAt(session.store, place.path) : "";
  if (!place || name === "") return null;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span
          className="menu-anchor"
          style={{ left: place.x, top: place.y }}
          aria-hidden="true"
          tabIndex={-1}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          aria-label={GRAPH_WORDS.actions.menu(shortName(name))}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>(".flamegraph")?.focus();
          }}
        >
          <DropdownMenu.Label className="menu-label mono" title={name}>
            {shortName(name)}
          </DropdownMenu.Label>
          {functionActions(session, name, place.path).map(({ label, title, key, act }) => (
            <DropdownMenu.Item key={label} className="menu-item" title={title} onSelect={act}>
              {label}
              {key ? <kbd>{SHORTCUTS[key].shown}</kbd> : null}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The name of the function at a path; of a folded run that of its first frame; "" of the root. */
function nameAt(store: PageStore, path: string): string {
  const shown = store.getState().answers.picture;
  const layout = shown?.answer.layout;
  const lanes = parsePath(path);
  if (!layout || !lanes || !shown?.names) return "";
  const box = boxOfPath(layout, lanes.low, lanes.high);
  return box > 0 ? (shown.names.names[itemAt(layout.frame, box)] ?? "") : "";
}
