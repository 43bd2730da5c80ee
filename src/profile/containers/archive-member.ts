/** A file of an archive. */
export interface ArchiveMember {
  /** path in the archive */
  readonly name: string;
  /** unpacked bytes, as the archive says */
  readonly size: number;
  /**
   * Its bytes.
   * @throws ProfileError where they are damaged or packed in a way that is not read
   */
  readonly read: () => Uint8Array;
}

/** So many files of an archive are looked at; a must-gather of a large cluster has fewer. */
export const MAX_MEMBERS = 50_000;
