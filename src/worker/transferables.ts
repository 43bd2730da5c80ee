/**
 * The buffers of all typed arrays in a plain value, each once: what postMessage is to move rather
 * than copy. Arrays that view a part of a larger buffer are left out, since moving would take the
 * rest along.
 */
export function transferablesOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (v: unknown, depth: number): void => {
    if (typeof v !== "object" || v === null || depth > 6) return;
    if (ArrayBuffer.isView(v)) {
      const { buffer, byteLength } = v;
      if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength && byteLength > 0) {
        found.add(buffer);
      }
      return;
    }
    if (Array.isArray(v)) {
      if (typeof v[0] === "object") for (const item of v) look(item, depth + 1);
      return;
    }
    for (const item of Object.values(v)) look(item, depth + 1);
  };
  look(value, 0);
  return [...found];
}
