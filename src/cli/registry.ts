import type { Command } from "./command.js";
import { open } from "./commands/open.js";
import { top } from "./commands/top.js";

/** All commands, in the order of the list that `--help` prints. The first is the default. */
export const COMMANDS: readonly Command[] = [open, top];
