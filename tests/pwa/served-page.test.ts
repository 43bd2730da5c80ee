import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isLoopback, isOwnPage, isPageAddress } from "../../src/pwa/served-page.js";

const html = (body: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8" } });

describe("what a server answers", () => {
  it("is this page where it is index.html", async () => {
    const index = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
    const answer = html(index);
    expect(await isOwnPage(answer)).toBe(true);
    // It can still be shown.
    expect(await answer.text()).toBe(index);
  });

  it("is another program where it is anything else", async () => {
    expect(await isOwnPage(html("<title>Grafana</title>"))).toBe(false);
    expect(await isOwnPage(html("not found", 404))).toBe(false);
    expect(await isOwnPage(Response.json({ name: "Leaklens" }))).toBe(false);
    expect(await isOwnPage(Response.redirect("http://127.0.0.1/login"))).toBe(false);
  });
});

describe("an address", () => {
  it("is of this machine or not", () => {
    for (const host of ["localhost", "app.localhost", "127.0.0.1", "127.8.0.1", "[::1]"]) {
      expect(isLoopback(host), host).toBe(true);
    }
    for (const host of ["example.org", "localhost.example.org", "10.0.0.1", "127.example"]) {
      expect(isLoopback(host), host).toBe(false);
    }
  });

  it("is the page's only at the scope itself", () => {
    const scope = "https://host/some/where/";
    expect(isPageAddress("https://host/some/where/?x=1#v=1", scope)).toBe(true);
    expect(isPageAddress("https://host/some/where/index.html", scope)).toBe(true);
    expect(isPageAddress("https://host/some/where/samples/a.pb.gz", scope)).toBe(false);
    expect(isPageAddress("https://host/some/", scope)).toBe(false);
    expect(isPageAddress("https://other/some/where/", scope)).toBe(false);
  });
});
