import type { FileFacts, FunctionTable, Picture } from "../../engine/answers.js";
import { isByteUnit } from "../../lib/units.js";
import { sampleTypeName } from "../../profile/profile.js";
import { useAnswer, useStore, useView } from "../../session/store.js";
import { OPENED_WORDS } from "../../words/page/opened-words.js";
import {
  formatBytes,
  formatCount,
  formatExact,
  formatShare,
  formatValue,
} from "../controls/page-format.js";

const WORDS = OPENED_WORDS.foot;

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
      {picture ? <OfPicture picture={picture} /> : null}
      {table && facts?.features.stacks === "none" ? <OfTable table={table} facts={facts} /> : null}
      {set && set.loosened.length > 0 ? (
        <span title={set.loosened.map(({ name, other }) => WORDS.takenFor(name, other)).join("\n")}>
          {WORDS.loosened(formatCount(set.loosened.length))}
        </span>
      ) : null}
      {facts && facts.period > 0 && facts.periodUnit === "bytes" ? (
        <span title={WORDS.sampledTitle}>{WORDS.sampled(formatBytes(facts.period))}</span>
      ) : null}
      <span className="grow" />
      <span className="privacy">{WORDS.privacy}</span>
    </footer>
  );
}

function OfPicture({ picture }: { readonly picture: Picture }) {
  const { of, kept, unit, sampleType, isDelta, joined, cutStacks } = picture;
  return (
    <>
      <span title={WORDS.units}>{WORDS.whole(formatValue(of, unit), sampleType, isDelta)}</span>
      <span className="exact">{formatExact(of, unit, sampleType)}</span>
      {kept !== of ? (
        <span title={WORDS.shownTitle}>{WORDS.shown(formatValue(kept, unit))}</span>
      ) : null}
      <span>{WORDS.samples(picture.samples)}</span>
      {joined.joined > 0 ? (
        <span title={WORDS.joinedTitle}>
          {WORDS.joined(joined.joined, formatShare(joined.share))}
        </span>
      ) : null}
      {cutStacks > 0 ? <span title={WORDS.cutTitle}>{WORDS.cut(cutStacks)}</span> : null}
      <span>{WORDS.roots(picture.roots)}</span>
      {isByteUnit(unit) ? <span title={WORDS.units}>{WORDS.unit}</span> : null}
    </>
  );
}

/** Of a printed table there is no graph: its sums are what was printed. */
function OfTable(props: { readonly table: FunctionTable; readonly facts: FileFacts }) {
  const { table, facts } = props;
  const view = useView();
  const sampleType = view.sampleType || sampleTypeName(facts.sampleTypes, facts.defaultSampleType);
  return (
    <>
      <span title={WORDS.units}>
        {WORDS.whole(formatValue(table.of, table.unit), sampleType, false)}
      </span>
      <span className="exact">{formatExact(table.of, table.unit)}</span>
      <span>{WORDS.rounded}</span>
    </>
  );
}
