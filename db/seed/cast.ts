import type { SchemeRole } from "~/accounts/actor";

/** The demo's people: their part, and what to try as them. Every name is invented. */
export type Person = { key: string; name: string; part: string; tries: string; roles?: SchemeRole[]; of?: string; title?: string; may?: "admin" | "member" };

export const people: Person[] = [
  {
    key: "pat",
    name: "Pat Holloway",
    part: "One of two volunteers at the allotment; may send things in",
    tries: "Finish the half-done self-assessment and send it.",
    of: "marsh-end",
    title: "secretary",
    may: "admin",
  },
  {
    key: "dee",
    name: "Dee Okoro",
    part: "The other volunteer at the allotment",
    tries: "Answer a question or two; confirm there is still room.",
    of: "marsh-end",
    title: "treasurer",
    may: "member",
  },
  {
    key: "ruth",
    name: "Ruth Penhale",
    part: "Runs a charity with six link workers",
    tries: "See what moving the draft to the newer version would mean; move it, and go back.",
    of: "harbour",
    title: "operations manager",
    may: "admin",
  },
  {
    key: "tomasz",
    name: "Tomasz Wren",
    part: "Link worker at Ruth’s charity",
    tries: "Look, answer and confirm room; sending is Ruth’s.",
    of: "harbour",
    title: "link worker",
    may: "member",
  },
  {
    key: "hilltop",
    name: "Ray Tully",
    part: "Leads a drop-in that does not have the mark yet",
    tries: "Read the letter; see the appeal against it; start again from the answers: each asks whether it is still true.",
    of: "hilltop",
    title: "leader",
    may: "admin",
  },
  { key: "sunil", name: "Sunil Raman", part: "Assessor with fourteen cases", tries: "Open the next case and rate a point.", roles: ["assessor"] },
  { key: "amara", name: "Amara Diallo", part: "Assessor; often the second reader", tries: "Read the must-haves of a case, without seeing what Sunil found.", roles: ["assessor"] },
  { key: "asha", name: "Asha Lindqvist", part: "Assessor", tries: "A third pair of eyes.", roles: ["assessor"] },
  { key: "moira", name: "Moira Kinsella", part: "Moderator", tries: "Give a waiting case its readers; settle a difference; propose a suspension.", roles: ["moderator"] },
  { key: "malcolm", name: "Malcolm Adeyemi", part: "Second moderator", tries: "Confirm or decline what Moira proposed; take the appeal that waits.", roles: ["moderator"] },
  { key: "devon", name: "Devon Achebe", part: "Decision-maker", tries: "Decide a case that is ready, and see the mark appear.", roles: ["decider"] },
  { key: "priya", name: "Priya Menon", part: "Second decision-maker", tries: "Decide anew what an appeal has changed; Devon, who decided first, cannot.", roles: ["decider"] },
  { key: "edith", name: "Edith Lomax", part: "Standards editor", tries: "Change a wording, and see what it touches before anyone presses.", roles: ["editor"] },
  { key: "ines", name: "Ines Ferreira", part: "Second standards editor", tries: "Publish what Edith wrote; Edith cannot.", roles: ["editor"] },
  { key: "alex", name: "Alex Thorne", part: "Looks after the platform", tries: "See every mark and what happened to it.", roles: ["platform_admin"] },
  {
    key: "gareth",
    name: "Gareth Pryce",
    part: "Commissioner",
    tries: "Search the register of groups with a mark in force; see what is followed, and follow another.",
    roles: ["commissioner"],
  },
  {
    key: "leila",
    name: "Leila Hartnell",
    part: "Privacy lead",
    tries: "See what was locked because it holds somebody’s details, and what will be deleted in a week.",
    roles: ["privacy_lead"],
  },
  { key: "hollis", name: "Hollis Baptiste", part: "Appeal panel: knows the voluntary sector", tries: "Sit on the panel of an appeal.", roles: ["panel"] },
  { key: "farah", name: "Dr Farah Siddiqui", part: "Appeal panel: a GP", tries: "Sit on the panel of an appeal.", roles: ["panel"] },
  { key: "wendy", name: "Wendy Ackroyd", part: "Appeal panel: a lay member", tries: "Sit on the panel of an appeal.", roles: ["panel"] },
];

export const emailOf = (key: string) => `${key}@demo.example`;
