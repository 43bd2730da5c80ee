import type { Question } from "../engine/question.js";
import { Cancelled } from "../lib/cancelled.js";
import { DEFAULT_VIEW, type View } from "../view/view.js";
import { type EngineClient, Failed } from "../worker/client.js";
import type { AskName, Asks } from "../worker/protocol.js";
import { type Ask, askOf, asksOf, draftOf } from "./questions.js";
import { useStore } from "./store.js";

/** Asks the worker what the view raises, each question once, and stores the answers. */
export class Asker {
  /** the view that was answered last in all of its parts */
  answered: View = DEFAULT_VIEW;
  private readonly wanted = new Map<AskName, string>();
  private lastShown = 0;
  private direction: 1 | -1 = 1;

  constructor(private readonly client: EngineClient) {}

  /** There is no view to go back to any more. */
  forget(): void {
    this.answered = DEFAULT_VIEW;
  }

  /** Asks what the view raises and is not answered yet. */
  ask(): void {
    const state = useStore.getState();
    if (state.missing.length > 0) return;
    if (state.view.files.some((f) => !state.files.has(f.hash))) return;
    this.askDraft();
    for (const ask of asksOf(state.view)) {
      const known = state.answers[ask.name];
      if (known?.key === ask.key || this.wanted.get(ask.name) === ask.key) continue;
      void this.send(ask);
    }
    const names = new Set(asksOf(state.view).map((a) => a.name));
    for (const name of ["before", "detail", "search", "lit"] as const) {
      if (!names.has(name)) {
        this.wanted.delete(name);
        useStore.setState((s) => ({ answers: { ...s.answers, [name]: undefined } }));
      }
    }
  }

  /** Of large files a first look is asked for while there is no graph of them at all. */
  private askDraft(): void {
    const { view, files, answers } = useStore.getState();
    if (answers.picture) return;
    const samples = view.files.reduce((n, f) => n + (files.get(f.hash)?.facts.samples ?? 0), 0);
    const ask = draftOf(view, samples);
    if (!ask || this.wanted.get("draft") === ask.key) return;
    this.wanted.set("draft", ask.key);
    this.request("draft", ask.question, undefined)
      .then((answer) =>
        useStore.setState(({ answers }) =>
          answers.picture ? {} : { answers: { ...answers, picture: { key: ask.key, answer } } },
        ),
      )
      // It was only a first look: what is wrong with the question the graph itself will say.
      .catch(() => {})
      .finally(() => this.wanted.delete("draft"));
  }

  private async send(ask: Ask): Promise<void> {
    const { name, key } = ask;
    this.wanted.set(name, key);
    useStore.setState((s) => ({ pending: new Set(s.pending).add(key) }));
    try {
      const answer = await this.request(name, ask.question, ask.with as never);
      if (this.wanted.get(name) === key) {
        useStore.setState((s) => ({
          answers: { ...s.answers, [name]: { key, answer } },
          failures: { ...s.failures, [name]: undefined },
        }));
      }
    } catch (error) {
      if (!(error instanceof Cancelled) && this.wanted.get(name) === key) {
        const failure =
          error instanceof Failed
            ? error.failure
            : { name: "Error", message: messageOf(error), hint: "", byte: undefined };
        useStore.setState((s) => ({ failures: { ...s.failures, [name]: { key, failure } } }));
      }
    } finally {
      if (this.wanted.get(name) === key) this.wanted.delete(name);
      useStore.setState((s) => {
        const pending = withoutKey(s.pending, key);
        return { pending, progress: pending.size === 0 ? undefined : s.progress };
      });
      this.noteAnswered();
    }
  }

  /** Asks something that is not part of the screen: an export, a report. */
  async once<K extends AskName>(name: K, extra: Asks[K]["with"]): Promise<Asks[K]["answer"]> {
    const ask = askOf(useStore.getState().view, name, extra);
    return this.request(name, ask.question, extra);
  }

  /** Asks the worker; names that come along are kept, since they are sent only once. */
  async request<K extends AskName>(
    name: K,
    question: Question,
    extra: Asks[K]["with"],
  ): Promise<Asks[K]["answer"]> {
    const reply = await this.client.ask(name, question, extra);
    if (reply.names) useStore.setState({ names: reply.names });
    return reply.answer;
  }

  private noteAnswered(): void {
    const { view, pending, answers } = useStore.getState();
    if (pending.size > 0) return;
    const picture = asksOf(view).find((ask) => ask.name === "picture");
    if (!picture || answers.picture?.key !== picture.key || this.answered === view) return;
    this.answered = view;
    this.foresee(view);
  }

  /** While nothing is asked the next snapshot is got ready, in the direction last gone. */
  private foresee(view: View): void {
    if (view.shown !== this.lastShown) this.direction = view.shown < this.lastShown ? -1 : 1;
    this.lastShown = view.shown;
    if (view.sum || view.files.length < 2) return;
    const onward = view.shown + this.direction;
    const shown = onward in view.files ? onward : view.shown - this.direction;
    const { question } = askOf({ ...view, shown }, "foresee", undefined);
    this.request("foresee", question, undefined).catch(() => {});
  }
}

/** Keys without one of them. */
export function withoutKey(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const left = new Set(keys);
  left.delete(key);
  return left;
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
