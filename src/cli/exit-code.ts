/** The command is used wrongly: exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** An input is wrong or cannot be read: exit 1. The message begins with the input's name. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** `leaklens check` found a budget exceeded: exit 3. All it has to say is printed already. */
export class BudgetExceeded extends Error {
  override readonly name = "BudgetExceeded";
}

/** The person interrupted: exit 130. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

export const EXIT_DONE = 0;
export const EXIT_INPUT = 1;
export const EXIT_USAGE = 2;
export const EXIT_BUDGET = 3;
export const EXIT_INTERRUPTED = 130;
