/** "Dee", "Dee and Pat", "Dee, Pat and Jo". */
const listed = (names: readonly string[]): string => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** For a form that keeps asking: who has the same question open now. Nothing when nobody has. */
export const hereToo = (names: readonly string[]): string => (names.length === 0 ? "" : `${listed(names)} ${names.length === 1 ? "is" : "are"} here too.`);

/** For a page that was drawn once: who had it open a moment ago. */
export const lately = (names: readonly string[]): string => `${listed(names)} had this question open in the last two minutes.`;
