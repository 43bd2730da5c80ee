import type { HolderKey } from "../../words/leaks-words.js";

/** What holds memory, told by the types and the root of a chain. */
export interface HolderRule {
  /** fits a type of the chain, or its root; the last link that fits nearest the memory decides */
  readonly type: RegExp;
  readonly holder: HolderKey;
}

/** The first rule that fits any link decides: what is special stands above what holds it. */
export const HOLDER_RULES: readonly HolderRule[] = [
  {
    type: /client-go\/tools\/cache\.(?:Indexer|ThreadSafeStore|Store|threadSafeMap)\b/,
    holder: "stores",
  },
  {
    type: /client-go\/tools\/cache\.(?:DeltaFIFO|RealFIFO|Queue|TransactionStore)\b/,
    holder: "queues",
  },
  {
    type: /client-go\/tools\/cache\.(?:processorListener|sharedProcessor)\b/,
    holder: "notifications",
  },
  {
    type: /apiserver\/pkg\/storage\/cacher\.(?:watchCache\b|threadedStoreIndexer|store)/,
    holder: "watch-cache",
  },
  { type: /apiserver\/pkg\/storage\/cacher\./, holder: "watchers" },
  { type: /workqueue\.|priorityqueue\./, holder: "work-queues" },
  {
    type: /controller-runtime\/pkg\/internal\/controller\.|controller-runtime\/pkg\/reconcile\./,
    holder: "controllers",
  },
  { type: /^runtime\.allgs$|\*runtime\.g\b/, holder: "goroutines" },
  { type: /^sync\.(?:allPools|oldPools)$|sync\.Pool\b/, holder: "pools" },
  {
    type: /prometheus\.(?:Registry|metricMap|Gatherer|Registerer)\b/,
    holder: "metrics",
  },
  { type: /apimachinery\/pkg\/runtime\.Scheme\b/, holder: "schemes" },
  { type: /apimachinery\/pkg\/api\/meta\.RESTMapper\b/, holder: "discovery" },
  {
    type: /net\/http\.(?:conn|persistConn|Transport)\b|golang\.org\/x\/net\/http2\./,
    holder: "connections",
  },
];

/** The manager of controller-runtime keeps what it runs by when it is started. */
export const RUNNABLE_GROUPS: Readonly<Record<string, HolderKey>> = {
  LeaderElection: "leader",
  Others: "others",
  Webhooks: "webhooks",
  Caches: "caches",
};
