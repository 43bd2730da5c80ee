import { useStore } from "../store/store.js";
import { formatBytes } from "./format.js";
import { FileButton } from "./Start.js";

/** A link named files that are not at hand: which ones, and what to do. */
export function Missing() {
  const missing = useStore((s) => s.missing);
  return (
    <section className="card missing" aria-label="Files this link needs">
      <div>
        <h2>This link shows {missing.length === 1 ? "a file" : "files"} that only you can give</h2>
        <p className="dim">
          A link carries the view, not the profiles. Drop{" "}
          {missing.length === 1 ? "this file" : "these files"} and you see exactly what was shared:
        </p>
        <ul>
          {missing.map((file) => (
            <li key={file.hash}>
              <span className="mono">{file.name}</span>{" "}
              <span className="dim">{formatBytes(file.size)}</span>
            </li>
          ))}
        </ul>
      </div>
      <FileButton className="button primary" label="Choose files" />
    </section>
  );
}
