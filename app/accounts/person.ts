import { z } from "zod";
import { withoutTurns } from "~/platform/without-turns";
import { schemeRoles } from "./actor";

const name = z.string().overwrite(withoutTurns).trim().min(1).max(200);

export const NewPerson = z.strictObject({ email: z.email().max(254), name });
export const NewOrganisation = z.strictObject({
  name,
  /** In words, for telling two of the same name apart: "Marsh End, Kent". */
  area: name,
  nation: z.enum(["england", "wales", "scotland", "northern_ireland"]),
  /** Registered numbers, `SCHEME:ID`. */
  identifiers: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[A-Z][A-Z-]*:\S{1,50}$/),
    )
    .max(10)
    .default([]),
});
export const NewMember = z.strictObject({ organisationId: z.uuid(), personId: z.uuid(), role: z.enum(["member", "admin"]), title: name });
export const NewRole = z.strictObject({ personId: z.uuid(), role: z.enum(schemeRoles) });
