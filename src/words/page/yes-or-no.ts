/** Which of two cases a message chooses: `{less, select, yes {less} other {more}}`. */
export const yesOrNo = (is: boolean): string => (is ? "yes" : "no");
