import { catalogue, type Values } from "../catalogue.js";
import advice from "../en/advice.json" with { type: "json" };

const { say } = catalogue("advice", advice);

type Key = keyof typeof advice;
type KeyWith<Ending extends string> = Extract<Key, `${string}.${Ending}`>;
const isKey = (key: string): key is Key => Object.hasOwn(advice, key);

/** What a piece of advice is called by. */
export type AdviceId = Exclude<Key, KeyWith<"action"> | KeyWith<"since">>;
/** Advice that is followed by more than a command. */
type ToldId = KeyWith<"action"> extends `${infer Id}.action` ? Id : never;

/** What each piece of advice says, by its id. */
export const ADVICE_WORDS = {
  /** @param choices of the message, by their names */
  text: (id: AdviceId, choices: Values = {}) => say(id, choices),
  action: (id: ToldId) => say(`${id}.action`),
  /** since which version it can be done; "" where any version has it */
  since: (id: AdviceId) => (isKey(`${id}.since`) ? say(`${id}.since` as KeyWith<"since">) : ""),
};
