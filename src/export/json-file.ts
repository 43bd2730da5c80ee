import type { HeldByAnswer } from "../engine/answers/suspects/held-by.js";
import type {
  FindingAnswer,
  FrameNames,
  FunctionTable,
  HolderFacts,
  KindsAnswer,
  SetAnswer,
  SuspectCard,
  SuspectsAnswer,
} from "../engine/answers.js";
import type { KnownIssuesAnswer } from "../engine/known-issue-match.js";
import type { Program } from "../kubernetes/program/program.js";
import { evidenceText } from "../kubernetes/program/program-text.js";

/** What is told beside kinds and suspects: the headline, and whose memory it is. */
export interface Told {
  readonly finding: FindingAnswer;
  readonly program: Program;
  /** who holds the memory, of a file of references */
  readonly heldBy?: HeldByAnswer | null | undefined;
  readonly knownIssues: KnownIssuesAnswer;
  /** what an answer of /metrics says of the same kinds; undefined where none is at hand */
  readonly served?: readonly string[] | undefined;
}

/**
 * The table of functions as `leaklens top --json` has it. With a base flat and cum are
 * differences, and before and after are told beside them.
 */
export function functionsJson(
  table: FunctionTable,
  names: FrameNames,
  sampleType: string,
  total: number,
): object {
  const based = table.baseFlat.length > 0;
  const functions = Array.from(table.frame, (frame, i) => {
    const name = names.names[frame] ?? "";
    const flat = table.flat[i];
    const cum = table.cum[i];
    if (!based) return { name, flat, cum };
    const baseFlat = table.baseFlat[i];
    const baseCum = table.baseCum[i];
    return {
      name,
      flat: flat - baseFlat,
      cum: cum - baseCum,
      before: { flat: baseFlat, cum: baseCum },
      after: { flat, cum },
    };
  });
  return { sampleType, unit: table.unit, total, functions };
}

/** Kinds and stages as `leaklens kinds --json` has them. */
export function kindsJson(answer: KindsAnswer, sampleType: string, told: Told): object {
  return {
    sampleType,
    unit: answer.unit,
    total: answer.total,
    kinds: answer.kinds.map((row) => ({
      kind: row.kind,
      group: row.group,
      total: row.total,
      named: row.named,
      shaped: row.shaped,
      coGrowth: row.coGrowth,
      meanObjectBytes: whole(row.meanObjectBytes),
      stages: row.stages,
    })),
    other: answer.other,
    unknown: answer.unknown,
    stages: answer.stages,
    ...toldJson(told),
  };
}

/** Suspects as `leaklens suspects --json` has them. */
export function suspectsJson(answer: SuspectsAnswer, set: SetAnswer, told: Told): object {
  return {
    ...(answer.about === "holders" ? { about: answer.about } : {}),
    explained: answer.explained,
    restarted: answer.restarted,
    set: set.kind,
    ...toldJson(told),
    suspects: answer.suspects.map((s) => (s.holder ? holderJson(s, s.holder) : suspectJson(s))),
  };
}

function suspectJson(s: SuspectCard): object {
  return {
    function: s.name,
    path: s.stack,
    kind: s.kind,
    evidence: s.evidence,
    stage: s.stage,
    class: s.class,
    before: s.before,
    after: s.after,
    growth: s.growth,
    standardError: whole(s.error),
    survival: s.survival,
    meanObjectBytes: whole(s.meanObjectBytes),
    advice: s.advice.map((a) => a.id),
  };
}

/** Who holds memory, of a file of references: what only allocations have is null or left out. */
function holderJson(card: SuspectCard, holder: HolderFacts): object {
  const { through, type, before, notFollowed, content } = holder;
  return {
    holder: card.name,
    through,
    type,
    path: card.stack,
    held: card.after,
    share: card.share,
    before,
    growth: before === null ? null : card.after - before,
    notFollowed,
    content,
    stage: null,
    class: null,
    advice: [],
  };
}

function toldJson({ finding, program, heldBy, knownIssues, served }: Told): object {
  const { name, role, since, until, controllerRuntime, etcd, go } = program;
  return {
    finding: finding.segments.map((segment) => segment.text).join(""),
    program: {
      name: name === "" ? null : name,
      role,
      since,
      until,
      controllerRuntime,
      etcd,
      go,
      evidence: evidenceText(program),
    },
    advice: finding.advice.map((item) => item.id),
    ...(heldBy ? { heldBy } : {}),
    ...(served ? { served } : {}),
    knownIssues: knownIssues.matches.map((match) => ({
      id: match.id,
      share: match.share,
      source: match.source,
      mended: match.mended.length > 0 ? match.mended.join(", ") : null,
      state: match.state,
      usual: match.usual,
      title: match.title,
      tellApart: match.tellApart,
      do: match.act,
    })),
  };
}

/** Estimates are told in whole units; null where there is none. */
function whole(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value);
}
