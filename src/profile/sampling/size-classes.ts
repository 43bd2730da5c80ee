import { lastOf } from "../../lib/must.js";

/** Size classes of Go's allocator up to 32 KiB: src/runtime/sizeclasses.go of Go 1.16 to 1.24. */
const CLASSES: readonly number[] = [
  8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
  384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304,
  2688, 3072, 3200, 3456, 4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240,
  10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
];
const LARGEST = lastOf(CLASSES);
/** Larger allocations are rounded up to whole pages. */
const PAGE = 8192;

/**
 * The size that is to be expected of an allocation whose rounded size is known: the middle
 * between its size class and the one below. A size that is no class is returned as it is.
 */
export function sizeInClass(bytes: number): number {
  if (bytes > LARGEST) return bytes % PAGE === 0 ? bytes - PAGE / 2 : bytes;
  const at = CLASSES.indexOf(bytes);
  return at < 0 ? bytes : (bytes + (CLASSES[at - 1] ?? 0)) / 2;
}
