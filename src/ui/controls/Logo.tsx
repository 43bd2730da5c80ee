/** The mark: three frames of a flame graph, the middle one lit. */
export function Mark(props: { size?: number }) {
  const size = props.size ?? 20;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect x="11" y="5" width="10" height="6" rx="1.5" fill="var(--accent)" opacity="0.5" />
      <rect x="6" y="13" width="20" height="6" rx="1.5" fill="var(--accent)" />
      <rect x="2" y="21" width="28" height="6" rx="1.5" fill="var(--text)" />
    </svg>
  );
}
