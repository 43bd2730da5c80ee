/** What a goroutine waits for, by the functions nearest its leaf. */
export interface WaitRule {
  /** one of the frames above the leaf, canonical name */
  readonly frame: RegExp;
  /** to follow "6,286 goroutines are in F, " */
  readonly words: string;
}

/** The first that fits decides: what is special stands above what it is made of. */
export const WAIT_RULES: readonly WaitRule[] = [
  { frame: /^time\.Sleep$/, words: "asleep" },
  {
    frame: /^sync\.\(\*WaitGroup\)\.Wait$/,
    words: "waiting for other goroutines to end (WaitGroup)",
  },
  { frame: /^sync\.\(\*RWMutex\)\.(?:RLock|Lock)$/, words: "waiting for a lock (RWMutex)" },
  { frame: /^(?:sync|internal\/sync)\.\(\*Mutex\)\.[lL]ock/, words: "waiting for a lock (Mutex)" },
  { frame: /^sync\.\(\*Once\)\.doSlow$/, words: "in what is done once" },
  {
    frame: /^sync\.\(\*Cond\)\.Wait$|^sync\.runtime_notifyListWait$/,
    words: "waiting to be woken (Cond)",
  },
  { frame: /^runtime\.chanrecv\d?$/, words: "waiting to receive from a channel" },
  { frame: /^runtime\.chansend\d?$/, words: "waiting to send to a channel" },
  { frame: /^reflect\.rselect$|^runtime\.selectgo$/, words: "waiting in a select" },
  { frame: /^runtime\.block$/, words: "waiting for ever (an empty select)" },
  {
    frame: /^runtime\.netpollblock$|^internal\/poll\.(?:runtime_pollWait|\(\*pollDesc\)\.wait)/,
    words: "waiting for the network",
  },
  { frame: /^os\/signal\.signal_recv$/, words: "waiting for a signal" },
  {
    frame: /^runtime\.(?:semacquire\w*|sync_runtime_Semacquire\w*)$|^sync\.runtime_Semacquire\w*$/,
    words: "waiting for a lock",
  },
  {
    frame: /^syscall\.|^runtime\.cgocall$|^internal\/runtime\/syscall\./,
    words: "in a call of the operating system",
  },
  { frame: /^runtime\.gopark(?:unlock)?$/, words: "waiting" },
];

/** The same by the state that a text of all goroutines (?debug=2) names. */
export const STATE_RULES: readonly { readonly state: RegExp; readonly words: string }[] = [
  { state: /\(nil chan\)|\(no cases\)/, words: "waiting for ever (no channel can be ready)" },
  { state: /^chan receive or send/, words: "waiting on a channel (to receive or to send)" },
  { state: /^chan receive/, words: "waiting to receive from a channel" },
  { state: /^chan send/, words: "waiting to send to a channel" },
  { state: /^select/, words: "waiting in a select" },
  { state: /^IO wait/, words: "waiting for the network" },
  { state: /^sync\.Mutex\.Lock/, words: "waiting for a lock (Mutex)" },
  { state: /^sync\.RWMutex\./, words: "waiting for a lock (RWMutex)" },
  {
    state: /^sync\.WaitGroup\.Wait/,
    words: "waiting for other goroutines to end (WaitGroup)",
  },
  { state: /^sync\.Cond\.Wait/, words: "waiting to be woken (Cond)" },
  { state: /^semacquire/, words: "waiting for a lock" },
  { state: /^sleep/, words: "asleep" },
  { state: /^syscall/, words: "in a call of the operating system" },
];
