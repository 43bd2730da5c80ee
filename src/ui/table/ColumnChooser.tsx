import { DropdownMenu } from "radix-ui";
import type { Column } from "../../rows/table-columns.js";
import { useView } from "../../session/store.js";
import { TABLE_WORDS } from "../../words/page/table-words.js";
import { useSession } from "../app/session-context.js";

/** Which columns the table shows; the name is always there. */
export function ColumnChooser({ columns }: { columns: readonly Column[] }) {
  const view = useView();
  const session = useSession();
  const hidden = hiddenColumns(view.hidden);
  const out = columns.filter((c) => hidden.has(c.id) && c.kind !== "name").length;
  const set = (id: string, shown: boolean) => {
    const next = new Set(hidden);
    if (shown) next.delete(id);
    else next.add(id);
    session.change({ hidden: [...next].join(",") }, "replace");
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button small">
          {TABLE_WORDS.columns(out)}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {columns
            .filter((column) => column.kind !== "name")
            .map((column) => (
              <DropdownMenu.CheckboxItem
                key={column.id}
                className="menu-item"
                title={column.title}
                checked={!hidden.has(column.id)}
                onCheckedChange={(shown) => set(column.id, shown)}
                // Several are chosen at once: it stays open.
                onSelect={(event) => event.preventDefault()}
              >
                <span>
                  <span className="menu-check" aria-hidden="true">
                    {hidden.has(column.id) ? "" : "✓"}
                  </span>
                  {column.label}
                </span>
              </DropdownMenu.CheckboxItem>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The columns that a view leaves out. */
export function hiddenColumns(text: string): ReadonlySet<string> {
  return new Set(text.split(",").filter(Boolean));
}
