import { fetchOwn } from "../../session/fetch-profile.js";
import type { Input } from "../../session/session.js";
import { START_WORDS } from "../../words/page/start-words.js";

/** A recording that comes with the page. */
export interface Incident {
  readonly id: string;
  readonly words: keyof typeof START_WORDS.samples &
    ("twoReleases" | "storm" | "operator" | "masters");
  readonly files: readonly string[];
  /** silhouette of its flame graph, root first: rows of [left, width, lit] in percent */
  readonly picture: readonly (readonly (readonly [number, number, number])[])[];
}

const storm = [
  "00-baseline",
  "01-created",
  "02-storm",
  "03-storm",
  "04-storm",
  "05-storm-gc",
  "06-quiet-gc",
];

export const INCIDENTS: readonly Incident[] = [
  {
    id: "two-releases",
    words: "twoReleases",
    files: ["kube-apiserver-1.37.pb.gz", "kube-apiserver-1.31.pb.gz"],
    picture: [
      [
        [0, 26, 0],
        [30, 70, 1],
      ],
      [
        [0, 12, 0],
        [12.5, 13, 1],
        [30, 66, 1],
        [96.5, 3, 0],
      ],
      [
        [12.5, 12, 2],
        [30, 57, 2],
        [87.5, 8, 2],
      ],
      [
        [12.5, 11, 3],
        [30, 57, 2],
        [87.5, 8, 3],
      ],
      [[30, 57, 3]],
      [[30, 54, 3]],
    ],
  },
  {
    id: "configmap-list-storm",
    words: "storm",
    files: storm.map((name) => `${name}.pb.gz`),
    picture: [
      [[0, 100, 0]],
      [
        [0, 94, 1],
        [94.5, 5.5, 0],
      ],
      [
        [0, 88, 1],
        [88.5, 9, 2],
      ],
      [
        [0, 47, 2],
        [47.5, 37, 1],
        [88.5, 9, 2],
      ],
      [
        [0, 47, 2],
        [47.5, 37, 2],
        [88.5, 8.5, 3],
        [97.5, 2, 0],
      ],
      [
        [0, 47, 3],
        [47.5, 36, 2],
        [88.5, 8, 3],
        [97.5, 1.5, 0],
      ],
      [
        [0, 47, 3],
        [47.5, 34, 3],
      ],
    ],
  },
  {
    id: "leaking-operator",
    words: "operator",
    files: [0, 1, 2, 3, 4, 5].map((n) => `0${n}.pb.gz`),
    picture: [
      [[0, 100, 0]],
      [
        [0, 52, 1],
        [52.5, 38, 1],
        [91, 9, 0],
      ],
      [
        [0, 48, 2],
        [52.5, 38, 2],
        [91, 6, 0],
      ],
      [
        [0, 48, 2],
        [52.5, 36, 2],
        [91, 4, 0],
      ],
      [
        [0, 47, 3],
        [52.5, 20, 2],
        [73, 14, 3],
      ],
      [
        [0, 47, 3],
        [52.5, 18, 3],
        [73, 12, 3],
      ],
      [
        [52.5, 14, 3],
        [73, 7, 3],
      ],
    ],
  },
  {
    id: "five-masters",
    words: "masters",
    files: [1, 2, 3, 4, 5].map((n) => `master-${n}.heap.pb.gz`),
    picture: [
      [
        [2, 16, 0],
        [22, 16, 0],
        [42, 16, 1],
        [62, 16, 0],
        [82, 16, 0],
      ],
      [
        [2, 16, 0],
        [22, 16, 0],
        [42, 16, 2],
        [62, 16, 0],
        [82, 16, 0],
      ],
      [[42, 16, 2]],
      [[42, 16, 3]],
      [[42, 16, 3]],
      [[42, 16, 3]],
      [[42, 16, 3]],
    ],
  },
];

/** The files of an incident, fetched from beside the page when they are opened. */
export function incidentInputs(incident: Incident): Input[] {
  return incident.files.map((name) => ({
    name,
    host: START_WORDS.samples.host,
    read: (control) => fetchOwn(`./samples/${incident.id}/${name}`, control),
  }));
}
