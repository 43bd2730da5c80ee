import { catalogue } from "../catalogue.js";
import server from "../en/terminal/server.json" with { type: "json" };

const { say, words } = catalogue("terminal/server", server);

/** What is said of the built page and of its server. */
export const SERVER_WORDS = words({
  noPage: "noPage",
  noPart: (path: string) => say("noPart", { path }),
  unfit: (told: string) => say("unfit", { told }),
  portTaken: "portTaken",
  portForbidden: "portForbidden",
  port: (port: number, why: string) => say("port", { port: String(port), why }),
  notThis: "notThis",
  readOnly: "readOnly",
  notFound: "notFound",
});
