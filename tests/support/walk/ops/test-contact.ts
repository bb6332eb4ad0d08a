import fc from "fast-check";
import { testContact } from "~/review/test-contact.server";
import { noon } from "../../clock";
import { anybody, op } from "../op";

export default op({
  name: "test contact",
  arbitrary: fc.record({ by: anybody, route: fc.constantFrom("phone" as const, "email" as const), worked: fc.boolean() }),
  allows: (model, { by }) => !model.isOver() && !model.ofProvider(by) && (model.has(by, "moderator") || (model.seatOf(by) === "assessor" && model.declared(by))),
  apply: (_model, { by, route, worked }) => [{ by, type: "provider.contact_checked", of: "provider", data: { route, worked: worked ? "yes" : "no" } }],
  perform: ({ db, caseId, actors }, { by, route, worked }) => testContact(db, noon, actors[by], { caseId, route, worked }),
});
