import { useState } from "react";
import { ownAssets, selfContainedPage } from "../../publish/self-contained-page.js";
import { useStore, useView } from "../../session/store.js";
import { viewToFragment } from "../../view/url.js";
import { SHARE_WORDS } from "../../words/page/share-words.js";
import { useSession } from "../app/session-context.js";
import { formatBytes } from "../controls/page-format.js";
import { viewTitle } from "../controls/view-title.js";
import { savedName, saveFile } from "./save-file.js";

const WORDS = SHARE_WORDS.page;

/** One .html file with the app and the profiles inside: for tickets and archives. */
export function SelfContainedPage() {
  const session = useSession();
  const view = useView();
  const fromLink = useStore((s) => s.restShare !== undefined);
  const [said, setSaid] = useState("");
  if (fromLink) return null;
  const size = view.files.reduce((n, f) => n + f.size, 0);
  const save = async () => {
    setSaid(WORDS.making);
    try {
      const files = [];
      for (const file of view.files) {
        const bytes = await session.bytes(file.hash);
        if (!bytes) throw new Error(WORDS.gone(file.name));
        files.push({ name: file.name, hash: file.hash, bytes });
      }
      const page = selfContainedPage(await ownAssets(), files, viewToFragment(view));
      saveFile(savedName([viewTitle(view)], "html"), page, "text/html");
      setSaid(WORDS.saved(formatBytes(page.length)));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="way-card" aria-labelledby="way-page">
      <header>
        <h3 id="way-page">{WORDS.title}</h3>
        <button type="button" className="button small" onClick={() => void save()}>
          {WORDS.save}
        </button>
      </header>
      <p className="dim">{WORDS.about(view.files.length, formatBytes(size))}</p>
      <p aria-live="polite">{said}</p>
    </section>
  );
}
