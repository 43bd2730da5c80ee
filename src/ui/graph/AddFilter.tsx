import { type FormEvent, useState } from "react";
import { compileLabelTest } from "../../calltree/filter/label-filter.js";
import { LABEL_STEPS, NAME_STEPS, type Transform } from "../../engine/question.js";
import { compilePattern } from "../../lib/go-regexp.js";
import { useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";

type Step = (typeof STEPS)[number];
const STEPS = [...NAME_STEPS, ...LABEL_STEPS, "collapse"] as const;

const ABOUT: Readonly<Record<Step, string>> = {
  focus: "only samples with a function, file or binary that matches",
  ignore: "no samples with a function, file or binary that matches",
  hide: "frames that match are left out, their samples stay",
  show: "only frames that match are left",
  "show-from": "what called the outermost frame that matches is left out",
  tagfocus: "only samples with a label: RE, key=RE, key=4kb, key=1kb:1mb",
  tagignore: "no samples with such a label",
  tagshow: "labels of keys that match, of those in the panel",
  taghide: "no labels of keys that match in the panel",
  tagroot: "keys, with commas: a frame at the root for each label",
  tagleaf: "keys, with commas: a frame at the leaf for each label",
  collapse: "frames of this package become one",
};

/** A pattern typed for any of the filters; what is wrong with it is said before it is used. */
export function AddFilter() {
  const view = useView();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState<Step>("focus");
  const [pattern, setPattern] = useState("");
  const problem = pattern === "" ? "" : problemOf(step, pattern);
  if (!open) {
    return (
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        + filter
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
        aria-label="Filter"
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
        aria-label="Pattern"
        aria-invalid={problem !== ""}
        aria-describedby="filter-about"
        placeholder={step === "collapse" ? "package" : "regular expression"}
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
        add
      </button>
      <button type="button" className="close" aria-label="Close" onClick={() => setOpen(false)}>
        ✕
      </button>
      <span
        id="filter-about"
        className={problem ? "less" : "dim"}
        role={problem ? "alert" : undefined}
      >
        {problem || ABOUT[step]}
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
