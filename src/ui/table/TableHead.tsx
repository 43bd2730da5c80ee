import type { Column, SortOrder } from "../../rows/table-columns.js";
import { useSession } from "../app/session-context.js";

/** The names of the columns; each sorts the table. */
export function TableHead(props: {
  columns: readonly Column[];
  sort: SortOrder;
  style: { gridTemplateColumns: string; minWidth: number };
}) {
  const session = useSession();
  const { columns, sort, style } = props;
  const direction = (id: string) =>
    sort.column === id ? (sort.descending ? "descending" : "ascending") : "none";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div className="table-head" role="row" style={style}>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
        <span
          key={column.id}
          role="columnheader"
          className={column.kind === "name" ? "cell name" : "cell"}
          aria-sort={direction(column.id)}
        >
          {column.id === "sum%" ? (
            <span title={column.title}>{column.label}</span>
          ) : (
            <button
              type="button"
              title={column.title}
              onClick={() =>
                session.change({
                  sort: {
                    column: column.id,
                    descending: sort.column === column.id ? !sort.descending : true,
                  },
                })
              }
            >
              {column.label}
              {sort.column === column.id ? (sort.descending ? " ↓" : " ↑") : ""}
            </button>
          )}
        </span>
      ))}
    </div>
  );
}
