import { useStore } from "../../session/store.js";
import { START_WORDS } from "../../words/page/start-words.js";
import { useSession } from "../app/session-context.js";
import { Copy } from "../controls/CopyButton.js";
import { Dialog } from "../controls/Dialog.js";

const WORDS = START_WORDS.ways;

const WAYS: readonly { command: string; text: keyof typeof WORDS }[] = [
  {
    command: "kubectl get --raw /debug/pprof/heap > heap.pb.gz",
    text: "apiserver",
  },
  {
    command: "kubectl get --raw '/debug/pprof/heap?gc=1' > live.pb.gz",
    text: "collected",
  },
  {
    command: "kubectl port-forward -n kube-system kube-apiserver-NODE 6443:6443",
    text: "oneApiserver",
  },
  {
    command: "curl -s localhost:6060/debug/pprof/heap > heap.pb.gz",
    text: "anyProgram",
  },
  {
    command: "grf attach PID",
    text: "holders",
  },
  {
    command:
      "for i in 1 2 3 4 5 6; do kubectl get --raw '/debug/pprof/heap?gc=1' > heap-$i.pb.gz; sleep 60; done",
    text: "series",
  },
];

/** How profiles are taken, with commands to copy. */
export function RecordDialog() {
  const session = useSession();
  const open = useStore((s) => s.dialog === "record");
  return (
    <Dialog
      title={START_WORDS.howToTakeProfile}
      open={open}
      onClose={() => session.store.setState({ dialog: "" })}
    >
      {WAYS.map((way) => (
        <div key={way.command} className="way">
          <div className="command">
            <code>{way.command}</code>
            <Copy text={way.command} />
          </div>
          <p className="dim">{WORDS[way.text]}</p>
        </div>
      ))}
    </Dialog>
  );
}
