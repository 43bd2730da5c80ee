import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Counted } from "../../src/known-issues/known-issue.js";
import { KNOWN_ISSUES } from "../../src/known-issues/known-issues.js";
import { parseRelease, releaseFit } from "../../src/known-issues/release-fit.js";
import { StackMatcher } from "../../src/known-issues/stack-matcher.js";
import { fixtureBytes } from "../recordings.js";

/** A stack that must match, leaf first, by issue: of a recording, else of names in the sources. */
const STACKS = json<Record<string, readonly string[]>>("stacks.json");
/** What was looked at, by issue: a recording, or releases whose sources have the frames. */
const CHECKED =
  json<
    Record<
      string,
      | { readonly recording: string; readonly share: number }
      | {
          readonly sources: Readonly<Record<string, string>>;
          /** by release: the tags between which the package of a frame changed, or one beside it */
          readonly changed?: Readonly<Record<string, string>>;
        }
    >
  >("checked.json");

function json<T>(name: string): T {
  const url = new URL(`../fixtures/known-issues/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

/** Repositories whose tags are numbered as an issue's releases. */
const NUMBERED: Readonly<Partial<Record<Counted, RegExp>>> = {
  Kubernetes:
    /^github\.com\/kubernetes\/(?:apiserver|kube-aggregator|apiextensions-apiserver|component-base)$|^k8s\.io\/kubernetes$/,
  "client-go": /^github\.com\/kubernetes\/(?:client-go|apimachinery)$/,
  "controller-runtime": /controller-runtime$/,
  etcd: /^github\.com\/etcd-io\/etcd$/,
};

const matcher = new StackMatcher(KNOWN_ISSUES);
const matched = (stack: readonly string[]) =>
  matcher.matchStack(stack).map((i) => KNOWN_ISSUES[i]!.id);

describe("the known issues", () => {
  it("are many, each with a name of its own", () => {
    expect(KNOWN_ISSUES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(KNOWN_ISSUES.map((issue) => issue.id)).size).toBe(KNOWN_ISSUES.length);
  });

  it("say in plain words what happens, how it is told from normal use, and what to do", () => {
    for (const { id, title, tellApart, act } of KNOWN_ISSUES) {
      for (const text of [title, tellApart, act])
        expect([id, text.length > 10]).toEqual([id, true]);
      expect([id, title.length < 140]).toEqual([id, true]);
      expect([id, /[.!]$/.test(title)]).toEqual([id, false]);
      expect([id, act.endsWith(".")]).toEqual([id, true]);
    }
  });

  it("name a source that can be opened", () => {
    for (const { id, source } of KNOWN_ISSUES) {
      expect([id, URL.canParse(source) && new URL(source).protocol]).toEqual([id, "https:"]);
    }
  });

  it("have releases that can be read, each branch once, the newest first", () => {
    const order = (release: string) => {
      const { major, minor, patch } = parseRelease(release);
      return major * 1e8 + minor * 1e4 + patch;
    };
    for (const { id, since, mended = [] } of KNOWN_ISSUES) {
      const places = mended.map(order);
      expect([id, places]).toEqual([id, places.toSorted((a, b) => b - a)]);
      expect([id, new Set(mended.map((m) => m.replace(/\.\d+$/, ""))).size]).toEqual([
        id,
        mended.length,
      ]);
      if (since && mended[0]) expect([id, order(since) < order(mended[0])]).toEqual([id, true]);
    }
  });

  it("ask for a share, a number or growth, so that a trace of a stack tells nothing", () => {
    for (const { id, profile, least } of KNOWN_ISSUES) {
      const heap = profile === "goroutine" || (least.share ?? 0) > 0;
      const goroutines = profile === "heap" || (least.count ?? 0) > 0;
      expect([id, heap && goroutines]).toEqual([id, true]);
    }
  });

  it("each match their own stack, and not by one name alone", () => {
    expect(Object.keys(STACKS).sort()).toEqual(KNOWN_ISSUES.map((i) => i.id).sort());
    for (const { id, frames } of KNOWN_ISSUES) {
      const stack = STACKS[id]!;
      expect(matched(stack), id).toContain(id);
      expect(matched(["main.main", "runtime.main"]), id).not.toContain(id);
      const leaf = new RegExp(frames[0]!);
      expect(matched(stack.filter((name) => !leaf.test(name))), id).not.toContain(id);
    }
  });

  it("were each checked: by a recording, or in the sources of releases that have it", () => {
    expect(Object.keys(CHECKED).sort()).toEqual(KNOWN_ISSUES.map((i) => i.id).sort());
    for (const issue of KNOWN_ISSUES) {
      const record = CHECKED[issue.id]!;
      if ("recording" in record) {
        const file = `known-issues/recordings/${record.recording}.pb.gz`;
        expect(fixtureBytes(file).length, issue.id).toBeGreaterThan(0);
        continue;
      }
      expect(Object.keys(record.sources).length, issue.id).toBeGreaterThan(0);
      for (const release of Object.keys(record.changed ?? {})) {
        expect(issue.mended, issue.id).toContain(release);
      }
      const numbered = NUMBERED[issue.scope.counted];
      const tags = Object.entries(record.sources)
        .filter(([repository]) => numbered?.test(repository))
        .flatMap(([, list]) => list.split(" "));
      if (tags.length === 0) continue;
      const fits = tags.map((tag) => {
        const minor = Number(/^v?\d+\.(\d+)/.exec(tag)?.[1]);
        return releaseFit(issue.since, issue.mended ?? [], { since: minor, until: minor });
      });
      // Its frames are in a release that has it, or in releases before and after those that have.
      const having = fits.includes("has") || fits.includes("may-have");
      const around = fits.includes("before") && fits.includes("mended");
      expect(having || around, `${issue.id}: ${tags.join(" ")}`).toBe(true);
    }
  });
});
