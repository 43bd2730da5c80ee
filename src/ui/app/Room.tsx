import { Component, type ReactNode } from "react";
import type { PageStore } from "../../session/store.js";
import { APP_WORDS } from "../../words/page/app-words.js";
import { Copy } from "../controls/CopyButton.js";
import { useSession } from "./session-context.js";

const WORDS = APP_WORDS.failed;

interface Props {
  /** which part of the page this is: what it is called is told where it fails */
  readonly name: keyof typeof APP_WORDS.rooms;
  /** drawn once more when this changes: what failed may not fail for another view */
  readonly of?: unknown;
  readonly children: ReactNode;
}

/**
 * A part of the page with an end of its own: an exception while it is drawn shows in its place
 * what failed, and the other parts go on.
 */
export function Room(props: Props) {
  const { store } = useSession();
  return <Boundary {...props} store={store} />;
}

interface State {
  readonly error: Error | undefined;
  readonly of: unknown;
}

class Boundary extends Component<Props & { readonly store: PageStore }, State> {
  override state: State = { error: undefined, of: undefined };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.of === state.of) return null;
    return { of: props.of, error: undefined };
  }

  override componentDidCatch(): void {
    this.note(true);
  }

  override componentDidUpdate(): void {
    if (!this.state.error) this.note(false);
  }

  override componentWillUnmount(): void {
    this.note(false);
  }

  /** Nobody waits for the painting of a part that failed. */
  private note(failed: boolean): void {
    const { name, store } = this.props;
    const { broken } = store.getState();
    if (broken.has(name) === failed) return;
    const next = new Set(broken);
    if (failed) next.add(name);
    else next.delete(name);
    store.setState({ broken: next });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="card problem room-failed" role="alert">
        <div>
          <strong>{WORDS.title(APP_WORDS.rooms[this.props.name])}</strong>
          <p>{WORDS.text}</p>
          <p className="dim mono">{error.message}</p>
        </div>
        <span>
          <button
            type="button"
            className="button small"
            onClick={() => this.setState({ error: undefined })}
          >
            {WORDS.again}
          </button>
          <button type="button" className="button small" onClick={() => location.reload()}>
            {WORDS.reload}
          </button>
          <Copy
            className="button small"
            text={detailsOf(APP_WORDS.rooms[this.props.name], error)}
            label={WORDS.copy}
          />
        </span>
      </div>
    );
  }
}

/** What a report of the failure needs: no address, since that names the person's files. */
function detailsOf(part: string, error: Error): string {
  return `Leaklens: ${WORDS.title(part)}\n${error.stack ?? error.message}\n${navigator.userAgent}`;
}
