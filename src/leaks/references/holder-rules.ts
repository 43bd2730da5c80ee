/** What holds memory, in words, told by the types and the root of a chain. */
export interface HolderRule {
  /** fits a type of the chain, or its root; the last link that fits nearest the memory decides */
  readonly type: RegExp;
  /** to follow "is held by " */
  readonly words: string;
}

/** The first rule that fits any link decides: what is special stands above what holds it. */
export const HOLDER_RULES: readonly HolderRule[] = [
  {
    type: /client-go\/tools\/cache\.(?:Indexer|ThreadSafeStore|Store|threadSafeMap)\b/,
    words: "the stores of informers",
  },
  {
    type: /client-go\/tools\/cache\.(?:DeltaFIFO|RealFIFO|Queue|TransactionStore)\b/,
    words: "the queues of informers",
  },
  {
    type: /client-go\/tools\/cache\.(?:processorListener|sharedProcessor)\b/,
    words: "notifications that handlers of informers have not taken",
  },
  {
    type: /apiserver\/pkg\/storage\/cacher\.(?:watchCache\b|threadedStoreIndexer|store)/,
    words: "the watch cache",
  },
  { type: /apiserver\/pkg\/storage\/cacher\./, words: "the watch cache and its watchers" },
  { type: /workqueue\.|priorityqueue\./, words: "work queues" },
  {
    type: /controller-runtime\/pkg\/internal\/controller\.|controller-runtime\/pkg\/reconcile\./,
    words: "controllers",
  },
  { type: /^runtime\.allgs$|\*runtime\.g\b/, words: "goroutines" },
  { type: /^sync\.(?:allPools|oldPools)$|sync\.Pool\b/, words: "pools" },
  {
    type: /prometheus\.(?:Registry|metricMap|Gatherer|Registerer)\b/,
    words: "the registry of metrics",
  },
  { type: /apimachinery\/pkg\/runtime\.Scheme\b/, words: "schemes" },
  { type: /apimachinery\/pkg\/api\/meta\.RESTMapper\b/, words: "what was discovered of the API" },
  {
    type: /net\/http\.(?:conn|persistConn|Transport)\b|golang\.org\/x\/net\/http2\./,
    words: "connections",
  },
];

/** The manager of controller-runtime keeps what it runs by when it is started. */
export const RUNNABLE_GROUPS: Readonly<Record<string, string>> = {
  LeaderElection: "what the manager runs as the leader: its controllers",
  Others: "what the manager runs beside controllers",
  Webhooks: "webhooks",
  Caches: "the manager's caches",
};
