/** Name of the file, in the folder of an index, that lists the index's files. */
export const INDEX_LIST = "leaklens-index.json";

const SCHEME = /^index\+(?=https?:\/\/)/i;

/** Whether an address is one of an index, by its scheme, or by what it ends with. */
export function isIndexAddress(text: string): boolean {
  if (SCHEME.test(text)) return true;
  return (
    /^https?:\/\/[^\s#]+$/i.test(text) &&
    (pathOfAddress(text).endsWith(`/${INDEX_LIST}`) || /\.parquet$/i.test(pathOfAddress(text)))
  );
}

/** The address as links have it: with the scheme. */
export function indexAddress(text: string): string {
  return SCHEME.test(text) ? text : `index+${text}`;
}

/** The http(s) address within. */
export function webAddressOfIndex(address: string): string {
  return address.replace(SCHEME, "");
}

function pathOfAddress(text: string): string {
  return text.replace(/[?#].*$/s, "");
}
