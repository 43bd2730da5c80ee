import { useAnswer, useStore } from "../../session/store.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";
import { useSession } from "../app/session-context.js";
import { AdviceList } from "../controls/AdviceList.js";
import { Copy } from "../controls/CopyButton.js";
import { aboutText } from "./about-text.js";
import { Forecast } from "./Forecast.js";
import { Holder } from "./Holder.js";
import { Suspect } from "./Suspect.js";

/** Id of the list of what can be done. */
export const WHAT_TO_DO = "what-to-do";

/** The paths that explain the growth, or what holds the memory, with what to do. */
export function SuspectsTab() {
  const answer = useAnswer("suspects");
  const finding = useAnswer("finding");
  const failure = useStore((s) => s.failures.suspects?.failure);
  const session = useSession();
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!answer) return <div className="suspects" />;
  return (
    <div className="suspects">
      <div className="kubernetes-head">
        <p className="dim">{aboutText(answer)}</p>
        <Copy
          className="button small"
          text={() => session.once("report", { link: location.href })}
          label={SUSPECTS_WORDS.copyReport}
        />
      </div>
      {answer.restarted ? <p className="card note">{SUSPECTS_WORDS.restarted}</p> : null}
      {answer.about === "holders" ? null : <Forecast />}
      {answer.suspects.length === 0 ? (
        <p className="empty">
          {answer.about === "growth" ? SUSPECTS_WORDS.nothingGrew : SUSPECTS_WORDS.nothingHeld}
        </p>
      ) : null}
      {answer.suspects.map((suspect, i) =>
        answer.about === "holders" ? (
          <Holder key={suspect.path} holder={suspect} rank={i + 1} unit={answer.unit} />
        ) : (
          <Suspect
            key={suspect.path}
            suspect={suspect}
            rank={i + 1}
            about={answer.about}
            unit={answer.unit}
          />
        ),
      )}
      {answer.cleared.length > 0 ? (
        <section className="card note">
          <h2 className="overline">{SUSPECTS_WORDS.notTheCause}</h2>
          <ul>
            {answer.cleared.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {finding && finding.advice.length > 0 ? (
        <section className="card note" id={WHAT_TO_DO} tabIndex={-1}>
          <h2 className="overline">{SUSPECTS_WORDS.whatToDo}</h2>
          <AdviceList advice={finding.advice} />
        </section>
      ) : null}
    </div>
  );
}
