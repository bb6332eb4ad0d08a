import { stringify } from "csv-stringify/sync";
import { identifierWords } from "~/marks/identifier-words";
import { levelNames, statusNames } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { registerLine } from "./provider-answer";
import type { Hit } from "./search.server";

/** The register as a sheet: one row a mark in force. What starts like a formula is made harmless. */
export function registerCsv(hits: Hit[], origin: string): string {
  const rows = hits.flatMap(({ provider, today }) => {
    const { name, area, identifiers, room, phone, email, taking_new_people, mark_suspended, referral_details } = registerLine(provider, today, origin);
    return today.inForce.map(({ mark: { code, holder, facts }, standing }) => ({
      provider: name,
      area,
      registered: identifiers.map((each) => identifierWords(each)).join("; "),
      standard: holder.standard.title,
      version: holder.standard.version,
      level: levelNames[standing.level],
      status: statusNames[standing.status],
      awarded_on: facts.awardedOn,
      valid_until: facts.validUntil,
      code,
      taking_new_people: taking_new_people ? "yes" : "no or not confirmed",
      mark_suspended: mark_suspended ? "yes: do not refer until you have checked" : "no",
      room: room.sentence,
      room_confirmed_on: room.confirmed_on ?? "",
      referral_details: referral_details.replaceAll("_", " "),
      phone: phone ?? "",
      email: email ?? "",
      mark_page: origin + paths.mark(code),
      page: origin + paths.provider(provider.slug),
    }));
  });
  return stringify(rows, { header: true, bom: true, escape_formulas: true, columns: [...columns] });
}

const columns = [
  "provider",
  "area",
  "registered",
  "standard",
  "version",
  "level",
  "status",
  "awarded_on",
  "valid_until",
  "code",
  "taking_new_people",
  "mark_suspended",
  "room",
  "room_confirmed_on",
  "referral_details",
  "phone",
  "email",
  "mark_page",
  "page",
] as const;
