import { hostOf } from "../../session/address-input.js";
import { useStore } from "../../session/store.js";
import { START_WORDS } from "../../words/page/start-words.js";
import { useSession } from "../app/session-context.js";
import { formatBytes } from "../controls/page-format.js";
import { FileButton } from "./FileButton.js";

/** A link named files that are not at hand: which ones, where they are, and what to do. */
export function Missing() {
  const missing = useStore((s) => s.missing);
  const offered = useStore((s) => s.offered);
  const reading = useStore((s) => s.reading.length > 0);
  const session = useSession();
  const addresses = [...missing.map((f) => f.url).filter(Boolean), ...offered];
  const hosts = [...new Set(addresses.map(hostOf))];
  const count = missing.length + offered.length;
  return (
    <section className="card missing" aria-label={START_WORDS.missing.label}>
      <div>
        <h2>
          {hosts.length > 0
            ? START_WORDS.missing.fromHosts(count, hosts)
            : START_WORDS.missing.notHere(count)}
        </h2>
        <p className="dim">
          {hosts.length > 0 ? START_WORDS.missing.confirm : START_WORDS.missing.drop(count)}
        </p>
        <ul>
          {missing.map((file) => (
            <li key={file.hash}>
              <span className="mono">{file.name}</span>{" "}
              <span className="dim">
                {formatBytes(file.size)}
                {file.url ? ` · ${file.url}` : ""}
              </span>
            </li>
          ))}
          {offered.map((address) => (
            <li key={address} className="mono wrap">
              {address}
            </li>
          ))}
        </ul>
      </div>
      <span className="missing-actions">
        {hosts.length > 0 ? (
          <button
            type="button"
            className="button primary"
            disabled={reading}
            onClick={() => void session.fetchOffered()}
          >
            {START_WORDS.missing.fetchFrom(hosts)}
          </button>
        ) : null}
        <FileButton
          className={hosts.length > 0 ? "button" : "button primary"}
          label={START_WORDS.chooseFiles}
        />
      </span>
    </section>
  );
}
