import { useState } from "react";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";

/** Puts text on the clipboard; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure context there is no clipboard API: the old way still works on a click.
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    // A dialog takes the focus from what lies outside of it, and nothing would be copied.
    (document.activeElement?.closest("[role=dialog]") ?? document.body).append(area);
    area.select();
    const done = document.activeElement === area && document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** A button that copies, and says that it did. */
export function Copy(props: {
  text: string | (() => string | Promise<string>);
  label?: string;
  className?: string;
}) {
  const [said, setSaid] = useState("");
  const label = props.label ?? CONTROLS_WORDS.copy;
  return (
    <button
      type="button"
      className={props.className ?? "link dim"}
      aria-live="polite"
      onClick={async () => {
        const text = typeof props.text === "string" ? props.text : await props.text();
        setSaid((await copyText(text)) ? CONTROLS_WORDS.copied : CONTROLS_WORDS.copyFailed);
        setTimeout(() => setSaid(""), 1600);
      }}
    >
      {said || label}
    </button>
  );
}
