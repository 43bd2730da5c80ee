/** Saves bytes as a file, by the browser's own download. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name for a file made of what is seen: "01-created-to-03-storm.inuse_space.svg". */
export function savedName(parts: readonly string[], extension: string): string {
  const plain = parts
    .map((p) => p.replace(/[^\w.-]+/g, "-").replace(/^-+|-+$/g, ""))
    .filter(Boolean);
  return `${plain.join(".").slice(0, 120) || "leaklens"}.${extension}`;
}
