import type { ExportAsk } from "../../export/what-is-exported.js";
import { pngOf, svgOf } from "../../publish/image-file.js";
import { useStore, useView } from "../../session/store.js";
import { SHARE_WORDS } from "../../words/page/share-words.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { viewTitle } from "../controls/view-title.js";
import { seenPicture } from "../graph/current-picture.js";
import { savedName, saveFile } from "./save-file.js";

const WORDS = SHARE_WORDS.exports;

/** A file that can be made of what is shown. */
export interface ExportChoice {
  readonly label: string;
  readonly title: string;
  /** Makes it and saves it. @throws where it cannot be made */
  save(): Promise<void>;
}

const choice = (id: keyof typeof WORDS.files, save: () => Promise<void>): ExportChoice => ({
  ...WORDS.files[id],
  save,
});

/** The files that can be made of what is shown, in the order of the page. */
export function useExports(): readonly ExportChoice[] {
  const fromLink = useStore((s) => s.restShare !== undefined);
  const images = useImages();
  const asked = useAsked();
  // Of a link there is no file as it was recorded.
  const raw = fromLink ? [] : [choice("pprofRaw", asked({ format: "pb", raw: true }))];
  const otlp = fromLink ? [] : [choice("otlp", asked({ format: "otlp", raw: true }))];
  return [
    ...images,
    choice("pprof", asked({ format: "pb", raw: false })),
    ...raw,
    choice("folded", asked({ format: "folded", raw: false })),
    choice("speedscope", asked({ format: "speedscope", raw: false })),
    ...otlp,
    choice("csv", asked({ format: "csv", raw: false, of: "functions" })),
    choice("csvKinds", asked({ format: "csv", raw: false, of: "kinds" })),
    choice("json", asked({ format: "json", raw: false, of: "functions" })),
    choice("jsonSuspects", asked({ format: "json", raw: false, of: "suspects" })),
    useReport(),
  ];
}

/** What names of saved files begin with. */
function useNameParts(): readonly string[] {
  const view = useView();
  const type = useStore((s) => s.answers.picture?.answer.sampleType ?? view.sampleType);
  return [viewTitle(view), type];
}

/** The graph as it is seen. */
function useImages(): readonly ExportChoice[] {
  const session = useSession();
  const theme = useTheme();
  const parts = useNameParts();
  const picture = () => {
    const seen = seenPicture(session.store, theme);
    if (!seen) throw new Error(WORDS.notPainted);
    return seen;
  };
  return [
    choice("png", async () =>
      saveFile(savedName(parts, "png"), await pngOf(picture()), "image/png"),
    ),
    choice("svg", async () => saveFile(savedName(parts, "svg"), svgOf(picture()), "image/svg+xml")),
  ];
}

/** What the engine writes. */
function useAsked(): (ask: ExportAsk) => () => Promise<void> {
  const session = useSession();
  const parts = useNameParts();
  return (ask) => async () => {
    const file = await session.export(ask);
    const of = ask.of ? [...parts, ask.of] : parts;
    saveFile(savedName(of, file.extension), file.bytes, file.type);
  };
}

function useReport(): ExportChoice {
  const session = useSession();
  const parts = useNameParts();
  return choice("markdown", async () => {
    const report = await session.once("report", { link: location.href });
    saveFile(savedName(parts, "md"), report, "text/markdown");
  });
}
