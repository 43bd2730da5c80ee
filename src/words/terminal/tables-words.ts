import { catalogue } from "../catalogue.js";
import tables from "../en/terminal/tables.json" with { type: "json" };

const { say, words } = catalogue("terminal/tables", tables);

/** What is said of an index of Parquet tables, and of what is put into it. */
export const TABLES_WORDS = words({
  shard: (text: string) => say("shard", { text }),
  shardUnsaid: "shardUnsaid",
  shards: (text: string) => say("shards", { text }),
  shardsAlone: "shardsAlone",
  shardBeyond: (index: string, count: string) => say("shardBeyond", { index, count }),
  label: (text: string) => say("label", { text }),
  pathName: (text: string, name: string) => say("pathName", { text, name }),
  pathNames: (text: string) => say("pathNames", { text, a: "{cluster}", b: "{node}", c: "{pod}" }),
  notListed: (why: string) => say("notListed", { why }),
});
