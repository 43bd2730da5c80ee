import { STAGES } from "../../../kubernetes/attribution/attribution.js";
import { PatternIndex } from "../../../kubernetes/frames/frame-pattern.js";
import type { Steps } from "../../../lib/steps.js";
import { shortName } from "../../../profile/function-name.js";
import type { FindingAnswer, KindRow } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import { kindKey } from "../../kind-key.js";
import { medianOf, type Prepared } from "../../prepared-tree.js";
import { NO_BASE, type Question } from "../../question.js";
import { sidesOf } from "../../sides.js";
import { kindsAnswer } from "../kinds/kinds.js";
import { firstLitPath } from "../kinds/lit-paths.js";
import { deltaFinding } from "./delta-finding.js";
import { causesOf } from "./finding-causes.js";
import { type FindingFacts, findingOf } from "./finding-sentence.js";
import { nodesBelow } from "./nodes-below.js";
import { verdictAnswer } from "./verdict.js";

/** The sentences above the graph. */
export function* findingAnswer(prepared: Prepared, question: Question): Steps<FindingAnswer> {
  const compared = comparisonOf(prepared, question);
  if (compared.isDelta) return deltaFinding(kindsAnswer(prepared, question), compared.type.name);
  const alone = { ...question, base: NO_BASE };
  const held = kindsAnswer(prepared, alone);
  const sides = sidesOf(question);
  const { causes, holders, keepers, notified, receivedLists, decrypted } = causesOf(
    prepared,
    question,
  );
  const top = held.kinds[0];
  return findingOf({
    sampleType: compared.type.name,
    program: prepared.set.program(question.shown),
    held,
    change: sides.base.length > 0 ? kindsAnswer(prepared, question) : undefined,
    baseIsMedian: sides.baseIsMedian,
    otherProcess: otherProcess(prepared, question),
    set: prepared.set.class(question.set).kind,
    fleet: fleetOf(prepared, question),
    causes,
    holders,
    notified,
    receivedLists,
    decrypted,
    lists: top !== undefined && answersLists(prepared, question, top.key),
    own: top && ownPath(prepared, alone, top, keepers.get(top.key)),
    verdict: yield* verdictAnswer(prepared, question),
  });
}

/** The base's name where it and what is shown are not moments of one process. */
function otherProcess({ set }: Prepared, question: Question): string {
  const { shown, base, baseIsMedian } = sidesOf(question);
  if (base.length !== 1 || baseIsMedian) return "";
  const { kind, order, restarts } = set.class(question.set);
  const [from, to] = [order.indexOf(base[0]), order.indexOf(shown[0])].sort((a, b) => a - b);
  const between = order.slice(from + 1, to + 1);
  if (kind === "series" && !between.some((p) => restarts.includes(p))) return "";
  return set.entries[base[0]].name.replace(/(?:\.heap)?(?:\.pb)?(?:\.gz)?$/, "");
}

function fleetOf(prepared: Prepared, question: Question): FindingFacts["fleet"] {
  const { set } = prepared;
  if (question.sum || set.profiles.length < 3 || set.class(question.set).kind !== "fleet") {
    return undefined;
  }
  const type = set.sampleType(question.sampleType, question.shown);
  const totals = Float64Array.from(set.profiles, (_, p) =>
    type.index[p] < 0 ? 0 : set.values(p, type).reduce((sum, v) => sum + v, 0),
  );
  const shown = sidesOf(question).shown[0];
  const name = set.entries[shown].name.replace(/(?:\.heap)?(?:\.pb)?(?:\.gz)?$/, "");
  return { name, total: totals[shown], median: medianOf(totals.slice()), files: totals.length };
}

const LIST_HANDLER = new PatternIndex(["handlers.ListResource"]);
const JSON_STAGE = STAGES.indexOf("json-response");

/** Whether nearly all JSON answers of a kind are on stacks of the LIST handler. */
function answersLists(prepared: Prepared, question: Question, key: string): boolean {
  const { tree, attribution, set } = prepared;
  const type = set.sampleType(question.sampleType, question.shown);
  const below = nodesBelow(tree, LIST_HANDLER);
  const kind = attribution.kinds.findIndex((k) => kindKey(k) === key);
  let all = 0;
  let listed = 0;
  for (const p of sidesOf(question).shown) {
    const cells = prepared.cells(p);
    const sums = prepared.cellSums(p, type);
    for (let i = cells.start(kind); i < cells.end(kind); i++) {
      const cell = cells.order[i];
      const node = cells.node[cell];
      if (node < 0 || attribution.stage[p][cells.first[cell]] !== JSON_STAGE) continue;
      all += sums[cell];
      if (below[node]) listed += sums[cell];
    }
  }
  return all > 0 && listed >= 0.9 * all;
}

/** Where the program's own code keeps most of a kind, by the function that does. */
function ownPath(
  prepared: Prepared,
  question: Question,
  top: KindRow,
  keeper: string | undefined,
): FindingFacts["own"] {
  if (!((top.stages.application ?? 0) > 0)) return undefined;
  const first = firstLitPath(prepared, { ...question, lit: top.key, litStage: "application" });
  return first && { name: shortName(keeper ?? first.name), path: first.path };
}
