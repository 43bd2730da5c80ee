import { loadKnownIssues } from "../src/known-issues/matchable-issues.js";
import { loadReleases } from "../src/kubernetes/program/release-facts.js";

// Tests that ask the engine itself have what the page and the terminal load with a profile.
await Promise.all([loadReleases(), loadKnownIssues()]);
