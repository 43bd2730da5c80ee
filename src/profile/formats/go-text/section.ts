import type { Profile } from "../../profile.js";

/** One profile of a text while it is read line by line. */
export interface Section {
  /**
   * @param at number of the line in the text, from 1
   * @throws ProfileError
   */
  read(line: string, at: number): void;
  done(): Profile;
}
