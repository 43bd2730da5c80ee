import { useState } from "react";
import { ownAssets, selfContainedPage } from "../../publish/self-contained-page.js";
import { useStore, useView } from "../../session/store.js";
import { viewToFragment } from "../../view/url.js";
import { useSession } from "../app/session-context.js";
import { formatBytes } from "../controls/page-format.js";
import { viewTitle } from "../controls/view-title.js";
import { savedName, saveFile } from "./save-file.js";

/** One .html file with the app and the profiles inside: for tickets and archives. */
export function SelfContainedPage() {
  const session = useSession();
  const view = useView();
  const fromLink = useStore((s) => s.restShare !== undefined);
  const [said, setSaid] = useState("");
  if (fromLink) return null;
  const size = view.files.reduce((n, f) => n + f.size, 0);
  const save = async () => {
    setSaid("making the page…");
    try {
      const files = [];
      for (const file of view.files) {
        const bytes = await session.bytes(file.hash);
        if (!bytes) throw new Error(`${file.name} is no longer available; open it again`);
        files.push({ name: file.name, hash: file.hash, bytes });
      }
      const page = selfContainedPage(await ownAssets(), files, viewToFragment(view));
      saveFile(savedName([viewTitle(view)], "html"), page, "text/html");
      setSaid(`saved, ${formatBytes(page.length)}`);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="way-card" aria-labelledby="way-page">
      <header>
        <h3 id="way-page">Self-contained page</h3>
        <button type="button" className="button small" onClick={() => void save()}>
          Save .html
        </button>
      </header>
      <p className="dim">
        One file with this app and {view.files.length === 1 ? "the profile" : "all profiles"} inside
        ({formatBytes(size)} of them, whole and as recorded). It opens from disk with no network:
        for tickets and archives.
      </p>
      <p aria-live="polite">{said}</p>
    </section>
  );
}
