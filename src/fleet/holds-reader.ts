import { kindKey, OTHER_KEY, UNKNOWN_KEY } from "../engine/kind-key.js";
import type { FleetHolds, FleetKind } from "./fleet.js";
import { NameList } from "./name-list.js";
import type { Columns } from "./parquet-file.js";
import { numberOf, textOf } from "./profile-rows.js";

/** Places of kinds that are told apart; what comes after them is "other". */
const MAX_KINDS = 4096;

/** Gathers what kinds hold out of rows of `kinds`: their stages and evidence are added up. */
export class HoldsReader {
  static readonly columns = [
    "profile_id",
    "holds",
    "kind",
    "api_group",
    "value",
    "standard_error",
  ] as const;

  readonly kinds: FleetKind[] = [];
  private readonly names = new NameList();
  /** by profile: the file that its rows are of, so that a second one does not double them */
  private readonly sources = new Map<number, number>();
  private readonly values = new Map<number, { value: number; variance: number }>();

  /** @param places of profiles, by their ids; rows of others are passed over */
  constructor(private readonly places: ReadonlyMap<string, number>) {}

  /** @param source number of the file that they are of */
  take({ rows, values }: Columns, source: number): void {
    for (let i = 0; i < rows; i++) {
      const profile = this.places.get(textOf(values.profile_id[i]));
      if (profile === undefined) continue;
      const known = this.sources.get(profile) ?? source;
      if (known !== source) continue;
      this.sources.set(profile, source);
      const kind = this.kindOf(
        textOf(values.holds[i]),
        textOf(values.kind[i]),
        textOf(values.api_group[i]),
      );
      const value = numberOf(values.value[i]);
      if (!Number.isFinite(value)) continue;
      const key = profile * MAX_KINDS + kind;
      const sum = this.values.get(key) ?? { value: 0, variance: 0 };
      sum.value += value;
      sum.variance += numberOf(values.standard_error[i]) ** 2;
      this.values.set(key, sum);
    }
  }

  private kindOf(holds: string, kind: string, group: string): number {
    const known = holds === "kind" && kind !== "";
    const rest = holds === "unknown" ? UNKNOWN_KEY : OTHER_KEY;
    const key = known ? kindKey({ kind, group }) : rest;
    const full = this.names.names.length >= MAX_KINDS - 1;
    const number = this.names.of(full && !this.names.names.includes(key) ? OTHER_KEY : key);
    if (number === this.kinds.length) {
      this.kinds.push({ key, name: known ? kind : "", group: known ? group : "" });
    }
    return number;
  }

  done(profiles: number): FleetHolds {
    const keys = Float64Array.from(this.values.keys()).sort();
    const from = new Uint32Array(profiles + 1);
    for (const key of keys) from[Math.floor(key / MAX_KINDS) + 1]++;
    for (let p = 0; p < profiles; p++) from[p + 1] += from[p];
    const sums = Array.from(keys, (key) => this.values.get(key) ?? { value: 0, variance: 0 });
    return {
      from,
      kind: Uint32Array.from(keys, (key) => key % MAX_KINDS),
      value: Float64Array.from(sums, ({ value }) => value),
      variance: Float64Array.from(sums, ({ variance }) => variance),
    };
  }
}
