import { loadKnownIssues } from "../known-issues/matchable-issues.js";
import { loadReleases, needsReleases } from "../kubernetes/program/release-facts.js";
import type { Profile } from "../profile/profile.js";

/**
 * Loads what answers about profiles need beside the engine: known issues, and the table of releases
 * where code of Kubernetes or etcd is seen. Waited for before the first question about them. Never
 * refused: what could not be loaded says so where it is asked for, and is tried again with the next
 * profile.
 */
export async function loadKnowledge(profiles: readonly Profile[]): Promise<void> {
  await Promise.all([loadKnownIssues(), profiles.some(needsReleases) ? loadReleases() : undefined]);
}
