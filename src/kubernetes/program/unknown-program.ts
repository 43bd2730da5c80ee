import type { Program } from "./program.js";

/** What can be said of a program of which nothing is known. */
export const UNKNOWN_PROGRAM: Program = {
  role: "other",
  name: "",
  since: null,
  until: null,
  isClient: false,
  controllerRuntime: null,
  etcd: null,
  go: null,
  evidence: [],
};
