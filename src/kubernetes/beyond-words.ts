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

/** Words by the part's id (see src/leaks/beyond-heap.ts). */
export const PART_WORDS: Readonly<Record<string, PartWords>> = {
  live: {
    name: "live heap",
    text: "What the heap profile shows: objects that the last collection left.",
    command: "",
  },
  garbage: {
    name: "garbage until the next collection",
    text: "Freed or made since the last collection. Go lets the heap grow by GOGC percent (100 unless set) before it collects; GOMEMLIMIT makes it collect earlier.",
    command: "curl -s 'localhost:6060/debug/pprof/heap?gc=1' > live.pb.gz",
  },
  fragmentation: {
    name: "rounding and gaps in spans",
    text: "Room in spans of a size class that no object fills: objects are rounded up to their class, and a span stays while one object of it lives.",
    command: `${RUNTIME_METRICS}heap_inuse`,
  },
  idle: {
    name: "idle, not yet given back",
    text: "Spans without any object. The runtime returns them to the operating system bit by bit, and keeps about a tenth above its goal.",
    command: `${RUNTIME_METRICS}heap_idle`,
  },
  stacks: {
    name: "stacks of goroutines",
    text: "2 kB for each goroutine at least, more where calls are deep. A heap profile does not have them.",
    command: "curl -s 'localhost:6060/debug/pprof/goroutine?debug=1' | head -1",
  },
  runtime: {
    name: "the runtime's own",
    text: "The collector's marks, descriptions of spans, the tables of the profiler itself.",
    command: `${RUNTIME_METRICS}gc_sys`,
  },
  rest: {
    name: "outside of Go's runtime",
    text: "Resident memory that the runtime did not ask for: the program's own file, mapped files, memory of C libraries.",
    command: "cat /proc/PID/smaps_rollup",
  },
  mapped: {
    name: "mapped files",
    text: "Files mapped with mmap, as bbolt does with its whole database (etcd, containerd, Consul): they count as resident while they are in memory, and the system drops them when it needs room.",
    command: "grep -E '^(Rss|Pss_File|Pss_Anon)' /proc/PID/smaps_rollup",
  },
  cgo: {
    name: "memory of C code",
    text: "What libraries behind cgo took with malloc (RocksDB, SQLite, librdkafka): no Go profile shows it.",
    command: "grep -A1 '\\[heap\\]' /proc/PID/smaps",
  },
  "page-cache": {
    name: "page cache and kernel memory of the container",
    text: "The container's figure is not the process's: a cgroup counts files that were read or written, sockets and kernel tables too. The kubelet's working set leaves out inactive files only.",
    command: "cat /sys/fs/cgroup/memory.stat",
  },
};

/** A command for the program at hand: where it serves what is asked for. */
export function commandFor(command: string, program: Program): string {
  const served = /curl -s ('?)localhost:6060(\/[^' ]*)'?/.exec(command);
  return served ? command.replace(served[0], asks(program, served[2])) : command;
}

/** What is likely for a program: its mapped files above all. */
export function likelyOutside(program: Program): string {
  if (program.role === "etcd") {
    return "etcd maps its whole database file: its size (etcdctl endpoint status) is the most that this can be.";
  }
  return "";
}

/** How to record when the memory is high, not after. */
export const AT_THE_PEAK =
  "while sleep 5; do [ $(awk '/VmRSS/{print $2}' /proc/PID/status) -gt 4000000 ] && curl -s localhost:6060/debug/pprof/heap > peak-$(date +%s).pb.gz; done";
