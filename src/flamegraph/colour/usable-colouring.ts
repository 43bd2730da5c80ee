import type { Picture } from "../../engine/answers.js";
import type { Colouring } from "../../engine/question.js";

/** The colouring that a picture can have: growth and survival are by kind where nothing is compared. */
export function usableColouring(colouring: Colouring, picture: Picture | undefined): Colouring {
  const comparing = colouring === "growth" || colouring === "survival";
  return comparing && picture && !picture.hasBase ? "kind" : colouring;
}
