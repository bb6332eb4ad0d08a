import { personByEmail } from "~/accounts/find-person.server";
import { NewRole } from "~/accounts/person";
import { withdrawRole } from "~/accounts/scheme/change-roles.server";
import { roleRefusalWords } from "~/accounts/scheme/roles";
import { clock } from "~/platform/clock.server";
import { CalledWrongly, type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";

/** Takes a role in the scheme away from somebody, for a reason that is kept. */
const withdraw: Command = async (words, { out, err }) => {
  const [email, given, reason] = readWords(words, [], [3, 3]).rest as [string, string, string];
  const role = NewRole.shape.role.safeParse(given);
  if (!role.success) throw new CalledWrongly(`expected one of ${NewRole.shape.role.options.join(", ")}, found ${given}`);
  return withDatabase<Exit>(async ({ db }) => {
    const person = await personByEmail(db, email);
    const taken = person && (await withdrawRole(db, clock, { system: "waymark" }, { personId: person.id, role: role.data, reason }));
    if (taken?.ok) {
      out(`withdrawn ${email}: ${role.data}`);
      return 0;
    }
    err(taken ? `${roleRefusalWords(taken.why, role.data)}.` : `Nobody has the address ${email}.`);
    return 1;
  });
};
export default withdraw;
