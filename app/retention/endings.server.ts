import { casesEnd } from "./endings/cases.server";
import { concernsEnd } from "./endings/concerns.server";
import { draftsEnd } from "./endings/drafts.server";
import { evidenceFilesEnd, webPagesEnd } from "./endings/evidence.server";
import { mailsEnd } from "./endings/mails.server";
import { contactTestsEnd, roomEnds } from "./endings/providers.server";

/** Everything that ends by itself, by the name it has in plans. In this order, so that nothing is looked for in what has gone a moment before. */
export const endings = {
  cases: casesEnd,
  drafts: draftsEnd,
  files: evidenceFilesEnd,
  pages: webPagesEnd,
  contact_tests: contactTestsEnd,
  room: roomEnds,
  concerns: concernsEnd,
  mails: mailsEnd,
};
export type EndingName = keyof typeof endings;
export const endingNames = Object.keys(endings) as EndingName[];
