import { EvidenceList } from "~/assessments/evidence-list";
import type { AddEvidenceProps } from "~/assessments/evidence-page";
import { useWords } from "~/platform/language";
import { DraftInPlace } from "~/review/draft-in-place";
import { OwnText } from "~/standards/own-text";
import { Button, LinkButton } from "~/ui/button";
import { formatDay, formatMoment } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { LanguageSwitch } from "~/ui/work-bar";
import { markWords } from "../words/mark-words";
import type { OwnAnswer, SentAnswer } from "./own-answer";

/** `sending`: shown is what will be sent, with the way to send it. `address` is the page’s own. */
export type AnswerPageProps = { view: OwnAnswer; words: string | undefined; sending: boolean; address: string } & Pick<
  AddEvidenceProps,
  "typed" | "stored" | "errors" | "switching"
>;

/** One condition or top-up of a group's mark: what is asked, what it has sent and what we said, and where it writes and sends. */
export function MarkAnswerPage({ view, sending, address, ...add }: AnswerPageProps) {
  const { t, language } = useWords(markWords);
  const { criterion, standard, until, sent, draft, files, may } = view;
  const waiting = sent.at(-1)?.state === "sent";
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("answers.title", { criterion: criterion.id })}
      </h1>
      {waiting ? (
        <Box tone="aside">
          <p>
            <strong>{t("answers.received", { at: formatMoment(sent.at(-1)!.at, language) })}</strong> {t("answers.received_next")}
          </p>
        </Box>
      ) : until ? (
        <p className="govuk-body-l">{t(until.late ? "answers.lead_late" : "answers.lead", { day: formatDay(until.day, language) })}</p>
      ) : (
        <p className="govuk-body-l">{t(sent.at(-1)?.state === "accepted" ? "answers.accepted" : "answers.over")}</p>
      )}
      <Asks view={view} />
      {sent.length > 0 && <h2 className="govuk-heading-m">{t("answers.sent_title")}</h2>}
      {sent.map((each) => (
        <Sent key={each.id} sent={each} files={files} />
      ))}
      {may.write && sending && <ToSend view={view} address={address} />}
      {may.write && !sending && (
        <>
          <h2 className="govuk-heading-m">{t(sent.length > 0 ? "answers.again_title" : "answers.write_title")}</h2>
          <DraftInPlace draft={draft} files={files} {...add} />
          {draft.savedAt !== "" && (
            <p>
              <LinkButton href={`${address}?send`}>{t("answers.check")}</LinkButton>
            </p>
          )}
        </>
      )}
      {(sending || !may.write) && <LanguageSwitch {...add.switching} />}
    </>
  );
}

/** The criterion, why it is asked, what we saw, and what would be enough. */
function Asks({ view: { criterion, why, missing } }: Pick<AnswerPageProps, "view">) {
  const { t } = useWords(markWords);
  const { id, title, textIn, evidence } = criterion;
  return (
    <>
      <h2 className="govuk-heading-m">
        {id} <OwnText textIn={textIn}>{title}</OwnText>
      </h2>
      <p>{t(`answers.why.${why}`)}</p>
      {missing && (
        <>
          <h3 className="govuk-heading-s">{t("answers.missing")}</h3>
          <Box tone="quote">{missing}</Box>
        </>
      )}
      <h3 className="govuk-heading-s">{t("answers.enough")}</h3>
      <p>
        <OwnText textIn={textIn}>{evidence.lightest}</OwnText>
      </p>
    </>
  );
}

function Sent({ sent: { at, words, evidence, reply, repliedAt }, files }: { sent: SentAnswer; files: OwnAnswer["files"] }) {
  const { t, language } = useWords(markWords);
  const named = Object.fromEntries(files.map(({ id, name, bytes }) => [id, { name, bytes }]));
  return (
    <>
      <h3 className="govuk-heading-s">{t("answers.you_sent", { at: formatMoment(at, language) })}</h3>
      {words.trim() !== "" && <p className="wm-lines">{words}</p>}
      {evidence.length > 0 && <EvidenceList items={evidence} files={named} />}
      {reply !== null && repliedAt !== null && (
        <>
          <p>
            <strong>{t("answers.not_yet", { at: formatMoment(repliedAt, language) })}</strong>
          </p>
          <Box tone="quote">{reply}</Box>
        </>
      )}
    </>
  );
}

/** All that was kept, on its own, so that nobody sends less than they see. */
function ToSend({ view: { draft, files, until, may }, address }: Pick<AnswerPageProps, "view" | "address">) {
  const { t, language } = useWords(markWords);
  const named = Object.fromEntries(files.map(({ id, name, bytes }) => [id, { name, bytes }]));
  return (
    <>
      <h2 className="govuk-heading-m" id="send" tabIndex={-1}>
        {t("answers.send_title")}
      </h2>
      <p>{t("answers.kept_only")}</p>
      {draft.words.trim() !== "" && <p className="wm-lines">{draft.words}</p>}
      {draft.evidence.length > 0 && <EvidenceList items={draft.evidence} files={named} />}
      <p>
        <a href={address}>{t("answers.back_to_change")}</a>
      </p>
      <p>{until && !until.late ? t("answers.send_once", { day: formatDay(until.day, language) }) : t("answers.send_once_late")}</p>
      {may.send ? (
        <Form>
          <Button name="move" value="send">
            {t("answers.send")}
          </Button>
        </Form>
      ) : (
        <p>{t("answers.admin_sends")}</p>
      )}
    </>
  );
}
