import type { FindingAnswer } from "../../../engine/answers.js";
import { isDeltaProfile } from "../../../profile/delta-profile.js";
import { featuresOf } from "../../../profile/features.js";
import { sampleTypeName, valuesOf } from "../../../profile/profile.js";
import { isSumOfScrapes } from "../../../profile/recorded-time.js";
import { VERSION } from "../../version.js";
import type { Row } from "../schema.js";
import { HEAP_TYPES, type IndexedProfile, mainVariance, namedValues } from "./indexed-profile.js";

/** The row of a profile in `profiles`. */
export function profileRow(of: IndexedProfile, finding: FindingAnswer): Row {
  const { profile, facts, engine, question, type } = of;
  const program = engine.programOf(question);
  const totals = Object.fromEntries(
    profile.sampleTypes.map((_, t) => [
      sampleTypeName(profile.sampleTypes, t),
      sum(valuesOf(profile, t)),
    ]),
  );
  const variance = mainVariance(of);
  const heap = HEAP_TYPES.map((name) => {
    const values = namedValues(profile, name);
    return [name, values ? sum(values) : null] as const;
  });
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
    is_difference: isDeltaProfile(profile),
    is_sum_of_scrapes: isSumOfScrapes(profile),
    sample_type: type.name,
    unit: type.unit,
    value: sum(valuesOf(profile, type.index[0]!)),
    standard_error: variance ? Math.sqrt(sum(variance)) : null,
    ...Object.fromEntries(heap),
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
