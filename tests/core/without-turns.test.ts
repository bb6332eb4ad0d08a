import { expect, test } from "vitest";
import { inviteForm, yourName } from "~/accounts/invitation";
import { NewOrganisation, NewPerson } from "~/accounts/person";
import { readHolderForm } from "~/marks/holders/holder-form";
import { faultOf, Offer } from "~/providers/offer";

const typed = "\u202EHarbour\u202C \u2066مسجد\u2069\u200F";
const kept = "Harbour مسجد";

test.each([
  ["a person", () => NewPerson.parse({ email: "pat@demo.example", name: typed }).name],
  ["what somebody calls themselves", () => yourName("en").parse(typed)],
  ["a title in a group", () => inviteForm("cy").parse({ email: "pat@demo.example", title: typed, role: "member" }).title],
  ["a group", () => NewOrganisation.parse({ name: typed, area: "Ely", nation: "england" }).name],
  ["where a group is", () => NewOrganisation.parse({ name: "Knit", area: typed, nation: "england" }).area],
  ["a group's new name", () => (readHolderForm({ intent: "renamed", name: typed }) as { name: string }).name],
  ["something to do", () => Offer.parse({ name: typed }).name],
])("%s cannot be named so that it reads as another", (_, name) => {
  expect(name()).toBe(kept);
});

test("nothing but such characters is no name", () => {
  expect(NewOrganisation.safeParse({ name: "\u202E", area: "Ely", nation: "england" }).success).toBe(false);
  expect(Offer.safeParse({ name: "\u202E\u202C" }).success).toBe(false);
  expect(faultOf({ name: "\u202E\u202C" })).toBe("name_missing");
});
