import type { FlameGraphProps } from "./props.js";

/** Whether the root is at the lower edge. */
export function isFlame(props: FlameGraphProps): boolean {
  return props.orientation === "flame";
}

/** Whether two props of one picture colour its boxes alike. */
export function sameColours(a: FlameGraphProps, b: FlameGraphProps): boolean {
  return (
    a.names === b.names &&
    a.colouring === b.colouring &&
    a.theme === b.theme &&
    a.accentKind === b.accentKind
  );
}

/** Whether two props look the same but for what is hovered elsewhere. */
export function sameSight(a: FlameGraphProps, b: FlameGraphProps): boolean {
  return (
    a.picture === b.picture &&
    a.names === b.names &&
    a.plumbingGroups === b.plumbingGroups &&
    a.orientation === b.orientation &&
    a.colouring === b.colouring &&
    a.side === b.side &&
    a.matches === b.matches &&
    a.lit === b.lit &&
    a.zoom === b.zoom &&
    a.part === b.part &&
    a.selection === b.selection &&
    a.theme === b.theme &&
    a.accentKind === b.accentKind
  );
}
