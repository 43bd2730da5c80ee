import type { Detail } from "../../engine/path-answers.js";
import { errorText, zText } from "../../profile/sampling/error-text.js";
import type { Sampling } from "../../profile/sampling/sampling-error.js";
import { useStore, useView } from "../../session/store.js";
import { PANEL_WORDS } from "../../words/page/panel-words.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatShare,
  formatValue,
} from "../controls/page-format.js";
import { Figure } from "./Figure.js";

const WORDS = PANEL_WORDS.figures;

/** Every figure that is known of a path. */
export function DetailFigures({ detail }: { readonly detail: Detail }) {
  const { unit, isDifference, isDelta } = detail;
  const { files, shown } = useView();
  const file = useStore((s) => s.files.get(files[shown]?.hash ?? ""));
  const isHeld = file?.facts.features.subject === "references";
  return (
    <dl className="figures">
      <Value label={WORDS.flat} value={detail.flat} error={detail.flatError} of={detail} />
      <Value label={WORDS.cumulative} value={detail.cum} error={detail.cumError} of={detail} />
      {isDifference && !isDelta ? (
        <Value label={WORDS.before} value={detail.baseCum} error={detail.baseError} of={detail} />
      ) : null}
      {isDifference ? <Change detail={detail} /> : null}
      {detail.objects >= 0 ? (
        <Figure label={WORDS.objects}>
          {formatCount(detail.objects)}
          <ErrorOf error={detail.objectsError} unit="count" sampling={detail.sampling} />
        </Figure>
      ) : null}
      {detail.meanBytes !== null ? (
        <Figure label={isHeld ? WORDS.meanObject : WORDS.meanAllocation}>
          {formatValue(detail.meanBytes, "bytes")}
        </Figure>
      ) : null}
      {detail.allocated !== null ? (
        <Figure label={WORDS.allocated}>{formatValue(detail.allocated, unit)}</Figure>
      ) : null}
      {detail.survival !== null ? (
        <Figure label={WORDS.survival} title={WORDS.survivalTitle}>
          {formatShare(detail.survival)}{" "}
          <span className="dim">{survivalWord(detail.survival)}</span>
        </Figure>
      ) : null}
      {detail.joinedShare > 0 ? (
        <Figure label={WORDS.joined}>{formatShare(detail.joinedShare)}</Figure>
      ) : null}
    </dl>
  );
}

function survivalWord(survival: number): string {
  return survival >= 0.5 ? WORDS.stays : survival < 0.2 ? WORDS.inFlight : WORDS.partlyStays;
}

function Value(props: { label: string; value: number; error: number; of: Detail }) {
  const { unit, sampling } = props.of;
  return (
    <Figure label={props.label} title={formatExact(props.value, unit)}>
      {formatValue(props.value, unit)}
      <ErrorOf error={props.error} unit={unit} sampling={sampling} />
    </Figure>
  );
}

function Change({ detail }: { readonly detail: Detail }) {
  const { unit } = detail;
  const error = errorText(detail.deltaError, unit, detail.sampling.change);
  const z = Number.isNaN(detail.z) ? "" : `z ${zText(detail.z)}`;
  return (
    <Figure label={WORDS.change}>
      {formatDelta(detail.cum - detail.baseCum, unit)}{" "}
      <span className="dim" title={WORDS.errorTitle}>
        {[error, z].filter(Boolean).join(" · ")}
      </span>
    </Figure>
  );
}

function ErrorOf(props: { error: number; unit: string; sampling: Sampling }) {
  const text = errorText(props.error, props.unit, props.sampling.basis);
  return text ? (
    <span className="dim" title={WORDS.errorTitle}>
      {" "}
      {text}
    </span>
  ) : null;
}
