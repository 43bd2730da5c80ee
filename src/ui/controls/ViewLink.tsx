import type { ReactNode } from "react";
import { useView } from "../../session/store.js";
import { viewToFragment } from "../../view/url.js";
import type { View } from "../../view/view.js";
import { useSession } from "../app/session-context.js";

/** A link to another view of the same files: a click goes there, and it can be copied or opened. */
export function ViewLink(props: {
  change: Partial<View>;
  className?: string;
  title?: string;
  children: ReactNode;
}) {
  const view = useView();
  const session = useSession();
  const { change } = props;
  // The profile of a self-contained link stays in the address.
  const data = /(?:^#|&)(d=[^&]*)/.exec(location.hash)?.[1];
  return (
    <a
      className={props.className ?? "link"}
      title={props.title}
      href={`#${viewToFragment({ ...view, ...change })}${data ? `&${data}` : ""}`}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        session.change(change);
      }}
    >
      {props.children}
    </a>
  );
}
