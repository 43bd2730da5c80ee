import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";

/** A dialog over the page: closes by Esc, by its cross and by a click beside it. */
export function Dialog(props: {
  title: string;
  description?: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const before = useRef<Element | null>(null);
  return (
    <Radix.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content
          className="dialog"
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          // Opened by a key, it has no button to go back to: what had the focus gets it.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { current } = before;
            const back = current instanceof HTMLElement && current.isConnected ? current : null;
            (back ?? document.querySelector<HTMLElement>(".flamegraph, .finding, .brand"))?.focus();
          }}
          {...(props.description ? {} : { "aria-describedby": undefined })}
        >
          <div className="dialog-head">
            <Radix.Title asChild>
              <h2>{props.title}</h2>
            </Radix.Title>
            <Radix.Close asChild>
              <button type="button" className="button quiet icon" aria-label={CONTROLS_WORDS.close}>
                ✕
              </button>
            </Radix.Close>
          </div>
          {props.description ? (
            <Radix.Description className="dim" style={{ marginBottom: 16 }}>
              {props.description}
            </Radix.Description>
          ) : null}
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
