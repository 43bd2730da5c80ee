import { catalogue, type Parts } from "../catalogue.js";
import engine from "../en/engine.json" with { type: "json" };
import { type Marked, sentencesOf } from "../fluent.js";

const messages = catalogue("engine", engine);
const { say, words } = messages;
const { sentence, told } = sentencesOf(messages);
const yes = (is: boolean): "yes" | "other" => (is ? "yes" : "other");

/** What objects were encoded for, as far as a table tells. */
export type Answered = "lists" | "likely" | "json";

/** What the finding says of a printed table. */
export const FIGURES_WORDS = words({
  nothing: "figures.nothing",
  recordHeap: "figures.recordHeap",
  recordOther: "figures.recordOther",
  cannotHeap: "figures.cannotHeap",
  cannotOther: "figures.cannotOther",
  aside: (type: string) => told("figures.aside", { type: [type] }),

  /** @param how what tells the kind, each by `named` or `shaped` and marked */
  kind: <P extends Marked>(kind: P, share: P, whole: string, how: readonly P[]): Parts<P> =>
    sentence<P>("figures.kind", {
      kind,
      share,
      whole: [whole],
      parts: how.reduce<Parts<P>>(
        (said, next) => (said.length === 0 ? [next] : sentence<P>("figures.next", { said, next })),
        [],
      ),
    }),
  named: (share: string, name: string) => told("figures.named", { share, name: [name] }),
  shaped: (share: string, name: string, why: string, answers: Answered | undefined) =>
    told("figures.shaped", { share, name: [name], why: [why], answers: answers ?? "other" }),
  another: <P extends Marked>(kind: P, share: string): Parts<P> =>
    sentence<P>("figures.another", { kind, share }),
  unknown: (share: string) => say("figures.unknown", { share }),

  noLargeKind: "figures.noLargeKind",
  noKind: "figures.noKind",
  category: <P extends Marked>(share: P, category: string): Parts<P> =>
    sentence<P>("figures.category", { share, category: [category] }),
  /** @param own the program's own function most is below */
  function: <P extends Marked>(
    name: P,
    share: string,
    whole: string,
    own: { readonly name: P; readonly share: string } | undefined,
  ): Parts<P> =>
    sentence<P>("figures.function", {
      name,
      share,
      whole: [whole],
      below: yes(own !== undefined),
      own: own?.name ?? "",
      ownShare: own?.share ?? "",
    }),

  /** by how much something changed, to be marked */
  changedBy: (isMore: boolean, amount: string) =>
    say("figures.changedBy", { more: yes(isMore), amount }),
  difference: <P extends Marked>(changed: P): Parts<P> =>
    sentence<P>("figures.difference", { changed }),
  mostGrew: <P extends Marked>(name: P, by: string): Parts<P> =>
    sentence<P>("figures.mostGrew", { name, by }),
  mostShrank: <P extends Marked>(name: P, by: string): Parts<P> =>
    sentence<P>("figures.mostShrank", { name, by }),
  mostChanged: <P extends Marked>(name: P, by: string): Parts<P> =>
    sentence<P>("figures.mostChanged", { name, by }),
  kindChanged: <P extends Marked>(kind: P, isMore: boolean, amount: string): Parts<P> =>
    sentence<P>("figures.kindChanged", { kind, more: yes(isMore), amount }),
  same: "figures.same",
  /** @param total what it is now; undefined where it is the same */
  compared: <P extends Marked>(changed: P, total: string | undefined): Parts<P> =>
    total === undefined
      ? sentence<P>("figures.comparedSame", { changed })
      : sentence<P>("figures.compared", { changed, total }),
});
