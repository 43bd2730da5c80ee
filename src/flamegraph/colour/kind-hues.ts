import type { KindKey } from "../../engine/answers.js";
import type { Theme } from "./canvas-theme.js";

/** The hues that kinds have besides the accent. */
export const HUES = ["violet", "teal", "blue", "ochre", "olive", "coral", "green"] as const;
export type Hue = (typeof HUES)[number];

/**
 * The hues at full strength. Found by a search for the largest distance between any two of them,
 * the accent and the greys, both as seen by most people and with deuteranopia (simulated as by
 * Machado, Oliveira and Fernandes, 2009).
 */
export const HUE_COLOURS: Readonly<Record<Theme, Readonly<Record<Hue, string>>>> = {
  light: {
    violet: "#5c4294",
    teal: "#2cafc4",
    blue: "#528ae9",
    ochre: "#bbb34b",
    olive: "#70993f",
    coral: "#e89a7b",
    green: "#237223",
  },
  dark: {
    violet: "#9e6bb6",
    teal: "#59d1ce",
    blue: "#81a8ff",
    ochre: "#c1a529",
    olive: "#acc975",
    coral: "#b65920",
    green: "#21923c",
  },
};

/** What belongs to no single kind of object, and what is not known: greys. */
export const OTHER_FILL: Readonly<Record<Theme, string>> = { light: "#e0dee1", dark: "#2c2a28" };
export const UNKNOWN_FILL: Readonly<Record<Theme, string>> = { light: "#f0eeeb", dark: "#22211f" };

/**
 * The same at full strength, as in dots and in the bands of the timeline. CIEDE2000 from the accent
 * is 20 at least, as seen by most people, with protanopia, deuteranopia and tritanopia.
 */
export const OTHER_DOT: Readonly<Record<Theme, string>> = { light: "#b3b0aa", dark: "#4b4842" };
export const UNKNOWN_DOT: Readonly<Record<Theme, string>> = { light: "#dad7d1", dark: "#363430" };

/** Kinds that are often met together have hues of their own. */
const FIXED = new Map<string, Hue>(
  Object.entries({
    Secret: "violet",
    Event: "teal",
    Pod: "blue",
    Node: "ochre",
    Deployment: "olive",
    Lease: "coral",
    Endpoints: "green",
    EndpointSlice: "green",
    ReplicaSet: "ochre",
    Service: "coral",
    CustomResourceDefinition: "coral",
    CRD: "ochre",
    Namespace: "olive",
    Job: "teal",
    DaemonSet: "violet",
    StatefulSet: "teal",
    ServiceAccount: "green",
    PersistentVolumeClaim: "violet",
  } as const),
);

/** The kind that has the accent unless another one is asked for. */
export const ACCENT_KIND = "ConfigMap";

/**
 * The hue of a kind, the same in every profile; undefined for the kind that has the accent. The
 * hue that the accent frees goes to ConfigMap.
 */
export function hueOf(kind: KindKey, accentKind: KindKey): Hue | undefined {
  const wanted = accentKind || ACCENT_KIND;
  if (kind === wanted) return undefined;
  return ownHue(kind === ACCENT_KIND ? wanted : kind);
}

function ownHue(kind: KindKey): Hue {
  const dot = kind.indexOf(".");
  const name = dot < 0 ? kind : kind.slice(0, dot);
  return FIXED.get(name) ?? HUES[textHash(kind) % HUES.length];
}

/** A hash of a text, 32 bits (FNV-1a with a last mix). */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
