import type { Served, ServedResource } from "../../kubernetes/metrics/served.js";
import { kindPlural } from "../../kubernetes/words.js";
import { formatBytes, formatCount, formatShare } from "../../lib/format.js";
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
      out.push(`${formatCount(r.watches)} watches are open on ${r.resource}.`);
    }
  }
  const flows = flowText(served);
  if (flows !== "") out.push(flows);
  if (out.length > 0) {
    out.push(
      "Which client asks is in none of these series: the audit log has its name and user agent.",
    );
  }
  const queues = served.queues.filter((q) => q.count >= MANY_KEYS).slice(0, NAMED);
  for (const { name, count } of queues) {
    out.push(
      `${formatCount(count)} keys wait in the work queue ${name}: its workers are slower than what comes.`,
    );
  }
  if (served.unreadable > 0) {
    out.push(
      `${formatCount(served.unreadable)} lines of the /metrics text could not be read, the first is line ${formatCount(served.firstUnreadable)}.`,
    );
  }
  return out;
}

/** Flow schemas say which sort of client asked: the kubelets, the controllers, a service account. */
function flowText({ flows }: Served): string {
  const all = flows.reduce((sum, flow) => sum + flow.count, 0);
  const named = flows.slice(0, NAMED).filter((flow) => flow.count >= WORTH * all);
  if (named.length === 0) return "";
  const each = named.map(
    ({ name, count }) => `${name} ${formatCount(count)} (${formatShare(count / all)})`,
  );
  return `Requests by flow schema, which is as near as series come to clients: ${each.join(", ")}.`;
}

function kindText(row: KindRow, r: ServedResource, isDifference: boolean): string {
  const name = kindPlural(row.kind);
  const stored = [
    r.objects === null ? "" : `${formatCount(r.objects)} are stored`,
    r.storedBytes === null ? "" : `${formatBytes(r.storedBytes)} in all`,
  ].filter((part) => part !== "");
  const ratio =
    r.storedBytes && !isDifference && row.total > 0
      ? `; the heap holds ${formatBytes(row.total)} of them, ${(row.total / r.storedBytes).toFixed(1)} times that`
      : "";
  const lists = r.requests.LIST ?? 0;
  const asked = [
    `${formatCount(r.watches)} ${r.watches === 1 ? "watch is" : "watches are"} open`,
    lists > 0 ? `${formatCount(lists)} LISTs since the server started` : "",
  ].filter((part) => part !== "");
  return `${name}: ${stored.length > 0 ? `${stored.join(", ")}${ratio}; ` : ""}${asked.join(", ")}.`;
}
