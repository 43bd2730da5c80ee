import { BASE_MEDIAN, NO_BASE } from "../../engine/question.js";
import { sampleTypeName } from "../../profile/profile.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { namesApart } from "../controls/names-apart.js";
import { shortFileName } from "../controls/page-format.js";
import { OPENED_WORDS } from "../words/opened-words.js";

const WORDS = OPENED_WORDS.header;

/** What is compared with: one of the files, their median, or nothing. */
export function BasePicker() {
  const view = useView();
  const session = useSession();
  const set = useAnswer("set");
  return (
    <>
      <label className="picker">
        <span className="dim">{WORDS.base}</span>
        <select
          aria-label={WORDS.baseLabel}
          value={view.base}
          onChange={(e) => session.change({ base: Number(e.target.value) })}
        >
          <option value={NO_BASE}>{WORDS.noBase}</option>
          {set?.kind === "fleet" || view.files.length > 2 ? (
            <option value={BASE_MEDIAN}>{WORDS.median}</option>
          ) : null}
          <FileOptions />
        </select>
      </label>
      <span className="dim header-arrow" aria-hidden="true">
        →
      </span>
    </>
  );
}

/** Which file is shown, or the sum of all. */
export function ProfilePicker() {
  const view = useView();
  const session = useSession();
  return (
    <label className="picker">
      <select
        aria-label={WORDS.profile}
        value={view.sum ? -1 : view.shown}
        onChange={(e) => {
          const at = Number(e.target.value);
          session.change(at < 0 ? { sum: true } : { shown: at, sum: false });
        }}
      >
        <FileOptions />
        {view.files.length > 1 ? <option value={-1}>{WORDS.sum(view.files.length)}</option> : null}
      </select>
    </label>
  );
}

function FileOptions() {
  const { files } = useView();
  // A picker cuts its text on the right: what tells the files apart has to stand first.
  const apart = namesApart(files.map((file) => shortFileName(file.name)));
  return files.map((file, i) => (
    <option key={file.hash} value={i}>
      {apart[i]}
    </option>
  ));
}

/** Which of the values of the file's samples. */
export function SampleTypePicker() {
  const view = useView();
  const session = useSession();
  const files = useStore((s) => s.files);
  const picture = useAnswer("picture");
  const shown = view.files[view.shown];
  const types = (shown && files.get(shown.hash)?.facts.sampleTypes) ?? [];
  const names = types.map((_, i) => sampleTypeName(types, i));
  return (
    <label className="picker">
      <select
        aria-label={WORDS.sampleType}
        value={picture?.sampleType ?? view.sampleType}
        onChange={(e) => session.change({ sampleType: e.target.value })}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
