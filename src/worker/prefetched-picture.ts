import type { Picture } from "../engine/answers.js";
import type { Question } from "../engine/question.js";

/**
 * One picture made before it is asked for. It is given away once: its arrays then belong to the
 * page.
 */
export class Foreseen {
  private working = "";
  private kept: { readonly key: string; readonly picture: Picture } | undefined;

  /** Work on the picture of a question begins; what was kept for another one goes. */
  begin(question: Question): void {
    this.working = JSON.stringify(question);
    if (this.kept?.key !== this.working) this.kept = undefined;
  }

  /** Whether the picture of this question is kept, or is being worked on. */
  is(question: Question): boolean {
    return this.working === JSON.stringify(question);
  }

  has(question: Question): boolean {
    return this.kept?.key === JSON.stringify(question);
  }

  keep(question: Question, picture: Picture): void {
    this.kept = { key: JSON.stringify(question), picture };
  }

  /**
   * @param namesId the numbering of frames that the page will read the picture by
   */
  take(question: Question, namesId: number | undefined): Picture | undefined {
    if (this.kept?.key !== JSON.stringify(question)) return undefined;
    const { picture } = this.kept;
    this.clear();
    return picture.namesId === namesId ? picture : undefined;
  }

  clear(): void {
    this.kept = undefined;
    this.working = "";
  }
}
