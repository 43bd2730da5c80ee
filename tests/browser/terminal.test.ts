import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const started: ChildProcess[] = [];
afterEach(() => {
  for (const process of started.splice(0)) process.kill();
});

/** Runs the built command and gives the address that it prints. */
function opened(...args: string[]): Promise<string> {
  const bin = fileURLToPath(new URL("../../bin/leaklens.js", import.meta.url));
  const child = spawn(process.execPath, [bin, ...args, "--no-browser"]);
  started.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.stderr.on("data", (chunk) => reject(new Error(String(chunk))));
  });
}

describe("leaklens open", () => {
  it("serves the page on this machine only and shows the files it was given", async () => {
    const address = await opened("open", STORM[1]!, STORM[3]!);
    const app = await fresh();
    // This server is another one than that of the other tests.
    app.origins.add(new URL(address).origin);
    await app.page.goto(address);
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.text(".header")).toMatch(/base.*01-created.*03-storm/);
    await expect.poll(() => app.text(".panel .figure")).toContain("+1.65 GiB");
  });

  it("says when it has ended that it is to be started again, of the address that it printed", async () => {
    const address = await opened("open", STORM[3]!);
    const app = await fresh();
    app.origins.add(new URL(address).origin);
    await app.page.goto(address);
    await app.page.waitForSelector(".opened");
    await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    started.at(-1)!.kill();
    await app.page.goto("about:blank");
    await app.page.goto(address);
    await app.page.waitForSelector(".problem");
    await expect.poll(() => app.text(".problem")).toMatch(/03-storm.*start leaklens again/);
    app.errors.length = 0;
  });
});
