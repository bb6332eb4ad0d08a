import { emailOf, people } from "#db/seed/cast";

/** Who is in the demo, as its page shows them. */
export const cast = people.map(({ key, name, part, tries }) => ({ email: emailOf(key), name, part, tries }));
