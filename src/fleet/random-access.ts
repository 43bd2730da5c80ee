/** A file of which any stretch of bytes can be had, on this machine or at an address. */
export interface RandomAccess {
  /** path or address, for what is said of it */
  readonly name: string;
  /** path below the index, with the folders that say day and cluster */
  readonly path: string;
  /** bytes */
  size(): Promise<number>;
  /**
   * Bytes from `start` up to `end`, just as many as asked for.
   * @throws ProfileError or what reading throws, in words
   */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}
