import { useState } from "react";
import { useStore, useView } from "../../session/store.js";
import { webAddressOf } from "../../stores/store-scheme.js";
import { inLanguage, viewToFragment } from "../../view/url.js";
import { SHARE_WORDS } from "../../words/page/share-words.js";
import { LANGUAGE_NAMES } from "../app/language-choice.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { Dialog } from "../controls/Dialog.js";
import { formatBytes, formatCount } from "../controls/page-format.js";
import { ExportList } from "./ExportList.js";
import { type Linking, type LinkTo, LoopbackNote, pageAddress } from "./page-address.js";
import { SelfContainedLink } from "./SelfContainedLink.js";
import { SelfContainedPage } from "./SelfContainedPage.js";

const WORDS = SHARE_WORDS.address;

/** The ways to hand on what is seen, each with what it holds and what leaves the machine. */
export function ShareDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "share");
  const hasFiles = useStore((s) => s.view.files.length > 0 && s.missing.length === 0);
  const language = useStore((s) => s.language);
  const [inThis, setInThis] = useState(false);
  const linkTo: LinkTo = (fragment) =>
    `${pageAddress()}#${inThis ? inLanguage(fragment, language) : fragment}`;
  return (
    <Dialog
      title={SHARE_WORDS.title}
      description={SHARE_WORDS.about}
      open={open && hasFiles}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      <div className="ways">
        <LoopbackNote />
        <label className="share-language">
          <input type="checkbox" checked={inThis} onChange={(e) => setInThis(e.target.checked)} />
          {SHARE_WORDS.inLanguage(LANGUAGE_NAMES[language].name)}
        </label>
        <ViewLink linkTo={linkTo} />
        <SelfContainedLink linkTo={linkTo} />
        <SelfContainedPage />
        <AddressLink linkTo={linkTo} />
        <ExportList />
      </div>
    </Dialog>
  );
}

function ViewLink({ linkTo }: Linking) {
  const view = useView();
  const fromLink = useStore((s) => s.restShare !== undefined);
  const link = linkTo(viewToFragment(view));
  const size = view.files.reduce((n, f) => n + f.size, 0);
  if (fromLink) return null;
  return (
    <section className="way-card" aria-labelledby="way-view">
      <header>
        <h3 id="way-view">{SHARE_WORDS.view.title}</h3>
        <Copy className="button small" text={link} label={SHARE_WORDS.copyLink} />
      </header>
      <p className="dim">
        {SHARE_WORDS.view.about(formatCount(link.length), view.files.length, formatBytes(size))}
      </p>
    </section>
  );
}

function AddressLink({ linkTo }: Linking) {
  const view = useView();
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({});
  const files = view.files.map((f) => ({ ...f, url: urls[f.hash] ?? f.url }));
  const good = files.every((f) => isAddress(f.url));
  const link = linkTo(viewToFragment({ ...view, files }));
  return (
    <section className="way-card" aria-labelledby="way-address">
      <header>
        <h3 id="way-address">{WORDS.title}</h3>
        {good ? <Copy className="button small" text={link} label={SHARE_WORDS.copyLink} /> : null}
      </header>
      <p className="dim">
        {WORDS.about}
        {good ? WORDS.length(formatCount(link.length)) : ""}
      </p>
      <details>
        <summary>{WORDS.addresses(files.length)}</summary>
        {files.map((file) => (
          <label key={file.hash} className="address">
            <span className="mono">{file.name}</span>
            <input
              className="field"
              type="url"
              placeholder={WORDS.placeholder}
              maxLength={2000}
              value={file.url}
              aria-invalid={file.url !== "" && !isAddress(file.url)}
              onChange={(e) => setUrls({ ...urls, [file.hash]: e.target.value.trim() })}
            />
          </label>
        ))}
      </details>
    </section>
  );
}

function isAddress(text: string): boolean {
  const web = webAddressOf(text);
  return /^https?:\/\/[^/?#\s]+\S*$/i.test(web) && URL.canParse(web);
}
