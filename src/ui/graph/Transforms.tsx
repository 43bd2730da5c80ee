import type { SwitchStep, Transform } from "../../engine/question.js";
import { visibleText } from "../../lib/visible-text.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { graphIsSeen } from "../app/beside.js";
import { useMedia, WIDE } from "../app/media.js";
import { useSession } from "../app/session-context.js";
import { AddFilter } from "./AddFilter.js";
import { FrameChoice } from "./FrameChoice.js";
import { NameChoice } from "./NameChoice.js";
import { ZoomTrail } from "./ZoomTrail.js";

/** What narrows the graph, each as a chip that can be taken off; and the graph's switches. */
export function Transforms() {
  const view = useView();
  const session = useSession();
  const picture = useAnswer("picture");
  const off = (at: number) =>
    session.change({ transforms: view.transforms.filter((_, i) => i !== at) });
  const cut = (picture?.joined.truncated ?? 0) > 0 || !view.joined;
  const graph = graphIsSeen(view.tab, useMedia(WIDE));
  const switched = (step: SwitchStep, on: boolean) => withSwitch(view.transforms, step, on);
  const recursion = view.transforms.some((t) => t.do === "merge-recursion");
  return (
    <div className="transforms">
      <ZoomTrail />
      {view.transforms.map((t, i) => (
        <span className="chip" key={transformText(t)}>
          <span className="dim">{t.do.replace("-", " ")}</span>
          {"pattern" in t ? (
            <span className="mono cut-left" title={visibleText(unquoted(t.pattern))}>
              <bdi>{visibleText(unquoted(t.pattern))}</bdi>
            </span>
          ) : null}
          <button
            type="button"
            className="close"
            aria-label={`Remove ${transformText(t)}`}
            onClick={() => off(i)}
          >
            ✕
          </button>
        </span>
      ))}
      <AddFilter />
      <span className="grow" />
      {graph || view.tab === "tree" ? (
        <>
          <Switch
            label="fold plumbing"
            title="Runs of plumbing frames are one row; figures do not change"
            on={view.folded}
            onChange={(folded) => session.change({ folded, unfolded: [] })}
          />
          {cut ? (
            <Switch
              label="join cut stacks"
              title="Go records 32 frames of a stack; stacks that were cut are joined by their overlap"
              on={view.joined}
              onChange={(joined) => session.change({ joined, zoom: "", selection: "" })}
            />
          ) : null}
          <Switch
            label="merge recursion"
            title="A function that calls itself is one frame a stack"
            on={recursion}
            onChange={(on) => session.change({ transforms: switched("merge-recursion", on) })}
          />
          <FrameChoice />
          <NameChoice />
          <MoreSwitches
            transforms={view.transforms}
            onChange={(transforms) => session.change({ transforms, zoom: "", selection: "" })}
          />
        </>
      ) : null}
      {view.base !== -1 && !view.sum ? (
        <Switch
          label="normalize"
          title="Scale the base to the profile's total first, so that only what shifted is left (pprof's -normalize scales the other way round)"
          on={view.normalize}
          onChange={(normalize) => session.change({ normalize })}
        />
      ) : null}
    </div>
  );
}

/** Switches of what only some profiles have: seen where a file has it, or the step is set. */
function MoreSwitches(props: {
  transforms: readonly Transform[];
  onChange: (transforms: readonly Transform[]) => void;
}) {
  const view = useView();
  const files = useStore((s) => s.files);
  const traits = view.files.map((f) => files.get(f.hash)?.facts.traits);
  return SWITCHES.map(({ step, label, title, trait }) => {
    const on = props.transforms.some((t) => t.do === step);
    if (!on && !traits.some((t) => t?.[trait])) return null;
    return (
      <Switch
        key={step}
        label={label}
        title={title}
        on={on}
        onChange={(next) => props.onChange(withSwitch(props.transforms, step, next))}
      />
    );
  });
}

const SWITCHES = [
  {
    step: "no-inlines",
    trait: "inlined",
    label: "no inlines",
    title: "Functions that were inlined are left out (pprof's -noinlines)",
  },
  {
    step: "keep-dropped",
    trait: "drops",
    label: "keep dropped frames",
    title: "Keep the frames that the profile itself says to leave out (drop_frames)",
  },
] as const;

function withSwitch(
  transforms: readonly Transform[],
  step: SwitchStep,
  on: boolean,
): readonly Transform[] {
  return on ? [...transforms, { do: step }] : transforms.filter((t) => t.do !== step);
}

function Switch(props: {
  label: string;
  title: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="switch" title={props.title}>
      <input
        type="checkbox"
        checked={props.on}
        onChange={(e) => props.onChange(e.target.checked)}
      />
      {props.label}
    </label>
  );
}

function transformText(t: Transform): string {
  return "pattern" in t ? `${t.do} ${t.pattern}` : t.do;
}

/** A pattern made of one name is shown as that name. */
function unquoted(pattern: string): string {
  const exact = /^\^(.*)\$$/s.exec(pattern);
  return exact ? exact[1]!.replace(/\\(.)/gs, "$1") : pattern;
}

/** The pattern that matches just this function. */
export function exactly(name: string): string {
  return `^${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`;
}
