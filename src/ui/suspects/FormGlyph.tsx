import { FORM_DRAWINGS, FORM_WORDS, type GrowthForm } from "../../leaks/growth-form.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";

const WIDTH = 36;
const HEIGHT = 14;
/** Half of the line's width stays inside. */
const EDGE = 1;

/** A small drawing of a form of growth: the form itself, not the measured course. */
export function FormGlyph({ form }: { readonly form: GrowthForm }) {
  const drawing = FORM_DRAWINGS[form];
  const points = drawing.map(
    ([x, y]) => `${EDGE + x * (WIDTH - 2 * EDGE)},${HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)}`,
  );
  return (
    <svg
      className="form-glyph"
      data-form={form}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={SUSPECTS_WORDS.card.form(FORM_WORDS[form].replace(/[,:，：].*$/s, ""))}
    >
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
