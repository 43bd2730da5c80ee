import { isByteUnit } from "../../lib/units.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import {
  formatBytes,
  formatCount,
  formatExact,
  formatShare,
  formatValue,
  plural,
} from "../controls/page-format.js";

const UNITS =
  "KiB, MiB and GiB are 1024, 1024² and 1024³ bytes; go tool pprof calls them kB, MB and GB";

/** The line at the bottom: what is shown, exactly, and what was done to it. */
export function Foot() {
  const picture = useAnswer("picture");
  const table = useAnswer("table");
  const set = useAnswer("set");
  const view = useView();
  const files = useStore((s) => s.files);
  const file = view.files[view.shown];
  const facts = file && files.get(file.hash)?.facts;
  return (
    <footer className="foot">
      {picture ? (
        <>
          <span title={UNITS}>
            {formatValue(picture.of, picture.unit)} {picture.sampleType}
            {picture.isDelta ? " changed, up and down" : ""}
          </span>
          <span className="exact">{formatExact(picture.of, picture.unit, picture.sampleType)}</span>
          {picture.kept !== picture.of ? (
            <span title="after the filters">{formatValue(picture.kept, picture.unit)} shown</span>
          ) : null}
          <span>{plural(picture.samples, "sample")}</span>
          {picture.joined.joined > 0 ? (
            <span title="stacks cut by Go's limit of frames, joined again by their overlap">
              {plural(picture.joined.joined, "stack")} joined, {formatShare(picture.joined.share)}{" "}
              of what is shown
            </span>
          ) : null}
          {picture.cutStacks > 0 ? (
            <span title="of stacks of more than 65,535 frames the frames nearest the root are left out">
              {plural(picture.cutStacks, "stack")} too deep, cut
            </span>
          ) : null}
          <span>{plural(picture.roots, "root")}</span>
          {isByteUnit(picture.unit) ? <span title={UNITS}>1 KiB = 1024 bytes</span> : null}
        </>
      ) : null}
      {table && facts?.features.stacks === "none" ? (
        <>
          <span title={UNITS}>
            {formatValue(table.of, table.unit)} {view.sampleType || facts.defaultSampleType}
          </span>
          <span className="exact">{formatExact(table.of, table.unit)}</span>
          <span>as printed, rounded</span>
        </>
      ) : null}
      {set && set.loosened.length > 0 ? (
        <span
          title={set.loosened
            .map(({ name, other }) => `${name}\n  is taken for ${other}`)
            .join("\n")}
        >
          {formatCount(set.loosened.length)} approximate matches across builds
        </span>
      ) : null}
      {facts && facts.period > 0 && facts.periodUnit === "bytes" ? (
        <span title="mean bytes between two sampled allocations">
          sampled every {formatBytes(facts.period)}
        </span>
      ) : null}
      <span className="grow" />
      <span className="privacy">All data stays in your browser</span>
    </footer>
  );
}
