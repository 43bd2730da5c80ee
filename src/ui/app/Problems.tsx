import { type Problem, type Remedy, useStore } from "../../session/store.js";
import { APP_WORDS } from "../../words/page/app-words.js";
import { useSession } from "./session-context.js";

const WORDS = APP_WORDS.problems;

/** What went wrong, a card for each file; the others stay open. */
export function Problems() {
  const problems = useStore((s) => s.problems);
  const notices = useStore((s) => s.notices);
  const update = useStore((s) => s.update);
  const session = useSession();
  if (problems.length === 0 && notices.length === 0 && !update) return null;
  return (
    <div className="problems" role="alert">
      {problems.map((problem) => (
        <div className="card problem" key={problem.id}>
          <div>
            <strong className="mono">{problem.of}</strong>
            <p>{problem.message}</p>
            {problem.hint && !problem.message.includes(problem.hint) ? (
              <p className="dim">{problem.hint}</p>
            ) : null}
          </div>
          {problem.remedy ? <RemedyButton problem={problem} remedy={problem.remedy} /> : null}
          <button
            type="button"
            className="button quiet icon"
            aria-label={WORDS.dismissFile(problem.of)}
            onClick={() => session.dismiss(problem.id)}
          >
            ✕
          </button>
        </div>
      ))}
      {update ? (
        <div className="card problem notice">
          <p>{WORDS.update}</p>
          <button type="button" className="button small" onClick={update}>
            {WORDS.useNow}
          </button>
        </div>
      ) : null}
      {notices.map((notice) => (
        <div className="card problem notice" key={notice}>
          <p>{notice}</p>
          <button
            type="button"
            className="button quiet icon"
            aria-label={WORDS.dismiss}
            onClick={() =>
              session.store.setState((s) => ({ notices: s.notices.filter((n) => n !== notice) }))
            }
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}

/** Does what may help; the message goes, and comes again where it did not help. */
function RemedyButton({ problem, remedy }: { problem: Problem; remedy: Remedy }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="button small"
      onClick={() => {
        session.dismiss(problem.id);
        remedy.run();
      }}
    >
      {remedy.label}
    </button>
  );
}
