import { describe, expect, it } from "vitest";
import { fixture, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const SERVER = fixture("modern/apiserver-1.37-configmaps/06-quiet.pb.gz");

describe("whose memory it is", () => {
  it("stands beside the file's name, with the evidence as its title", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(SERVER);
    await expect.poll(() => app.text(".program-mark")).toBe("kube-apiserver 1.37");
    await expect
      .poll(() => app.page.locator(".program-mark").getAttribute("title"))
      .toMatch(
        /^Kubernetes 1\.37: the paths of sources name v1\.37\.2; \d+ functions fit, none contradicts\./,
      );
  });
});

describe("beyond the heap", () => {
  it("takes the resident memory, and says what is known and what is not", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(SERVER);
    await app.page.click("text=Beyond the heap");
    await app.page.getByLabel("Resident (RSS)").fill("8 GiB");
    await expect
      .poll(() => app.text(".dialog"))
      .toContain("8.00 GiB are resident and the live heap has 404 MiB.");
    await expect.poll(() => app.text(".beyond-parts")).toMatch(/stacks of goroutines\s*not known/);
    await app.page.getByLabel("Resident (RSS)").fill("much");
    await expect
      .poll(() => app.page.getByLabel("Resident (RSS)").getAttribute("aria-invalid"))
      .toBe("true");
  });

  it("takes a dropped /metrics text beside the heap, and shows both in the panel", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(SERVER, fixture("modern/texts/apiserver-metrics.txt"));
    expect(await app.text(".panel-body")).toContain(
      "ConfigMaps: 201 are stored; 3 watches are open.",
    );
    expect(await app.page.locator(".problem").count()).toBe(0);
  });

  it("reads a pasted /metrics text beside the heap", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(SERVER);
    await app.page.click("text=Beyond the heap");
    await app.page.locator(".beyond-metrics textarea").fill("no metrics");
    await expect.poll(() => app.text(".dialog [role=alert]")).toContain("no answer of /metrics");
    const file = fixture("modern/texts/apiserver-metrics.txt");
    await app.page.getByLabel("A file with an answer of /metrics").setInputFiles(file);
    await app.page.getByText("is read beside the heap").waitFor();
    const text = () => app.text(".dialog");
    await expect.poll(text).toContain("1.32 GiB are resident, Go's runtime has 1.22 GiB");
    await expect.poll(text).toContain("ConfigMaps: 201 are stored; 3 watches are open.");
    await app.page.click("text=leave it out");
    await expect.poll(() => app.text(".dialog")).not.toContain("resident,");
  });
});

describe("chains of references", () => {
  it("say who holds the memory, and beside a heap how much of it was allocated", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(
      fixture("modern/operator-leak/04.pb.gz"),
      fixture("modern/operator-leak/04-held-by.pb.gz"),
    );
    await app.page.getByLabel("Profile shown").selectOption({ label: "04-held-by" });
    await app.settled();
    await expect
      .poll(() => app.text(".finding"))
      .toMatch(/^Held by the stores of informers: 121 MiB of 217 MiB/);
    await expect.poll(() => app.text(".panel-body")).toMatch(/the stores of informers\s*121 MiB/);
    await expect
      .poll(() => app.text(".panel-body"))
      .toMatch(/ConfigMap\s*71\.8 MiB, 70\.9 MiB found/);
    await app.page.click('[role=tab]:has-text("Top holders")');
    await app.settled();
    await expect
      .poll(() => app.text(".suspects"))
      .toMatch(/holds 121 MiB through field cacheStorage\.items/);
    expect(await app.text(".suspects")).not.toMatch(/allocat|leak|growing|what to do|survival/i);
  });
});

describe("the form of a growth", () => {
  it("is told beside its drawing", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...[0, 1, 2, 3, 4].map((n) => fixture(`modern/operator-leak/0${n}.pb.gz`)));
    await app.page.click('[role=tab]:has-text("Suspects")');
    await app.settled();
    await expect
      .poll(() => app.text(".suspect"))
      .toMatch(/steady growth, about as much from each file to the next/);
  });
});
