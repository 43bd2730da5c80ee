import { must } from "../lib/must.js";

/** Where the build of the page in one script says what it wrote. */
export const MANIFEST = "whole/manifest.json";

/** The files of the page in one script, by their paths beside index.html. */
export interface PageParts {
  readonly script: string;
  readonly styles: readonly string[];
  readonly worker: string;
}

/** An entry of a manifest as Vite writes it. */
interface Entry {
  readonly file: string;
  readonly isEntry?: boolean;
  /** what a script carries beside it: the worker is one of them */
  readonly assets?: readonly string[];
}

/**
 * The parts that a manifest names: one script, its style sheets, and the worker that it starts.
 * @throws Error where one of them is missing, SyntaxError where the text is no JSON
 */
export function partsOf(manifest: string): PageParts {
  const entries = Object.values(JSON.parse(manifest) as Readonly<Record<string, Entry>>);
  const page = must(
    entries.find((entry) => entry.isEntry),
    `a script in ${MANIFEST}`,
  );
  return {
    script: page.file,
    styles: entries.map(({ file }) => file).filter((file) => file.endsWith(".css")),
    worker: must(
      page.assets?.find((file) => file.endsWith(".js")),
      `a worker in ${MANIFEST}`,
    ),
  };
}
