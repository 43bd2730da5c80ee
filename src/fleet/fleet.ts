/** A kind of object, or what is none: "other" and "unknown". */
export interface FleetKind {
  /** as views name it: "ConfigMap", "Deployment.apps" */
  readonly key: string;
  /** "" of the core group, of other and of unknown */
  readonly group: string;
  readonly name: string;
}

/** Profiles of an index in the order of their times; each array has an entry a profile. */
export interface FleetProfiles {
  /** SHA-256 of the profile's bytes */
  readonly id: readonly string[];
  /** path or address as it was given to `leaklens index` */
  readonly file: readonly string[];
  /** size of that file in bytes */
  readonly fileBytes: Float64Array;
  /** milliseconds since 1970 */
  readonly time: Float64Array;
  readonly cluster: Uint32Array;
  readonly program: Uint32Array;
  /** -1 where neither namespace, pod nor node is known */
  readonly process: Int32Array;
  /** bytes in use */
  readonly value: Float64Array;
}

/** What kinds hold, profile by profile: entries from[p] to from[p + 1] are of profile p. */
export interface FleetHolds {
  readonly from: Uint32Array;
  readonly kind: Uint32Array;
  /** bytes */
  readonly value: Float64Array;
  /** of the value by sampling, in bytes squared; NaN where it is not known */
  readonly variance: Float64Array;
}

/** Profiles of the index that are not shown, by the reason. */
export interface LeftOut {
  readonly differences: number;
  readonly sums: number;
  /** no heap, or not counted in bytes */
  readonly others: number;
  readonly untimed: number;
  /** files of older profiles than those that were read */
  readonly unread: number;
}

/** What the page shows of an index. Numbers of clusters, programs and so on are places in lists. */
export interface Fleet {
  /** "" where it is not known */
  readonly clusters: readonly string[];
  readonly programs: readonly string[];
  readonly kinds: readonly FleetKind[];
  /** "node-1 · kube-system/pod" */
  readonly processes: readonly string[];
  readonly profiles: FleetProfiles;
  readonly holds: FleetHolds;
  readonly leftOut: LeftOut;
}
