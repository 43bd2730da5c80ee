import type { Command } from "./command.js";
import { beyond } from "./commands/beyond.js";
import { check } from "./commands/check.js";
import { exportFile } from "./commands/export.js";
import { indexFiles } from "./commands/index-files.js";
import { kinds } from "./commands/kinds.js";
import { labels } from "./commands/labels.js";
import { link } from "./commands/link.js";
import { open } from "./commands/open.js";
import { record } from "./commands/record.js";
import { rules } from "./commands/rules.js";
import { suspects } from "./commands/suspects.js";
import { top } from "./commands/top.js";
import { watch } from "./commands/watch.js";

/** All commands, in the order of the list that `--help` prints. The first is the default. */
export const COMMANDS: readonly Command[] = [
  open,
  top,
  kinds,
  suspects,
  check,
  beyond,
  labels,
  exportFile,
  link,
  record,
  watch,
  indexFiles,
  rules,
];
