import type { Browser } from "playwright-core";

export function findFirefox(): string | undefined;
export function launchFirefox(path: string): Promise<Browser>;
