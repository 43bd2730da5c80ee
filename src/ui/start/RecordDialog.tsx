import { useStore } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { Dialog } from "../controls/Dialog.js";

const WAYS: readonly { command: string; text: string }[] = [
  {
    command: "kubectl get --raw /debug/pprof/heap > heap.pb.gz",
    text: "The apiserver you reach. Needs --profiling=true (the default) and RBAC for the nonResourceURLs /debug/pprof/*. It goes through the load balancer: each call may reach another apiserver, and two snapshots of different processes are no time series.",
  },
  {
    command: "kubectl get --raw '/debug/pprof/heap?gc=1' > live.pb.gz",
    text: "Forces a garbage collection first: what is left is live.",
  },
  {
    command: "kubectl port-forward -n kube-system kube-apiserver-NODE 6443:6443",
    text: "One particular apiserver; then curl -k with a bearer token from https://127.0.0.1:6443/debug/pprof/heap.",
  },
  {
    command: "curl -s localhost:6060/debug/pprof/heap > heap.pb.gz",
    text: "Any Go program that serves net/http/pprof, an operator for instance.",
  },
  {
    command: "grf attach PID",
    text: "Who holds the memory instead of who allocated it: goref follows references from the program's variables and writes grf.out, to be opened here beside a heap profile of the same moment. The process stands still while its memory is read; it takes the right to trace it (root, or CAP_SYS_PTRACE in its PID namespace), memory beside it, and a binary with debug information (not built with -ldflags=-w). Where that is too much: gcore PID, then grf core BINARY CORE on another machine.",
  },
  {
    command:
      "for i in 1 2 3 4 5 6; do kubectl get --raw '/debug/pprof/heap?gc=1' > heap-$i.pb.gz; sleep 60; done",
    text: "A time series: drop all of the files together.",
  },
];

/** How profiles are taken, with commands to copy. */
export function RecordDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "record");
  return (
    <Dialog
      title="How to take a profile"
      open={open}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      {WAYS.map((way) => (
        <div key={way.command} className="way">
          <div className="command">
            <code>{way.command}</code>
            <Copy text={way.command} />
          </div>
          <p className="dim">{way.text}</p>
        </div>
      ))}
    </Dialog>
  );
}
