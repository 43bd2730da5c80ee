/** A row of choices of which one holds; arrows move between them. */
export function Segments<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly {
    value: T;
    label: string;
    title?: string;
    "aria-keyshortcuts"?: string;
    disabled?: boolean;
  }[];
  onChange: (value: T) => void;
}) {
  const { label, value, choices, onChange } = props;
  const move = (from: number, by: number, target: HTMLElement) => {
    for (let i = 1; i <= choices.length; i++) {
      const at = (from + by * i + choices.length * i) % choices.length;
      const choice = choices[at];
      if (!choice || choice.disabled) continue;
      onChange(choice.value);
      (target.parentElement?.children[at] as HTMLElement | undefined)?.focus();
      return;
    }
  };
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {choices.map((choice, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a segmented control is a radio group of buttons
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          tabIndex={choice.value === value ? 0 : -1}
          disabled={choice.disabled}
          title={choice.title}
          aria-keyshortcuts={choice["aria-keyshortcuts"]}
          onClick={() => onChange(choice.value)}
          onKeyDown={(event) => {
            const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            if (!by) return;
            event.preventDefault();
            event.stopPropagation();
            move(i, by, event.currentTarget);
          }}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
