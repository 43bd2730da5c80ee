import { describe, expect, it } from "vitest";
import { finish } from "../../../src/lib/steps.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { refusalOf } from "../../../src/profile/formats/file-kind.js";
import { bytesOfText, unwrapBase64 } from "../../../src/profile/formats/pasted-base64.js";
import { readProfile } from "../../../src/profile/formats/read-profile.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { fixtureBytes, RECORDINGS } from "../../recordings.js";

const text = (t: string) => new TextEncoder().encode(t);
const latin1 = (t: string) => Uint8Array.from(t, (c) => c.charCodeAt(0));
const read = (bytes: Uint8Array) => () => finish(readProfile(bytes));

describe("a file that is no profile", () => {
  it.each([
    ["a PNG picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /PNG picture/],
    ["a zip archive in archives", text("PK\u0003\u0004rest"), /zip archive.*unpack it/],
    ["a heading that is none", text("heap profile: 1: 2 bytes\n"), /text form.*debug=1/],
    [
      "printed top",
      text("Showing nodes accounting for 1MB, 5% of 20MB total\n"),
      /table of go tool pprof/,
    ],
    [
      "a table without header",
      text("      flat  flat%   sum%        cum   cum%\n"),
      /table of go tool pprof/,
    ],
    ["a login page", text("<!DOCTYPE html><html>"), /web page.*login/],
    ["an RBAC error", text('{"kind":"Status","code":403}'), /JSON.*RBAC/],
    ["a kubectl error", text("Error: forbidden"), /error message/],
    ["a goroutine heading without a dump", text("goroutine profile: total many\n"), /goroutine/],
    ["what xz packed", latin1("\u00fd7zXZ\0"), /packed by xz.*xz -d/],
    ["what bzip2 packed", text("BZh91AY&SY"), /packed by bzip2.*bzip2 -d/],
    ["what 7z packed", latin1("7z\u00bc\u00af\u0027\u001c"), /7z archive.*7z x/],
    ["what lz4 packed", latin1("\u0004\u0022\u004d\u0018"), /packed by lz4.*lz4 -d/],
    ["a photo of a telephone", text("\0\0\0\u0018ftypheic"), /picture.*ask whoever made it/],
    ["an ELF program", text("\u007fELF"), /program/],
    ["nothing", new Uint8Array(0), /empty/],
    ["plain words", text("hello there, this is no profile at all"), /not a pprof profile/],
  ])("is told what it is: %s", (_, bytes, message) => {
    expect(read(bytes)).toThrow(ProfileError);
    expect(read(bytes)).toThrow(message);
  });

  it("is never taken for one of the recordings", async () => {
    for (const name of RECORDINGS) {
      const bytes = await unpack(fixtureBytes(name));
      expect(refusalOf(bytes), name).toBeUndefined();
      expect(finish(readProfile(bytes)).samples.count).toBeGreaterThan(0);
    }
  });
});

describe("pasted text", () => {
  it("is taken as the packed file when it is base64, with line breaks too", () => {
    const bytes = fixtureBytes("leaking-operator/00.pb.gz");
    const lines = Buffer.from(bytes)
      .toString("base64")
      .replace(/(.{76})/g, "$1\n");
    expect(unwrapBase64(lines)).toEqual(bytes);
    expect(unwrapBase64(`data:application/gzip;base64,${lines}`)).toEqual(bytes);
    expect(bytesOfText(lines)).toEqual(bytes);
  });

  it("stays text when it is anything else", () => {
    for (const other of ["H4sI", "", "eJhello", "H4sI not base64 at all, but a sentence of it"]) {
      expect(unwrapBase64(other)).toBeUndefined();
    }
    expect(new TextDecoder().decode(bytesOfText("main;a 1"))).toBe("main;a 1");
  });
});
