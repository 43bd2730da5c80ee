/** Waits until something holds. @throws in words when it does not within twenty-five seconds */
export async function until(holds: () => boolean, otherwise: string): Promise<void> {
  const end = performance.now() + 25_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(otherwise);
    await new Promise((done) => setTimeout(done, 2));
  }
}
