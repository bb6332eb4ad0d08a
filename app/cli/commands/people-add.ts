import { schemeRoles } from "~/accounts/actor";
import { personByEmail } from "~/accounts/find-person.server";
import { createPerson, grantRole } from "~/accounts/people.server";
import { NewPerson, NewRole } from "~/accounts/person";
import { clock } from "~/platform/clock.server";
import { CalledWrongly, type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";

const by = { system: "waymark" };

/** Adds somebody who may sign in, or gives somebody who is there more to do for the scheme. */
const add: Command = async (words, { out }) => {
  const { rest } = readWords(words, [], [2, 2 + schemeRoles.length]);
  const [email, name, ...given] = rest;
  const person = NewPerson.safeParse({ email, name });
  if (!person.success) throw new CalledWrongly(`expected an e-mail address and a name, found ${email} and ${name}`);
  const roles = given.map((role) => NewRole.shape.role.safeParse(role));
  if (!roles.every(({ success }) => success)) throw new CalledWrongly(`expected roles out of ${schemeRoles.join(", ")}, found ${given.join(", ")}`);
  return withDatabase<Exit>(async ({ db }) => {
    const known = await personByEmail(db, person.data.email);
    const personId = known?.id ?? (await createPerson(db, clock, by, person.data));
    for (const { data: role } of roles) await grantRole(db, clock, by, { personId, role: role! });
    out(`${known ? "known  " : "added  "} ${person.data.email}${given.length > 0 ? `: ${given.join(", ")}` : ""}`);
    return 0;
  });
};
export default add;
