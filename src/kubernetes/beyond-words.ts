import { KUBERNETES_WORDS, type MemoryPart } from "../words/kubernetes/kubernetes-words.js";
import { asks } from "./advice/commands.js";
import type { Program } from "./program/program.js";

/** What a part of a process's memory is, and which command shows it. */
export interface PartWords {
  readonly name: string;
  readonly text: string;
  /** a command that shows it on the machine; PID stands for the process; "" where none does */
  readonly command: string;
}

const RUNTIME_METRICS = "curl -s localhost:6060/metrics | grep go_memstats_";
const WORDS = KUBERNETES_WORDS.parts;

const part = (id: MemoryPart, command: string): PartWords => ({
  get name() {
    return WORDS[id].name;
  },
  get text() {
    return WORDS[id].text;
  },
  command,
});

/** Words by the part's id (see src/leaks/beyond-heap.ts). */
export const PART_WORDS: Readonly<Record<MemoryPart, PartWords>> = {
  live: part("live", ""),
  garbage: part("garbage", "curl -s 'localhost:6060/debug/pprof/heap?gc=1' > live.pb.gz"),
  fragmentation: part("fragmentation", `${RUNTIME_METRICS}heap_inuse`),
  idle: part("idle", `${RUNTIME_METRICS}heap_idle`),
  stacks: part("stacks", "curl -s 'localhost:6060/debug/pprof/goroutine?debug=1' | head -1"),
  runtime: part("runtime", `${RUNTIME_METRICS}gc_sys`),
  rest: part("rest", "cat /proc/PID/smaps_rollup"),
  mapped: part("mapped", "grep -E '^(Rss|Pss_File|Pss_Anon)' /proc/PID/smaps_rollup"),
  cgo: part("cgo", "grep -A1 '\\[heap\\]' /proc/PID/smaps"),
  "page-cache": part("page-cache", "cat /sys/fs/cgroup/memory.stat"),
};

/** A command for the program at hand: where it serves what is asked for. */
export function commandFor(command: string, program: Program): string {
  const served = /curl -s ('?)localhost:6060(\/[^' ]*)'?/.exec(command);
  return served ? command.replace(served[0], asks(program, served[2])) : command;
}

/** What is likely for a program: its mapped files above all. */
export function likelyOutside(program: Program): string {
  return program.role === "etcd" ? KUBERNETES_WORDS.etcdMaps : "";
}

/** How to record when the memory is high, not after. */
export const AT_THE_PEAK =
  "while sleep 5; do [ $(awk '/VmRSS/{print $2}' /proc/PID/status) -gt 4000000 ] && curl -s localhost:6060/debug/pprof/heap > peak-$(date +%s).pb.gz; done";
