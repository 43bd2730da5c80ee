import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsProgram, fitsRelease, releaseText } from "../../src/known-issues/issue-scope.js";
import type { KnownIssue } from "../../src/known-issues/known-issue.js";
import { parseRelease, releaseFit } from "../../src/known-issues/release-fit.js";
import { API_SERVER, CLIENT, component, program } from "../../src/known-issues/scopes.js";
import { UNKNOWN_PROGRAM } from "../../src/kubernetes/program/unknown-program.js";

const exactly = (minor: number) => ({ since: minor, until: minor });

describe("a release and an issue", () => {
  const branches = ["1.25.0", "1.24.4", "1.23.10"];

  it("of which nothing is mended and no first release is known is had by all", () => {
    expect(releaseFit(undefined, [], undefined)).toBe("has");
    expect(releaseFit(undefined, [], exactly(37))).toBe("has");
  });

  it("is had before the mend, not from it on, and perhaps where a patch of that minor has it", () => {
    expect(releaseFit(undefined, branches, exactly(22))).toBe("has");
    expect(releaseFit(undefined, branches, exactly(23))).toBe("may-have");
    expect(releaseFit(undefined, branches, exactly(24))).toBe("may-have");
    expect(releaseFit(undefined, branches, exactly(25))).toBe("mended");
    expect(releaseFit(undefined, branches, exactly(37))).toBe("mended");
  });

  it("is not had before its first release", () => {
    expect(releaseFit("1.24.0", [], exactly(23))).toBe("before");
    expect(releaseFit("1.24.0", [], exactly(24))).toBe("has");
  });

  it("is perhaps had where the profile leaves both open", () => {
    expect(releaseFit(undefined, branches, { since: null, until: 30 })).toBe("may-have");
    expect(releaseFit(undefined, branches, { since: 20, until: null })).toBe("may-have");
    expect(releaseFit(undefined, branches, undefined)).toBe("may-have");
    expect(releaseFit(undefined, branches, { since: 26, until: null })).toBe("mended");
  });

  it("says what holds for every release of a range", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const fit = releaseFit("1.5.0", branches, { since: low, until: high });
        for (let minor = low; minor <= high; minor++) {
          const one = releaseFit("1.5.0", branches, exactly(minor));
          if (fit === "has" || fit === "before") expect(one).toBe(fit);
          if (fit === "mended") expect(["mended", "before"]).toContain(one);
        }
      }),
    );
  });

  it("refuses what is no release", () => {
    expect(() => parseRelease("v1.2")).toThrow("not a release: v1.2");
    expect(parseRelease("3.4")).toEqual({ major: 3, minor: 4, patch: 0 });
  });
});

describe("a program and an issue", () => {
  const issue = (scope: KnownIssue["scope"]): KnownIssue => ({
    id: "x",
    title: "x",
    scope,
    profile: "heap",
    frames: ["x"],
    mended: ["1.33.0"],
    least: { share: 0.1 },
    tellApart: "x",
    act: "x",
    source: "https://example.org",
    confidence: "high",
  });
  const server = { ...UNKNOWN_PROGRAM, role: "apiserver", since: "1.34", until: "1.34" } as const;

  it("fit by role", () => {
    expect(fitsProgram(issue(API_SERVER), server)).toBe(true);
    expect(fitsProgram(issue(API_SERVER), { ...server, role: "client" })).toBe(false);
    expect(fitsProgram(issue(component("kube-proxy")), server)).toBe(true);
  });

  it("fit by name where frames do not say which program it is", () => {
    const argo = issue(program("argo-cd", "argocd", "argo-cd"));
    expect(fitsProgram(argo, { ...server, name: "argocd-repo-server" })).toBe(true);
    expect(fitsProgram(argo, { ...server, name: "traefik" })).toBe(false);
    expect(fitsProgram(argo, server)).toBe(false);
  });

  it("are of one release only as the issue counts them", () => {
    expect(fitsRelease(issue(API_SERVER), server)).toBe("mended");
    expect(releaseText(issue(API_SERVER), server)).toBe("1.34");
    const client = { ...server, role: "client", isClient: true } as const;
    expect(releaseText(issue(CLIENT), client)).toBe("0.34");
    // A client of client-go 0.34 says nothing of a component's release.
    expect(fitsRelease(issue(component("kube-proxy")), client)).toBe("may-have");
  });
});
