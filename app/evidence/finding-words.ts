import type { Finding, FindingKind } from "./personal-data";

/** What may have been found, as a thing to look for. Never the thing itself. */
export const findingWords: Record<FindingKind, string> = {
  nhs_number: "an NHS number",
  chi_number: "a CHI number",
  hc_number: "a Health and Care number",
  national_insurance: "a National Insurance number",
  dbs_certificate: "the number of a DBS certificate",
  birth_date: "a date of birth",
  email_and_postcode: "an e-mail address beside a postcode",
  person_and_health: "a person’s name beside words about health",
  file_name: "a file name that may be about one person",
  hidden_text: "hidden text",
  comments: "comments",
  tracked_changes: "tracked changes, which keep what was taken out",
  hidden_sheets: "hidden sheets or columns",
};

/** "an NHS number and a date of birth" */
export function listed(findings: readonly Finding[]): string {
  const words = findings.map(({ kind }) => findingWords[kind]);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Beside a box in which something was typed. */
export const typedWarning = (findings: readonly Finding[]) => `This looks like it has ${listed(findings)} in it. Please check, and take out anything about one person`;
