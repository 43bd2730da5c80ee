import { embedded, LICENSES_ID } from "../../publish/embedded-files.js";
import { LICENSES } from "../../publish/self-contained-page.js";
import { HELP_WORDS } from "../../words/page/help-words.js";

/** The notices of what is built in: a file beside the page, or a part of a self-contained one. */
export function Licenses() {
  if (!embedded()) {
    return (
      <p>
        <a href={`./${LICENSES}`} target="_blank" rel="noreferrer">
          {HELP_WORDS.licences}
        </a>
      </p>
    );
  }
  return (
    <details>
      <summary>{HELP_WORDS.licences}</summary>
      <pre className="wrap">{document.getElementById(LICENSES_ID)?.textContent}</pre>
    </details>
  );
}
