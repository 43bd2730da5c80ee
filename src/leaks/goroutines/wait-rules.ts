import type { WaitKey } from "../../words/leaks-words.js";

/** What a goroutine waits for, by the functions nearest its leaf. */
export interface WaitRule {
  /** one of the frames above the leaf, canonical name */
  readonly frame: RegExp;
  readonly wait: WaitKey;
}

/** The first that fits decides: what is special stands above what it is made of. */
export const WAIT_RULES: readonly WaitRule[] = [
  { frame: /^time\.Sleep$/, wait: "asleep" },
  {
    frame: /^sync\.\(\*WaitGroup\)\.Wait$/,
    wait: "waitgroup",
  },
  { frame: /^sync\.\(\*RWMutex\)\.(?:RLock|Lock)$/, wait: "rwmutex" },
  { frame: /^(?:sync|internal\/sync)\.\(\*Mutex\)\.[lL]ock/, wait: "mutex" },
  { frame: /^sync\.\(\*Once\)\.doSlow$/, wait: "once" },
  {
    frame: /^sync\.\(\*Cond\)\.Wait$|^sync\.runtime_notifyListWait$/,
    wait: "cond",
  },
  { frame: /^runtime\.chanrecv\d?$/, wait: "receive" },
  { frame: /^runtime\.chansend\d?$/, wait: "send" },
  { frame: /^reflect\.rselect$|^runtime\.selectgo$/, wait: "select" },
  { frame: /^runtime\.block$/, wait: "empty-select" },
  {
    frame: /^runtime\.netpollblock$|^internal\/poll\.(?:runtime_pollWait|\(\*pollDesc\)\.wait)/,
    wait: "network",
  },
  { frame: /^os\/signal\.signal_recv$/, wait: "signal" },
  {
    frame: /^runtime\.(?:semacquire\w*|sync_runtime_Semacquire\w*)$|^sync\.runtime_Semacquire\w*$/,
    wait: "lock",
  },
  {
    frame: /^syscall\.|^runtime\.cgocall$|^internal\/runtime\/syscall\./,
    wait: "syscall",
  },
  { frame: /^runtime\.gopark(?:unlock)?$/, wait: "waiting" },
];

/** The same by the state that a text of all goroutines (?debug=2) names. */
export const STATE_RULES: readonly { readonly state: RegExp; readonly wait: WaitKey }[] = [
  { state: /\(nil chan\)|\(no cases\)/, wait: "nil-channel" },
  { state: /^chan receive or send/, wait: "channel" },
  { state: /^chan receive/, wait: "receive" },
  { state: /^chan send/, wait: "send" },
  { state: /^select/, wait: "select" },
  { state: /^IO wait/, wait: "network" },
  { state: /^sync\.Mutex\.Lock/, wait: "mutex" },
  { state: /^sync\.RWMutex\./, wait: "rwmutex" },
  {
    state: /^sync\.WaitGroup\.Wait/,
    wait: "waitgroup",
  },
  { state: /^sync\.Cond\.Wait/, wait: "cond" },
  { state: /^semacquire/, wait: "lock" },
  { state: /^sleep/, wait: "asleep" },
  { state: /^syscall/, wait: "syscall" },
];
