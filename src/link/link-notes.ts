import { noteOf, type ProfileNote } from "../profile/profile-note.js";

/** A note is no longer. */
const MAX_LENGTH = 2000;
const JOINED = /^Of (\d+) truncated stacks (\d+) were joined before\.$/;
const FILTERED = /^Filters applied before: (.*)\.$/s;

// A link is the same in whatever language it was made: it holds these notes in English.

/** What a link holds of stacks that were joined when it was made. */
export function joinedNote(truncated: number, joined: number): string {
  return `Of ${truncated} truncated stacks ${joined} were joined before.`;
}

/** What a link holds of the filters that were on when it was made. */
export function filtersNote(steps: readonly string[]): string {
  return `Filters applied before: ${steps.join(", ")}.`.slice(0, MAX_LENGTH);
}

/** A note of a link, as data where it is one that is known. */
export function noteOfLink(text: string): ProfileNote {
  const joined = JOINED.exec(text);
  if (joined) return noteOf("joinedBefore", { cut: joined[1], joined: joined[2] });
  const filtered = FILTERED.exec(text);
  return filtered ? noteOf("filtersBefore", { filters: filtered[1] }) : { text };
}
