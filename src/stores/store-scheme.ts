const SCHEME = /^(?:pyroscope|parca)\+(?=https?:\/\/)/i;

/** Whether an address is one of a store. */
export function isStoreAddress(text: string): boolean {
  return SCHEME.test(text);
}

/** The http(s) address within one of a store; any other address as it is. */
export function webAddressOf(address: string): string {
  return address.replace(SCHEME, "");
}
