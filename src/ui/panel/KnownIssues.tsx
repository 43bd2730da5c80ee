import type { KnownIssueMatch } from "../../engine/known-issue-match.js";
import { matchWords, releasesSentence } from "../../engine/known-issue-words.js";
import { useAnswer } from "../../session/store.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import { formatShare } from "../controls/page-format.js";

/** Known issues that the file, or the selected path, matches; nothing where none does. */
export function KnownIssues() {
  const answer = useAnswer("knownIssues");
  if (!answer || answer.matches.length === 0) return null;
  return (
    <>
      <h3 className="overline">{PANEL_WORDS.knownIssues.title}</h3>
      <ul className="advice known-issues">
        {answer.matches.map((match) => (
          <Issue key={match.id} match={match} />
        ))}
      </ul>
    </>
  );
}

function Issue({ match }: { readonly match: KnownIssueMatch }) {
  const releases = releasesSentence(match);
  return (
    <li>
      <p>
        {PANEL_WORDS.knownIssues.match(
          <span key="share" className="strong">
            {formatShare(match.share)}
          </span>,
          matchWords(match),
          match.title,
        )}
      </p>
      {match.state === "mended" ? null : (
        <>
          <p className="dim">{PANEL_WORDS.knownIssues.howToTell(match.tellApart)}</p>
          <p>{match.act}</p>
        </>
      )}
      <p className="dim">
        {releases ? `${releases} ` : ""}
        <a href={match.source} target="_blank" rel="noreferrer noopener">
          {match.source.replace(/^https:\/\//, "")}
        </a>
      </p>
    </li>
  );
}
