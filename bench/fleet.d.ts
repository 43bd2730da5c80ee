export function perturbed(name: string, time: number, seed: number): Buffer;
export function writeFleet(
  folder: string,
  count: number,
  options: {
    readonly clusters?: number;
    readonly nodes?: number;
    readonly start: number;
    readonly every?: number;
  },
): string[];
