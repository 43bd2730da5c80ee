import type { AdviceItem } from "../../engine/answers.js";
import { isCommand, looksLikeCode } from "./advice-action.js";
import { Copy } from "./CopyButton.js";

/** What to do, each with since when it works and where that is written. */
export function AdviceList({ advice }: { advice: readonly AdviceItem[] }) {
  return (
    <ol className="advice">
      {advice.map((item) => (
        <li key={item.id}>
          <p>{item.text}</p>
          {item.action ? (
            <p className="advice-action">
              {looksLikeCode(item.action) ? <code>{item.action}</code> : item.action}
              {isCommand(item.action) ? (
                <>
                  {" "}
                  <Copy text={item.action} />
                </>
              ) : null}
            </p>
          ) : null}
          <p className="dim">
            {item.since ? `${item.since} · ` : ""}
            <Source source={item.source} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Source({ source }: { source: string }) {
  const link = /https?:\/\/\S+/.exec(source)?.[0];
  const text = source.replace(link ?? "", "").replace(/[\s,:;()]+$/, "");
  if (!link) return <>{source}</>;
  return (
    <a href={link} lang="en" hrefLang="en" target="_blank" rel="noreferrer noopener">
      {text || link.replace(/^https?:\/\//, "")}
    </a>
  );
}
