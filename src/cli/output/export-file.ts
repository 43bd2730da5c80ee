import { findingText } from "../../engine/answers/finding/finding-text.js";
import { FileSet } from "../../engine/file-set.js";
import { rawPprof } from "../../export/pprof-file.js";
import { exported } from "../../export/what-is-exported.js";
import { ACCENT_KIND } from "../../flamegraph/colour/kind-hues.js";
import { plumbingGroups } from "../../kubernetes/frames/plumbing.js";
import { itemAt, must } from "../../lib/must.js";
import type { Steps } from "../../lib/steps.js";
import { svgOf } from "../../publish/image-file.js";
import { SelfContainedError, selfContainedPage } from "../../publish/self-contained-page.js";
import { viewToFragment } from "../../view/url.js";
import type { Session } from "../input/opened-files.js";
import { titleName } from "../input/title-name.js";
import { builtAssets, DIST, unfit } from "../server/page-assets.js";

/** Endings of the files that can be written. */
export const ENDINGS = [
  ".pb.gz",
  ".folded",
  ".csv",
  ".json",
  ".svg",
  ".html",
  ".md",
  ".speedscope.json",
  ".otlp",
  ".otlp.json",
] as const;
export type Ending = (typeof ENDINGS)[number];

export function endingOf(name: string): Ending | undefined {
  // Of several that fit, as .otlp.json and .json, the last listed says more.
  return ENDINGS.findLast((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * A file of what a session shows.
 * @param dist the built page, for .html
 * @throws InputError where the page is not built; Interrupted, QuestionError
 */
export async function exportBytes(
  session: Session,
  ending: Ending,
  dist = DIST,
): Promise<Uint8Array> {
  const { engine, question, run } = session;
  switch (ending) {
    case ".pb.gz": {
      const changed = question.transforms.length > 0 || question.joined || question.base >= 0;
      if (!changed) return await run(rawFile(session));
      return (await run(exported(engine, question, { format: "pb", raw: false }))).bytes;
    }
    case ".speedscope.json":
      return (await run(exported(engine, question, { format: "speedscope", raw: false }))).bytes;
    case ".otlp":
    case ".otlp.json": {
      const format = ending === ".otlp" ? "otlp" : "otlp-json";
      return (await run(exported(engine, question, { format, raw: true }))).bytes;
    }
    case ".folded":
    case ".csv":
    case ".json": {
      const format = ending === ".folded" ? "folded" : ending === ".csv" ? "csv" : "json";
      return (await run(exported(engine, question, { format, raw: false }))).bytes;
    }
    case ".svg":
      return encode(await svgText(session));
    case ".html":
      return encode(await htmlText(session, dist));
    case ".md":
      return encode(await session.ask("report", { link: "" }));
  }
}

/** Every sample as it is; a sample type that is asked for is the one that is shown first. */
function rawFile({ engine, question, sampleType }: Session): Steps<Uint8Array> {
  const set = engine.set(question);
  if (question.sampleType === "") return rawPprof(set, question);
  const entry = itemAt(set.entries, question.shown);
  const profile = { ...entry.profile, defaultSampleType: sampleType };
  return rawPprof(new FileSet([{ ...entry, profile }]), { ...question, shown: 0 });
}

async function svgText(session: Session): Promise<string> {
  const { engine, question, view } = session;
  const picture = await session.ask("picture", undefined);
  const finding = findingText(await session.ask("finding", undefined));
  return svgOf({
    picture,
    names: must(engine.names(question), "the names of what is drawn"),
    plumbingGroups: plumbingGroups(),
    view,
    theme: "light",
    accentKind: ACCENT_KIND,
    title: titleOf(session),
    finding,
  });
}

async function htmlText({ files, view }: Session, dist: string): Promise<string> {
  const assets = await builtAssets(dist);
  const carried = files.map(({ hash, short, bytes }) => ({ hash, name: short, bytes }));
  try {
    return selfContainedPage(assets, carried, viewToFragment(view));
  } catch (error) {
    if (error instanceof SelfContainedError) throw unfit(error);
    throw error;
  }
}

/** What is compared, in words: "01-created → 03-storm". */
function titleOf({ files, view }: Session): string {
  const shown = titleName(itemAt(files, view.shown).short);
  const base = files[view.base];
  return base ? `${titleName(base.short)} → ${shown}` : shown;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
