import type { Catalogues } from "../language.js";
import knownIssues from "./issues/known-issues.json" with { type: "json" };

/** What is said of known issues, by whoever looks for them. */
export const CATALOGUES: Catalogues = { "issues/known-issues": knownIssues };
