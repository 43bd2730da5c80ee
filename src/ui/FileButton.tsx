/** The button that opens files: it presses the page's one file input. */
export function FileButton(props: { className: string; label: string }) {
  return (
    <button
      type="button"
      className={props.className}
      onClick={() => document.getElementById("file-input")?.click()}
    >
      {props.label}
    </button>
  );
}
