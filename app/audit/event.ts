import { z } from "zod";

const event = <Name extends string, Data extends z.ZodRawShape>(type: Name, data: Data) =>
  z.strictObject({ type: z.literal(type), subject: z.string().min(1), data: z.strictObject(data) });
const words = z.string();

/** Every kind of thing we promise to be able to prove. Past tense; never renamed, only added. Nothing that would have to be forgotten one day: no typed reasons, no names of files or people. `subject` is the id (or code) of what it happened to. */
export const AuditEvent = z.discriminatedUnion("type", [
  event("person.created", {}),
  event("person.role_granted", { role: words }),
  event("organisation.created", { slug: words }),
  event("organisation.member_added", { person_id: words, role: words }),
  event("organisation.member_invited", { invitation_id: words, role: words }),
  event("organisation.invitation_withdrawn", { invitation_id: words }),
  event("organisation.invitation_accepted", { invitation_id: words }),
  event("organisation.member_changed", { person_id: words, role: words }),
  event("organisation.member_removed", { person_id: words }),
  event("person.signed_in", {}),
  event("person.signed_out", {}),
  event("standard.published", { key: words, version: words, sha256: words }),
  event("provider.facts_stated", { keys: z.array(words) }),
  event("provider.offer_added", { name: words }),
  event("provider.offer_ended", { name: words }),
  event("provider.capacity_confirmed", { accepting: words, wait_weeks: z.number().nullable() }),
  event("provider.contact_checked", { route: words, worked: words }),
  event("evidence.stored", { sha256: words, bytes: z.number() }),
  event("assessment.started", { standard_version_id: words, parent_id: words.nullable() }),
  event("assessment.answers_carried", { parent_id: words }),
  event("assessment.facts_answered", {}),
  event("assessment.answered", { criterion: words, version: z.number() }),
  event("assessment.commented", { criterion: words }),
  event("assessment.section_given", { section: words, person_id: words.nullable() }),
  event("assessment.section_marked", { section: words, done: z.boolean() }),
  event("assessment.warning_answered", { check: words }),
  event("assessment.submitted", { submission_id: words, sha256: words }),
  event("assessment.withdrawn", {}),
  event("assessment.migrated", { to_id: words, from_version: words, to_version: words }),
  event("assessment.migration_undone", { to_id: words }),
  event("case.opened", { submission_id: words }),
  event("case.moved", { move: words, from: words, to: words }),
  event("case.assigned", { part: words, person_id: words }),
  event("case.declared", { part: words, conflict: z.boolean() }),
  event("case.stepped_aside", { part: words }),
  event("case.rated", { criterion: words, part: words, level: z.number().nullable() }),
  event("case.settled", { criterion: words, level: z.number() }),
  event("case.decided", { outcome: words }),
  event("mark.awarded", { code: words, level: words }),
  event("mark.certificate_issued", { sha256: words }),
  event("mark.change_proposed", { kind: words }),
  event("mark.change_declined", { kind: words }),
  event("mark.changed", { kind: words }),
  event("decision.letter_made", { sha256: words }),
]);
export type AuditEvent = z.infer<typeof AuditEvent>;
