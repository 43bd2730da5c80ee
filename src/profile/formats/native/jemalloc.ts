import { must } from "../../../lib/must.js";
import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { ProfileError } from "../../profile-error.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { TextLines } from "../text-lines.js";
import { MemoryMap, opensMemoryMap } from "./memory-map.js";
import { addressesOf, type HeapRecord, sampledHeap } from "./sampled-heap.js";

const HEADER = /^heap_v2\/(\d+)\s*$/;
const COUNTS = /^\s*t(\*|\d+): *(\d+): *(\d+) *\[ *(\d+): *(\d+) *\]\s*$/;

/** The heap dumps of jemalloc (`prof:true`, heap_v2): unsymbolised addresses by stack. */
export const jemalloc: Importer = {
  id: "jemalloc",
  recognises: ({ head }) => HEADER.test(head.slice(0, 100).split(/\r?\n/)[0]),
  read: readDump,
};

function* readDump(content: FileContent): Steps<readonly ImportedProfile[]> {
  const lines = new TextLines(content);
  const rate = Number(
    must(HEADER.exec(lines.next() ?? ""), "the line that the file was recognised by")[1],
  );
  const records: HeapRecord[] = [];
  const map = new MemoryMap();
  let mapped = false;
  let addresses: readonly bigint[] | undefined;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if ((lines.number & 0xfff) === 0) yield lines.share;
    if (mapped) {
      map.add(line);
      continue;
    }
    if (line.trim() === "") continue;
    if (opensMemoryMap(line)) {
      mapped = true;
      continue;
    }
    if (line.startsWith("@")) {
      addresses = addressesOf(line.slice(1), lines.number);
      continue;
    }
    const found = COUNTS.exec(line);
    if (!found) {
      throw new ProfileError(FORMATS_WORDS.jemalloc.noRecord, {
        line: lines.number,
        hint: FORMATS_WORDS.jemalloc.noRecordHint,
      });
    }
    // t* is all threads together; before the first stack it is the whole.
    if (!addresses || found[1] !== "*") continue;
    const counts = [2, 3, 4, 5].map((i) => Number(found[i])) as [number, number, number, number];
    records.push({ addresses, counts });
  }
  const hasAllocated = records.some((r) => r.counts[2] !== 0 || r.counts[3] !== 0);
  return [{ name: "", profile: sampledHeap(records, map, rate, hasAllocated) }];
}
