import { BASE_MEDIAN, NO_BASE } from "../../engine/question.js";
import { sampleTypeName } from "../../profile/profile.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";
import { useSession } from "../app/session-context.js";
import { cutInside, namesApart } from "../controls/names-apart.js";
import { shortFileName } from "../controls/page-format.js";

const WORDS = OPENED_WORDS.header;

/** What is compared with: one of the files, their median, or nothing. */
export function BasePicker() {
  const view = useView();
  const session = useSession();
  const set = useAnswer("set");
  return (
    <>
      <label className="picker of-file" title={view.files[view.base]?.name}>
        <span className="dim">{WORDS.base}</span>
        <ChosenName
          file={view.base}
          otherwise={view.base === BASE_MEDIAN ? WORDS.median : WORDS.noBase}
        />
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
    <label className="picker of-file" title={view.sum ? undefined : view.files[view.shown]?.name}>
      <ChosenName file={view.sum ? -1 : view.shown} otherwise={WORDS.sum(view.files.length)} />
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

/** Letters that three lines of a picker have room for. */
const ROOM = 48;

/** On a phone a picker's own text is cut after some letters: there the name stands over lines. */
function ChosenName({ file, otherwise }: { readonly file: number; readonly otherwise: string }) {
  const { files } = useView();
  const chosen = files[file];
  return (
    <span className="picker-name" aria-hidden="true">
      {chosen ? cutInside(shortFileName(chosen.name), ROOM) : otherwise}
    </span>
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
