/** Why work ended without an answer: a newer question took its place, or the person stopped it. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}
