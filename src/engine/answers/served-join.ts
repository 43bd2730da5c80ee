import type { Served, ServedResource } from "../../kubernetes/metrics/served.js";
import { kindPlural } from "../../kubernetes/words.js";
import { formatBytes, formatCount, formatShare } from "../../lib/format.js";
import { SERVED_WORDS } from "../../words/engine/beyond-words.js";
import type { KindRow, KindsAnswer } from "../answers.js";

/** Kinds of the heap that are joined. */
const NAMED = 3;
const WORTH = 0.05;
/** Watches on one resource that are worth a word by themselves. */
const MANY_WATCHES = 100;
/** Keys in one queue that are worth a word. */
const MANY_KEYS = 1000;

/** What an API server's series say of the kinds that its heap holds: objects, watches, requests. */
export function servedSentences(kinds: KindsAnswer, served: Served): string[] {
  const out: string[] = [];
  const rows = kinds.kinds
    .filter((row) => row.total > 0 && kinds.of > 0 && row.total >= WORTH * kinds.of)
    .slice(0, NAMED);
  for (const row of rows) {
    const resource = served.resources.find(
      (r) => r.kind?.kind === row.kind && r.kind.group === row.group,
    );
    if (resource) out.push(kindText(row, resource, kinds.isDifference));
  }
  for (const r of served.resources) {
    const isSaid = rows.some((row) => row.kind === r.kind?.kind);
    if (r.watches >= MANY_WATCHES && !isSaid) {
      out.push(SERVED_WORDS.watches(formatCount(r.watches), r.resource));
    }
  }
  const flows = flowText(served);
  if (flows !== "") out.push(flows);
  if (out.length > 0) out.push(SERVED_WORDS.whoAsks);
  const queues = served.queues.filter((q) => q.count >= MANY_KEYS).slice(0, NAMED);
  for (const { name, count } of queues) out.push(SERVED_WORDS.queue(formatCount(count), name));
  if (served.unreadable > 0) {
    out.push(
      SERVED_WORDS.unreadable(formatCount(served.unreadable), formatCount(served.firstUnreadable)),
    );
  }
  return out;
}

/** Flow schemas say which sort of client asked: the kubelets, the controllers, a service account. */
function flowText({ flows }: Served): string {
  const all = flows.reduce((sum, flow) => sum + flow.count, 0);
  const named = flows.slice(0, NAMED).filter((flow) => flow.count >= WORTH * all);
  if (named.length === 0) return "";
  return SERVED_WORDS.flows(
    named.map(({ name, count }) =>
      SERVED_WORDS.flow(name, formatCount(count), formatShare(count / all)),
    ),
  );
}

function kindText(row: KindRow, r: ServedResource, isDifference: boolean): string {
  const stored = [
    r.objects === null ? "" : SERVED_WORDS.stored(formatCount(r.objects)),
    r.storedBytes === null ? "" : SERVED_WORDS.inAll(formatBytes(r.storedBytes)),
  ].filter((part) => part !== "");
  const ratio =
    r.storedBytes && !isDifference && row.total > 0
      ? { held: formatBytes(row.total), times: (row.total / r.storedBytes).toFixed(1) }
      : undefined;
  const lists = r.requests.LIST ?? 0;
  const asked = [
    SERVED_WORDS.open(r.watches, formatCount(r.watches)),
    lists > 0 ? SERVED_WORDS.lists(formatCount(lists)) : "",
  ].filter((part) => part !== "");
  return SERVED_WORDS.kind(kindPlural(row.kind), stored, ratio, asked);
}
