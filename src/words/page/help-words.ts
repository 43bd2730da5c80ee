import { catalogue } from "../catalogue.js";
import help from "../en/page/help.json" with { type: "json" };

const { say, words } = catalogue("page/help", help);

const GESTURES = [
  "click",
  "doubleClick",
  "rightClick",
  "wheel",
  "drag",
  "shiftDrag",
  "stripDrag",
] as const;

/** What the help says besides the keys, whose texts are with the controls. */
export const HELP_WORDS = words({
  title: "title",
  licences: "licences",

  glossaryTitle: "glossaryTitle",

  /** gestures, and what each does */
  pointer: () =>
    GESTURES.map((g) => [say(`pointer.${g}.gesture`), say(`pointer.${g}.text`)] as const),

  /** terms, and what each means */
  glossary: () =>
    [
      ["flat", say("glossary.flat")],
      ["cum", say("glossary.cum")],
      ["inuse, alloc", say("glossary.types")],
      [say("terms.named"), say("glossary.named")],
      [say("terms.shaped"), say("glossary.shaped")],
      [say("terms.coGrowth"), say("glossary.coGrowth")],
      ["±", say("glossary.error")],
      [say("terms.survival"), say("glossary.survival")],
    ] as const,
});
