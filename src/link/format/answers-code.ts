import type {
  AdviceItem,
  FindingAnswer,
  KindRow,
  KindsAnswer,
  Segment,
  SuspectCard,
  SuspectsAnswer,
} from "../../engine/answers.js";
import { kindKey } from "../../engine/kind-key.js";
import type { CarriedAnswers } from "../../engine/profile-library.js";
import { adviceWithIds } from "../../kubernetes/advice/advice.js";
import { canonicalName } from "../../profile/function-name.js";
import type { BitCoder } from "../coding/bit-coder.js";
import { ADVICE_IDS, WORDS } from "../coding/coded-stages.js";
import type { TextModel } from "../coding/text-model.js";
import type { LinkTree } from "../link-content.js";
import { FieldCode } from "./field-code.js";
import { TreePaths } from "./tree-paths.js";

const MOST = {
  segments: 200,
  advice: 32,
  kinds: 2000,
  stages: 64,
  suspects: 64,
  stack: 1000,
} as const;
/** An answer's own kinds of flags. */
const FLAG = { strong: 10, kind: 11, stage: 12, path: 13, predicted: 14, node: 15 } as const;

/**
 * Codes the answers that were computed before anything was cut. Advice is told by its id and
 * opens with the words of the page that reads it; paths and stacks are told by nodes of the tree
 * as far as it has them.
 */
export function codeCarried(
  coder: BitCoder,
  texts: TextModel,
  tree: LinkTree,
  carried: CarriedAnswers | undefined,
): CarriedAnswers {
  const fields = new FieldCode(coder, texts, WORDS);
  const answers = new AnswerCode(fields, tree);
  const kinds = fields.optional(carried?.kinds, (v) => answers.kinds(v));
  const suspects = fields.optional(carried?.suspects, (v) => answers.suspects(v));
  const finding = fields.optional(carried?.finding, (v) => answers.finding(v));
  return {
    ...(finding ? { finding } : {}),
    ...(kinds ? { kinds } : {}),
    ...(suspects ? { suspects } : {}),
  };
}

class AnswerCode {
  private made: TreePaths | undefined;
  /** of the answer on kinds, which is told first */
  private connections = "";

  constructor(
    private readonly fields: FieldCode,
    private readonly tree: LinkTree,
  ) {}

  kinds(of: KindsAnswer | undefined): KindsAnswer {
    const { fields } = this;
    const isDifference = fields.flag(of?.isDifference, FLAG.predicted);
    const unit = fields.word(of?.unit);
    const kinds = fields.list(of?.kinds, MOST.kinds, (row) => this.row(row), 1);
    const other = fields.amount(of?.other);
    const otherCategories = this.parts(of?.otherCategories, other);
    const unknown = fields.amount(of?.unknown);
    const sum = kinds.reduce((all, row) => all + row.total, other + unknown);
    const total = fields.amount(of?.total, sum);
    const stages = this.parts(of?.stages, total);
    const whole = fields.amount(of?.of, total);
    const connections = fields.text(of?.connections);
    this.connections = connections;
    return {
      kinds,
      other,
      otherCategories,
      unknown,
      total,
      of: whole,
      stages,
      unit,
      isDifference,
      connections,
    };
  }

  suspects(of: SuspectsAnswer | undefined): SuspectsAnswer {
    const { fields } = this;
    return {
      about: fields.flag(of?.about === "growth", FLAG.predicted) ? "growth" : "held",
      explained: fields.share(of?.explained),
      restarted: fields.flag(of?.restarted, FLAG.predicted),
      unit: fields.word(of?.unit),
      of: fields.amount(of?.of),
      suspects: fields.list(of?.suspects, MOST.suspects, (card) => this.card(card), 1),
      cleared: fields.list(of?.cleared, MOST.segments, (text) => this.cleared(text), 2),
    };
  }

  finding(of: FindingAnswer | undefined): FindingAnswer {
    const { fields } = this;
    return {
      segments: fields.list(of?.segments, MOST.segments, (segment) => this.segment(segment), 1),
      aside: fields.text(of?.aside),
      advice: this.advice(of?.advice, ""),
    };
  }

  /** Often the answer on kinds has its beginning: what is known of connections. */
  private cleared(text: string | undefined): string {
    const { fields, connections } = this;
    if (connections === "") return fields.text(text);
    if (!fields.flag(text?.startsWith(connections), FLAG.predicted)) return fields.text(text);
    return connections + fields.text(text?.slice(connections.length));
  }

  private row(row: KindRow | undefined): KindRow {
    const { fields } = this;
    const kind = fields.word(row?.kind);
    const group = fields.word(row?.group);
    const total = fields.amount(row?.total);
    const before = fields.amount(row?.before);
    const named = fields.amount(row?.named, total);
    const shaped = fields.amount(row?.shaped, total - named);
    const coGrowth = fields.amount(row?.coGrowth, total - named - shaped);
    const meanObjectBytes = fields.nullable(row?.meanObjectBytes, (v) => fields.share(v));
    const stages = this.parts(row?.stages, total);
    const key = kindKey({ kind, group });
    return { key, kind, group, total, before, named, shaped, coGrowth, meanObjectBytes, stages };
  }

  /** Amounts by name; the last one is expected to fill up the sum. */
  private parts(
    of: Readonly<Record<string, number>> | undefined,
    sum: number,
  ): Readonly<Record<string, number>> {
    const { fields } = this;
    const entries = of ? Object.entries(of) : undefined;
    const out = new Map<string, number>();
    let left = sum;
    const count = fields.count(entries?.length, MOST.stages, 3);
    for (let i = 0; i < count; i++) {
      const name = fields.word(entries?.[i]?.[0]);
      const value = fields.amount(entries?.[i]?.[1], i === count - 1 ? left : 0);
      left -= value;
      out.set(name, value);
    }
    // Object.fromEntries makes own properties, also of "__proto__".
    return Object.fromEntries(out);
  }

  private card(card: SuspectCard | undefined): SuspectCard {
    const { fields } = this;
    const { path, node } = this.path(card?.path);
    const name = this.frameName(card?.name, node);
    const stack = this.stack(card?.stack, node);
    const kind = fields.nullable(card?.kind, (v) => fields.word(v));
    const evidence = fields.word(card?.evidence);
    const stage = fields.word(card?.stage);
    const told = fields.word(card?.class);
    const before = fields.amount(card?.before);
    const after = fields.amount(card?.after);
    const growth = fields.amount(card?.growth, after - before);
    return {
      path,
      name,
      stack,
      kind,
      evidence,
      stage,
      class: told,
      before,
      after,
      growth,
      error: fields.share(card?.error),
      share: fields.share(card?.share),
      survival: fields.nullable(card?.survival, (v) => fields.share(v)),
      meanObjectBytes: fields.nullable(card?.meanObjectBytes, (v) => fields.share(v)),
      series: fields.list(card?.series, MOST.stack, (v) => fields.amount(v), 2),
      forecast: fields.word(card?.forecast),
      advice: this.advice(card?.advice, kind ?? ""),
    };
  }

  private segment(segment: Segment | undefined): Segment {
    const { fields } = this;
    const text = fields.text(segment?.text);
    const strong = fields.flag(segment?.strong, FLAG.strong);
    const kind = fields.flag(segment?.kind !== undefined, FLAG.kind)
      ? { kind: fields.word(segment?.kind) }
      : {};
    const stage = fields.flag(segment?.stage !== undefined, FLAG.stage)
      ? { stage: fields.word(segment?.stage) }
      : {};
    const path = fields.flag(segment?.path !== undefined, FLAG.path)
      ? { path: this.path(segment?.path).path }
      : {};
    return { text, ...(strong ? { strong } : {}), ...kind, ...stage, ...path };
  }

  /** A bit for each usual id, in their order, then the ids of others. */
  private advice(items: readonly AdviceItem[] | undefined, kind: string): AdviceItem[] {
    const { fields } = this;
    const usual = ADVICE_IDS.filter((id, i) =>
      fields.mark(
        items?.some((item) => item.id === id),
        i,
      ),
    );
    const others = items?.map((item) => item.id).filter((id) => !ADVICE_IDS.includes(id));
    const ids = [...usual, ...fields.list(others, MOST.advice, (id) => fields.word(id), 3)];
    return [...adviceWithIds(ids, kind)];
  }

  /** By its node, or as text where that was cut. */
  private path(path: string | undefined): { path: string; node: number } {
    const { fields, paths } = this;
    const at = path === undefined ? -1 : paths.find(path);
    if (!fields.flag(at >= 0, FLAG.node)) return { path: fields.text(path), node: -1 };
    const node = fields.below(at, this.tree.parent.length);
    return { path: paths.path(node), node };
  }

  private frameName(name: string | undefined, node: number): string {
    const { fields, paths } = this;
    if (node >= 0) {
      const own = paths.nameOf(node);
      const same = name !== undefined && canonicalName(name) === own;
      if (fields.flag(same, FLAG.predicted)) return own;
    }
    return fields.word(name);
  }

  /** By the node below the path's where it ends, then the names that the tree lacks. */
  private stack(stack: readonly string[] | undefined, node: number): string[] {
    const { fields, paths } = this;
    const from = Math.max(0, node);
    const end = stack ? paths.follow(from, stack) : from;
    const told = paths.stack(from + fields.below(end - from, paths.size(from)));
    const more = fields.list(stack?.slice(told.length), MOST.stack, (name) => fields.word(name), 2);
    return [...told, ...more];
  }

  private get paths(): TreePaths {
    this.made ??= new TreePaths(this.tree);
    return this.made;
  }
}
