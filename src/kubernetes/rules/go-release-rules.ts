/** A function or package that a release of Go brought, or that one took away. */
export interface GoRule {
  /** whole path of the package; any where it is left out */
  readonly packages?: RegExp;
  /** name behind the package, closures and all; any of the package's where it is left out */
  readonly funcs?: RegExp;
  /** minor number of the first release that has it */
  readonly since?: number;
  /** minor number of the last one */
  readonly until?: number;
}

/** What Go's API does not list: internal packages, the runtime, and how the compiler names closures. */
export const GO_RULES: readonly GoRule[] = [
  { packages: /^internal\/runtime\/maps$/, since: 24 },
  { packages: /^internal\/sync$/, since: 24 },
  { packages: /^crypto\/internal\/fips140(?:\/|$)/, since: 24 },
  { packages: /^crypto\/internal\/fips140(?:deps|cache|hash|only)?\//, since: 24 },
  { packages: /^internal\/concurrent$/, since: 23, until: 23 },
  { packages: /^crypto\/internal\/(?:nistec|bigmod|edwards25519|mlkem768)(?:\/|$)/, until: 23 },
  { packages: /^sync$/, funcs: /^\(\*Map\)\.(?:dirtyLocked|missLocked)/, until: 25 },
  { packages: /^runtime$/, funcs: /^(?:hashGrow|makeBucketArray|growWork)/, until: 25 },
  { packages: /^runtime$/, funcs: /^doInit1$/, since: 21 },
  { funcs: /\.(?:gowrap|deferwrap)\d+$/, since: 22 },
  { funcs: /·dwrap·/, since: 17, until: 17 },
];
