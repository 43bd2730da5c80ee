/** Light or dark ground. */
export type Theme = "light" | "dark";

/** The tones that a drawing is made of besides the colours of boxes. */
export interface Tones {
  readonly ground: string;
  readonly panel: string;
  readonly line: string;
  readonly text: string;
  readonly dim: string;
  readonly faint: string;
  /** frames without a colour of their own; rows take turns */
  readonly frame: readonly [string, string];
  readonly frameText: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly focus: string;
  /** more and less than before, as text (WCAG AA on ground and panel) */
  readonly more: string;
  readonly less: string;
  /** the same as fills at full strength */
  readonly moreFill: string;
  readonly lessFill: string;
}

/** The page's tones, one set a theme. styles/tokens.css has the same, which a test holds it to. */
export const TONES: Readonly<Record<Theme, Tones>> = {
  light: {
    ground: "#fbfbfa",
    panel: "#ffffff",
    line: "#e6e4e0",
    text: "#1d1c1a",
    dim: "#6f6b64",
    faint: "#a19c93",
    frame: ["#ece9e4", "#e3dfd8"],
    frameText: "#4b4740",
    accent: "#c2255c",
    accentSoft: "#fbe3ec",
    focus: "#1c7ed6",
    more: "#b35a06",
    less: "#2b6cb0",
    moreFill: "#d9730d",
    lessFill: "#2b6cb0",
  },
  dark: {
    ground: "#161514",
    panel: "#1d1c1a",
    line: "#33302c",
    text: "#ece9e4",
    dim: "#a39d93",
    faint: "#6d675e",
    frame: ["#2b2926", "#33302c"],
    frameText: "#c9c3b8",
    accent: "#f06595",
    accentSoft: "#3c1f2b",
    focus: "#74c0fc",
    more: "#ffa94d",
    less: "#74c0fc",
    moreFill: "#ffa94d",
    lessFill: "#74c0fc",
  },
};
