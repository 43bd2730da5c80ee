/** The sizes beyond which a file is refused, each before anything of it is allocated; in bytes unless said. */

/** Of a file at an address, as it comes over the network. */
export const MAX_FETCHED_BYTES = 512 << 20;

/** Of what a packed file unpacks to: 1 GiB of profile would be hundreds of millions of frames. */
export const MAX_UNPACKED_BYTES = 1 << 30;

/** Of a text: the largest dumps of goroutines are below this. */
export const MAX_TEXT_BYTES = 512 << 20;

/** Of an answer of /metrics, unpacked: that of a large API server is some megabytes. */
export const MAX_METRICS_BYTES = 256 << 20;

/** Of JSON: as objects it takes many times its bytes. */
export const MAX_JSON_BYTES = 256 << 20;

/** Locations of all samples' stacks, as numbers: 1 GiB of them. */
export const MAX_STACK_LOCATIONS = 1 << 28;

/** Values of all samples and sample types, as numbers: 512 MiB of them. */
export const MAX_VALUES = 1 << 26;

/** Labels of all samples, as numbers: 640 MiB of them. */
export const MAX_LABELS = 1 << 25;

/** Locations of a profile's table, as numbers: a binary of a gigabyte has some millions. */
export const MAX_LOCATIONS = 1 << 23;

/** Lines of all locations of the table, as numbers. */
export const MAX_LINES_IN_ALL = 1 << 24;

/** Functions of a profile's table, as numbers: of a browser there are a million. */
export const MAX_FUNCTIONS = 1 << 22;

/** Strings of a profile's table, as numbers. */
export const MAX_STRINGS = 1 << 24;

/**
 * Locations of the different stacks of all files that are shown together, as numbers. Seven files
 * of 430,000 samples have a third of it; each is looked at many times.
 */
export const MAX_DISTINCT_LOCATIONS = 1 << 25;

/**
 * Nodes of a call tree, as numbers: with their figures and boxes they take about 200 bytes each. A
 * recording of 430,000 samples has half a million.
 */
export const MAX_TREE_NODES = 6 << 20;
