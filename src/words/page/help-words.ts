/** What the help says besides the keys, whose texts are with the controls. */
export const HELP_WORDS = {
  title: "Keyboard shortcuts and glossary",
  licences: "Licences of the software in this page",

  /** gestures, and what each does */
  pointer: [
    ["click", "select, and zoom to it; a row of plumbing unfolds"],
    ["double click", "zoom to it, and stay"],
    ["right click", "what can be done with a function"],
    ["Ctrl wheel", "zoom at the pointer; a pinch does the same"],
    ["drag", "move the graph"],
    ["Shift drag", "zoom to a range"],
    ["drag in the strip", "compare two snapshots"],
  ],

  glossaryTitle: "Words",
  /** terms, and what each means */
  glossary: [
    ["flat", "what the function itself allocated"],
    ["cum", "what it and all it calls allocated, each sample once"],
    ["inuse, alloc", "alive when recorded; allocated since the process started"],
    ["named", "a frame on the stack says the kind"],
    ["shaped", "the encoder's stack has the shape of the kind"],
    ["co-growth", "grew together with one kind's named frames and no other's"],
    ["±", "one standard error: Go samples, it does not count every allocation"],
    ["survival", "growth of the live bytes over what was allocated since the base"],
  ],
} as const;
