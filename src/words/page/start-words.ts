import { countOf } from "./count-of.js";

/**
 * What `ui/start` says. A sentence with figures is a function of them, whole: its order is another
 * one in another language.
 */
export const START_WORDS = {
  title: "What is eating the memory of this apiserver?",
  lead: "Drop Go heap profiles. See where the memory is, what grew between two moments, and which Kubernetes objects hold it. Everything is computed in this page; nothing is uploaded.",
  help: "Help and keyboard shortcuts",
  incidents: "Incidents to look at",
  takeProfile: "Take a profile",
  howToTakeProfile: "How to take a profile",

  dropTitle: "Drop one heap profile, or several",
  /** what stands before and behind the path that is printed as code */
  dropText: {
    before: "Files or a folder of ",
    behind: ", anywhere on this page. Two are compared, three or more are shown over time.",
  },
  chooseFiles: "Choose files",
  filesToOpen: "Heap profiles to open",
  /** of one entry of a dropped folder */
  unreadable: (why: string) => `it cannot be read: ${why}`,

  pasteTitle: "Or paste what you have",
  pasteText: "A link made by Leaklens, or the base64 text of a .pb.gz file",
  pastePlaceholder: 'https://…/#v=1&d=…\nor what "base64 heap.pb.gz" prints',
  open: "Open",

  missing: {
    label: "Files this link needs",
    fromHosts: (files: number, hosts: readonly string[]) =>
      `This link shows ${files === 1 ? "a file" : countOf(files, "file")} from ${hosts.join(", ")}`,
    notHere: (files: number) =>
      files === 1
        ? "This link refers to a file that is not on this device"
        : "This link refers to files that are not on this device",
    confirm: "Nothing is fetched until you confirm. Fetch from it, or drop the files here.",
    drop: (files: number) =>
      `A link carries the view, not the profiles. Drop ${files === 1 ? "this file" : "these files"} and you see exactly what was shared:`,
    fetchFrom: (hosts: readonly string[]) =>
      `Fetch from ${hosts.length === 1 ? hosts[0] : countOf(hosts.length, "host")}`,
  },

  kept: {
    heading: "Opened before",
    title: "Files kept in this browser",
    about:
      "Profiles you opened stay on this machine, in this browser's own storage, so that links to them and sets of them open again. They are sent nowhere.",
    count: (files: number) =>
      files === 0
        ? "No files kept in this browser"
        : `${countOf(files, "file")} kept in this browser`,
    ofSet: (files: number, size: string, time: string) =>
      files > 1 ? `${countOf(files, "file")}, ${size} · ${time}` : `${size} · ${time}`,
    keepThem: "Keep the files that I open",
    none: "Nothing is kept.",
    list: "Kept files",
    total: (files: number, size: string, quota: string) =>
      `${size} in ${countOf(files, "file")}${quota && `; the browser gives this page up to ${quota}`}`,
    gone: "the file is no longer kept",
    open: (name: string) => `Open ${name}`,
    newName: (name: string) => `New name of ${name}`,
    rename: "Rename",
    renameFile: (name: string) => `Rename ${name}`,
    delete: "Delete",
    deleteFile: (name: string) => `Delete ${name}`,
    deleteAll: "Delete all",
    deleteAllSure: "Press again to delete all",
    deleteOldest: (files: number, size: string) =>
      `Delete ${files === 1 ? "the oldest file" : `the ${files} oldest files`} (${size}) and keep what is open`,
    dismiss: "Dismiss this notice",
  },

  /** how a profile is taken with each command of `RecordDialog` */
  ways: {
    apiserver:
      "The apiserver you reach. Needs --profiling=true (the default) and RBAC for the nonResourceURLs /debug/pprof/*. It goes through the load balancer: each call may reach another apiserver, and two snapshots of different processes are no time series.",
    collected: "Forces a garbage collection first: what is left is live.",
    oneApiserver:
      "One particular apiserver; then curl -k with a bearer token from https://127.0.0.1:6443/debug/pprof/heap.",
    anyProgram: "Any Go program that serves net/http/pprof, an operator for instance.",
    holders:
      "Who holds the memory instead of who allocated it: goref follows references from the program's variables and writes grf.out, to be opened here beside a heap profile of the same moment. The process stands still while its memory is read; it takes the right to trace it (root, or CAP_SYS_PTRACE in its PID namespace), memory beside it, and a binary with debug information (not built with -ldflags=-w). Where that is too much: gcore PID, then grf core BINARY CORE on another machine.",
    series: "A time series: drop all of the files together.",
  },

  samples: {
    twoReleases: {
      title: "The same storm, two releases",
      text: "kube-apiserver 1.37 and 1.31 under the same LISTs",
    },
    storm: {
      title: "A LIST storm of ConfigMaps",
      text: "7 snapshots of one kube-apiserver, 98 MiB to 2.1 GiB",
    },
    operator: {
      title: "The operator that keeps everything",
      text: "6 snapshots, a slow leak in a controller",
    },
    masters: {
      title: "Five masters, one is hot",
      text: "5 apiservers of one cluster, side by side",
    },
    host: "this page's server",
  },
} as const;
