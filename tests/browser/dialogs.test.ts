import { describe, expect, it } from "vitest";
import { serious } from "./axe.js";
import { type Leaklens, OPERATOR, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** Looks at the dialog that is open once it stands still, then closes it. */
async function look(app: Leaklens, name: string): Promise<void> {
  await app.page.getByRole("dialog", { name }).waitFor();
  await app.page.waitForTimeout(200);
  await expect.poll(() => serious(app), { message: name }).toEqual([]);
  await app.page.keyboard.press("Escape");
  await app.page.waitForSelector("[role=dialog]", { state: "detached" });
}

describe.each([
  ["light", 1440, 900],
  ["dark", 1440, 900],
  ["light", 390, 844],
  ["dark", 390, 844],
] as const)("in a %s dialog at %i x %i", (theme, width, height) => {
  it("axe finds nothing serious: how to record, kept files, beyond the heap", async () => {
    const app = await fresh({ width, height, dark: theme === "dark" });
    await app.visit();
    await app.page.getByRole("button", { name: "How to take a profile" }).click();
    await look(app, "How to take a profile");
    await app.open(...OPERATOR);
    await app.page.locator(".brand").click();
    await app.page.locator(".kept-head button").click();
    await expect.poll(() => app.page.locator(".kept-list li").count()).toBe(OPERATOR.length);
    await look(app, "Files kept in this browser");
    await app.page.locator(".kept-set").first().click();
    await app.page.waitForSelector(".opened");
    await app.page.getByRole("button", { name: "Beyond the heap" }).click();
    await app.page.getByLabel("Resident (RSS)").fill("much");
    await look(app, "Beyond the heap");
  });
});
