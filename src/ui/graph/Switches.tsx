import { useAnswer, useStore, useView } from "../../session/store.js";
import { FILTER_WORDS } from "../../words/page/filter-words.js";
import { useSession } from "../app/session-context.js";
import { FrameChoice } from "./FrameChoice.js";
import { NameChoice } from "./NameChoice.js";
import { withSwitch } from "./transform-text.js";

const WORDS = FILTER_WORDS.switches;

/** What is made of the stacks before they are drawn, each on or off. */
export function StackSwitches() {
  const view = useView();
  const session = useSession();
  const picture = useAnswer("picture");
  const { transforms } = view;
  const cut = (picture?.joined.truncated ?? 0) > 0 || !view.joined;
  return (
    <>
      <Switch
        {...WORDS.fold}
        on={view.folded}
        onChange={(folded) => session.change({ folded, unfolded: [] })}
      />
      {cut ? (
        <Switch
          {...WORDS.join}
          on={view.joined}
          onChange={(joined) => session.change({ joined, zoom: "", selection: "" })}
        />
      ) : null}
      <Switch
        {...WORDS.recursion}
        on={transforms.some((t) => t.do === "merge-recursion")}
        onChange={(on) =>
          session.change({ transforms: withSwitch(transforms, "merge-recursion", on) })
        }
      />
      <FrameChoice />
      <NameChoice />
      <SwitchesOfTraits />
    </>
  );
}

const OF_TRAITS = [
  { step: "no-inlines", trait: "inlined", words: "noInlines" },
  { step: "keep-dropped", trait: "drops", words: "keepDropped" },
] as const;

/** Switches of what only some profiles have: seen where a file has it, or the step is set. */
function SwitchesOfTraits() {
  const view = useView();
  const session = useSession();
  const files = useStore((s) => s.files);
  const traits = view.files.map((f) => files.get(f.hash)?.facts.traits);
  return OF_TRAITS.map(({ step, trait, words }) => {
    const on = view.transforms.some((t) => t.do === step);
    if (!on && !traits.some((t) => t?.[trait])) return null;
    const set = (next: boolean) =>
      session.change({
        transforms: withSwitch(view.transforms, step, next),
        zoom: "",
        selection: "",
      });
    return <Switch key={step} {...WORDS[words]} on={on} onChange={set} />;
  });
}

/** Whether the base is scaled to the profile's total. */
export function NormalizeSwitch() {
  const view = useView();
  const session = useSession();
  return (
    <Switch
      {...WORDS.normalize}
      on={view.normalize}
      onChange={(normalize) => session.change({ normalize })}
    />
  );
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
