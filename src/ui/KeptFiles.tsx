/** Files and sets of earlier visits; see src/share/library.ts. */
export function KeptFiles() {
  return null;
}
