import { personByEmail } from "~/accounts/find-person.server";
import { addMember, createOrganisation } from "~/accounts/people.server";
import { NewOrganisation } from "~/accounts/person";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { CalledWrongly, type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";

const by = { system: "waymark" };

/** Adds a provider, with the person who may send things in for it. */
const add: Command = async (words, { out, err }) => {
  const { rest } = readWords(words, [], [5, 5]);
  const [name, area, nation, email, title] = rest as [string, string, string, string, string];
  const organisation = NewOrganisation.safeParse({ name, area, nation });
  if (!organisation.success) throw new CalledWrongly(`expected a name, an area and a nation (england, wales, scotland, northern_ireland), found ${name}, ${area} and ${nation}`);
  return withDatabase<Exit>(async ({ db }) => {
    const person = await personByEmail(db, email);
    if (!person) {
      err(`nobody has the address ${email}; add them first: waymark people add ${email} "Their name"`);
      return 1;
    }
    const slug = await db.transaction(async (tx) => {
      const made = await createOrganisation(tx, clock, by, organisation.data);
      await addMember(tx, clock, by, { organisationId: made.id, personId: person.id, role: "admin", title });
      return made.slug;
    });
    out(`added   ${name}: ${paths.organisation(slug)}`);
    return 0;
  });
};
export default add;
