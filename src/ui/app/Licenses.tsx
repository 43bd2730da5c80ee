import { embedded, LICENSES_ID } from "../../publish/embedded-files.js";
import { LICENSES } from "../../publish/self-contained-page.js";
import { HELP_WORDS } from "../../words/page/help-words.js";

const TITLE = HELP_WORDS.licences;

/** The notices of what is built in: a file beside the page, or a part of a self-contained one. */
export function Licenses() {
  if (!embedded()) {
    return (
      <p>
        <a href={`./${LICENSES}`} target="_blank" rel="noreferrer">
          {TITLE}
        </a>
      </p>
    );
  }
  return (
    <details>
      <summary>{TITLE}</summary>
      <pre className="wrap">{document.getElementById(LICENSES_ID)?.textContent}</pre>
    </details>
  );
}
