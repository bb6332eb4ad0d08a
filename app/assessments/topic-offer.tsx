import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Box, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { Offered } from "./core-topic";
import { EvidenceList } from "./evidence-list";
import type { FileNames } from "./survey/from-survey";
import { assessmentWords } from "./words/assessment-words";

/** Above an empty form: what the group said to another question about the same, and one press to begin with it. */
export function TopicOffer({ offer, files }: { offer: Offered; files: FileNames }) {
  const { t } = useWords(assessmentWords);
  const { assessmentId, criterion, title, standard, version, how, evidence } = offer;
  return (
    <Box>
      <h2 className="govuk-heading-m" id="offer" tabIndex={-1}>
        {t("offer.heading")}
      </h2>
      <p>
        <Sentence
          of={t("offer.where")}
          parts={{
            standard: <OwnText>{standard}</OwnText>,
            question: (
              <a className="govuk-link" href={paths.criterion(assessmentId, criterion)}>
                {criterion} <OwnText>{title}</OwnText>
              </a>
            ),
          }}
        />
      </p>
      {how && (
        <Box tone="quote">
          <p className="wm-lines">{how}</p>
        </Box>
      )}
      {evidence.length > 0 && (
        <>
          <p>{t("offer.shown")}</p>
          <EvidenceList items={evidence} files={files} />
        </>
      )}
      <Form>
        <input type="hidden" name="of-assessment" value={assessmentId} />
        <input type="hidden" name="of-version" value={version} />
        <Button tone="secondary" name="use-again" value={criterion}>
          {t("offer.press")}
        </Button>
      </Form>
      <p>
        <Quiet small>{t("offer.apart")}</Quiet>
      </p>
    </Box>
  );
}

/** What stays above a form that began with other words, until it is saved again. */
export function CopiedNote({ copied: { standard, criterion, title }, sessions }: { copied: { standard: string; criterion: string; title: string }; sessions: boolean }) {
  const { t } = useWords(assessmentWords);
  return (
    <Box tone="warn">
      <p id="copied">
        <strong>
          <Sentence of={t(sessions ? "offer.copied" : "offer.copied_here")} parts={{ standard: <OwnText>{standard}</OwnText> }} />
        </strong>
      </p>
      <p>
        <Quiet small>
          <Sentence
            of={t("offer.copied_from")}
            parts={{
              question: (
                <>
                  {criterion} <OwnText>{title}</OwnText>
                </>
              ),
            }}
          />
        </Quiet>
      </p>
    </Box>
  );
}
