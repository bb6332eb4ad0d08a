import type { Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import { caseNumber } from "../case-number";
import { type About, called, letter, type Teller } from "../letter";
import { levelWord } from "../level-word";
import { type AppealOutcome, changedBy, goOnBy } from "./appeal";
import type { Answered } from "./appeal-file";
import { appealWords } from "./words/appeal-words";

/** The mails of an appeal. Those to the provider come in the language each has chosen; the scheme's own people are told in English. */
const said = ({ provider, standard, number }: About) => ({ provider, standard, number: caseNumber(number) });

/** To the provider: who answers it, and until when. */
export const appealReceived =
  (dueOn: Day): Teller =>
  (about) => {
    const [t, named] = [appealWords(about.language), { ...said(about), day: formatDay(dueOn, about.language) }];
    return letter(about, t("mail.received.subject", named), [t("mail.received.have", named), t("mail.received.who", named)], t("mail.received.action"));
  };

export const ownAppealTaken =
  (dueOn: Day): Teller =>
  (about) => {
    const [t, named] = [appealWords(about.language), { ...said(about), day: formatDay(dueOn, about.language) }];
    return letter(about, t("mail.taken.subject", named), [t("mail.taken.what", named)], t("mail.taken.action"));
  };

export const ownGoneOn =
  (dueOn: Day): Teller =>
  (about) => {
    const [t, named] = [appealWords(about.language), { ...said(about), day: formatDay(dueOn, about.language) }];
    return letter(about, t("mail.gone_on.subject", named), [t("mail.gone_on.what", named), t("mail.gone_on.due", named)], t("mail.gone_on.action"));
  };

export const ownPanelNamed =
  (names: readonly string[], dueOn: Day): Teller =>
  (about) => {
    const [t, named] = [appealWords(about.language), { ...said(about), names: names.join(", "), day: formatDay(dueOn, about.language) }];
    return letter(about, t("mail.panel.subject", named), [t("mail.panel.who", named), t("mail.panel.due", named)], t("mail.panel.action"));
  };

export const ownAppealWithdrawn: Teller = (about) => {
  const t = appealWords(about.language);
  return letter(about, t("mail.withdrawn.subject", said(about)), [t("mail.withdrawn.what", said(about))], t("mail.withdrawn.action"));
};

/** To the provider: what it came to, why, what changes, and what can be done next. */
export const ownAppealAnswered =
  ({ stage, outcome, content, at }: Answered): Teller =>
  (about) => {
    const t = appealWords(about.language);
    const named = said(about);
    const next = stage === 1 ? t("mail.answered.go_on", { day: formatDay(goOnBy(at), about.language) }) : t("mail.answered.final");
    const changed = changedBy(content).map(({ criterion }) => criterion);
    const effect = changed.length > 0 ? t("effect.changed", { levels: changed.join(", ") }) : t("effect.none");
    return letter(
      about,
      t(stage === 1 ? "mail.answered.subject" : "mail.answered.final_subject", named),
      [`${t(`outcome.${outcome}`)} ${t("mail.answered.number", named)}`, content.reason, effect, next],
      t("mail.answered.action"),
    );
  };

export const appealToTake =
  (dueOn: Day): Teller =>
  (about) =>
    letter(
      about,
      `An appeal to answer: ${about.provider}`,
      [`The group has appealed against the decision on ${called(about)}.`, `It is for a moderator who had no part in it, by the end of ${formatDay(dueOn)}.`],
      "See the appeal",
    );

export const appealHandedBack =
  (dueOn: Day): Teller =>
  (about) =>
    letter(
      about,
      `An appeal was handed back: ${about.provider}`,
      [`The appeal in ${called(about)} waits for another moderator who had no part in it. Its last day stays ${formatDay(dueOn)}.`],
      "See the appeal",
    );

export const panelNeeded =
  (dueOn: Day): Teller =>
  (about) =>
    letter(
      about,
      `A panel to name: ${about.provider}`,
      [
        `The appeal in ${called(about)} needs a panel of three: one from the voluntary sector, one GP or link worker, one lay person.`,
        `A moderator who had no part in it names them. Their answer is due by the end of ${formatDay(dueOn)}.`,
      ],
      "Name the panel",
    );

export const onPanel =
  (dueOn: Day): Teller =>
  (about) =>
    letter(
      about,
      `You are asked to sit on a panel: ${about.provider}`,
      [
        `You are one of three who answer an appeal in ${called(about)}. The answer is due by the end of ${formatDay(dueOn)}.`,
        "First say whether you have any tie to this group. You can read the appeal once all three of you have said that there is none.",
      ],
      "Say whether you have a conflict of interest",
    );

export const panelMayBegin =
  (dueOn: Day): Teller =>
  (about) =>
    letter(
      about,
      `The panel can begin: ${about.provider}`,
      [
        `All three of the panel in ${called(about)} have said that they have no conflict of interest. Read it, talk it over, then one of you writes down what you have come to, by the end of ${formatDay(dueOn)}.`,
      ],
      "Read the appeal",
    );

export const panelToConfirm =
  (by: string, dueOn: Day): Teller =>
  (about) =>
    letter(
      about,
      `Is this what you have come to? ${about.provider}`,
      [`${by} has written down the panel’s answer in ${called(about)}. Please say whether you agree, by the end of ${formatDay(dueOn)}.`],
      "Read it, and say",
    );

export const appealWithdrawn: Teller = (about) =>
  letter(about, `An appeal was taken back: ${about.provider}`, [`The group has taken back its appeal in ${called(about)}. There is nothing more to do.`], "See your appeals");

/** In one or two words, as the scheme's own people read it. */
export const appealOutcomeWords: Record<AppealOutcome, string> = { upheld: "Upheld", partly: "Partly upheld", not_upheld: "Not upheld" };

/** To whoever read and decided what was appealed against: what can be learned from it. */
export const appealLearning =
  ({ stage, outcome, content }: Answered): Teller =>
  (about) =>
    letter(
      about,
      `What an appeal came to: ${about.provider}`,
      [
        `${stage === 1 ? "A moderator has" : "A panel has"} answered the appeal in ${called(about)}: ${appealOutcomeWords[outcome].toLowerCase()}.`,
        content.reason,
        ...content.levels.map(
          ({ criterion, from, level, reason }) =>
            `${criterion}: ${level === null || level === from ? `stays at ${levelWord(from)}` : `${levelWord(from)} becomes ${levelWord(level)}`}. ${reason}`,
        ),
        ...content.findings.map(({ reason }) => reason),
      ],
      "See the case",
    );
