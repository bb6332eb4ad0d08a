import type { MailWords } from "../mail-words";
import type { ToldKind } from "./circumstance";

/** What a group has told us of, as the scheme's own people read it. */
export const kindNames: Record<ToldKind, string> = {
  safeguarding_lead: "A new or lost safeguarding lead",
  insurance: "Insurance changed, or with a gap",
  serious_incident: "A serious incident",
  data_breach: "A data breach",
  legal_action: "Legal action or an inquiry",
  home_visits: "Home visits, or meeting people alone",
  regulated_service: "A regulated service",
  new_site_or_activity: "A new site or activity",
  merger_or_closure: "A merger, a new name or closing",
  funding: "Loss of key funding",
  check_in: "Said at the yearly check-in",
};

/** To moderators. What was told stays on the page: nothing of it travels by mail. */
export const toldMail = ({ provider, what, urgent, page }: { provider: string; what: string; urgent: boolean; page: string }): MailWords => ({
  subject: urgent ? `To look at today: ${provider} told us of a change` : `${provider} told us of a change`,
  body: {
    paragraphs: [
      `${provider} has told us: ${what.toLowerCase()}.`,
      urgent ? "Somebody may not be safe. Please look by the end of the next working day." : "Please look within ten working days.",
    ],
    action: { words: "Read what they told us", url: page },
  },
});
