import axe from "axe-core";
import type { Leaklens } from "./leaklens.js";

/** What axe calls serious or critical in the page as it stands. */
export async function serious(app: Leaklens): Promise<string[]> {
  await app.page.evaluate(axe.source);
  const result = await app.page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    const found = await run.run(document, { resultTypes: ["violations"] });
    return found.violations.map((v) => ({
      id: v.id,
      impact: v.impact,
      nodes: v.nodes.map((n) => `${n.target.join(" ")}: ${n.failureSummary ?? ""}`),
    }));
  });
  return result
    .filter((v) => v.impact === "serious" || v.impact === "critical")
    .map((v) => `${v.id}: ${v.nodes.slice(0, 3).join(" | ")}`);
}
