import type { Catalogues } from "../language.js";
import advice from "./advice.json" with { type: "json" };
import engine from "./engine.json" with { type: "json" };
import exported from "./export.json" with { type: "json" };
import finding from "./finding.json" with { type: "json" };
import flamegraph from "./flamegraph.json" with { type: "json" };
import fleet from "./fleet.json" with { type: "json" };
import formats from "./formats.json" with { type: "json" };
import releases from "./issues/releases.json" with { type: "json" };
import kubernetes from "./kubernetes.json" with { type: "json" };
import leaks from "./leaks.json" with { type: "json" };
import lib from "./lib.json" with { type: "json" };
import link from "./link.json" with { type: "json" };
import pageApp from "./page/app.json" with { type: "json" };
import pageBeyond from "./page/beyond.json" with { type: "json" };
import pageControls from "./page/controls.json" with { type: "json" };
import pageFilter from "./page/filter.json" with { type: "json" };
import pageGraph from "./page/graph.json" with { type: "json" };
import pageHelp from "./page/help.json" with { type: "json" };
import pageIndex from "./page/index.json" with { type: "json" };
import pageKubernetes from "./page/kubernetes.json" with { type: "json" };
import pageOpened from "./page/opened.json" with { type: "json" };
import pagePanel from "./page/panel.json" with { type: "json" };
import pageShare from "./page/share.json" with { type: "json" };
import pageStart from "./page/start.json" with { type: "json" };
import pageSuspects from "./page/suspects.json" with { type: "json" };
import pageTable from "./page/table.json" with { type: "json" };
import pageTimeline from "./page/timeline.json" with { type: "json" };
import pageTree from "./page/tree.json" with { type: "json" };
import profile from "./profile.json" with { type: "json" };
import program from "./program.json" with { type: "json" };
import publish from "./publish.json" with { type: "json" };
import report from "./report.json" with { type: "json" };
import session from "./session.json" with { type: "json" };
import storage from "./storage.json" with { type: "json" };
import stores from "./stores.json" with { type: "json" };
import view from "./view.json" with { type: "json" };
import worker from "./worker.json" with { type: "json" };

/** Messages in Chinese that page, worker and terminal have, by room: each room's are in the file of its name. */
export const CATALOGUES: Catalogues = {
  advice,
  engine,
  export: exported,
  finding,
  fleet,
  flamegraph,
  formats,
  "issues/releases": releases,
  kubernetes,
  leaks,
  lib,
  link,
  "page/app": pageApp,
  "page/beyond": pageBeyond,
  "page/controls": pageControls,
  "page/filter": pageFilter,
  "page/graph": pageGraph,
  "page/help": pageHelp,
  "page/index": pageIndex,
  "page/kubernetes": pageKubernetes,
  "page/opened": pageOpened,
  "page/panel": pagePanel,
  "page/share": pageShare,
  "page/start": pageStart,
  "page/suspects": pageSuspects,
  "page/table": pageTable,
  "page/timeline": pageTimeline,
  "page/tree": pageTree,
  profile,
  program,
  publish,
  report,
  session,
  storage,
  stores,
  view,
  worker,
};
