/** The button that opens files: it presses the page's one file input. */
export function FileButton(props: { className: string; label: string; title?: string }) {
  return (
    <button
      type="button"
      className={props.className}
      title={props.title}
      aria-label={props.title ?? props.label}
      onClick={() => document.getElementById("file-input")?.click()}
    >
      {props.label}
    </button>
  );
}
