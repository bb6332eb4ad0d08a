import { EvidenceList } from "~/assessments/evidence-list";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { DeferralView, DeferredCriterion } from "./deferral.server";
import { reviewWords } from "./words/review-words";

/** Everything a decision waits for: what was missing, what would be enough, what has been written; and the way to send it, once. */
export function DeferralPage({ view }: { view: DeferralView }) {
  const { t, language } = useWords(reviewWords);
  const { standard, until, slug, decisionId, criteria, may, assessmentId } = view;
  const files = Object.fromEntries(view.files.map(({ id, name, bytes }) => [id, { name, bytes }]));
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("deferral.title")}
      </h1>
      <p className="govuk-body-l">{may.write ? t("deferral.lead", { day: formatDay(until, language) }) : t("deferral.over")}</p>
      <p>
        <a href={paths.letter(slug, decisionId)}>{t("deferral.letter")}</a>
      </p>
      {criteria.map((each) => (
        <section key={each.criterion.id} aria-labelledby={each.criterion.id}>
          <CriterionHead {...each} />
          {may.write && (
            <>
              <Written {...each} files={files} />
              <p>
                <a href={paths.deferredCriterion(assessmentId, each.criterion.id)}>
                  {t(each.savedAt === "" ? "deferral.answer" : "deferral.change")} <span className="govuk-visually-hidden">{each.criterion.id}</span>
                </a>
              </p>
            </>
          )}
        </section>
      ))}
      {may.write && <Sending mayNot={!may.send} />}
    </>
  );
}

/** The criterion with what was missing and what would be enough. */
export function CriterionHead({ criterion: { id, title, textIn, evidence }, missing }: Pick<DeferredCriterion, "criterion" | "missing">) {
  const { t } = useWords(reviewWords);
  return (
    <>
      <h2 className="govuk-heading-m" id={id}>
        {id} <OwnText textIn={textIn}>{title}</OwnText>
      </h2>
      <h3 className="govuk-heading-s">{t("deferral.missing")}</h3>
      <Box tone="quote">{missing}</Box>
      <h3 className="govuk-heading-s">{t("deferral.enough")}</h3>
      <p>
        <OwnText textIn={textIn}>{evidence.lightest}</OwnText>
      </p>
    </>
  );
}

function Written({ words, evidence, files }: Pick<DeferredCriterion, "words" | "evidence"> & { files: Record<string, { name: string; bytes: number }> }) {
  const { t } = useWords(reviewWords);
  const nothing = words.trim() === "" && evidence.length === 0;
  return (
    <>
      <h3 className="govuk-heading-s">{t("deferral.yours")}</h3>
      {nothing && <p>{t("deferral.nothing_yet")}</p>}
      {words.trim() !== "" && <p className="wm-lines">{words}</p>}
      {evidence.length > 0 && <EvidenceList items={evidence} files={files} />}
    </>
  );
}

function Sending({ mayNot }: { mayNot: boolean }) {
  const { t } = useWords(reviewWords);
  return (
    <>
      <h2 className="govuk-heading-m" id="send" tabIndex={-1}>
        {t("deferral.send_title")}
      </h2>
      <p>{t("deferral.send_once")}</p>
      {mayNot ? (
        <p>{t("deferral.admin_sends")}</p>
      ) : (
        <Form>
          <Button>{t("deferral.send")}</Button>
        </Form>
      )}
    </>
  );
}
