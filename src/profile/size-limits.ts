/** The sizes beyond which a file is refused, in bytes, each before anything of it is allocated. */

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
