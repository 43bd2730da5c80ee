import { Cancelled } from "../lib/cancelled-error.js";
import { DEFAULT_VIEW, type View } from "../view/view.js";
import { SESSION_WORDS } from "../words/session-words.js";
import { type Answer, type EngineClient, Failed, WorkerEnded } from "../worker/client.js";
import type { AskName, Asks, Failure } from "../worker/protocol.js";
import { type Ask, type AskNamed, askOf, asksOf, draftOf, glanceOf } from "./questions.js";
import type { PageStore, State } from "./store.js";

/** One time that a question is asked. */
interface Ticket {
  readonly key: string;
  readonly id: string;
}

/** Asks the worker what the view raises, each question once, and stores the answers. */
export class RequestRunner {
  /** the view that was answered last in all of its parts */
  answered: View = DEFAULT_VIEW;
  private readonly wanted = new Map<AskName, Ticket>();
  private tickets = 0;
  /** questions being asked that are not part of the screen */
  asides = 0;
  private lastShown = 0;
  private direction: 1 | -1 = 1;

  constructor(
    private readonly store: PageStore,
    private readonly client: () => EngineClient,
    /** told when a view is answered in all of its parts */
    private readonly whole: () => void = () => {},
  ) {}

  /** There is no view to go back to any more, and no answer to show. */
  forget(): void {
    this.answered = DEFAULT_VIEW;
    this.wanted.clear();
    this.store.setState({ answers: {}, failures: {} });
  }

  /** The worker is another one: nothing that was asked will be answered. */
  restart(): void {
    this.wanted.clear();
    this.store.setState({ pending: new Set(), failures: {}, progress: undefined });
  }

  /** What was asked was cancelled together with something else: it is asked once more. */
  again(): void {
    this.wanted.clear();
    this.ask();
  }

  /**
   * What was asked was cancelled. Where the graph of the view is there, the view stays, and each of
   * the other questions has that for its answer.
   */
  settleForGraph(): boolean {
    const { view, answers, failures } = this.store.getState();
    const asks = asksOf(view);
    const picture = asks.find((ask) => ask.name === "picture");
    if (!picture || answers.picture?.key !== picture.key) return false;
    const open = asks.filter((ask) => answers[ask.name]?.key !== ask.key);
    const cancelled = open.map(({ name, key }) => [name, { key, failure: cancelledFailure() }]);
    this.wanted.clear();
    this.answered = view;
    this.store.setState({ failures: { ...failures, ...Object.fromEntries(cancelled) } });
    return true;
  }

  /** Every question of the view failed for one reason. */
  fail(failure: Failure): void {
    const failures: Record<string, State["failures"][AskName]> = {};
    for (const { name, key } of asksOf(this.store.getState().view)) {
      failures[name] = { key, failure };
    }
    this.store.setState({ failures });
  }

  /** Asks what the view raises and is not answered yet. */
  ask(): void {
    const { view, missing } = this.store.getState();
    if (missing.length > 0) return;
    const client = this.client();
    if (view.files.some((f) => !client.holds(f.hash))) return;
    this.askAhead("draft", () => this.draft());
    this.askAhead("glance", () => this.glance());
    const asks = asksOf(view);
    for (const ask of asks) this.askOnce(ask);
    this.drop(new Set(asks.map((a) => a.name)));
    this.noteAnswered();
  }

  private askOnce(ask: Ask): void {
    const { name, key } = ask;
    const { answers, failures } = this.store.getState();
    if (this.wanted.get(name)?.key === key || failures[name]?.key === key) return;
    if (answers[name]?.key !== key) {
      void this.send(ask);
      return;
    }
    // The wanted answer is there: what was asked since is not waited for, nor is its failure told.
    this.wanted.delete(name);
    if (failures[name]) this.store.setState({ failures: { ...failures, [name]: undefined } });
  }

  /** Answers to what is not asked any more go. */
  private drop(names: ReadonlySet<AskName>): void {
    for (const name of ["before", "detail", "search", "lit"] as const) {
      if (names.has(name)) continue;
      this.wanted.delete(name);
      const { answers, failures } = this.store.getState();
      if (answers[name]) this.store.setState({ answers: { ...answers, [name]: undefined } });
      if (failures[name]) this.store.setState({ failures: { ...failures, [name]: undefined } });
    }
  }

  /** What of the graph can be had before the whole of it, shown until that is there. */
  private askAhead<K extends "draft" | "glance">(
    name: K,
    wanted: () => AskNamed<K> | undefined,
  ): void {
    const ask = wanted();
    if (!ask || this.wanted.get(name)?.key === ask.key) return;
    const { key } = ask;
    const ticket = this.ticket(name, key);
    this.request(name, ask.question, ask.with)
      .then(({ answer, names }) => {
        // A view that was left meanwhile, or its graph itself, is newer.
        if (!answer || wanted()?.key !== key) return;
        this.store.setState(({ answers }) => ({
          answers: { ...answers, picture: { key, answer, names } },
        }));
      })
      // It was only a look: what is wrong with the question the graph itself will say.
      .catch(() => {})
      .finally(() => {
        if (this.wanted.get(name) === ticket) this.wanted.delete(name);
      });
  }

  /** Of large files, and of the first one, a look is asked for while there is no graph of them at all. */
  private draft(): AskNamed<"draft"> | undefined {
    const { view, answers } = this.store.getState();
    return answers.picture ? undefined : draftOf(view, this.samples(), this.client().warm);
  }

  /** Where there is a graph, of another question, what is seen of the next one. */
  private glance(): AskNamed<"glance"> | undefined {
    const { view, answers } = this.store.getState();
    const shown = answers.picture?.key;
    if (!shown || shown === askOf(view, "picture", undefined).key) return undefined;
    const ask = glanceOf(view, this.samples());
    return ask?.key === shown ? undefined : ask;
  }

  private samples(): number {
    const { view, files } = this.store.getState();
    return view.files.reduce((n, f) => n + (files.get(f.hash)?.facts.samples ?? 0), 0);
  }

  private async send(ask: Ask): Promise<void> {
    const { name, key } = ask;
    const ticket = this.ticket(name, key);
    const wanted = (): boolean => this.wanted.get(name) === ticket;
    const done = this.waiting(ticket.id);
    try {
      const answer = await this.request(name, ask.question, ask.with as never);
      if (wanted()) {
        this.store.setState((s) => ({
          answers: { ...s.answers, [name]: { key, ...answer } },
          failures: { ...s.failures, [name]: undefined },
        }));
      }
    } catch (error) {
      if (wanted() && !(error instanceof Cancelled) && !(error instanceof WorkerEnded)) {
        const failure = failureOf(error);
        this.store.setState((s) => ({ failures: { ...s.failures, [name]: { key, failure } } }));
      }
    } finally {
      if (wanted()) this.wanted.delete(name);
      done();
      this.noteAnswered();
    }
  }

  /** Each time that something is asked is another one, also where the question is the same. */
  private ticket(name: AskName, key: string): Ticket {
    const ticket = { key, id: String(++this.tickets) };
    this.wanted.set(name, ticket);
    return ticket;
  }

  /** Something is waited for until the function given back is called. */
  private waiting(id: string): () => void {
    this.store.setState((s) => ({ pending: new Set(s.pending).add(id) }));
    return () =>
      this.store.setState((s) => {
        const pending = new Set(s.pending);
        pending.delete(id);
        return { pending, progress: pending.size === 0 ? undefined : s.progress };
      });
  }

  /** What files are to each other, asked for a view that is not shown yet. */
  async setOf(view: View): Promise<Asks["setKind"]["answer"]> {
    const done = this.waiting(`set ${++this.tickets}`);
    try {
      const ask = askOf(view, "setKind", undefined);
      return (await this.request("setKind", ask.question, undefined)).answer;
    } finally {
      done();
    }
  }

  /** Asks something that is not part of the screen: an export, a report. */
  async once<K extends AskName>(name: K, extra: Asks[K]["with"]): Promise<Asks[K]["answer"]> {
    const ask = askOf(this.store.getState().view, name, extra);
    this.asides++;
    try {
      return (await this.request(name, ask.question, extra)).answer;
    } finally {
      this.asides--;
    }
  }

  /** Asks the worker. @throws as EngineClient.ask does */
  request<K extends AskName>(
    name: K,
    question: Ask["question"],
    extra: Asks[K]["with"],
  ): Promise<Answer<K>> {
    return this.client().ask(name, question, extra);
  }

  private noteAnswered(): void {
    const { view, pending, answers } = this.store.getState();
    if (pending.size > 0) return;
    const picture = asksOf(view).find((ask) => ask.name === "picture");
    if (!picture || answers.picture?.key !== picture.key || this.answered === view) return;
    this.answered = view;
    this.whole();
    this.foresee(view);
    this.prepareSheet(view);
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

  /** Then the table: it is printed from every tab, and printing does not wait for an answer. */
  private prepareSheet(view: View): void {
    const { key, question } = askOf(view, "table", undefined);
    const { answers, failures } = this.store.getState();
    if (answers.table?.key === key || failures.table?.key === key) return;
    this.request("sheet", question, undefined)
      .then((answer) => {
        const { view, answers } = this.store.getState();
        if (askOf(view, "table", undefined).key !== key || answers.table?.key === key) return;
        this.store.setState({ answers: { ...answers, table: { key, ...answer } } });
      })
      // Nobody waits for it: in its own tab it is asked for once more.
      .catch(() => {});
  }
}

const cancelledFailure = (): Failure => ({
  name: "Cancelled",
  message: SESSION_WORDS.cancelled,
  hint: "",
  byte: undefined,
});

/** What an error says, as a failure of a question. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  return { name: "Error", message: messageOf(error), hint: "", byte: undefined };
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
