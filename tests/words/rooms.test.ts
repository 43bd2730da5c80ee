import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { shownTexts } from "./shown-texts.js";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

/** What a link is coded with: were its texts other ones, no link could be read any more. */
const FROZEN = /^link\/(coding\/primer|dictionary-1)\.ts$/;
/** How compilers write names of symbols: no words. */
const SYMBOLS = /^profile\/demangle\//;

/** Rooms whose words are all in src/words, and what in them looks like a text but is none. */
const ROOMS: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  cli: [
    // Flags, and what the usage says that a command takes; names of the program and of a file.
    /^(-\w, )?--[\w-]+ (\{\}|[A-Z/=]+|demangle=MODE)$/,
    /^(FILE|BASE NEW)\b|^'pyroscope\+https|^leaklens:? \{\}( \{\})?$|^kubeconfig$/,
    // What Node says of flags; faults of the program.
    /^argument (missing|is ambiguous)$|^does not take an argument$|^Missing: |of a row is missing$/,
    // Lines of pprof's table.
    /^(File|Build ID|Type|Time|Duration): \{\}|^Active filters:$|^\{\} \{\}, \{\} at /,
    /^(Showing|Dropped) /,
    // XML, YAML for kubectl, headers of HTTP.
    /^<[?a-z/]|^# (the pods|What leaklens record needs)|^Bearer |charset=|^default-src|^GET, HEAD$|^data: /,
  ],
  // A header of HTTP; what a file says of itself, the same for whoever opens it.
  stores: [/^Basic \{\}$/, /^one scrape|^the (mean|sum) of|^ ?of \{\} processes$/],
  // Names and what a link holds: the same in every language.
  link: [/^leaklens link \{\} |^(sum|median) of \{\}$/, /^Of \{\} truncated|^Filters applied/],
  profile: [
    // Of Go's texts and pprof's printed ones, which are read or written in that form.
    /^(heap profile:|profile: total|sampling period|chan receive|chan receive or send)$/,
    /^(stack unavailable|locked to thread|to thread|created by)$/,
    /^(File|Build ID|Type|Time|Active filters|Showing nodes.*|Dropped nodes.*)\b.*|^flat flat%/,
    // Patterns, and names of frames and of parts of a file.
    /^[\^(]\S*\\s|^\(not (shown|in the table)\)$|^(table|snapshot) \{\}/,
  ],
  joining: [],
  // A name of C++.
  calltree: [/^\(anonymous namespace\)$/],
  // Names of units as pprof reads them; faults of the program.
  lib: [/^([a-zμ]+ )+[a-z]+$/, /^Missing: /],
  // Styles of the canvas, and the markup of an SVG.
  flamegraph: [/^#|[\d}]px|rgba\(|sans-serif$/, /^<[?/a-z]| patternUnits=/],
  // Names of requests and of a command; a fault that nobody is shown.
  session: [/^set \{\}$|^leaklens watch$/, /^no store$|^the file is not kept$/],
  view: [],
  // A fault that nobody is shown.
  fleet: [/were not asked for$/],
  worker: [/^open$/],
  storage: [/^no answer in/],
  pwa: [],
  // Fonts, the policy and the markup of a page.
  publish: [/sans-serif$|[\d}]px/, /^<[!/a-z]/, /^"use strict"|^[a-z]+-src /],
  // Names of programs; a fault of an issue's facts, and of a part not loaded.
  "known-issues": [
    /^(kube-apiserver, kubelet|kubelet, cadvisor|calico kube-controllers)$/,
    /^not a release/,
  ],
  // Commands, code and settings; pages of documentation by their names; names of kinds and modules;
  // the table of releases; faults that nobody is shown.
  kubernetes: [
    /^(kubectl|while|etcdctl) |^(cache|informer)\.\w|^(rules|immutable): /,
    / (\{\}\/|https:\/\/)\S+$/,
    /^[A-Z]\w+( [A-Z]\w+)+$/,
    /^(api|cluster-bootstrap|cri-client|endpointslice|metrics) [a-z -]+$|^[a-z]+-[a-z-]+ [a-z -]+$/,
    /^# go\.etcd\.io\//,
    /^a (path of more steps|shape of too many|frame pattern without)/,
  ],
  // Where a fault would be, and the name of a profile in a file.
  export: [/^the profile$/, /^before \{\}$/],
  // A type of Go.
  leaks: [/^map\[string\]interface/],
  // Keys of memos and of bands, which nobody is shown.
  engine: [/^(base totals|base variance|other kinds)$/, /^(median|variance) \{\} \{\}$/],
};

/** Texts in a room's sources that belong to its words, each with its file. */
function strayTexts(room: string): string[] {
  const folder = join(SRC, room);
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !`${room}/${file}`.match(FROZEN) &&
        !`${room}/${file}`.match(SYMBOLS),
    )
    .flatMap((file) =>
      shownTexts(file, readFileSync(join(folder, file), "utf8"), true)
        .filter((text) => !ROOMS[room]!.some((known) => text.match(known)))
        .map((text) => `${file}: ${text}`),
    );
}

describe("words of the rooms below the page", () => {
  it.each(Object.keys(ROOMS))("stand in src/words, none in src/%s", (room) => {
    expect(strayTexts(room)).toEqual([]);
  });

  it("are found in fields that are read, too", () => {
    const source = `
      const a = { label: "total", tone: "more", aside: few ? "noise" : "" };
      const b = { colour: "red", text: \`\${n} left\`, hint: "again" };
      throw new ProfileError(kind, "broken", { hint: "repair" });`;
    expect(shownTexts("a.ts", source, true)).toEqual([
      "total",
      "noise",
      "{} left",
      "again",
      "broken",
      "repair",
    ]);
  });
});
