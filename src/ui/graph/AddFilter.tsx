import { type FormEvent, useState } from "react";
import { compilePattern } from "../../calltree/filter/go-regexp.js";
import { compileLabelTest } from "../../calltree/filter/label-filter.js";
import { LABEL_STEPS, NAME_STEPS, type Transform } from "../../engine/question.js";
import { useView } from "../../session/store.js";
import { FILTER_WORDS } from "../../words/page/filter-words.js";
import { useSession } from "../app/session-context.js";

type Step = (typeof STEPS)[number];
const STEPS = [...NAME_STEPS, ...LABEL_STEPS, "collapse"] as const;

/** A pattern typed for any of the filters; what is wrong with it is said before it is used. */
export function AddFilter() {
  const view = useView();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState<Step>("focus");
  const [pattern, setPattern] = useState("");
  const problem = pattern === "" ? "" : problemOf(step, pattern);
  const isPackage = step === "collapse";
  if (!open) {
    return (
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {FILTER_WORDS.add}
      </button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pattern === "" || problem) return;
    session.change({
      transforms: [...view.transforms, { do: step, pattern } as Transform],
      zoom: "",
    });
    setPattern("");
    setOpen(false);
  };
  return (
    <form className="add-filter" onSubmit={submit}>
      <select
        aria-label={FILTER_WORDS.filter}
        value={step}
        onChange={(e) => setStep(STEPS.find((s) => s === e.target.value) ?? "focus")}
      >
        {STEPS.map((s) => (
          <option key={s} value={s}>
            {s.replace("-", " ")}
          </option>
        ))}
      </select>
      <input
        className="mono"
        aria-label={FILTER_WORDS.pattern}
        aria-invalid={problem !== ""}
        aria-describedby="filter-about"
        placeholder={isPackage ? FILTER_WORDS.package : FILTER_WORDS.regularExpression}
        value={pattern}
        maxLength={1000}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by pressing the button
        autoFocus
        onChange={(e) => setPattern(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === "Escape") setOpen(false);
          e.stopPropagation();
        }}
      />
      <button type="submit" className="button small" disabled={pattern === "" || problem !== ""}>
        {FILTER_WORDS.submit}
      </button>
      <button
        type="button"
        className="close"
        aria-label={FILTER_WORDS.close}
        onClick={() => setOpen(false)}
      >
        ✕
      </button>
      <span
        id="filter-about"
        className={problem ? "less" : "dim"}
        role={problem ? "alert" : undefined}
      >
        {problem || FILTER_WORDS.about[step]}
      </span>
    </form>
  );
}

function problemOf(step: Step, pattern: string): string {
  try {
    if (step === "tagfocus" || step === "tagignore") compileLabelTest(pattern);
    else if (!["tagroot", "tagleaf", "collapse"].includes(step)) compilePattern(pattern);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
