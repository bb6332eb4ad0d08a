/** 42 → "C-0042": said on the phone and printed on letters. */
export const caseNumber = (number: number): string => `C-${String(number).padStart(4, "0")}`;
