/** 42 → "WM-00042": printed on the certificate and quoted in letters. The code is what one types. */
export const markNumber = (number: number): string => `WM-${String(number).padStart(5, "0")}`;
