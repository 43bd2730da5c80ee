import { catalogue } from "../catalogue.js";
import tree from "../en/page/tree.json" with { type: "json" };

const { say, words } = catalogue("page/tree", tree);

/** What `ui/tree` says. */
export const TREE_WORDS = words({
  nothing: "nothing",
  rootFirst: "rootFirst",
  leafFirst: "leafFirst",
  open: "open",
  close: "close",
  noise: (change: string) => say("noise", { change }),
  columns: {
    total: { label: "columns.total.label", title: "columns.total.title" },
    share: { label: "columns.share.label", title: "columns.share.title" },
    change: { label: "columns.change.label", title: "columns.change.title" },
    self: { label: "columns.self.label", title: "columns.self.title" },
    call: { label: "columns.call.label" },
  },
});
