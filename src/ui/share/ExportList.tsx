import { useState } from "react";
import type { ExportAsk } from "../../export/what-is-exported.js";
import { pngOf, svgOf } from "../../publish/image-file.js";
import { useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import { useTheme } from "../app/theme-choice.js";
import { viewTitle } from "../controls/view-title.js";
import { seenPicture } from "../graph/current-picture.js";
import { ExportQueue, type ExportState } from "./export-queue.js";
import { savedName, saveFile } from "./save-file.js";

/** Files that other programs read. */
export function ExportList() {
  const session = useSession();
  const view = useView();
  const theme = useTheme();
  const fromLink = useStore((s) => s.restShare !== undefined);
  const [state, setState] = useState<ExportState>({ making: "", waiting: 0, said: "" });
  const [queue] = useState(() => new ExportQueue(setState));
  const type = useStore((s) => s.answers.picture?.answer.sampleType ?? view.sampleType);
  const parts = [viewTitle(view), type];
  const picture = () => {
    const seen = seenPicture(session.store, theme);
    if (!seen) throw new Error("the graph is not painted yet: look at the Graph tab first");
    return seen;
  };
  const data = (ask: ExportAsk) => async () => {
    const file = await session.export(ask);
    const of = ask.of ? [...parts, ask.of] : parts;
    saveFile(savedName(of, file.extension), file.bytes, file.type);
  };
  const buttons: readonly (readonly [string, string, () => Promise<void>])[] = [
    [
      "PNG",
      "the graph as a picture, twice the size",
      async () => saveFile(savedName(parts, "png"), await pngOf(picture()), "image/png"),
    ],
    [
      "SVG",
      "vector image with selectable text",
      async () => saveFile(savedName(parts, "svg"), svgOf(picture()), "image/svg+xml"),
    ],
    [
      "pprof",
      "as shown, for go tool pprof: filtered, joined, with base",
      data({ format: "pb", raw: false }),
    ],
    ...(fromLink
      ? []
      : ([
          [
            "pprof, raw",
            "the file shown, every sample as recorded",
            data({ format: "pb", raw: true }),
          ],
        ] as const)),
    ["folded", "folded stacks, as shown", data({ format: "folded", raw: false })],
    [
      "speedscope",
      "stacks as shown, for speedscope.app",
      data({ format: "speedscope", raw: false }),
    ],
    ...(fromLink
      ? []
      : ([
          [
            "OpenTelemetry",
            "the file shown as OTLP, every sample as recorded",
            data({ format: "otlp", raw: true }),
          ],
        ] as const)),
    ["CSV", "the table of functions", data({ format: "csv", raw: false, of: "functions" })],
    ["CSV, kinds", "kinds and stages", data({ format: "csv", raw: false, of: "kinds" })],
    ["JSON", "the table of functions", data({ format: "json", raw: false, of: "functions" })],
    ["JSON, suspects", "the suspects", data({ format: "json", raw: false, of: "suspects" })],
    [
      "Markdown",
      "the whole finding, ready for a ticket",
      async () => {
        const report = await session.once("report", { link: location.href });
        saveFile(savedName(parts, "md"), report, "text/markdown");
      },
    ],
  ];
  return (
    <section className="way-card" aria-labelledby="way-export">
      <header>
        <h3 id="way-export">Files for other tools</h3>
      </header>
      <div className="exports">
        {buttons.map(([label, title, save]) => (
          <button
            key={label}
            type="button"
            className="button small"
            title={title}
            onClick={() => queue.add(label, save)}
          >
            {label}
          </button>
        ))}
      </div>
      <p aria-live="polite" className={state.making ? "" : "more"}>
        {state.making ? <Making state={state} onCancel={() => queue.clear()} /> : state.said}
      </p>
    </section>
  );
}

/** What is being made, how far it is, and how to stop it. */
function Making({ state, onCancel }: { state: ExportState; onCancel: () => void }) {
  const session = useSession();
  const share = useStore((s) => s.progress?.share);
  return (
    <>
      making {state.making}
      {share === undefined ? "…" : ` · ${Math.round(share * 100)}%`}
      {state.waiting > 0 ? `, ${state.waiting} more after it` : ""}{" "}
      <button
        type="button"
        className="button small"
        onClick={() => {
          onCancel();
          void session.cancel();
        }}
      >
        Cancel
      </button>
    </>
  );
}
