import { must } from "../../../lib/must.js";
import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../../words/readers/profile-words.js";
import { ProfileError } from "../../profile-error.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { TextLines } from "../text-lines.js";
import { MemoryMap, opensMemoryMap } from "./memory-map.js";
import { addressesOf, type HeapRecord, sampledHeap } from "./sampled-heap.js";

const HEADER =
  /^heap profile: *(\d+): *(\d+) *\[ *(\d+): *(\d+) *\] *@ *(heapprofile|heapz?_v2|growthz?|fragmentationz?)(?:\/(\d+))?\s*$/;
const RECORD = /^\s*(-?\d+): *(-?\d+) *\[ *(\d+): *(\d+) *\] *@((?:\s*0x[0-9a-f]+)*)\s*$/i;

/** The heap dumps of gperftools and tcmalloc (`HEAPPROFILE`, `/pprof/heap`, `/pprof/growth`). */
export const gperftools: Importer = {
  id: "gperftools",
  recognises: ({ head }) => HEADER.test(head.slice(0, 500).split(/\r?\n/)[0]),
  read: readDump,
};

function* readDump(content: FileContent): Steps<readonly ImportedProfile[]> {
  const lines = new TextLines(content);
  const header = must(HEADER.exec(lines.next() ?? ""), "the line that the file was recognised by");
  const sampled = header[5].includes("_v2");
  const rate = sampled ? Number(header[6] ?? 0) : 1;
  const hasAllocated =
    (header[3] !== header[1] && header[3] !== "0") ||
    (header[4] !== header[2] && header[4] !== "0");
  const records: HeapRecord[] = [];
  const map = new MemoryMap();
  let mapped = false;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if ((lines.number & 0xfff) === 0) yield lines.share;
    if (mapped) map.add(line);
    else if (opensMemoryMap(line)) mapped = true;
    else if (line.trim() !== "" && !line.trimStart().startsWith("#")) {
      records.push(recordOf(line, lines.number));
    }
  }
  return [{ name: "", profile: sampledHeap(records, map, rate, hasAllocated) }];
}

function recordOf(line: string, number: number): HeapRecord {
  const found = RECORD.exec(line);
  if (!found) {
    throw new ProfileError(FORMATS_WORDS.dump.noRecord, {
      line: number,
      hint: FORMATS_WORDS.dump.noRecordHint,
    });
  }
  const counts = [1, 2, 3, 4].map((i) => Number(found[i])) as [number, number, number, number];
  if ((counts[0] === 0 && counts[1] !== 0) || (counts[2] === 0 && counts[3] !== 0)) {
    throw new ProfileError(FORMATS_WORDS.dump.noObjects, {
      line: number,
      hint: PROFILE_WORDS.hints.damagedDump,
    });
  }
  return { addresses: addressesOf(found[5], number), counts };
}
