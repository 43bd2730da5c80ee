import { catalogue, type Values } from "../catalogue.js";
import help from "../en/terminal/help.json" with { type: "json" };

const { say } = catalogue("terminal/help", help);

/** A text of the help: of a command ("top.about"), or of one of its flags ("top.base"). */
export type HelpKey = keyof typeof help;

/** What `--help` says. Flags, names of arguments and examples are the same in every language. */
export const HELP_WORDS = {
  of: (key: HelpKey, values?: Values) => say(key, values),
};
