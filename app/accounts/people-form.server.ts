import type { z } from "zod";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import type { FieldErrors } from "~/ui/form";
import type { Actor } from "./actor";
import { changeMemberForm, inviteForm } from "./invitation";
import { peopleRefusalStatus, peopleRefusalWords } from "./invitation-words";
import { invite, inviteAgain, withdrawInvitation } from "./invite.server";
import { changeMember, removeMember } from "./members.server";
import type { TypedPeople } from "./people-page";

export type PeopleDone =
  | { ok: true; done: string /** Somebody took themselves out. */; self: boolean }
  | { ok: false; status: number; typed: TypedPeople | undefined; errors: FieldErrors };

/** Does what one of the forms on the page of people asks. Undefined when it is not theirs, or nothing that is done there. */
export async function actOnPeople(db: Db, clock: Clock, actor: Actor, organisationId: string, form: FormData): Promise<PeopleDone | undefined> {
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent");
  const personId = text("person");
  const of = { organisationId, invitationId: text("invitation") };
  const typed = { of: intent === "invite" ? "invite" : personId, email: text("email").slice(0, 300), title: text("title").slice(0, 300), role: text("role") };
  const answer = <Done extends { ok: true } | { ok: false; why: Parameters<typeof peopleRefusalWords>[0] }>(done: Done | undefined, field = "people"): PeopleDone | undefined => {
    if (!done || done.ok) return done && { ok: true, done: intent, self: intent === "remove" && personId === actor.personId };
    return { ok: false, status: peopleRefusalStatus(done.why), typed, errors: { [done.why === "wrong_role" ? "people" : field]: peopleRefusalWords(done.why, actor.language) } };
  };
  const faulty = (error: z.ZodError, suffix = ""): PeopleDone => {
    const errors = Object.fromEntries(Object.entries(fieldErrors(error)).map(([name, words]) => [name + suffix, words]));
    return { ok: false, status: 422, typed, errors };
  };
  switch (intent) {
    case "invite": {
      const read = inviteForm(actor.language).safeParse(typed);
      return read.success ? answer(await invite(db, clock, actor, { organisationId, ...read.data }), "email") : faulty(read.error);
    }
    case "change": {
      const read = changeMemberForm(actor.language).safeParse(typed);
      return read.success ? answer(await changeMember(db, clock, actor, { organisationId, personId, ...read.data }), `role-${personId}`) : faulty(read.error, `-${personId}`);
    }
    case "again":
      return answer(await inviteAgain(db, clock, actor, of));
    case "withdraw":
      return answer(await withdrawInvitation(db, clock, actor, of));
    case "remove":
      return answer(await removeMember(db, clock, actor, { organisationId, personId }));
    default:
      return undefined;
  }
}
