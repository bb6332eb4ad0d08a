import type { Actor, MemberRole, Membership, SchemeRole } from "~/accounts/actor";
import { addMember, createOrganisation, createPerson, grantRole } from "~/accounts/people.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { noon } from "./clock";

const homes = {
  marshEnd: { name: "Marsh End Community Allotment", area: "Marsh End, Kent", nation: "england", identifiers: [] as string[] },
  harbour: { name: "Harbour Wellbeing", area: "Saltby, East Sussex", nation: "england", identifiers: ["GB-CHC:1999999"] },
} as const;
type Home = keyof typeof homes;
type Person = { name: string; at?: Home; title?: string; role?: MemberRole; roles?: readonly SchemeRole[] };

/** The demonstration's people, as few facts about them as the rules need. Their addresses are KEY@demo.example. */
const list = {
  pat: { name: "Pat Holloway", at: "marshEnd", title: "secretary", role: "admin" },
  dee: { name: "Dee Okoro", at: "marshEnd", title: "treasurer", role: "member" },
  ruth: { name: "Ruth Penhale", at: "harbour", title: "operations manager", role: "admin" },
  tomasz: { name: "Tomasz Wren", at: "harbour", title: "link worker", role: "member" },
  sunil: { name: "Sunil Raman", roles: ["assessor"] },
  amara: { name: "Amara Diallo", roles: ["assessor"] },
  asha: { name: "Asha Lindqvist", roles: ["assessor"] },
  moira: { name: "Moira Kinsella", roles: ["moderator"] },
  mal: { name: "Malcolm Adeyemi", roles: ["moderator"] },
  devon: { name: "Devon Achebe", roles: ["decider"] },
  edith: { name: "Edith Lomax", roles: ["editor"] },
  ines: { name: "Ines Ferreira", roles: ["editor"] },
  alex: { name: "Alex Thorne", roles: ["platform_admin"] },
  gareth: { name: "Gareth Pryce", roles: ["commissioner"] },
  leila: { name: "Leila Hartnell", roles: ["privacy_lead"] },
  hollis: { name: "Hollis Baptiste", roles: ["panel"] },
  farah: { name: "Farah Siddiqui", roles: ["panel"] },
  wendy: { name: "Wendy Ackroyd", roles: ["panel"] },
} as const satisfies Record<string, Person>;
export type CastName = keyof typeof list;
export type Cast = Record<CastName, Actor> & { organisations: Record<Home, { id: string; slug: string; name: string }> };

/** Makes the cast, through the commands, and answers everyone as the rules see them. */
export async function cast(db: Db): Promise<Cast> {
  const by = { system: "test" };
  const organisations = {} as Cast["organisations"];
  for (const home of Object.keys(homes) as Home[]) {
    const { name, area, nation, identifiers } = homes[home];
    organisations[home] = { ...(await createOrganisation(db, noon, by, { name, area, nation, identifiers: [...identifiers] })), name };
  }
  const actors = {} as Record<CastName, Actor>;
  for (const key of Object.keys(list) as CastName[]) {
    const { name, at, role, title, roles = [] }: Person = list[key];
    const email = `${key}@demo.example`;
    const personId = await createPerson(db, noon, by, { email, name });
    const memberships: Membership[] = [];
    if (at && role && title) {
      const { id: organisationId, slug, name: organisation } = organisations[at];
      await addMember(db, noon, by, { organisationId, personId, role, title });
      memberships.push({ organisationId, slug, name: organisation, role, title, linkWorkerTerm: null });
    }
    for (const each of roles) await grantRole(db, noon, by, { personId, role: each });
    actors[key] = { personId, name, email, language: "en", memberships, roles: [...roles] };
  }
  return { ...actors, organisations };
}

/** Somebody becomes a member of one of the groups. */
export const joins = (db: Db, group: { id: string }, { personId }: Pick<Actor, "personId">, clock: Clock = noon, title = "trustee") =>
  addMember(db, clock, { system: "test" }, { organisationId: group.id, personId, role: "member", title });
