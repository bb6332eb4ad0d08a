import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { formatDay, formatMoment } from "~/ui/dates";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { AnswerShown } from "./answer-shown";
import { AppealForm } from "./appeal-form";
import { ContentShown } from "./content-shown";
import type { OwnAppeal } from "./own-appeal";
import type { OwnAppealTyped } from "./own-appeal-form.server";
import { appealWords } from "./words/appeal-words";

type OwnAppealPageProps = { view: OwnAppeal; typed: OwnAppealTyped; errors: FieldErrors };

/** A provider's appeal: what it says, what happens next and when; or the form for one. */
export function OwnAppealPage({ view, typed, errors }: OwnAppealPageProps) {
  const { t } = useWords(appealWords);
  const { standard, slug, decisionId, appeal, assessmentId, may } = view;
  return (
    <div className="wm-prose">
      <BackLink href={paths.sent(assessmentId)}>{t("page.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="appeal" tabIndex={-1}>
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("page.title")}
      </h1>
      {appeal && appeal.state !== "drafting" ? <Sent view={view} appeal={appeal} /> : <NotSent view={view} />}
      <p>
        <a href={paths.letter(slug, decisionId)}>{t("page.letter")}</a>
      </p>
      {may.write && <AppealForm view={view} content={typed.content ?? view.content} errors={errors} />}
      {may.goOn && <GoingOn until={view.until} why={typed.why ?? ""} errors={errors} />}
      {may.withdraw && <Withdrawing />}
      {appeal && appeal.state !== "drafting" && <ContentShown heading={t("page.yours")} content={view.content} />}
    </div>
  );
}

/** What can be done, until when, and what comes of it; or why nothing can. */
function NotSent({ view: { may, until, notAwarded, whyNot, admin, appeal } }: Pick<OwnAppealPageProps, "view">) {
  const { t, at, language } = useWords(appealWords);
  if (whyNot === "closed" && until) return <p>{t("page.closed", { day: formatDay(until, language) })}</p>;
  if (whyNot === "deferred") return <p>{t("page.not_appealable_deferred")}</p>;
  if (whyNot) return <p>{t(whyNot === "anew" ? "page.not_appealable_anew" : "page.not_appealable")}</p>;
  return (
    <>
      {until && <p className="govuk-body-l">{t("page.lead", { day: formatDay(until, language) })}</p>}
      <Box>
        <p>
          <strong>{t("page.not_new")}</strong> {t(notAwarded ? "page.new_not_awarded" : "page.new_else")}
        </p>
      </Box>
      <h2 className="govuk-heading-m">{t("page.next_title")}</h2>
      <ol className="govuk-list govuk-list--number">
        <li>{t("page.next_first")}</li>
        <li>{t("page.next_panel")}</li>
        <li>{t("page.next_effect")}</li>
      </ol>
      <p>{t("page.stays")}</p>
      <p>
        <a href={at(paths.learnt)}>{t("learnt.link")}</a>
      </p>
      {appeal?.state === "drafting" && <p>{t("page.saved")}</p>}
      {!admin && !may.write && <p>{t("page.admins")}</p>}
    </>
  );
}

/** Where it stands, and what was answered. */
function Sent({ view: { anew, beingDecided, slug }, appeal }: Pick<OwnAppealPageProps, "view"> & { appeal: NonNullable<OwnAppeal["appeal"]> }) {
  const { t, language } = useWords(appealWords);
  const { state, sentAt, endedAt, due, late, panel, first, second } = appeal;
  const day = due ? formatDay(due, language) : "";
  const withPanel = state === "with_panel" || state === "deliberating";
  return (
    <>
      {sentAt && <p className="govuk-body-l">{t("page.sent", { at: formatMoment(sentAt, language) })}</p>}
      {state === "withdrawn" && endedAt && <p>{t("page.withdrawn", { at: formatMoment(endedAt, language) })}</p>}
      {state === "taken" && <p>{t("page.taken")}</p>}
      {due && <p>{t(late ? "page.late" : withPanel ? "page.panel_due" : "page.due", { day })}</p>}
      {withPanel && (
        <>
          <h2 className="govuk-heading-m">{t("page.panel_title")}</h2>
          {panel.length === 0 && <p>{t("page.panel_none")}</p>}
          <ul className="wm-tidy">
            {panel.map(({ seat, name }) => (
              <li key={seat}>
                {name}. {t(`seat.${seat}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {second && (
        <>
          <h2 className="govuk-heading-m">{t("page.panel_answer_title")}</h2>
          <AnswerShown answer={second} />
        </>
      )}
      {first && (
        <>
          <h2 className="govuk-heading-m">{t("page.first_title")}</h2>
          <AnswerShown answer={first} />
        </>
      )}
      {state === "closed" && !second && <p>{t("page.over")}</p>}
      {beingDecided && <p>{t("page.being_decided")}</p>}
      {anew && (
        <p>
          {t("page.decided_anew", { day: formatDay(anew.day, language) })} <a href={paths.letter(slug, anew.decisionId)}>{t("page.new_letter")}</a>
        </p>
      )}
    </>
  );
}

function GoingOn({ until, why, errors }: { until: string | null; why: string; errors: FieldErrors }) {
  const { t, language } = useWords(appealWords);
  return (
    <>
      <h2 className="govuk-heading-m">{t("page.go_on_title")}</h2>
      {until && <p>{t("page.go_on_lead", { day: formatDay(until, language) })}</p>}
      <Form>
        <TextArea name="why" label={t("page.go_on_why")} hint={t("page.words_hint")} value={why} error={errors.why} />
        <Button name="move" value="go_on">
          {t("page.go_on")}
        </Button>
      </Form>
    </>
  );
}

function Withdrawing() {
  const { t } = useWords(appealWords);
  return (
    <Details summary={t("page.withdraw")}>
      <p>{t("page.withdraw_what")}</p>
      <Form>
        <Button tone="warning" name="move" value="withdraw" id="withdraw">
          {t("page.withdraw_button")}
        </Button>
      </Form>
    </Details>
  );
}
