export function generate(recording: Uint8Array, count: number, seed?: number): Buffer;
