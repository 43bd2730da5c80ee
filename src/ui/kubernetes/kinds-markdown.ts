import type { KindsAnswer } from "../../engine/answers.js";
import { prose, table } from "../../lib/markdown.js";
import { KUBERNETES_WORDS, stageLabel } from "../../words/page/kubernetes-words.js";
import { share, show } from "./kind-figures.js";

/** The matrix of kinds and stages as a table in Markdown. */
export function kindsMarkdown(kinds: KindsAnswer, stages: readonly string[]): string {
  const rest = (label: string, value: number) => [
    label,
    show(value, kinds),
    share(value, kinds),
    ...Array<string>(3 + stages.length).fill(""),
  ];
  return table(
    [...KUBERNETES_WORDS.markdownHead(), ...stages.map(stageLabel)],
    [
      ...kinds.kinds.map((k) => [
        prose(k.kind),
        show(k.total, kinds),
        share(k.total, kinds),
        show(k.named, kinds),
        show(k.shaped, kinds),
        show(k.coGrowth, kinds),
        ...stages.map((s) => show(k.stages[s] ?? 0, kinds)),
      ]),
      rest(KUBERNETES_WORDS.matrix.other, kinds.other),
      rest(KUBERNETES_WORDS.matrix.unknown, kinds.unknown),
    ],
  );
}
