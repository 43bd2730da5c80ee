// Node 20 has no ArrayBuffer.prototype.transfer, with which memory is given back (src/lib/release.ts).
// Tests have it, so that whatever would still read columns that are gone fails here, too.
ArrayBuffer.prototype.transfer ??= function transfer(this: ArrayBuffer): ArrayBuffer {
  structuredClone(this, { transfer: [this] });
  return new ArrayBuffer(0);
};
