import type { FindingAnswer } from "../../../engine/answers.js";
import { itemAt } from "../../../lib/must.js";
import { isDeltaProfile } from "../../../profile/delta-profile.js";
import { featuresOf } from "../../../profile/features.js";
import { sampleTypeName, valuesOf } from "../../../profile/profile.js";
import { isSumOfScrapes } from "../../../profile/recorded-time.js";
import { VERSION } from "../../version.js";
import type { Row } from "../schema.js";
import { HEAP_TYPES, type IndexedProfile, mainVariance, namedValues } from "./indexed-profile.js";

/**
 * The row of a profile in `profiles`.
 * @param printed total of a printed table, whose rows are not all that there is
 */
export function profileRow(of: IndexedProfile, finding: FindingAnswer, printed?: number): Row {
  const { profile, facts, engine, question, type } = of;
  const program = engine.programOf(question);
  const totals: Record<string, number | null> = Object.fromEntries(
    profile.sampleTypes.map((_, t) => [
      sampleTypeName(profile.sampleTypes, t),
      sum(valuesOf(profile, t)),
    ]),
  );
  const variance = mainVariance(of);
  const columns: Record<string, number | null> = {};
  for (const name of HEAP_TYPES) {
    const values = namedValues(profile, name);
    columns[name] = values ? sum(values) : null;
  }
  if (printed !== undefined) {
    for (const to of [columns, totals]) if (type.name in to) to[type.name] = printed;
  }
  return {
    profile_id: of.id,
    time: of.time,
    file: of.file,
    sha256: of.sha256,
    part: of.part,
    file_bytes: of.fileBytes,
    namespace: facts.namespace,
    pod: facts.pod,
    node: facts.node,
    labels: JSON.stringify(facts.labels),
    program: program.name || null,
    role: program.role,
    release_since: program.since,
    release_until: program.until,
    go_since: program.go?.since ?? null,
    go_until: program.go?.until ?? null,
    subject: featuresOf(profile).subject,
    is_difference: isDeltaProfile(profile) || profile.figures?.isDifference === true,
    is_sum_of_scrapes: isSumOfScrapes(profile),
    sample_type: type.name,
    unit: type.unit,
    value: printed ?? sum(valuesOf(profile, itemAt(type.index, 0))),
    standard_error: variance ? Math.sqrt(sum(variance)) : null,
    ...columns,
    totals: JSON.stringify(totals),
    rss_bytes: facts.rss,
    limit_bytes: facts.limit,
    samples: profile.samples.count,
    sampling_period: profile.period,
    finding: finding.segments.map((segment) => segment.text).join(""),
    advice: JSON.stringify(finding.advice.map((item) => item.id)),
    leaklens: VERSION,
  };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
