import type { Role } from "../rules/role-rules.js";
import { STAGE_RULES } from "../rules/stage-rules.js";
import { ACTIVITIES, HANDLINGS, STAGES } from "../vocabulary.js";

/** The stage of each pair of an activity and a handling, in a program of one role. */
export class StageTable {
  private readonly stages: Int8Array;

  constructor(role: Role) {
    const width = HANDLINGS.length + 1;
    this.stages = new Int8Array((ACTIVITIES.length + 1) * width);
    for (let activity = -1; activity < ACTIVITIES.length; activity++) {
      for (let handling = -1; handling < HANDLINGS.length; handling++) {
        this.stages[(activity + 1) * width + handling + 1] = found(role, activity, handling);
      }
    }
  }

  /**
   * Index into STAGES, -1 where no rule fits.
   * @param activity index into ACTIVITIES, -1 for unknown
   * @param handling index into HANDLINGS, -1 for unknown
   */
  of(activity: number, handling: number): number {
    return this.stages[(activity + 1) * (HANDLINGS.length + 1) + handling + 1];
  }
}

function found(role: Role, activity: number, handling: number): number {
  const rule = STAGE_RULES.find(
    (r) =>
      (r.role === undefined || r.role === role) &&
      (r.activity === undefined || (activity >= 0 && r.activity.includes(ACTIVITIES[activity]))) &&
      (r.handling === undefined || (handling >= 0 && r.handling.includes(HANDLINGS[handling]))),
  );
  return rule ? STAGES.indexOf(rule.stage) : -1;
}
