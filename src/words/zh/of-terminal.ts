import type { Catalogues } from "../language.js";
import terminalCheck from "./terminal/check.json" with { type: "json" };
import terminalCommands from "./terminal/commands.json" with { type: "json" };
import terminalHelp from "./terminal/help.json" with { type: "json" };
import terminalInput from "./terminal/input.json" with { type: "json" };
import terminalOutput from "./terminal/output.json" with { type: "json" };
import terminalRecord from "./terminal/record.json" with { type: "json" };
import terminalServer from "./terminal/server.json" with { type: "json" };
import terminalTables from "./terminal/tables.json" with { type: "json" };

/** What only the terminal says. */
export const CATALOGUES: Catalogues = {
  "terminal/check": terminalCheck,
  "terminal/commands": terminalCommands,
  "terminal/help": terminalHelp,
  "terminal/input": terminalInput,
  "terminal/output": terminalOutput,
  "terminal/record": terminalRecord,
  "terminal/server": terminalServer,
  "terminal/tables": terminalTables,
};
