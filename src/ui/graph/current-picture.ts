import { findingText } from "../../engine/answers/finding/finding-text.js";
import { ACCENT_KIND } from "../../flamegraph/colour/kind-hues.js";
import { usableColouring } from "../../flamegraph/colour/usable-colouring.js";
import { plumbingGroups } from "../../kubernetes/frames/plumbing.js";
import type { PictureFile } from "../../publish/image-file.js";
import type { PageStore } from "../../session/store.js";
import { comparedWith } from "../controls/compared-with.js";
import { viewTitle } from "../controls/view-title.js";

/** The graph as it is seen now, for a picture file; undefined while it is not there. */
export function seenPicture(store: PageStore, theme: "light" | "dark"): PictureFile | undefined {
  const { view, answers } = store.getState();
  const { answer: picture, names } = answers.picture ?? {};
  if (!picture || !names) return undefined;
  const found = answers.search?.answer;
  return {
    picture,
    names,
    plumbingGroups: plumbingGroups(),
    view: { ...view, colouring: usableColouring(view.colouring, picture) },
    matches: view.search && found && !found.refused ? found.matches : undefined,
    theme,
    accentKind: ACCENT_KIND,
    against: comparedWith(view, answers.set?.answer),
    title: viewTitle(view),
    finding: answers.finding && findingText(answers.finding.answer),
  };
}
