import type { ReactNode } from "react";

/** A line of a list of figures: what it is, and how much. */
export function Figure(props: {
  readonly label: string;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd title={props.title}>{props.children}</dd>
    </div>
  );
}
