const UNITS: Readonly<Record<string, number>> = { "": 0, k: 1, m: 2, g: 3, t: 4, p: 5 };

/**
 * Bytes of a size as people write it: "4GiB", "4096 MB", "512Mi", "2e9". As in pprof and in
 * Kubernetes' Gi all steps are of 1024. Undefined where the text is no size above zero.
 */
export function parseBytes(text: string): number | undefined {
  const found = /^\s*(\d{1,12}(?:\.\d{1,6})?(?:e\d{1,2})?)\s*([kmgtp]?)(?:i?b?)\s*$/i.exec(text);
  if (!found) return undefined;
  const bytes = Number(found[1]) * 1024 ** UNITS[found[2].toLowerCase()];
  return bytes > 0 && Number.isFinite(bytes) ? bytes : undefined;
}
