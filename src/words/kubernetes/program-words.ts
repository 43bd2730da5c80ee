import { catalogue } from "../catalogue.js";
import program from "../en/program.json" with { type: "json" };
import { language } from "../language.js";

const { say, words } = catalogue("program", program);

/** What is said of a program and its frames already where a file is opened. */
export const PROGRAM_WORDS = words({
  range: {
    earlier: (release: string) => say("earlier", { release }),
    later: (release: string) => say("later", { release }),
    either: (since: string, until: string) => say("either", { since, until }),
    between: (since: string, until: string) => say("between", { since, until }),
  },

  /**
   * How a release is known.
   * @param version that paths of sources name; "" where none does
   * @param fits functions that a release of the range has
   * @param against functions that contradict it
   */
  known: (of: string, range: string, version: string, fits: number, against: number) => {
    if (fits === 0) return say("named", { of, range, version });
    if (version === "") return say("fits", { of, range, fits, against });
    return say("namedAndFits", { of, range, version, fits, against });
  },
  release: (of: string, range: string) => say("release", { of, range }),
  /** Sentences one after the other. */
  sentences: (said: readonly string[]) => said.join(language() === "zh" ? "" : " "),

  client: (what: string, range: string) => say("client", { what, range }),
  /** programs of which nothing but the role is known */
  roles: {
    apiserver: "role.apiserver",
    client: "role.client",
    etcd: "role.etcd",
    kubelet: "role.kubelet",
  },

  /** groups of frames that are drawn as one row */
  plumbing: {
    filters: "plumbing.filters",
    codecs: "plumbing.codecs",
    reflection: "plumbing.reflection",
    waits: "plumbing.waits",
    transport: "plumbing.transport",
    requests: "plumbing.requests",
    startUp: "plumbing.startUp",
  },
});

/** Key of a group of plumbing frames. */
export type PlumbingGroup = keyof typeof PROGRAM_WORDS.plumbing;
