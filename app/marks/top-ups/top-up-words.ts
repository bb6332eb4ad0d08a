import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";
import type { OpenTopUp, WantedTopUp } from "./top-up";

/** The facts that can bring a must-have about, each with its own words for what is not covered. */
const named = ["home_visits", "meets_alone_in_community", "regulated_service_types", "receives_electronic_referrals_with_patient_data"] as const;

/** "Home visits not yet covered by this mark": public, in fixed words, one sentence for each thing that the provider has newly said it does; what it has begun by the name it gave it. Nothing for what a newer version asks: that is not public. */
export const notCovered = ({ why, facts, activity }: Pick<OpenTopUp, "why" | "facts"> & Partial<Pick<OpenTopUp, "activity">>, language: Language): string[] => {
  const t = markWords(language);
  if (activity) return [t("not_covered.activity", { name: activity.name })];
  if (why !== "facts_changed") return [];
  const known = named.filter((key) => facts.includes(key));
  return known.length === 0 ? [t("not_covered.other")] : known.map((key) => t(`not_covered.${key}`));
};

/** All of a mark's, each once. */
export const notCoveredBy = (topUps: readonly OpenTopUp[], language: Language): string[] => [...new Set(topUps.flatMap((each) => notCovered(each, language)))];

/** To the provider, when something is asked. `page` is their own first page. */
export function topUpMail(topUp: WantedTopUp, { standard, page }: { standard: string; page: string }, language: Language): MailWords {
  const t = markWords(language);
  const { criterion, version, lastDay } = topUp;
  const day = formatDay(lastDay, language);
  const asked =
    topUp.why === "not_true"
      ? [t("mail.top_up.not_true", { criterion, standard })]
      : version === null
        ? [t("mail.top_up.facts_changed", { criterion, standard }), t("mail.top_up.meanwhile", { not_covered: notCovered(topUp, language).join(". ") })]
        : [t("mail.top_up.critical_on", { criterion, standard, version })];
  return {
    subject: t("mail.top_up.subject", { standard }),
    body: {
      paragraphs: [...asked, t("mail.top_up.by", { day }), t("mail.top_up.how")],
      action: { words: t("mail.top_up.action"), url: inLanguage(page, language) },
    },
  };
}

/** To moderators, when something was not shown in time. `page` is the mark's for the scheme. */
export const overdueMail = ({ provider, standard, criterion, page }: { provider: string; standard: string; criterion: string; page: string }): MailWords => ({
  subject: `Not shown in time: ${provider}`,
  body: {
    paragraphs: [`${provider} was to show ${criterion} for its mark for ${standard}, and nobody has recorded that it did. Please ring them.`],
    action: { words: "See what is due, and record what you are shown", url: page },
  },
});
