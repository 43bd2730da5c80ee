import type { BitCoder } from "../coding/bit-coder.js";
import { Contexts, MAX_NUMBER, NumberModel } from "../coding/contexts.js";
import type { LinkTree } from "../link-content.js";

/** A node's own values, and what was cut below it. */
const PARTS = 2;
/** Sample types beyond this share their contexts. */
const TYPES = 4;

/**
 * Codes the values of nodes: for each part (own, cut), sample type and file whether there is
 * one, whether it is the file's before, its sign, its size.
 */
export class ValueCode {
  private readonly some = new Contexts(PARTS * TYPES * 3 * 3 * 2);
  private readonly same = new Contexts(PARTS * TYPES);
  private readonly sign = new Contexts(TYPES);
  private readonly size = new NumberModel(TYPES);
  private readonly columns: readonly (readonly number[][])[];

  constructor(
    private readonly coder: BitCoder,
    private readonly files: number,
    private readonly types: number,
    private readonly tree: LinkTree | undefined,
  ) {
    const column = () => Array.from({ length: files * types }, (): number[] => []);
    this.columns = [column(), column()];
  }

  /** The values of the next node. */
  code(node: number, children: number): void {
    const { files, types, tree } = this;
    const shape = Math.min(children, 2);
    for (let part = 0; part < PARTS; part++) {
      const given = tree && (part === 0 ? tree.self : tree.rest);
      for (let t = 0; t < types; t++) {
        // 0: no file before, 1: it had nothing, 2: it had something
        let before = 0;
        let last = 0;
        for (let f = 0; f < files; f++) {
          const value = given?.[f * types + t]?.[node] ?? 0;
          last = this.value(value, part, Math.min(t, TYPES - 1), shape, before, last);
          before = last === 0 ? 1 : 2;
          this.columns[part][f * types + t].push(last);
        }
      }
    }
  }

  done(): Pick<LinkTree, "self" | "rest"> {
    const [self, rest] = this.columns.map((c) => c.map((values) => Float64Array.from(values)));
    return { self, rest };
  }

  private value(
    value: number,
    part: number,
    type: number,
    shape: number,
    before: number,
    last: number,
  ): number {
    const { coder } = this;
    const kind = part * TYPES + type;
    if (!this.some.code(coder, (kind * 3 + shape) * 3 + before, value === 0 ? 0 : 1)) return 0;
    if (before === 2 && this.same.code(coder, kind, value === last ? 1 : 0)) return last;
    const negative = this.sign.code(coder, type, value < 0 ? 1 : 0);
    const size = this.size.code(coder, Math.abs(value), MAX_NUMBER, type);
    return negative ? -size : size;
  }
}
